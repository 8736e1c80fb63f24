extension String {
  /// Whether it has `part` in it, compared byte by byte: a search by characters takes many times as long.
  func hasBytes(of part: StaticString) -> Bool {
    let bytes = utf8Span.span
    return bytes.first(part, in: 0..<bytes.count) != nil
  }
}
