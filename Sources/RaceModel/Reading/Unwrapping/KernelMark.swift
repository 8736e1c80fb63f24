/// What the kernel and its consoles print before each line besides the time.
enum KernelMark {
  /// Whether a number is the priority of a record of `/dev/kmsg` or of a netconsole, `3,901,41000001,-;`: headers print
  /// at another one than frames.
  static func isPriority(_ bytes: Span<UInt8>, _ number: Range<Int>, in range: Range<Int>) -> Bool {
    guard number.count <= 3 else { return false }
    if number.lowerBound > range.lowerBound {
      let before = bytes[number.lowerBound - 1]
      guard before <= 0x20 || before == UInt8(ascii: ",") else { return false }
    }
    var index = number.upperBound
    for _ in 0..<2 {
      guard bytes.has(",", at: index, end: range.upperBound),
        let (_, end) = bytes.decimal(at: index + 1, end: range.upperBound)
      else { return false }
      index = end
    }
    guard bytes.has(",", at: index, end: range.upperBound), index + 1 < range.upperBound else { return false }
    // Whether the line goes on, or who printed it.
    switch bytes[index + 1] {
    case UInt8(ascii: "-"), UInt8(ascii: "c"), UInt8(ascii: "+"): return true
    default: return false
    }
  }

  /// Whether two texts before lines name two callers, `[ T2207]` and `[ T3391]`: the lines are of two writers.
  static func areOfTwoCallers(
    _ first: Span<UInt8>, _ firstText: Range<Int>, _ second: Span<UInt8>, _ secondText: Range<Int>
  ) -> Bool {
    guard let own = caller(first, firstText), let other = caller(second, secondText) else { return false }
    return first.bytes(own) != second.bytes(other)
  }

  /// The task or processor that printed a line: `T2207` in `[ T2207]` or in `caller=T2207;`.
  private static func caller(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Range<Int>? {
    for index in text.dropFirst()
    where bytes[index] == UInt8(ascii: "T") || bytes[index] == UInt8(ascii: "C") {
      let before = bytes[index - 1]
      guard before == 0x20 || before == UInt8(ascii: "[") || before == UInt8(ascii: "="),
        let (_, end) = bytes.decimal(at: index + 1, end: text.upperBound), end < text.upperBound,
        bytes[end] == UInt8(ascii: "]") || bytes[end] == UInt8(ascii: ";")
      else { continue }
      return index..<end
    }
    return nil
  }
}
