/// The eight bytes that Docker's API puts before each piece of what a container prints: the number of the stream, three
/// zeros, and how many bytes follow, the highest byte first.
///
/// ```
/// 02 00 00 00 00 00 00 28   example.com/app/store.TestGet.func1()
/// ```
///
/// A piece is a line, or several. The last byte is often a sign that can be printed: here a bracket.
enum StreamFrame {
  private static let count = 8

  /// Where the text of a line begins behind such bytes; nil where it has none.
  @inline(__always)
  static func textStart(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? {
    // No text begins with such a byte.
    guard line.count >= count, bytes[line.lowerBound] <= 2 else { return nil }
    let start = line.lowerBound
    for index in start + 1..<start + 4 where bytes[index] != 0 { return nil }
    var length = 0
    for index in start + 4..<start + count { length = length << 8 | Int(bytes[index]) }
    // All of the line is in the piece.
    return length > 0 && length >= line.count - count ? start + count : nil
  }
}
