/// A line by which a program tells its CI system of an error: a text of several lines is on that one.
///
/// ```
/// ::error file=cart_test.go,line=12::WARNING: DATA RACE%0AWrite at 0x00c00009a040 by goroutine 7:%0A
/// ##vso[task.logissue type=error]WARNING: DATA RACE%0AWrite at 0x00c00009a040 by goroutine 7:%0A
/// ```
enum RunnerCommand {
  private static let words: [StaticString] = ["::error", "::warning", "::notice", "::debug", "##vso[task."]

  /// The text of a line that is one, or ends with one: a stamp may be before it. Nil where it is none.
  static func text(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Range<Int>? {
    for word in words {
      guard let at = bytes.first(word, in: line), at == line.lowerBound || bytes[at - 1] <= 0x20 else {
        continue
      }
      let rest = at + word.utf8CodeUnitCount..<line.upperBound
      let end =
        bytes[at] == UInt8(ascii: "#")
        ? bytes.first("]", in: rest).map { $0 + 1 }
        : bytes.first("::", in: rest).map { $0 + 2 }
      if let end { return end..<line.upperBound }
    }
    return nil
  }
}
