/// Texts that a line may begin with. For most lines the first byte rules all of them out.
struct TextStarts: ExpressibleByArrayLiteral, Sendable {
  private let texts: [StaticString]
  /// One bit for each first byte, in the lower and the upper half of ASCII.
  private let firsts: (UInt64, UInt64)

  /// None of the texts is empty, and all begin with ASCII.
  init(arrayLiteral texts: StaticString...) {
    self.texts = texts
    var firsts: (UInt64, UInt64) = (0, 0)
    for text in texts {
      let byte = text.utf8Start.pointee
      if byte < 64 { firsts.0 |= 1 << UInt64(byte) } else { firsts.1 |= 1 << UInt64(byte - 64) }
    }
    self.firsts = firsts
  }

  /// Whether `range` begins with one of them.
  func begin(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard let first = range.first, bytes[first] < 128 else { return false }
    let bits = bytes[first] < 64 ? firsts.0 : firsts.1
    guard bits >> UInt64(bytes[first] & 63) & 1 != 0 else { return false }
    return texts.contains { bytes.has($0, at: range.lowerBound, end: range.upperBound) }
  }
}
