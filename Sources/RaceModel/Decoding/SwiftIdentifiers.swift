/// Reads the identifiers of Swift's mangling. Each is a length and so many letters, or repeats words of those before it by
/// letters: `0a5Queue` begins with the first word.
///
/// Source: docs/ABI/Mangling.rst of Swift, "Identifiers".
struct SwiftIdentifiers {
  /// A part of an identifier.
  enum Part {
    /// A word of an identifier before it, counted from 0.
    case word(Int)
    case text(ArraySlice<UInt8>)
  }

  /// Words that are counted at most.
  private static let mostWords = 26

  private var words: [ArraySlice<UInt8>] = []

  /// The identifier that `bytes` begin with, which is removed from them; nil of none, of one with letters outside of ASCII, and
  /// of one that repeats words that are not there.
  mutating func next(_ bytes: inout ArraySlice<UInt8>) -> String? {
    guard let parts = Self.parts(&bytes) else { return nil }
    var name: [UInt8] = []
    for part in parts {
      switch part {
      case .word(let index):
        guard words.indices.contains(index) else { return nil }
        name += words[index]
      case .text(let text):
        guard text.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
        name += text
        keepWords(of: text)
      }
    }
    return String(decoding: name, as: UTF8.self)
  }

  /// Removes the identifier that `bytes` begin with, whatever its words are; nil of none.
  static func parts(_ bytes: inout ArraySlice<UInt8>) -> [Part]? {
    guard let first = bytes.first, isDigit(first) else { return nil }
    guard first == UInt8(ascii: "0") else { return counted(&bytes).map { [.text($0)] } }
    bytes.removeFirst()
    // `00` stands before letters outside of ASCII.
    guard bytes.first != UInt8(ascii: "0") else { return nil }
    var parts: [Part] = []
    while true {
      while let letter = bytes.first, letter >= UInt8(ascii: "a"), letter <= UInt8(ascii: "z") {
        parts.append(.word(Int(letter - UInt8(ascii: "a"))))
        bytes.removeFirst()
      }
      var isLast = false
      if let letter = bytes.first, letter >= UInt8(ascii: "A"), letter <= UInt8(ascii: "Z") {
        parts.append(.word(Int(letter - UInt8(ascii: "A"))))
        bytes.removeFirst()
        isLast = true
      }
      if bytes.first == UInt8(ascii: "0") {
        bytes.removeFirst()
        return parts
      }
      guard let text = counted(&bytes) else { return nil }
      parts.append(.text(text))
      if isLast { return parts }
    }
  }

  /// A length and so many letters.
  private static func counted(_ bytes: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    var count = 0
    while let digit = bytes.first, isDigit(digit), count < 1000 {
      count = count * 10 + Int(digit - 0x30)
      bytes.removeFirst()
    }
    guard count > 0, count <= bytes.count else { return nil }
    defer { bytes = bytes.dropFirst(count) }
    return bytes.prefix(count)
  }

  /// Keeps the words of a part: each begins with a letter and ends before a capital or an underscore.
  private mutating func keepWords(of text: ArraySlice<UInt8>) {
    var start: Int?
    for index in text.startIndex...text.endIndex {
      let byte = index < text.endIndex ? text[index] : 0
      let isBreak = byte == UInt8(ascii: "_") || byte == 0
      if let first = start, isBreak || (isCapital(byte) && !isCapital(text[index - 1])) {
        if index - first >= 2, words.count < Self.mostWords { words.append(text[first..<index]) }
        start = nil
      }
      if start == nil, !isBreak, !Self.isDigit(byte) { start = index }
    }
  }

  private func isCapital(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
