/// Runners of other languages than Go, and of Go.
///
/// ```
/// [ RUN      ] Shop.Takes                                  GoogleTest
/// Test Case '-[ShopTests testAdds]' started.               XCTest
///     Start 3: shop_test                                   ctest -V: each line of the test's output begins with `3: `
/// 3/10 Test #3: shop_test ....***Failed    0.03 sec        ctest --output-on-failure: the output follows
/// --- STDERR:              shop tests::adds ---            cargo nextest: the output follows
///         FAIL [   0.005s] (1/3) shop tests::adds          newer ones say this alone
/// ==================== Test output for //shop:shop_test:   Bazel: the output follows, up to a bar
/// ------------------------------                           ginkgo -v: a rule, the test's whole name, its place
/// Shop adds an item
/// /src/shop/shop_test.go:20
/// ```
extension TestAnnouncement {
  static func ofOtherRunner(_ bytes: Span<UInt8>, _ line: Range<Int>) -> TestAnnouncement? {
    let text = bytes.trimmed(line)
    guard text.count > 8 else { return nil }
    return googleTest(bytes, text) ?? xcTest(bytes, text) ?? cTest(bytes, text) ?? nextest(bytes, text)
      ?? bazel(bytes, text) ?? ginkgo(bytes, text)
  }

  /// `[ RUN      ] Suite.Name`, `[       OK ] Suite.Name (3 ms)`.
  private static func googleTest(_ bytes: Span<UInt8>, _ text: Range<Int>) -> TestAnnouncement? {
    if let at = bytes.first("[ RUN      ] ", in: text) {
      // The end of a colour may have lost its first byte, and no name begins so.
      let name = bytes.has("[m", at: at + 13, end: text.upperBound) ? at + 15 : at + 13
      return word(bytes, name..<text.upperBound).map { .test($0) }
    }
    for mark: StaticString in ["[       OK ] ", "[  FAILED  ] ", "[  SKIPPED ] "]
    where bytes.first(mark, in: text) != nil {
      return .end
    }
    return nil
  }

  /// `Test Case 'Suite.name' started at ...`, and `passed (0.003 seconds)`.
  private static func xcTest(_ bytes: Span<UInt8>, _ text: Range<Int>) -> TestAnnouncement? {
    guard let at = bytes.first("Test Case '", in: text) ?? bytes.first("Test case '", in: text),
      let end = bytes.first("' ", in: at + 11..<text.upperBound), end > at + 11
    else { return nil }
    return bytes.has("' started", at: end, end: text.upperBound) ? .test(at + 11..<end) : .end
  }

  /// `Start 3: NAME`, and `3/10 Test #3: NAME ....   Passed`.
  private static func cTest(_ bytes: Span<UInt8>, _ text: Range<Int>) -> TestAnnouncement? {
    if let at = bytes.first("Start ", in: text), at == text.lowerBound || bytes[at - 1] <= 0x20,
      let (number, name) = numbered(bytes, at + 6..<text.upperBound)
    {
      return .numbered(name, number: number)
    }
    guard let at = bytes.first(" Test ", in: text), let mark = bytes.first("#", in: at + 6..<text.upperBound),
      bytes.trimmed(at + 6..<mark).isEmpty, let (_, rest) = numbered(bytes, mark + 1..<text.upperBound),
      let end = bytes.first(" ..", in: rest) ?? bytes.first("...", in: rest), end > rest.lowerBound
    else { return nil }
    return bytes.first("***", in: end..<text.upperBound) == nil ? .end : .test(rest.lowerBound..<end)
  }

  /// `3: NAME`: the number, which may be set to the right, and what follows it.
  private static func numbered(_ bytes: Span<UInt8>, _ text: Range<Int>) -> (Range<Int>, Range<Int>)? {
    let text = bytes.trimmed(text)
    var end = text.lowerBound
    while end < text.upperBound, bytes[end] &- 0x30 < 10 { end += 1 }
    guard end > text.lowerBound, bytes.has(": ", at: end, end: text.upperBound) else { return nil }
    let rest = bytes.trimmed(end + 2..<text.upperBound)
    return rest.isEmpty ? nil : (text.lowerBound..<end, rest)
  }

