import RaceModel
import RaceText
import RaceView
import RaceWork
import ScreenHarness
import Testing

/// The footer and small terminals.
@Suite struct FooterTests {
  @Test(arguments: [(80, 24), (60, 16), (99, 30), (30, 10), (20, 5)])
  func `always shows the place in the list`(size: (Int, Int)) throws {
    var session = try Session(sample: "shop-test.log", columns: size.0, rows: size.1)
    session.press("j")
    let footer = try #require(session.lines.last { !$0.isEmpty })
    #expect(footer.hasSuffix(" 2 of 13"))
    #expect(footer.contains("? help"))
    if size.0 >= 30 { #expect(footer.contains("? help  q quit")) }
  }

  @Test(arguments: [(59, 24), (80, 15), (40, 12)])
  func `says that the terminal is too small until the next key`(size: (Int, Int)) throws {
    var session = try Session(sample: "shop-test.log", columns: size.0, rows: size.1)
    #expect(session.lines.contains { $0.hasPrefix(" a small terminal (under 60x16)") })
    #expect(session.lines.contains { $0.hasPrefix("▸  3  R  ") && $0.contains("(*Pool).worker") })
    session.press("j")
    #expect(!session.text.contains("too small"))
  }

  @Test func `warns when the terminal becomes too small, not when it is large enough`() throws {
    var session = try Session(sample: "shop-test.log", columns: 60, rows: 16)
    #expect(!session.text.contains("too small"))
    session.send(.input(.resize(columns: 60, rows: 15)))
    #expect(session.text.contains("a small terminal (under 60x16)"))
  }

  @Test func `help says when it has more lines than fit`() throws {
    var session = try Session(sample: "shop-test.log", columns: 80, rows: 24)
    session.press("?")
    #expect(session.lines[23].contains(" 1 of "))
    session.press(.end)
    #expect(!session.lines[23].contains(" 1 of ") && session.lines[23].contains(" of "))
  }

  @Test func `the raw report shows its race's number in the list`() throws {
    var session = try Session(sample: "shop-v.log", columns: 80, rows: 24)
    session.press("Enter")
    #expect(session.lines[0].contains("Race 1 of 13  ×3  [1/3]"))
    session.press("]", "v")
    #expect(session.lines[0].hasSuffix(" in race 1 of 13  [2/3]"))
  }

  @Test func `a long path makes room for the counts of races and reports`() throws {
    var session = try Session(sample: "shop-test.log", columns: 80, rows: 24)
    session.retitle(String(repeating: "folder/", count: 12) + "x.log and 74 more")
    #expect(session.lines[0].hasSuffix("and 74 more   13 races in 20 reports"))
    #expect(session.lines[0].hasPrefix(" racetui  …/folder/"))
  }

  @Test func `the log screen does not offer its own key`() throws {
    var session = try Session(sample: "shop-test.log", columns: 80, rows: 24)
    session.press("i")
    #expect(!session.lines[23].contains("i about") && session.lines[23].contains("q back"))
  }

  @Test func `sites are not shortened to make room for test names`() throws {
    let log = try LogFile.open(Session.root + "/samples/shop-v.log").bytes(0..<1 << 20)
    let text = String(decoding: log, as: UTF8.self)
    #expect(try Session(log: text).lines[1].contains("   test"))
    // The columns for runs and for half reports come before the one for tests.
    let session = try Session(logs: [
      text, "WARNING: DATA RACE\nWrite at 0x00c0 by goroutine 7:\n  main.f()\n",
    ])
    #expect(session.text.contains("cart.TestRateFeed.func2") && session.text.contains("cart_test.go:49"))
    #expect(!session.lines[1].contains("   test"))
  }

  @Test func `an empty list offers the keys that work there`() throws {
    var session = try Session(log: "nothing\n")
    #expect(session.lines[39] == " i about  ? help  q quit")
    for key in ["Enter", "f", "J", "v", "e", "y", "Y", "mm", "F"] {
      session.press(key)
      #expect(session.lines[39].hasPrefix(" there is no race in the list"), "\(key)")
    }
    session = try Session(sample: "shop-test.log", columns: 120, rows: 40)
    session.press("&", "no such thing", "Enter", "j")
    #expect(session.lines[39] == " & query  H sites  i about  ? help  q quit")
  }

  @Test func `a line outside of reports offers no report keys`() throws {
    var session = try Session(log: "==7==ERROR: ThreadSanitizer: SEGV on unknown address 0x000000000010\n")
    session.press("i", "Enter")
    #expect(session.lines[39].hasPrefix(" e editor  y copy  / search  ? help  q back"))
  }

  @Test func `the only race with its only report offers no other race or report`() throws {
    var session = try Session(sample: "tidb-45106.log", columns: 120, rows: 40)
    #expect(!session.lines[39].contains("J/K"))
    session.press("Enter")
    #expect(!session.lines[39].contains("J/K") && !session.lines[39].contains("[ ]"))
    #expect(session.lines[39].contains("f fork") && session.lines[39].contains("Tab side"))
    session.press("f")
    #expect(!session.lines[39].contains("f fork") && session.lines[39].contains("v raw"))
    session = try Session(sample: "shop-v.log", columns: 120, rows: 40)
    session.press("Enter")
    #expect(session.lines[39].contains("J/K race") && session.lines[39].contains("[ ] report"))
  }
}

/// Clicks on keys in the footer.
@Suite struct FooterMouseTests {
  private func click(_ words: String, _ session: inout Session, plus offset: Int = 0) throws {
    let row = session.app.context.size.rows - 1
    let line = session.lines[row]
    let start = try #require(line.firstRange(of: words)?.lowerBound, "\(line)")
    session.send(.input(.press(column: line.distance(from: line.startIndex, to: start) + offset, row: row)))
  }

