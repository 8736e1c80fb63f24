import Testing

@testable import RaceModel

@Suite struct `Links of Markdown` {
  private func clean(_ text: String) -> String {
    let line = Array(text.utf8)
    var result: [UInt8] = []
    TextCleaning.clean(line.span, 0..<line.count, into: &result)
    return String(decoding: result, as: UTF8.self)
  }

  private func hasLink(_ text: String) -> Bool {
    let line = Array(text.utf8)
    return MarkdownText.hasLink(line.span, 0..<line.count)
  }

  @Test(arguments: [
    ("  [example.com/app](http://example.com/app).Fill()", "  example.com/app.Fill()"),
    ("  <http://example.com/app|example.com/app>.Fill()", "  example.com/app.Fill()"),
    ("[/src/main.go:7](https://github.com/e/s/blob/main/src/main.go#L7) +0x3a", "/src/main.go:7 +0x3a"),
    ("#0 a [/src/a.c:2:9](https://h/e/a.c?line=2) (a+0x1)", "#0 a /src/a.c:2:9 (a+0x1)"),
    ("/src/[main.go](https://h/e/main.go#L7):7 +0x3a", "/src/main.go:7 +0x3a"),
    ("by thread [#1](https://github.com/e/s/issues/1)", "by thread #1"),
    ("by thread [#1](https://github.com/e/s/issues/1#issuecomment-20)", "by thread #1"),
    ("by thread [#1](https://github.com/e/s/issues/1 \"A race (of two)\") here", "by thread #1 here"),
    ("by thread [#1](../issues/1):", "by thread #1:"), ("[#12](../../pull/12) main", "#12 main"),
    ("  example.com/shop/cart<https://example.com/shop/cart>.Add()", "  example.com/shop/cart.Add()"),
    ("  example.com/shop/cart.Add <http://example.com/shop/cart.Add>()", "  example.com/shop/cart.Add()"),
    ("  /mod/e.com/cart@v1.2.3<mailto:cart@v1.2.3>/a.go:9 +0x3a", "  /mod/e.com/cart@v1.2.3/a.go:9 +0x3a"),
    ("see Example.com <http://example.com/>.", "see Example.com."),
  ])
  func `tell no more than their text`(_ line: String, _ text: String) {
    #expect(clean(line) == text)
    #expect(hasLink(line))
  }

  @Test(arguments: [
    "see [this](https://example.com/x)", "[/src/main.go:7](https://h/e/other.go#L7)", "[#1](../issues/12)",
    "[#1](../issues/2)", "[#1]", "[#1](", "main.F[...](x)", "[main](https://h/main)",
    "[/src/main.go:x](https://h/main.go)", "[a](b.go)", "[main.go](main.go)",
    "see <https://example.com/cart>", "cart<https://example.com/cart>", "<http://example.com/>",
    "example.com  <http://example.com>", "b@example.com<mailto:a@example.com>", "std::map<http::Cart, int>",
  ])
  func `stay where they tell more`(_ line: String) {
    #expect(clean(line) == line)
    #expect(!hasLink(line))
  }

  /// As Outlook and Gmail write mails as plain text.
  @Test(arguments: ["", "> ", "shop-1  | "])
  func `that a mail program puts behind names and paths of a report`(_ prefix: String) throws {
    let text = """
      WARNING: DATA RACE
      Write at 0x00c000124010 by main goroutine:
        example.com/shop/cart<https://example.com/shop/cart>.(*Cart).Add()
            /mod/example.com/shop@v1.2.3<mailto:shop@v1.2.3>/cart/cart.go:14 +0x8e

      Previous read at 0x00c000124010 by goroutine 18:
        example.com/shop/cart.Count <http://example.com/shop/cart.Count>()
            /mod/example.com/shop@v1.2.3 <mailto:shop@v1.2.3>/cart/cart.go:9 +0x3a

      Goroutine 18 (finished) created at:
        main.main()
            /src/main.go:8 +0x7c
      ==================
      """
    let log = try ReadLog(text.prefixed(prefix))
    #expect(
      log.stacks == [
        "example.com/shop/cart.(*Cart).Add /mod/example.com/shop@v1.2.3/cart/cart.go:14",
        "example.com/shop/cart.Count /mod/example.com/shop@v1.2.3/cart/cart.go:9", "main.main /src/main.go:8",
      ])
    #expect(log.entries.map(\.isComplete) == [true])
    #expect(log.contradictions == [])
  }
}
