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

  /// Where a title stands that lost its first characters: it begins its line.
  static func title(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? {
    let text = bytes.trimmed(line)
    return titles.begin(bytes, text) ? text.lowerBound : nil
  }

  /// Where the header of a first access starts, if it lost its first characters. It must start its line and be whole
  /// otherwise.
  static func header(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? {
    let text = bytes.trimmed(line)
    guard let whole = restored(bytes, text), let first = access(whole.span, 0..<whole.count),
      !first.isPrevious
    else { return nil }
    return text.lowerBound
  }

  /// Whether a text is the header of a second access up to its address, with the rest cut off.
  static func isCutInAddress(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
    var index = text.lowerBound
    guard
      bytes.pass("Previous read at 0x", at: &index, end: text.upperBound)
        || bytes.pass("Previous write at 0x", at: &index, end: text.upperBound)
    else { return false }
    return (index..<text.upperBound).allSatisfy { hexDigit(bytes[$0]) != nil }
  }

  /// Whether a text begins as a header does that lost its first characters.
  static func isHeader(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
    lost(bytes, text) != nil
  }

  /// A header with what it lost; nil where it lost nothing, or too much.
  static func restored(_ bytes: Span<UInt8>, _ text: Range<Int>) -> [UInt8]? {
    lost(bytes, text).map { Array($0.utf8) + bytes.bytes(text) }
  }

  /// What a header lost; nil where a text does not begin as one that lost something.
  private static func lost(_ bytes: Span<UInt8>, _ text: Range<Int>) -> String? {
    headers.first { bytes.has($0.rest, at: text.lowerBound, end: text.upperBound) }?.lost
  }

  /// The access in a restored header. Since its start was lost, all the rest must be there.
  static func access(_ bytes: Span<UInt8>, _ text: Range<Int>) -> GoAccess? {
    guard let access = GoAccess.parse(bytes, text), access.address != nil, !access.isCut, access.junk == nil
    else {
      return nil
    }
    return access
  }
}
