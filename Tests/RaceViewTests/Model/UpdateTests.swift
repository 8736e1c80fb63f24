import RaceModel
import RaceText
import RaceView
import RaceWork
import ScreenHarness
import Testing

/// Keys and their effects.
@Suite struct UpdateTests {
  private func shop(columns: Int = 120, rows: Int = 40) throws -> Session {
    try Session(sample: "shop-v.log", columns: columns, rows: rows)
  }

  @Test func `moves by rows, pages and to both ends`() throws {
    var session = try shop()
    session.press("j")
    #expect(session.list.cursor.row == 1)
    session.press("5j")
    #expect(session.list.cursor.row == 6)
    session.press("k")
    #expect(session.list.cursor.row == 5)
    session.press("G")
    #expect(session.list.cursor.row == 12)
    session.press("j")
    #expect(session.list.cursor.row == 12)
    session.press("gg")
    #expect(session.list.cursor.row == 0)
    session.press("k")
    #expect(session.list.cursor.row == 0)
  }

  @Test func `long pasted text is cut and shows its end`() throws {
    var session = try shop()
    session.press("/")
    session.send(.input(.paste(String(repeating: "x", count: 100_000) + "y")))
    #expect(session.app.prompt?.line.text == String(repeating: "x", count: 1000))
    #expect(session.lines[39].hasSuffix("xx"))
    session.press("Esc", "/")
    session.send(.input(.paste(String(repeating: "作", count: 200) + "!")))
    #expect(session.lines[39].hasSuffix("作!") && session.lines[39].hasPrefix(" /作"))
  }

  @Test func `opens the editor only for a place that means one file`() throws {
    var session = try shop()
    session.press("e", "e")
    guard case .job(.locate(let places)) = session.effects.last else {
      return #expect(Bool(false), "not looked for")
    }
    #expect(session.effects.count == 1 && session.text.contains("looking for"))
    session.answer(.located(places, [.ambiguous(["/a/x.go", "/b/x.go"])]))
    #expect(session.lines[39].contains("2 files could be") && session.effects.count == 1)
    session.press("e")
    session.answer(.located(places, [.missing]))
    #expect(session.lines[39].contains("not found") && session.effects.count == 2)
    session.press("e")
    session.answer(.located(places, [.found(path: "/a/x.go", by: .nameOnly)]))
    #expect(session.effects.last == .edit([FilePlace(path: "/a/x.go", line: places[0].line)]))
  }

  @Test func `keeps the selected race visible on a small terminal`() throws {
    var session = try shop(columns: 60, rows: 10)
    session.press("G")
    #expect(session.text.contains("▸"))
    session.send(.input(.resize(columns: 30, rows: 5)))
    #expect(session.text.contains("▸"))
    #expect(session.list.cursor.row == 12)
  }

  @Test func `finds and opens both lines together, or the one that exists`() throws {
    var session = try shop()
    session.press("/", "SetRate", "Enter", "E")
    let places = [
      PrintedPlace(file: "/src/shop/price/price.go", line: 17),
      PrintedPlace(file: "/src/shop/price/price.go", line: 12),
    ]
    #expect(session.effects.last == .job(.locate(places)))
    session.answer(.located(places, [.found(path: "/a/price.go", by: .printed), .missing]))
    #expect(session.effects.last == .edit([FilePlace(path: "/a/price.go", line: 17)]))
    #expect(session.lines[39].contains("/src/shop/price/price.go not found"))
    // Both accesses on one line are one place.
    session.press("gg", "E")
    #expect(session.effects.last == .job(.locate([PrintedPlace(file: "/src/shop/pool/pool.go", line: 32)])))
  }

  @Test func `a query shows only races that match the text, and Esc shows all again`() throws {
    var session = try shop()
    session.press("&", "web")
    #expect(session.order.count == 3)
    session.press("Enter")
    #expect(session.text.contains("13 races in 20 reports   3 shown"))
    session.press("Esc")
    #expect(session.order.count == 13)
  }