  @Test func `a click on a key or its label does what the key does`() throws {
    var session = try Session(sample: "shop-v.log", columns: 120, rows: 40)
    try click("open", &session)
    try click("f fork", &session)
    #expect(session.screen == "fork")
    try click("back", &session)
    #expect(session.screen == "pair")
    try click("back", &session)
    #expect(session.screen == "races")
    try click("query", &session)
    #expect(session.app.prompt?.purpose == .query)
    // While text is typed, the footer shows no keys.
    session.send(.input(.press(column: 3, row: 39)))
    #expect(session.app.prompt != nil)
    session.press("Esc")
    try click("? help", &session, plus: 3)
    #expect(session.screen == "help")
  }

  @Test func `each of two keys does its own action, their label that of the first key`() throws {
    var session = try Session(sample: "shop-v.log", columns: 120, rows: 40)
    try click("J/K race", &session)
    try click("J/K race", &session, plus: 5)
    #expect(session.list.selectedRow == 2)
    try click("J/K race", &session, plus: 2)
    #expect(session.list.selectedRow == 1)
  }

  @Test func `the follow-up keys take a second row when one is too short`() throws {
    var session = try Session(sample: "shop-test.log", columns: 80, rows: 24)
    session.press("m")
    let (above, last) = (session.lines[22], session.lines[23])
    #expect(above.hasPrefix(" m  m seen  i important  o ours"))
    #expect(last.hasPrefix("    ") && last.hasSuffix("h hide settled") && last.contains("u "))
    // Click each key where it is shown.
    try click("h hide", &session)
    #expect(session.lines[23].hasPrefix(" no race here is known, benign or fixed"))
    session = try Session(sample: "shop-test.log", columns: 200, rows: 60)
    session.press("m")
    #expect(session.lines[59].hasPrefix(" m  m seen") && session.lines[59].contains("h hide"))
  }

  @Test func `follow-up keys can be clicked`() throws {
    var session = try Session(sample: "shop-v.log", columns: 120, rows: 40)
    session.press("g")
    #expect(
      session.lines[39].hasPrefix(
        " g  f family  v variable  p package  c cause  t test  l log  o owner  n none  g top"))
    try click("p package", &session, plus: 4)
    #expect(session.list.grouping == .package)
    session.press("g")
    session.send(.input(.press(column: 110, row: 39)))
    #expect(session.app.context.list.grouping == .package && session.lines[39].contains("? help"))
  }

  @Test func `a click beside the keys, or on a message, does nothing`() throws {
    var session = try Session(sample: "shop-v.log", columns: 120, rows: 40)
    session.send(.input(.press(column: 0, row: 39)))
    #expect(session.screen == "races")
    session.press("s")
    let before = session.list.cursor
    // The message is shown in place of the keys; the click removes it.
    session.send(.input(.press(column: 3, row: 39)))
    #expect(session.screen == "races" && session.list.cursor == before)
    #expect(session.lines[39].contains("f fork"))
  }
}
