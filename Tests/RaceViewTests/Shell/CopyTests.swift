import RaceModel
import RaceText
import RaceView
import ScreenHarness
import Testing

/// The contents of the clipboard.
@Suite struct CopyTests {
  private func copied(_ session: Session) -> String? {
    for case .copy(let text, _) in session.effects.reversed() { return text.text }
    return nil
  }

  @Test func `copies each choice of the menu`() throws {
    var session = try Session(sample: "shop-v.log", columns: 120, rows: 24)
    session.press("cl")
    let place = try #require(copied(session))
    #expect(place == "/src/shop/pool/pool.go:32")
    session.press("cb")
    let function = "example.com/shop/pool.(*Pool).worker"
    #expect(copied(session) == "\(place): A read \(function)\n\(place): B write \(function)\n")
    session.press("ck")
    #expect(copied(session) == session.index.races[session.order[0]].key.description)
    session.press("cg")
    #expect(copied(session) == "go test -race -run '^TestRateFeed$' example.com/shop/cart")
    session.press("cr")
    #expect(copied(session)?.contains("WARNING: DATA RACE") == true)
  }

  @Test func `an issue has the verdict, both accesses, the code and the report`() throws {
    let code = UndatedCode([Session.root + "/samples/shop"])
    var session = try Session(sample: "shop-v.log", columns: 120, rows: 40, code: code)
    session.press("/", "catalog.(*Catalog).Get", "Enter", "Enter", "ci")
    let text = try #require(copied(session))
    for part in [
      "Data race on `c.items`", "`catalog.(*Catalog).Get`", "it, ok := c.items[sku]", "c.items[it.SKU] = it",
      "<details><summary>The report</summary>", "WARNING: DATA RACE", "TestRestock",
    ] {
      #expect(text.contains(part), "\(part)")
    }
  }

  /// Races between each pair of three functions: a rule that hides one also hides another.
  private static let triangle = [("get", "put"), ("get", "look"), ("put", "look")].map { first, second in
    """
    WARNING: ThreadSanitizer: data race (pid=7)
      Write of size 4 at 0x7b0400000010 by thread T1:
        #0 \(first) /src/\(first).c:12 (pond+0x10)

      Previous read of size 4 at 0x7b0400000010 by main thread:
        #0 \(second) /src/\(second).c:30 (pond+0x20)
    ==================

    """
  }.joined()

  @Test func `copies the narrowest suppression, wider ones as comments`() throws {
    var session = try Session(sample: "shop-v.log", columns: 120, rows: 24)
    session.press("cs")
    let lines = try #require(copied(session)).split(separator: "\n")
    #expect(lines.filter { !$0.hasPrefix("#") } == ["race_top:^example.com/shop/pool.(*Pool).worker$"])
    #expect(lines.contains("#   hides 3 reports of 1 race") && lines.contains { $0.hasPrefix("# or: race:") })
  }

  @Test func `a suppression that hides another race says so`() throws {
    var session = try Session(log: Self.triangle)
    session.press("cs")
    let text = try #require(copied(session))
    #expect(text.contains("#   hides 2 reports of 2 races in 1 family\n#   also "))
    guard case .copy(_, let what)? = session.effects.last else { return #expect(Bool(false)) }
    #expect(what.hasPrefix("race_top:^") && what.hasSuffix("$; it also hides 1 other race"))
  }

  @Test func `refuses to copy what the log does not have`() throws {
    var session = try Session(sample: "kcsan.log", columns: 120, rows: 24)
    session.press("cg")
    #expect(session.lines[23].hasPrefix(" the log does not name the test") && session.effects.isEmpty)
  }

  private static let commands: [(test: String, package: String?, command: String?)] = [
    ("TestA", "example.com/a", "go test -race -run '^TestA$' example.com/a"),
    ("TestA/b+c_(d)", nil, #"go test -race -run '^TestA$/^b\+c_\(d\)$' ./..."#),
    ("TestIt's", nil, #"go test -race -run '^TestIt'\''s$' ./..."#),
    ("BenchmarkA", "a", "go test -race -run '^$' -bench '^BenchmarkA$' a"),
    ("TestA", "-x;rm", "go test -race -run '^TestA$' '-x;rm'"),
    ("", "a", nil),
    ("TestA", "//shop:shop_test", "go test -race -run '^TestA$' ./..."),
    // Tests of GoogleTest, XCTest, nextest and ginkgo.
    ("TestShop.Takes", nil, nil), ("-[ShopTests testAdds]", nil, nil), ("tests::adds", "shop", nil),
    ("Shop adds an item", nil, nil),
  ]

  @Test(arguments: commands)
  func `reruns a test by its whole name, whatever is in it`(
    _ test: String, _ package: String?, _ command: String?
  ) { #expect(TestCommand.text(PrintedDuring(package: package, test: test), .go) == command) }

  @Test func `a test of a program that is not of Go has no such command`() {
    #expect(TestCommand.text(PrintedDuring(package: nil, test: "TestQueue/0.Push"), .tsan) == nil)
  }
}