  @Test func `a negated term hides races that match the text`() throws {
    var session = try shop()
    session.press("&", "-web", "Enter")
    #expect(session.order.count == 10)
  }

  @Test func `Esc while typing a query restores the previous list`() throws {
    var session = try shop()
    session.press("&", "web", "Esc")
    #expect(session.order.count == 13)
  }

  @Test func `an empty query result returns to the selected race`() throws {
    var session = try shop()
    session.press("jjj")
    let race = session.selected
    for last in ["Enter", "Backspace"] {
      session.press("&", "web", " nothing", last, "Esc")
      #expect(session.order.count == 13)
      #expect(session.selected == race && race != session.order[0])
    }
  }

  @Test func `says when there is nothing to fold`() throws {
    var session = try shop()
    session.press("Enter", "za")
    #expect(session.lines[39].hasPrefix(" no fold here; Z opens all of them"))
  }

  @Test func `describes a family and the races of a site in words`() throws {
    var session = try shop()
    session.press("jF")
    #expect(session.lines[39].hasPrefix(" 2 races that share sites; Esc shows all"))
    #expect(session.lines[0].hasSuffix("only a family of 2"))
  }

  @Test func `search goes to the next match and wraps at the end`() throws {
    var session = try shop()
    session.press("/", "Checkout", "Enter")
    let found = session.list.cursor.row
    #expect(session.lines.contains { $0.hasPrefix("▸") && $0.contains("Checkout") })
    session.press("n")
    #expect(session.list.cursor.row == found)
    #expect(session.text.contains("no other match for Checkout"))
    session.press("/", "nowhere to be found", "Enter")
    #expect(session.text.contains("no match for nowhere to be found"))
  }

  @Test func `search says what it skipped`() throws {
    let whole = try shop()
    var app = App(Logs(title: "log", count: 1), size: Size(columns: 120, rows: 40))
    for batch in whole.batches { _ = app.update(.log(.batch(batch))) }
    for key in "/nowhere".unicodeScalars.map({ Key.character($0) }) + [.enter] {
      _ = app.update(.input(.key(key)))
    }
    #expect(app.draw().text(row: 39).hasPrefix(" no match for nowhere so far "))
    let report = try LogFile.open(Session.root + "/samples/tidb-45106.log").bytes(0..<1 << 20)
    let far = String(repeating: "a line that is far away\n", count: 4000)
    var session = try Session(log: far + String(decoding: report, as: UTF8.self) + far + "the needle\n")
    session.press("v", "/", "needle", "Enter")
    // 32 KiB around the report are shown: 24 bytes a line.
    #expect(session.lines[39].hasPrefix(" no match for needle in the lines shown, 263"))
    #expect(session.lines[39].contains(" of the log"))
  }

  @Test func `search ignores case unless the text has a capital`() throws {
    var session = try shop()
    session.press("/", "checkout", "Enter")
    #expect(session.lines.contains { $0.hasPrefix("▸") && $0.contains("Checkout") })
    session.press("/", "CHECKOUT", "Enter")
    #expect(session.text.contains("no match"))
  }

