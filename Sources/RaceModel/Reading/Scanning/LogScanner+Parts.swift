/// Lines that a collector of logs has written in several parts, each with its stamp.
///
/// ```
/// 2024-05-06T07:08:09.1Z stderr P Write at 0x00c000124       containers: the line goes on
/// 2024-05-06T07:08:09.1Z stderr F 010 by main goroutine:
/// 2024-05-06T07:08:09.1Z 01E       /src/mai                  GitLab: the second one goes on with the first
/// 2024-05-06T07:08:09.1Z 01E+n.go:14 +0x8e
/// ```
extension LogScanner {
  /// Gives a title that waits a header that is in several parts.
  ///
  /// - Returns: nil where the line is to be read by itself.
  mutating func offerPart(_ bytes: Span<UInt8>, _ line: LogLine, toWaiting report: OpenReport) -> Verdict? {
    let prefix = report.wait.prefix
    guard prefix.marksParts, let match = prefix.match(bytes, line.range) else { return nil }
    let start: Int
    switch match {
    case .part(let text):
      if report.wait.parts.isEmpty {
        report.wait.parts = bytes.bytes(line.range.prefix(ScanLimits.longestCutLine))
        // Put together it is a full line. The mark is before the blank in front of the text.
        let mark = text - 2 - line.range.lowerBound
        if report.wait.parts.indices.contains(mark) { report.wait.parts[mark] = UInt8(ascii: "F") }
      } else {
        let room = max(0, ScanLimits.longestCutLine - report.wait.parts.count)
        report.wait.parts.append(bytes, (text..<line.range.upperBound).prefix(room))
      }
      return .taken
    case .content where prefix.marksRests:
      report.wait.parts = bytes.bytes(line.range.prefix(ScanLimits.longestCutLine))
      return nil
    case .content(let text), .rest(let text):
      guard !report.wait.parts.isEmpty else { return nil }
      start = text
    }
    let whole = report.wait.parts + bytes.bytes(start..<line.range.upperBound)
    report.wait.parts = []
    let joined = LogLine(whole, of: report, at: line.extent)
    return offer(whole.span, joined, Grammars.opening(whole.span, joined.range), to: report)
  }

  /// Gives a report the rest of the line above. It holds that where it lacks its end; else it was read as if nothing
  /// followed.
  mutating func readRest(_ bytes: Span<UInt8>, _ rest: LogLine, _ report: OpenReport) -> Verdict {
    guard let held = report.held, held.prefix == nil else {
      report.draft.damage.append(.frame(line: rest.extent.line))
      report.take(rest.extent, ended: open.ended)
      return .taken
    }
    _ = report.takeHeld()
    let whole = held.indent + held.text + bytes.bytes(rest.range)
    let line = LogLine(whole, of: report, at: held.extent.joined(to: rest.extent))
    return readJoined(whole.span, line, report, hasPrefix: true)
  }
}
