import RaceModel
import RaceText
import RaceView
import ScreenHarness
import Testing

/// What goes to the clipboard.
@Suite struct CopyTests {
  private func copied(_ session: Session) -> String? {
    for case .copy(let text, _) in session.effects.reversed() { return text.text }
    return nil
  }

  @Test func `each choice of the menu is copied`() throws {
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
    #expect(copied(session) == "go test -race -run '^TestRateFeed$' ./...")
    session.press("cr")
    #expect(copied(session)?.contains("WARNING: DATA RACE") == true)
  }

  @Test func `an issue has the verdict, both accesses, the code and the report`() throws {
    let code = UndatedCode([Session.root + "/samples/shop"])
    var session = try Session(sample: "shop-v.log", columns: 120, rows: 40, code: code)
    session.press("/", "catalog.(*Catalog).Get", "Enter", "Enter", "ci")
    let text = try #require(copied(session))
    for part in [
      "Data race on `map`", "`catalog.(*Catalog).Get`", "it, ok := c.items[sku]", "c.items[it.SKU] = it",
      "<details><summary>The report</summary>", "WARNING: DATA RACE", "TestRestock",
    ] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test func `what the log does not tell cannot be copied`() throws {
    var session = try Session(sample: "kcsan.log", columns: 120, rows: 24)
    session.press("cg")
    #expect(session.lines[23].hasPrefix(" the log does not tell the test") && session.effects.isEmpty)
  }

  private static let commands: [(test: String, package: String?, command: String?)] = [
    ("TestA", "example.com/a", "go test -race -run '^TestA$' example.com/a"),
    ("TestA/b+c_(d)", nil, #"go test -race -run '^TestA$/^b\+c_\(d\)$' ./..."#),
    ("TestIt's", nil, #"go test -race -run '^TestIt'\''s$' ./..."#),
    ("BenchmarkA", "a", "go test -race -run '^$' -bench '^BenchmarkA$' a"),
    ("TestA", "-x;rm", "go test -race -run '^TestA$' '-x;rm'"),
    ("", "a", nil),
  ]

  @Test(arguments: commands)
  func `a test is run again by its whole name, whatever is in it`(
    _ test: String, _ package: String?, _ command: String?
  ) { #expect(TestCommand.text(PrintedDuring(package: package, test: test)) == command) }
}
