/// Records, or pairs of a time and a text, in a list that is on one line: the answer of a server that keeps logs.
///
/// ```
/// {"hits":{"hits":[{"_source":{"message":"WARNING: DATA RACE"}},{"_source":{"message":"Write at 0x00c0..."}}, ..]}}
/// [{"line": "WARNING: DATA RACE", "timestamp": "1714979288001"}, {"line": "Write at 0x00c0...", ..}, ..]
/// {"data":{"result":[{"values":[["1714979288001","WARNING: DATA RACE"],["1714979288002","Write at 0x00c0..."], ..]}]}}
/// ```
///
/// The strings of one field, or the second ones of pairs, are lines. Servers may give the newest one first: a title and its
/// header, one beside the other, tell.
struct RecordList: Equatable {
  /// From the bracket that opens the answer to the end of the line.
  let range: Range<Int>
  /// The name of the field; nil for pairs.
  private let key: Range<Int>?
  private let isReversed: Bool

  /// A list of fewer lines holds no report.
  private static let fewest = 4

  /// What a line is to a report.
  private enum Part { case title, header }

  /// The list in which a position is; nil when it is in none.
  init?(around position: Int, in bytes: Span<UInt8>, _ line: Range<Int>) {
    guard let start = bytes.first(UInt8(ascii: "{"), or: UInt8(ascii: "["), in: line), start < position else {
      return nil
    }
    range = start..<line.upperBound
    var own: (text: Range<Int>, key: Range<Int>?)?
    Self.forEach(bytes, range) { text, key in
      if text.contains(position) { own = (text, key) }
      return text.upperBound < position
    }
    // With their line ends they are read as one text.
    guard let own, bytes.first("\\n", in: own.text) == nil else { return nil }
    key = own.key
    let lines = Self.lines(bytes, range, key: own.key)
    guard lines.count >= Self.fewest, let isReversed = Self.areReversed(bytes, lines) else { return nil }
    self.isReversed = isReversed
  }

  /// Appends the strings, a line each.
  func unescape(_ bytes: Span<UInt8>, into text: inout [UInt8]) {
    var lines = Self.lines(bytes, range, key: key)
    if isReversed { lines.reverse() }
    for line in lines {
      JSONText.unescape(bytes, line, into: &text)
      // Some have their line end, too.
      if line.isEmpty || text.last != 0x0A { text.append(0x0A) }
    }
  }

  private static func lines(_ bytes: Span<UInt8>, _ answer: Range<Int>, key: Range<Int>?) -> [Range<Int>] {
    let name = key.map { bytes.bytes($0) }
    var lines: [Range<Int>] = []
    forEach(bytes, answer) { text, key in
      if let key, let name {
        if key.count == name.count, bytes.has(name, at: key.lowerBound, end: key.upperBound) {
          lines.append(text)
        }
      } else if key == nil, name == nil {
        lines.append(text)
      }
      return true
    }
    return lines
  }

  /// Whether headers come before their titles; nil where none is beside its title.
  private static func areReversed(_ bytes: Span<UInt8>, _ lines: [Range<Int>]) -> Bool? {
    var above: Part?
    for line in lines {
      let current = part(bytes, line)
      if above == .title, current == .header { return false }
      if above == .header, current == .title { return true }
      above = current
    }
    return nil
  }

  private static func part(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Part? {
    switch Grammars.opening(bytes, line)?.opening {
    case .title, .certain: .title
    case .section, .header: .header
    case .summary, nil: nil
    }
  }

  /// Hands on the strings that are values of fields, with the names of these, or the second ones of pairs, until the closure
  /// gives false.
  private static func forEach(
    _ bytes: Span<UInt8>, _ answer: Range<Int>, _ body: (_ text: Range<Int>, _ key: Range<Int>?) -> Bool
  ) {
    // The string before, with its quotes.
    var above = answer.lowerBound..<answer.lowerBound
    while let quote = bytes.first(UInt8(ascii: "\""), in: above.upperBound..<answer.upperBound),
      let close = JSONText.endOfString(bytes, quote + 1..<answer.upperBound)
    {
      let between = bytes.trimmed(above.upperBound..<quote)
      let text = quote + 1..<close
      var goesOn = true
      if above.count > 1, bytes.equals(":", between) {
        goesOn = body(text, above.lowerBound + 1..<above.upperBound - 1)
      } else if above.count > 1, bytes.equals(",", between), isFirst(bytes, above, answer),
        endsPair(bytes, close + 1..<answer.upperBound)
      {
        goesOn = body(text, nil)
      }
      guard goesOn else { return }
      above = quote..<close + 1
    }
  }

  /// Whether a string is the first one of a list.
  private static func isFirst(_ bytes: Span<UInt8>, _ string: Range<Int>, _ answer: Range<Int>) -> Bool {
    guard let before = bytes.lastVisible(in: answer.lowerBound..<string.lowerBound) else { return false }
    return bytes[before] == UInt8(ascii: "[")
  }

  /// Whether a pair ends, or goes on with an object of what else is known of its line.
  private static func endsPair(_ bytes: Span<UInt8>, _ rest: Range<Int>) -> Bool {
    var index = rest.lowerBound
    func passBlanks() { while index < rest.upperBound, bytes[index] == 0x20 { index += 1 } }
    passBlanks()
    if bytes.pass(",", at: &index, end: rest.upperBound) {
      passBlanks()
      return bytes.has("{", at: index, end: rest.upperBound)
    }
    return bytes.has("]", at: index, end: rest.upperBound)
  }
}
