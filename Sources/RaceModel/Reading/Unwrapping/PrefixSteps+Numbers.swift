extension PrefixSteps {
  /// Whether another prefix has the same parts, but other numbers in its literals: that of another writer.
  func hasOtherNumbers(than other: PrefixSteps) -> Bool {
    guard all.count == other.all.count else { return false }
    var differs = false
    for (own, others) in zip(all, other.all) {
      guard own.kind == others.kind else { return false }
      let (text, otherText) = (literal(own), other.literal(others))
      guard text != otherText else { continue }
      guard Self.withoutNumbers(text) == Self.withoutNumbers(otherText) else { return false }
      differs = true
    }
    return differs
  }

  /// The text with a zero byte for each number.
  private static func withoutNumbers(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    for byte in text {
      let isDigit = byte &- 0x30 < 10
      if !isDigit || result.last != 0 { result.append(isDigit ? 0 : byte) }
    }
    return result
  }
}
