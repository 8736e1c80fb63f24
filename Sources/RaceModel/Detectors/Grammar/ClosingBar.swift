/// The row of `=` that ends a report of the runtime that Go and ThreadSanitizer share.
enum ClosingBar {
  /// What stands before the bar on its line, text that another thread printed; nil where there is no bar.
  static func junk(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Range<Int>? {
    var start = line.upperBound
    while start > line.lowerBound, bytes[start - 1] == UInt8(ascii: "=") { start -= 1 }
    let length = line.upperBound - start
    // Behind other text only a whole one is believed.
    return length >= (start == line.lowerBound ? 10 : 18) ? line.lowerBound..<start : nil
  }
}
