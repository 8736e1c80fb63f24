import GrammarExamples
import Testing

@testable import RaceModel

/// The tests that other runners than `go test` announce above what they print.
@Suite struct OtherRunnerTests {
  private static let native = TSanExamples.lines(TSanExamples.plain)
  private static let go = GoExamples.lines(GoExamples.plain)

  /// Package and test of each report, `-` if unknown.
  private static func names(_ lines: [String]) throws -> [String] {
    try ReadLog(lines.map { $0 + "\n" }.joined()).testNames
  }

  private static let rule = String(repeating: "-", count: 30)
  private static let bar = String(repeating: "=", count: 80)

  private static let announced: [(above: [String], names: String)] = [
    (["[----------] 2 tests from Shop", "[ RUN      ] Shop.Takes"], "- Shop.Takes"),
    (["[ RUN      ] Sizes/Shop.Takes/0"], "- Sizes/Shop.Takes/0"),
    (["[ RUN      ] Shop.Takes", "[       OK ] Shop.Takes (3 ms)"], "- -"),
    (["[ RUN      ] Shop.Takes", "[  FAILED  ] Shop.Takes (3 ms)"], "- -"),
    (["Test Case '-[ShopTests testAdds]' started."], "- -[ShopTests testAdds]"),
    (["Test Case 'ShopTests.testAdds' started at 2026-11-22 09:00:00.000"], "- ShopTests.testAdds"),
    (["Test Case 'ShopTests.testAdds' passed (0.003 seconds)"], "- -"),
    (["Test case 'ShopTests.testAdds()' started on 'My Mac'"], "- ShopTests.testAdds()"),
    (["    Start 2: other_test", "2/3 Test #2: other_test .......   Passed    0.01 sec"], "- -"),
    (["    Start 2: shop_test", "2/3 Test #2: shop_test .......***Failed    0.01 sec"], "- shop_test"),
    (["1/1 Test  #1: shop test ...Subprocess aborted***Exception:   0.01 sec"], "- shop test"),
    // Another test runs meanwhile: what it prints has its number.
    (["    Start 2: shop_test"], "- -"),
    (["--- STDERR:              shop tests::adds ---"], "shop tests::adds"),
    (["──── STDERR:             shop::cart adds"], "shop::cart adds"),
    (["        FAIL [   0.005s] (1/3) shop tests::adds"], "shop tests::adds"),
    (["        FAIL [   0.005s] shop tests::adds", "        PASS [   0.002s] shop tests::takes"], "- -"),
    (["==================== Test output for //shop:shop_test:"], "//shop:shop_test -"),
    (["==================== Test output for //shop:shop_test (shard 2 of 5):"], "//shop:shop_test -"),
    (["==================== Test output for //shop:shop_test:", bar], "- -"),
    (["=== RUN   TestShop", rule, "Shop adds an item", "/src/shop/shop_test.go:20"], "- Shop adds an item"),
    (["=== RUN   TestShop", rule, "Shop adds an item", "/src/shop/shop_test.go:20", rule], "- TestShop"),
    // A test may print rules and bars of its own.
    (["=== RUN   TestShop", rule, "items", rule, bar], "- TestShop"),
    // Text that only looks like it.
    (["STDERR: shop tests::adds", "FAIL [ 3 of 9] shop tests::adds", "Start 2 tests: now"], "- -"),
  ]

  @Test(arguments: announced.indices, ["", "2026-11-22T09:41:06.7055017Z "])
  func `what is announced above a report names its test`(position: Int, prefix: String) throws {
    let (above, names) = Self.announced[position]
    #expect(try Self.names((above + Self.native).map { prefix + $0 }) == [names])
    #expect(try Self.names((above + Self.go).map { prefix + $0 }) == [names])
  }

  @Test func `of tests that ctest runs at once the number tells which one prints`() throws {
    let lines = ["    Start 2: other_test", "    Start 3: shop_test"] + Self.native.map { "3: " + $0 }
    #expect(try Self.names(lines) == ["- shop_test"])
    let other = ["    Start 2: other_test", "    Start 3: shop_test"] + Self.native.map { "2: " + $0 }
    #expect(try Self.names(other) == ["- other_test"])
    let third = ["    Start 2: other_test", "    Start 3: shop_test"] + Self.native.map { "4: " + $0 }
    #expect(try Self.names(third) == ["- -"])
  }

  @Test func `a block ends at its bar, and a later one has its own name`() throws {
    let block = { (name: String) in
      ["==================== Test output for \(name):"] + Self.native + [Self.bar]
    }
    #expect(
      try Self.names(block("//shop:a") + block("//shop:b") + Self.native) == [
        "//shop:a -", "//shop:b -", "- -",
      ])
  }

  @Test func `a spec that began two reports ago is over at the next rule`() throws {
    let spec = { (name: String) in [Self.rule, name, "/src/shop_test.go:20"] }
    let lines =
      ["=== RUN   TestShop"] + spec("Shop adds") + Self.go + [Self.rule] + Self.go + spec("Shop takes")
      + Self.go
    #expect(try Self.names(lines) == ["- Shop adds", "- TestShop", "- Shop takes"])
  }
}
