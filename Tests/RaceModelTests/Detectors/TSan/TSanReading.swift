@testable import RaceModel

/// ThreadSanitizer reports in a test's log.
struct TSanReading {
  let reports: [Report]
  let frames: FrameTable
  /// The keys of the reports' races, as in the index.
  let keys: [RaceKey]
  /// The index's entries.
  let entries: [ReportEntry]

  init(_ log: String) {
    let bytes = Array(log.utf8)
    var full = LogScanner<ReportSink>()
    _ = full.scan(bytes.span, from: 0, base: 0, isLast: true)
    reports = full.sink.finished.map { Report($0, during: nil) }
    frames = full.naming.frames
    var list = LogScanner<IndexSink>()
    _ = list.scan(bytes.span, from: 0, base: 0, isLast: true)
    let naming = list.naming
    entries = list.sink.entries
    keys = entries.map { entry in
      let sites = entry.sites.map { id -> Site? in
        guard id != .missing else { return nil }
        let site = naming.sites.entries[Int(id.index)]
        return Site(
          function: site.function < 0 ? nil : naming.symbols.string(site.function),
          file: site.file < 0 ? nil : naming.symbols.string(site.file), line: Int(site.line))
      }
      return RaceKey(detector: entry.detector, kind: entry.kind, sites: sites)
    }
  }

  /// The functions of a stack, innermost first.
  func functions(_ stack: Report.Stack?) -> [String?]? {
    stack.map { stack in frames.frames(of: stack).map(\.function) }
  }

  /// The function at the site of an access.
  func site(_ access: Access) -> String? {
    guard let stack = access.stack, let index = access.siteIndex else { return nil }
    return frames[stack[index]].function
  }

  /// The parts of a frame, read as the only frame of a report.
  static func frame(_ text: String) -> Frame? {
    let log = """
      WARNING: ThreadSanitizer: double lock of a mutex (pid=7)
          \(text)
      """
    let reading = TSanReading(log)
    guard let stack = reading.reports.first?.sections.first?.stack, stack.count == 1 else { return nil }
    return reading.frames[stack[0]]
  }
}
