/// A report as a few lines of text, for examples and tests: what was read, without the inner frames.
///
/// ```
/// 2-14 DATA RACE
///   write 0x00c000012345 goroutine 7: 2 runtime.mapassign map.go:9 | main.add add.go:8
///   previous read 0x00c000012345 main: 1 main.main main.go:14
///   goroutine 7 running: 1 main.main main.go:13
///   note: text of the program
///   damage: cut off before its closing line
/// ```
///
/// A stack is its number of frames and its first frame; the site follows behind a bar when it is
/// another frame. What is not in the log is `?`; a stack that is not in the log is `no stack`.
public struct ReportOutline: CustomStringConvertible, Sendable {
  /// The lines, joined by line ends.
  public let description: String

  /// The outline of a report.
  public init(_ detailed: DetailedReport) {
    let report = detailed.report
    var lines = ["\(report.lines.lowerBound)-\(report.lines.upperBound) \(report.title ?? "?")"]
    for access in report.accesses {
      let words = [
        access.isPrevious ? "previous" : nil, access.isAtomic ? "atomic" : nil, access.operation.rawValue,
        access.address?.description, access.thread?.description ?? "?",
      ]
      let stack = Self.stack(access.stack, site: access.siteIndex, detailed.frames)
      lines.append("  \(words.compactMap(\.self).joined(separator: " ")): \(stack)")
    }
    for thread in report.threads where thread.state != nil {
      let state = thread.state.map { " \($0.rawValue)" } ?? ""
      lines.append("  \(thread.name)\(state): \(Self.stack(thread.created, site: nil, detailed.frames))")
    }
    for location in report.locations {
      lines.append("  \(location.kind.rawValue): \(location.text)")
      if let stack = location.stack { lines.append("    \(Self.stack(stack, site: nil, detailed.frames))") }
    }
    if let during = report.printedDuring {
      lines.append("  during \(during.test ?? "?") in \(during.package ?? "?")")
    }
    lines += report.notes.map { "  note: \($0)" }
    lines += report.damage.map { "  damage: \($0.words)" }
    description = lines.joined(separator: "\n")
  }

  private static func stack(_ stack: Report.Stack?, site: Int?, _ frames: FrameTable) -> String {
    guard let stack, let first = stack.first else { return "no stack" }
    let text = "\(stack.count) \(Self.frame(frames[first]))"
    guard let site, site > 0, site < stack.count else { return text }
    return "\(text) | \(Self.frame(frames[stack[site]]))"
  }

  private static func frame(_ frame: Frame) -> String {
    let line = frame.line.map { ":\($0)" } ?? ""
    return "\(frame.function ?? "?") \(frame.file ?? "?")\(line)"
  }
}
