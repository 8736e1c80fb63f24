import GrammarExamples
import Testing

@testable import RaceModel

/// Tests that are announced in colour, by several at once, or inside of another runner's output.
@Suite struct `Announcements of tests` {
  private static let report = TSanExamples.lines(TSanExamples.plain)

  /// Package and test of each report, `-` if unknown.
  private static func names(_ lines: [String]) throws -> [String] {
    let log = try ReadLog(lines.map { $0 + "\n" }.joined())
    #expect(log.contradictions == [])
    return log.testNames
  }

  // MARK: Colours

  private static let colored: [(above: [String], names: String)] = [
    (["\u{1B}[0;32m[ RUN      ] \u{1B}[mCart.Add"], "- Cart.Add"),
    (["\u{1B}[0;32m[ RUN      ] \u{1B}[0mCart.Add"], "- Cart.Add"),
    (["[0;32m[ RUN      ] [mCart.Add"], "- Cart.Add"),
    (
      ["\u{1B}[0;32m[ RUN      ] \u{1B}[mCart.Add", "\u{1B}[0;32m[       OK ] \u{1B}[mCart.Add (3 ms)"], "- -"
    ),
    (["\u{1B}[36m=== RUN   TestCart\u{1B}[0m"], "- TestCart"),
    (
      [
        "\u{1B}[31;1m        FAIL\u{1B}[0m [   0.005s] (1/3) \u{1B}[35;1mshop\u{1B}[0m \u{1B}[36mtests\u{1B}[0m::\u{1B}[34madds"
      ], "shop tests::adds"
    ),
  ]

  @Test(arguments: colored.indices, ["", "2026-11-22T09:41:06.7055017Z ", "12: "])
  func `may be in colour`(_ position: Int, _ prefix: String) throws {
    let (above, names) = Self.colored[position]
    #expect(try Self.names((above + Self.report).map { prefix + $0 }) == [names])
  }

  // MARK: Writers

  private static let writers: [(first: String, second: String)] = [
    ("12: ", "13: "), ("api-1  | ", "db-1   | "), ("[talker-1] ", "[listener-2] "),
    ("2026-11-22T09:41:06.7055017Z 12: ", "2026-11-22T09:41:06.7055017Z 13: "),
    ("\u{1B}[33mapi-1  |\u{1B}[0m ", "\u{1B}[36mdb-1   |\u{1B}[0m "),
  ]

  @Test(arguments: writers.indices)
  func `count for what their writer prints`(_ position: Int) throws {
    let (first, second) = Self.writers[position]
    let above = [first + "[ RUN      ] Cart.Add", second + "[ RUN      ] Cart.Put"]
    #expect(try Self.names(above + Self.report.map { first + $0 }) == ["- Cart.Add"])
    #expect(try Self.names(above + Self.report.map { second + $0 }) == ["- Cart.Put"])
    let over = above + [first + "[       OK ] Cart.Add (3 ms)"]
    #expect(try Self.names(over + Self.report.map { first + $0 }) == ["- -"])
    #expect(try Self.names(over + Self.report.map { second + $0 }) == ["- Cart.Put"])
  }

  @Test func `of one container are none of another one`() throws {
    let lines = ["api-1  | [ RUN      ] Cart.Add"] + Self.report.map { "web-1  | " + $0 }
    #expect(try Self.names(lines) == ["- -"])
  }

  @Test func `count for all where lines are numbered`() throws {
    let lines = (["[ RUN      ] Cart.Add"] + Self.report).enumerated().map { "\($0 + 12): \($1)" }
    #expect(try Self.names(lines) == ["- Cart.Add"])
  }

  @Test func `of a test of ctest that has tests of its own`() throws {
    let above = ["    Start 2: cart_test", "    Start 3: shop_test", "2: [ RUN      ] Cart.Add"]
    #expect(try Self.names(above + Self.report.map { "2: " + $0 }) == ["- Cart.Add"])
    #expect(try Self.names(above + Self.report.map { "3: " + $0 }) == ["- shop_test"])
  }

  // MARK: Blocks

  private static let bar = String(repeating: "=", count: 80)

  @Test func `inside of a package's output are of the package`() throws {
    let block = ["==================== Test output for //cart:add_test:", "[ RUN      ] Cart.Add"]
    #expect(try Self.names(block + Self.report) == ["//cart:add_test Cart.Add"])
    let over = block + ["[       OK ] Cart.Add (3 ms)"]
    #expect(try Self.names(over + Self.report) == ["//cart:add_test -"])
    #expect(try Self.names(over + [Self.bar] + Self.report) == ["- -"])
    #expect(
      try Self.names(
        block + Self.report + ["[       OK ] Cart.Add (3 ms)", "[ RUN      ] Cart.Put"] + Self.report)
        == ["//cart:add_test Cart.Add", "//cart:add_test Cart.Put"])
    let next = block + Self.report + [Self.bar, "==================== Test output for //cart:put_test:"]
    #expect(try Self.names(next + Self.report) == ["//cart:add_test Cart.Add", "//cart:put_test -"])
  }
}
