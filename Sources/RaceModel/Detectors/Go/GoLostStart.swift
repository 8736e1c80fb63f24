/// A line that lost its first characters, as the first one of what somebody has selected does, or each line of a column.
///
/// ```
/// ARNING: DATA RACE
/// ead at 0x00c000018168 by goroutine 8:
/// ```
enum GoLostStart {
  /// What is left of titles.
  private static let titles: TextStarts = [
    "ARNING: DATA RACE", "RNING: DATA RACE", "NING: DATA RACE", "ING: DATA RACE",
  ]
  /// What is left of headers, and what was before it.
  private static let headers: [(rest: StaticString, lost: String)] = [
    ("ead at 0x", "R"), ("ad at 0x", "Re"), ("rite at 0x", "W"), ("ite at 0x", "Wr"), ("te at 0x", "Wri"),
    ("revious ", "P"), ("evious ", "Pr"), ("vious ", "Pre"),
    ("oroutine ", "G"), ("routine ", "Go"), ("outine ", "Gor"),
  ]
  /// Those with which a report can begin.
  private static let firstHeaders: TextStarts = [
    "ead at 0x", "ad at 0x", "rite at 0x", "ite at 0x", "te at 0x",
  ]

  /// Where a title stands that lost its first characters: it begins its line.
  static func title(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? {
    let text = bytes.trimmed(line)
    return titles.begin(bytes, text) ? text.lowerBound : nil
  }

  /// Where the header of a first access stands that lost its first characters: it begins its line, and is whole beside
  /// that.
  static func header(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? {
    let text = bytes.trimmed(line)
    guard firstHeaders.begin(bytes, text), let whole = restored(bytes, text),
      access(whole.span, 0..<whole.count) != nil
    else { return nil }
    return text.lowerBound
  }

  /// Whether a text begins as a header does that lost its first characters.
  static func isHeader(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
    headers.contains { bytes.has($0.rest, at: text.lowerBound, end: text.upperBound) }
  }

  /// A header with what it lost; nil where it lost nothing, or too much.
  static func restored(_ bytes: Span<UInt8>, _ text: Range<Int>) -> [UInt8]? {
    let known = headers.first { bytes.has($0.rest, at: text.lowerBound, end: text.upperBound) }
    return known.map { Array($0.lost.utf8) + bytes.bytes(text) }
  }

  /// The access in a header that was restored: of what lost its beginning the rest must be there.
  static func access(_ bytes: Span<UInt8>, _ text: Range<Int>) -> GoAccess? {
    guard let access = GoAccess.parse(bytes, text), access.address != nil, !access.isCut, access.junk == nil
    else {
      return nil
    }
    return access
  }
}
