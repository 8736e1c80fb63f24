/// Text to look for: as it stands, or with letters of either case when it has no capital.
package struct SearchPattern: Hashable, Sendable {
  /// What the user typed.
  package let text: String
  private let needle: [UInt8]
  private let ignoresCase: Bool

  /// A pattern; nil for an empty text.
  package init?(_ text: String) {
    guard !text.isEmpty else { return nil }
    self.text = text
    ignoresCase = !text.utf8.contains { $0 &- 0x41 < 26 }
    needle = Array(text.utf8)
  }

  /// Whether the text holds the pattern.
  package func matches(_ text: some StringProtocol) -> Bool {
    firstMatch(in: Array(text.utf8), from: 0) != nil
  }

  /// Where the pattern stands in a text, as ranges of UTF-8 offsets.
  package func matches(in text: String) -> [Range<Int>] {
    let bytes = Array(text.utf8)
    var found: [Range<Int>] = []
    var from = 0
    while let start = firstMatch(in: bytes, from: from) {
      found.append(start..<start + needle.count)
      from = start + needle.count
    }
    return found
  }

  private func firstMatch(in bytes: [UInt8], from start: Int) -> Int? {
    guard bytes.count >= needle.count else { return nil }
    var index = start
    while index + needle.count <= bytes.count {
      var length = 0
      while length < needle.count, fold(bytes[index + length]) == needle[length] { length += 1 }
      if length == needle.count { return index }
      index += 1
    }
    return nil
  }

  private func fold(_ byte: UInt8) -> UInt8 { ignoresCase && byte &- 0x41 < 26 ? byte | 0x20 : byte }
}
