@testable import RaceModel

extension ReadLog {
  /// The stacks of all accesses and creations, one per line: `FUNC FILE:LINE:COLUMN (MODULE+OFFSET)` without unknown
  /// parts, an asterisk after an inlined call, bars between frames.
  var stacks: [String] {
    entries.flatMap { entry -> [String] in
      guard let detailed = detailed(entry) else { return ["lost"] }
      let report = detailed.report
      return (report.accesses.map(\.stack) + report.threads.compactMap(\.created)).map { stack in
        detailed.frames(of: stack).map(Self.frame).joined(separator: " | ")
      }
    }
  }

  private static func frame(_ frame: Frame) -> String {
    let place = [frame.line, frame.column].compactMap(\.self).reduce(frame.file) { "\($0 ?? "?"):\($1)" }
    let module = frame.module.map { module in
      "(\(module)\(frame.moduleOffset.map { "+\($0)" } ?? ""))"
    }
    return [frame.function ?? "?", place, module, frame.isInlined ? "*" : nil].compactMap(\.self)
      .joined(separator: " ")
  }
}