  @Test func `search in a pair opens the fold that hides the match`() throws {
    var session = try Session(sample: "tidb-45106.log", columns: 120, rows: 40)
    session.press("Enter", "Tab", "/", "CreateStoreAndBootstrap", "Enter")
    #expect(
      session.focusedRow?.frame?.function
        == "github.com/pingcap/tidb/session.CreateStoreAndBootstrap")
  }

  @Test func `search in a pair continues in the other column, and wraps`() throws {
    var session = try Session(sample: "tidb-45106.log", columns: 120, rows: 40)
    session.press("Enter", "/", "OwnerOpValue", "Enter")
    #expect(session.focusedRow?.frame?.function?.hasSuffix(".SetOwnerOpValue") == true)
    session.press("n")
    #expect(session.side == .b)
    #expect(session.focusedRow?.frame?.function?.hasSuffix(".GetOwnerOpValue") == true)
    session.press("n")
    #expect(session.side == .a)
    #expect(session.text.contains("search wrapped"))
    session.press("/", "goroutine 45 created", "Enter")
    #expect(session.side == .a && session.focusedRow?.isCreation == true)
  }

  @Test func `search in the fork opens the fold that hides the match`() throws {
    var session = try Session(sample: "tidb-45106.log", columns: 120, rows: 40)
    session.press("f", "/", "CreateStoreAndBootstrap", "Enter")
    #expect(session.lines.contains { $0.hasPrefix("▸~ session.CreateStoreAndBootstrap") })
    session.press("q")
    // A match outside the fold leaves it closed.
    session = try Session(sample: "tidb-45106.log", columns: 120, rows: 40)
    session.press("f", "/", "syncUpgradeState", "Enter")
    #expect(session.text.contains("18 shared frames,"))
    // The match is on B's branch.
    #expect(session.side == .b)
  }

  @Test func `sorts by count, first seen and site, and keeps the selected race`() throws {
    var session = try shop()
    session.press("jj")
    let race = session.selected
    session.press("s")
    #expect(session.text.contains("sorted by first seen"))
    #expect(session.selected == race)
    #expect(session.order == Array(0..<13))
    session.press("s")
    let first = session.index.sites(of: session.index.races[session.order[0]])[0]?.function
    #expect(first == "example.com/shop/cart.(*Cart).Add")
  }

  @Test func `counts are ranked, most reports first`() throws {
    let session = try shop()
    let counts = session.order.map { session.index.races[$0].reports.count }
    // samples/README.md: one race with 3 reports, five with 2, seven with 1.
    #expect(counts == [3, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1])
  }

  @Test func `steps through the reports of a race and shows the position`() throws {
    var session = try shop()
    session.press("Enter")
    #expect(session.lines[0].contains("×3  [1/3]"))
    session.press("]")
    #expect(session.lines[0].contains("[2/3]"))
    session.press("]", "]")
    #expect(session.lines[0].contains("[3/3]"))
    #expect(session.text.contains("this is its last report"))
    session.press("[")
    #expect(session.lines[0].contains("[2/3]"))
  }

  @Test func `goes to the next race without returning to the list`() throws {
    var session = try shop()
    session.press("Enter", "J", "J")
    #expect(session.lines[0].contains("Race 3 of 13"))
    session.press("K")
    #expect(session.lines[0].contains("Race 2 of 13"))
    session.press("q")
    #expect(session.lines.contains { $0.hasPrefix("▸") })
    #expect(session.list.cursor.row == 1)
  }

  @Test func `keeps the place in a pair when leaving and coming back`() throws {
    var session = try shop()
    session.press("Enter", "Tab", "j")
    session.press("q", "Enter")
    #expect(session.side == .b)
    #expect(session.pair?.columns.b.cursor.row == 1)
    session.press("v", "q")
    #expect(session.pair?.columns.b.cursor.row == 1)
  }

  @Test func `linked columns scroll together`() throws {
    var session = try Session(sample: "tidb-45106.log", columns: 120, rows: 40)
    session.press("Enter", "=", "jj")
    #expect(session.pair?.columns.both.map(\.cursor.row) == [2, 2])
    session.press("=", "j")
    #expect(session.pair?.columns.both.map(\.cursor.row) == [3, 2])
  }

  @Test func `marks a race and shows the mark`() throws {
    var session = try shop()
    session.press("mm")
    #expect(session.lines.contains { $0.hasPrefix("▸✓") })
    session.press("mm")
    #expect(!session.text.contains("✓"))
  }

  @Test func `q in the list and Q anywhere quit`() throws {
    var session = try shop()
    session.press("q")
    #expect(session.effects == [.quit])
    session = try shop()
    session.press("Enter", "Q")
    #expect(session.effects == [.quit])
  }

  @Test func `q on the other screens goes back one screen`() throws {
    var session = try shop()
    session.press("Enter", "v", "?", "q")
    #expect(session.screen == "raw")
    session.press(.control("o"))
    #expect(session.screen == "pair")
    session.press("v")
    session.press("q")
    #expect(session.screen == "pair")
    session.press("Esc")
    #expect(session.screen == "races")
    #expect(session.effects.isEmpty)
  }

  @Test func `the raw title tells the line where the cursor is outside of the report`() throws {
    var session = try Session(sample: "shop-test.log", columns: 120, rows: 40)
    session.press("v")
    #expect(session.lines[0].contains("   lines ") && session.lines[0].contains("in race 1 of 13"))
    session.press("G")
    #expect(session.lines[0].contains("   line 10") && !session.lines[0].contains("in race"))
    session.press("gg")
    #expect(session.lines[0] == " samples/shop-test.log   line 1")
  }

  @Test func `new races do not move the selection`() throws {
    let log = { (function: String) in
      """
      ==================
      WARNING: DATA RACE
      Write at 0x00c000010000 by goroutine 7:
        main.\(function)()
            /src/main.go:7 +0x1

      Previous write at 0x00c000010000 by goroutine 8:
        main.\(function)()
            /src/main.go:7 +0x1

      Goroutine 7 (running) created at:
        main.main()
            /src/main.go:3 +0x1

      Goroutine 8 (running) created at:
        main.main()
            /src/main.go:3 +0x1
      ==================

      """
    }
    let whole = try Session(logs: [log("a") + log("b"), log("b")])
    let batches = whole.batches
    var app = App(Logs(title: "log", count: 2), size: Size(columns: 120, rows: 40))
    for batch in batches where batch.log == 0 { _ = app.update(.log(.batch(batch))) }
    _ = app.update(.input(.key("j")))
    #expect(app.context.list.selected?.race == 1)
    // The second race moves to the top, and the cursor with it.
    for batch in batches where batch.log == 1 { _ = app.update(.log(.batch(batch))) }
    #expect(app.context.list.rows.map(\.race) == [1, 0])
    #expect(app.context.list.selected?.race == 1)
    #expect(app.context.list.cursor.row == 0)
  }

  @Test func `the mouse selects, opens and moves the divider`() throws {
    var session = try shop()
    session.send(.input(.press(column: 10, row: 4)))
    #expect(session.list.cursor.row == 1)
    session.send(.input(.press(column: 10, row: 4)))
    #expect(session.screen == "pair")
    session.send(.input(.press(column: 100, row: 5)))
    #expect(session.side == .b)
    // Releasing a press elsewhere moves nothing.
    session.send(.input(.drag(column: 100, row: 5)))
    #expect(session.app.context.settings.divider == 50)
    session.send(.input(.press(column: 60, row: 5)))
    session.send(.input(.drag(column: 36, row: 5)))
    #expect(session.app.context.settings.divider == 30)
  }

  @Test func `a click on a site shows its races from the first, wherever the list was scrolled to`() throws {
    var session = try shop()
    session.send(.input(.resize(columns: 80, rows: 12)))
    session.press("G")
    #expect(session.list.cursor.top > 2)
    session.press("H")
    // The first click selects the site, the second opens it.
    session.send(.input(.press(column: 10, row: 4)))
    session.send(.input(.press(column: 10, row: 4)))
    #expect(session.screen == "races" && session.list.scope != nil)
    #expect(session.order.count < 3 && session.list.cursor.top == 0)
    #expect(session.lines.contains { $0.hasPrefix("▸") })
  }

  @Test func `pasted text enters the prompt without its control characters`() throws {
    var session = try shop()
    session.press("&")
    session.send(.input(.paste("we\u{1B}b\n")))
    #expect(session.app.prompt?.line.text == "web")
    #expect(session.order.count == 3)
  }
}
