/// The end of program output after which a report goes on in the same line.
enum OutputEnd {
  /// Whether output cannot be the prefix of another writer's lines: prefixes end with a blank or a sign.
  static func isSure(_ bytes: Span<UInt8>, _ output: Range<Int>) -> Bool {
    guard let last = output.last, bytes[last] > 0x20 else { return false }
    switch bytes[last] {
    case UInt8(ascii: "}"): return isRecord(bytes, output)
    case UInt8(ascii: ":"), UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "]"), UInt8(ascii: "\""),
      UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "+"), UInt8(ascii: "-"):
      return false
    default: return true
    }
  }

  /// Whether output is a record of a logger: `{"level":"info"}`.
  private static func isRecord(_ bytes: Span<UInt8>, _ output: Range<Int>) -> Bool {
    let text = bytes.trimmed(output)
    return bytes.has("{\"", at: text.lowerBound, end: text.upperBound)
  }
}
