/// The sign that editors and viewers put before text that they wrap to the next line.
///
/// ```
///       /opt/hostedtoolcache/go/1.22.1/x64/src/testing/testing.go:1689 +0x
/// ↪ 21e
/// ```
enum WrapMark {
  private static let marks: [StaticString] = ["↪", "↳", "⤷"]

  /// The rest of a line, trimmed, without the sign.
  static func removed(from bytes: Span<UInt8>, _ rest: Range<Int>) -> Range<Int> {
    guard let first = rest.first, bytes[first] == 0xE2,
      let mark = marks.first(where: { bytes.has($0, at: first, end: rest.upperBound) })
    else { return rest }
    return bytes.trimmed(first + mark.utf8CodeUnitCount..<rest.upperBound)
  }
}