  /// `--- STDERR:   BINARY NAME ---`, and `FAIL [   0.005s] (1/3) BINARY NAME`.
  private static func nextest(_ bytes: Span<UInt8>, _ text: Range<Int>) -> TestAnnouncement? {
    if let at = bytes.first("STDERR: ", in: text) ?? bytes.first("STDOUT: ", in: text), at > text.lowerBound {
      let rule = bytes.trimmed(text.lowerBound..<at)
      guard bytes.ends("---", in: rule) || bytes.ends("\u{2500}\u{2500}", in: rule) else { return nil }
      return binaryAndTest(bytes, at + 8..<text.upperBound)
    }
    guard let at = bytes.first(" [ ", in: text), let close = bytes.first("s] ", in: at + 3..<text.upperBound),
      RunnerVerdict.isTime(bytes, bytes.trimmed(at + 3..<close + 1))
    else { return nil }
    let status = bytes.trimmed(text.lowerBound..<at)
    if bytes.ends("PASS", in: status) { return .end }
    guard bytes.ends("FAIL", in: status) else { return nil }
    var rest = bytes.trimmed(close + 3..<text.upperBound)
    if bytes.has("(", at: rest.lowerBound, end: rest.upperBound), let end = bytes.first(") ", in: rest) {
      rest = bytes.trimmed(end + 2..<rest.upperBound)
    }
    return binaryAndTest(bytes, rest)
  }

  private static func binaryAndTest(_ bytes: Span<UInt8>, _ text: Range<Int>) -> TestAnnouncement? {
    guard let binary = word(bytes, text), let name = word(bytes, binary.upperBound..<text.upperBound),
      bytes[name.lowerBound] != UInt8(ascii: "-")
    else { return nil }
    return .output(name, package: binary)
  }

  /// `==================== Test output for //shop:shop_test (shard 2 of 5):`, and the bar of 80 at the output's end.
  private static func bazel(_ bytes: Span<UInt8>, _ text: Range<Int>) -> TestAnnouncement? {
    if let at = bytes.first("==================== Test output for ", in: text) {
      guard var label = word(bytes, at + 37..<text.upperBound) else { return nil }
      if bytes.ends(":", in: label) { label = label.dropLast() }
      return label.isEmpty ? nil : .block(test: nil, package: label)
    }
    return endOfBlock(bytes, text)
  }

  /// The bar of 80 that a text ends with.
  static func endOfBlock(_ bytes: Span<UInt8>, _ text: Range<Int>) -> TestAnnouncement? {
    rule(bytes, text, of: UInt8(ascii: "="), count: 80) == nil ? nil : .blockEnd
  }

  /// A rule of 30, above a test's name and its place; alone where a test ends.
  private static func ginkgo(_ bytes: Span<UInt8>, _ text: Range<Int>) -> TestAnnouncement? {
    guard let rule = rule(bytes, text, of: UInt8(ascii: "-"), count: 30) else { return nil }
    let prefix = rule - (bytes.last(0x0A, in: 0..<rule).map { $0 + 1 } ?? 0)
    let name = lineBelow(bytes, text.upperBound, prefix: prefix)
    let place = lineBelow(bytes, name.upperBound, prefix: prefix)
    guard !name.isEmpty, let colon = bytes.last(UInt8(ascii: ":"), in: place),
      bytes.ends(".go", in: place.lowerBound..<colon), colon + 1 < place.upperBound,
      (colon + 1..<place.upperBound).allSatisfy({ bytes[$0] &- 0x30 < 10 })
    else { return .blockEnd }
    return .block(test: name, package: nil)
  }

  /// The text of the line below a place, without a prefix as long as that of the line above.
  private static func lineBelow(_ bytes: Span<UInt8>, _ end: Int, prefix: Int) -> Range<Int> {
    guard let lineEnd = bytes.first(0x0A, in: end..<bytes.count) else { return end..<end }
    let next = bytes.first(0x0A, in: lineEnd + 1..<bytes.count) ?? bytes.count
    return bytes.trimmed(min(next, lineEnd + 1 + prefix)..<next)
  }

  /// Where a rule of so many signs begins that ends a text; a prefix may stand before it.
  static func rule(_ bytes: Span<UInt8>, _ text: Range<Int>, of sign: UInt8, count: Int) -> Int? {
    let start = text.upperBound - count
    guard start >= text.lowerBound, (start..<text.upperBound).allSatisfy({ bytes[$0] == sign }) else {
      return nil
    }
    return start == text.lowerBound || bytes[start - 1] <= 0x20 ? start : nil
  }

  /// The first word of a text.
  private static func word(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Range<Int>? {
    let text = bytes.trimmed(text)
    return text.isEmpty ? nil : text.lowerBound..<bytes.wordEnd(in: text)
  }
}
