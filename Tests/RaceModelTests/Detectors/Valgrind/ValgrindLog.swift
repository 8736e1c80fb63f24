@testable import RaceModel

/// A Valgrind log read twice: first for the list, then each report alone from its bytes.
struct ValgrindLog {
  let entries: [ReportEntry]
  /// The reports; nil where a report could not be found again.
  let details: [DetailedReport?]
  private let sites: [SiteTable.Entry]
  private let symbols: SymbolTable

  /// Reads a text, in chunks of `chunkSize` bytes if given.
  init(_ text: String, chunkSize: Int? = nil) {
    let bytes = Array(text.utf8)
    var scanner = LogScanner<IndexSink>()
    var position = 0
    for end in stride(from: chunkSize ?? bytes.count, to: bytes.count, by: chunkSize ?? bytes.count + 1) {
      position = scanner.scan(bytes.span.extracting(0..<end), from: position, base: 0, isLast: false)
    }
    _ = scanner.scan(bytes.span, from: position, base: 0, isLast: true)
    let entries = scanner.sink.entries.sorted { $0.start < $1.start }
    details = entries.map { entry in
      let own = Array(bytes[entry.bytes])
      let related = entry.related.map { Array(bytes[$0.start..<$0.start + $0.count]) }
      return entry.read(own.span, related: related, during: nil)
    }
    self.entries = entries
    sites = scanner.naming.sites.entries
    symbols = scanner.naming.symbols
  }

  /// The reports, read in full.
  var reports: [Report] { details.compactMap { $0?.report } }

  /// The functions at the sites of a report's race, `?` where one is missing.
  func sites(_ report: Int) -> [String] {
    entries[report].sites.map { site in
      guard site.index >= 0, case let name = sites[Int(site.index)].function, name >= 0 else { return "?" }
      return symbols.string(name)
    }
  }

  /// `function file:line` for each frame, `in module` if it has no file.
  func frames(_ report: Int, _ stack: Report.Stack?) -> [String] {
    (details[report]?.frames(of: stack) ?? []).map { frame in
      let place = frame.file.map { "\($0):\(frame.line.map(String.init) ?? "?")" }
      return [frame.function ?? "?", place ?? frame.module.map { "in \($0)" }].compactMap(\.self)
        .joined(separator: " ")
    }
  }

  /// A text with `==PID== ` before each line.
  static func prefixed(_ text: String, pid: Int = 700, time: String = "") -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { "==\(time)\(pid)== \($0)\n" }.joined()
  }
}
