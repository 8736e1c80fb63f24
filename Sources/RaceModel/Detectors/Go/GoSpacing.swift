/// Titles and headers with more than one blank between words, as in justified text.
///
/// ```
/// WARNING:  DATA RACE
/// Goroutine 7 (running)  created at :
/// ```
enum GoSpacing {
  /// A longer line is no header.
  private static let longest = 200

  /// A text that ends as a header does, with one blank between its words; nil where that is no change.
  static func undone(_ bytes: Span<UInt8>, _ text: Range<Int>) -> [UInt8]? {
    guard text.count > 2, text.count <= longest, bytes.ends(":", in: text),
      bytes.first("  ", in: text) != nil || bytes[text.upperBound - 2] <= 0x20
    else { return nil }
    var header: [UInt8] = []
    header.reserveCapacity(text.count)
    for index in text {
      let isBlank = bytes[index] <= 0x20
      if header.last == 0x20 {
        if isBlank { continue }
        // The colon at the end.
        if index == text.upperBound - 1 { header.removeLast() }
      }
      header.append(isBlank ? 0x20 : bytes[index])
    }
    return header
  }

  /// The start of a title whose words are spaced out.
  static func title(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? {
    guard let race = bytes.first("DATA RACE", in: line),
      case let warning = line.lowerBound..<bytes.trimmed(line.lowerBound..<race).upperBound,
      warning.upperBound < race, bytes.ends("WARNING:", in: warning)
    else { return nil }
    return warning.upperBound - 8
  }
}

/// Headers whose words are spaced out.
extension GoGrammar {
  /// Reads a header once its blanks are those that the detector prints.
  mutating func readSpaced(
    _ bytes: Span<UInt8>, _ line: ReportLine, _ draft: inout ReportDraft, _ naming: inout Naming
  ) -> Verdict {
    guard let header = GoSpacing.undone(bytes, line.text) else { return .foreign }
    let text = 0..<header.count
    switch GoLine.wholeHeader(header.span, text) {
    case .access(let access): return readAccess(access, header.span, line.number, &draft, &naming)
    case .creation(let creation): return readCreation(creation, header.span, text, &draft, &naming)
    default: return .foreign
    }
  }
}
