/// A report and the frames that its stacks refer to.
public struct DetailedReport: Sendable {
  /// The report.
  public let report: Report
  /// The frames of its stacks.
  public let frames: FrameTable

  /// The frames of a stack, innermost first.
  public func frames(of stack: Report.Stack?) -> [Frame] { stack.map { frames.frames(of: $0) } ?? [] }

  /// The frame that stands for an access.
  public func site(of access: Access) -> Frame? {
    guard let stack = access.stack, let index = access.siteIndex, index < stack.count else { return nil }
    return frames[stack[index]]
  }
}

extension ReportEntry {
  /// Reads the report whole from its bytes.
  ///
  /// - Parameters:
  ///   - bytes: the log's bytes `start ..< start + byteCount`.
  ///   - during: the test in which it was printed.
  /// - Returns: nil when the bytes are not there any more, or are not the report's: the log was changed.
  public func read(_ bytes: Span<UInt8>, during: PrintedDuring?) -> DetailedReport? {
    var scanner = LogScanner(detail: .full)
    guard let report = read(bytes, during: during, with: &scanner) else { return nil }
    return DetailedReport(report: report, frames: scanner.naming.frames)
  }

  /// The same with a scanner that is used for many reports in a row and keeps their frames.
  func read(_ bytes: Span<UInt8>, during: PrintedDuring?, with scanner: inout LogScanner) -> Report? {
    guard bytes.count == byteCount else { return nil }
    scanner.restart(atLine: line - 1, belowBar: hasOpeningBar, header: headerLine)
    _ = scanner.scan(bytes, from: 0, base: start, isLast: true)
    defer { scanner.finished.removeAll(keepingCapacity: true) }
    // Sources that are interleaved may have other reports between the lines of this one.
    guard let draft = scanner.finished.first(where: { $0.firstLine == line && $0.start == start }) else {
      return nil
    }
    return Report(draft, during: during)
  }
}
