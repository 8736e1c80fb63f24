/// A pattern of ThreadSanitizer's and Go's suppressions: a part of a text, `^` for its beginning, `$` for its end, `*` for
/// anything between.
///
/// Source: `TemplateMatch` in compiler-rt's sanitizer_common.cpp.
package struct SuppressionPattern: Hashable, Sendable {
  /// The pattern as written.
  package let text: String

  /// A pattern as written.
  package init(_ text: String) { self.text = text }

  /// A pattern for a whole name, or for its beginning if it has a character that ends patterns.
  package init(name: String) {
    let plain = name.prefix { $0 != "$" }
    text = plain.count == name.count ? "^\(name)$" : "^\(plain)"
  }

  /// Whether it matches a name.
  package func matches(_ name: String) -> Bool {
    var rest = Array(name.utf8)[...]
    if rest.isEmpty { return false }
    var pattern = Array(text.utf8)[...]
    var isAtStart = pattern.first == UInt8(ascii: "^")
    if isAtStart { pattern.removeFirst() }
    var isBehindAny = false
    while let first = pattern.first {
      if first == UInt8(ascii: "*") {
        pattern.removeFirst()
        (isAtStart, isBehindAny) = (false, true)
        continue
      }
      if first == UInt8(ascii: "$") { return rest.isEmpty || isBehindAny }
      let part = pattern.prefix { $0 != UInt8(ascii: "*") && $0 != UInt8(ascii: "$") }
      guard let found = Self.first(part, in: rest), !isAtStart || found == rest.startIndex else {
        return false
      }
      rest = rest[(found + part.count)...]
      pattern = pattern[part.endIndex...]
      (isAtStart, isBehindAny) = (false, false)
    }
    return true
  }

  private static func first(_ part: ArraySlice<UInt8>, in text: ArraySlice<UInt8>) -> Int? {
    guard part.count <= text.count else { return nil }
    return (text.startIndex...(text.endIndex - part.count)).first { text[$0...].starts(with: part) }
  }
}
