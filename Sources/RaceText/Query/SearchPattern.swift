internal import RaceSystem

/// A search pattern: a literal text, matching either case if it has no capital; or a regular expression
/// between slashes.
package struct SearchPattern: Hashable, Sendable {
  /// What the user typed.
  package let text: String
  private let kind: Kind

  private enum Kind: Sendable {
    case literal(needle: [UInt8], ignoresCase: Bool)
    case expression(RegularExpression)
  }

  /// How far an expression searches a text, in bytes of UTF-8: its time can grow with their square.
  private static let longest = 4096

  /// A pattern; nil for an empty text, and for an invalid expression.
  package init?(_ text: String) {
    guard let pattern = try? SearchPattern(typed: text) else { return nil }
    self = pattern
  }

  /// A pattern as typed.
  ///
  /// - Throws: why it is invalid, in words.
  package init(typed text: String) throws(QueryError) {
    guard !text.isEmpty else { throw QueryError("nothing to search for") }
    self.text = text
    guard let expression = Self.expression(in: text) else {
      kind = .literal(needle: Array(text.utf8), ignoresCase: Self.ignoresCase(text))
      return
    }
    do throws(RegularExpression.SyntaxError) {
      kind = .expression(try RegularExpression(expression, ignoresCase: Self.ignoresCase(expression)))
    } catch {
      throw QueryError("\(text): \(error)")
    }
  }

  /// The part between the slashes of `/.../`; the second one may be missing while the user types.
  private static func expression(in text: String) -> String? {
    guard text.utf8.first == UInt8(ascii: "/"), text.utf8.count > 1 else { return nil }
    let inner = text.dropFirst()
    guard inner.utf8.last == UInt8(ascii: "/") else { return nil }
    return inner.utf8.count > 1 ? String(inner.dropLast()) : nil
  }

  /// Text without capitals matches both cases; a letter after a backslash does not count.
  private static func ignoresCase(_ text: String) -> Bool {
    var isEscaped = false
    for byte in text.utf8 {
      if !isEscaped, byte &- 0x41 < 26 { return false }
      isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
    }
    return true
  }

  /// Whether it is a regular expression.
  package var isExpression: Bool { if case .expression = kind { true } else { false } }

  /// The lower-case text that every match holds; nil for an expression.
  var foldedNeedle: [UInt8]? {
    guard case .literal(let needle, _) = kind else { return nil }
    return needle.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
  }

  /// Whether letters of either case match.
  var ignoresCase: Bool { if case .literal(_, let ignoresCase) = kind { ignoresCase } else { true } }

  /// Whether the text holds the pattern.
  package func matches(_ text: some StringProtocol) -> Bool {
    switch kind {
    case .literal(let needle, let ignoresCase):
      // Nearly all texts are searched in place.
      text.utf8.withContiguousStorageIfAvailable { Self.holds(needle, ignoresCase, $0) }
        ?? Array(text.utf8).withUnsafeBufferPointer { Self.holds(needle, ignoresCase, $0) }
    case .expression(let expression): expression.firstMatch(in: Self.cut(String(text))) != nil
    }
  }

  /// The matches in a text, as ranges of UTF-8 offsets.
  package func matches(in text: String) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var from = 0
    switch kind {
    case .literal(let needle, let ignoresCase):
      Array(text.utf8).withUnsafeBufferPointer { bytes in
        while let start = Self.firstMatch(of: needle, ignoresCase, in: bytes, from: from) {
          found.append(start..<start + needle.count)
          from = start + needle.count
        }
      }
    case .expression(let expression):
      let text = Self.cut(text)
      while let range = expression.firstMatch(in: text, from: from) {
        if !range.isEmpty { found.append(range) }
        from = max(range.upperBound, range.lowerBound + 1)
      }
    }
    return found
  }

  private static func cut(_ text: String) -> String {
    text.utf8.count <= longest ? text : String(decoding: text.utf8.prefix(longest), as: UTF8.self)
  }

  private static func holds(
    _ needle: [UInt8], _ ignoresCase: Bool, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    firstMatch(of: needle, ignoresCase, in: bytes, from: 0) != nil
  }

  private static func firstMatch(
    of needle: [UInt8], _ ignoresCase: Bool, in bytes: UnsafeBufferPointer<UInt8>,
    from start: Int
  ) -> Int? {
    guard bytes.count >= needle.count else { return nil }
    var index = start
    while index + needle.count <= bytes.count {
      var length = 0
      while length < needle.count, fold(bytes[index + length], ignoresCase) == needle[length] { length += 1 }
      if length == needle.count { return index }
      index += 1
    }
    return nil
  }

  private static func fold(_ byte: UInt8, _ ignoresCase: Bool) -> UInt8 {
    ignoresCase && byte &- 0x41 < 26 ? byte | 0x20 : byte
  }

  /// Patterns with the same typed text are equal.
  package static func == (left: SearchPattern, right: SearchPattern) -> Bool { left.text == right.text }

  package func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
