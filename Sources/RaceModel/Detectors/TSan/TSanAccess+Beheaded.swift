/// Headers that have lost their first characters.
extension TSanAccess {
  /// Reads a header without its first characters, as the first lines of a paste may have them:
  /// `rite of size 8 at 0xHEX by thread T2:`. All the rest has to be there.
  static func parseBeheaded(_ bytes: Span<UInt8>, _ line: Range<Int>) -> TSanAccess? {
    guard let last = line.last, bytes[last] == UInt8(ascii: ":"),
      let size = bytes.first(
        " of size ", in: line.lowerBound..<min(line.upperBound, line.lowerBound + reach)),
      let verb = verbs.first(where: { bytes.isEnd(of: $0.words, line.lowerBound..<size) })
    else { return nil }
    var access = TSanAccess()
    access.operation = verb.operation
    access.isPrevious = verb.isPrevious
    access.isAtomic = verb.isAtomic
    guard access.readEnd(bytes, size..<line.upperBound), access.isWhole, !access.isTerse else { return nil }
    return access
  }

  /// Longer than the longest words and ` of size ` together.
  private static let reach = 32

  /// What headers begin with, what the least is lost of first.
  private static let verbs: [(words: StaticString, operation: Operation, isPrevious: Bool, isAtomic: Bool)] =
    [
      ("Write", .write, false, false), ("Read", .read, false, false),
      ("Atomic write", .write, false, true), ("Atomic read", .read, false, true),
      ("Previous write", .write, true, false), ("Previous read", .read, true, false),
      ("Previous atomic write", .write, true, true), ("Previous atomic read", .read, true, true),
    ]
}
