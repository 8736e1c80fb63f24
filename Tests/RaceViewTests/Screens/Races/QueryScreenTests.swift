import RaceModel
import RaceText
import RaceView
import RaceWork
import ScreenHarness
import Testing

/// The list's query, from the key to the result.
@Suite struct QueryScreenTests {
  private func shop(rows: Int = 24) throws -> Session {
    try Session(sample: "shop-v.log", columns: 120, rows: rows)
  }

  /// Keys of the shown races.
  private func shown(_ session: Session) -> Set<RaceKey> {
    Set(session.order.map { session.index.races[$0].key })
  }

  /// The races with a report whose lines in the log contain a text.
  private func races(_ session: Session, holding text: String) throws -> Set<RaceKey> {
    let lines = try Session.text(sample: "shop-v.log").split(
      separator: "\n", omittingEmptySubsequences: false)
    let reports = session.index.reports.filter { entry in
      lines[entry.line - 1..<entry.endLine].contains { $0.lowercased().contains(text.lowercased()) }
    }
    return Set(reports.map { session.index.race(of: $0).key })
  }

  @Test(arguments: [
    "Restock", "restock", "serve", "pool.go:31", "/src/shop/cart", "gowrap1", "goroutine 14",
    "0x00c0000a4b40",
    "TestRestock.func2", "mapassign_faststr", "tRunner", "nowhere",
  ])
  func `a word is searched in the whole of every report`(_ word: String) throws {
    var session = try shop()
    let expected = try races(session, holding: word)
    session.press("&", word.contains(" ") ? "\"\(word)\"" : word, "Enter")
    #expect(shown(session) == expected)
  }

  @Test(arguments: [
    // In the log, frames of Restock are in three reports of two races.
    ("fn:Restock", 2), ("fn:Restock fn:Find", 1), ("fn:Restock -fn:Find", 1), ("path:Restock", 0),
    ("file:catalog.go fn:Restock", 2), ("file:shop", 0), ("fn:/Restock$/", 2), ("fn:/^Restock/", 0),
    ("kind:race", 13), ("kind:leak", 0), ("is:half", 0), ("is:complete", 13), ("is:unseen", 13),
    ("is:seen", 0),
    ("mark:seen", 0), ("cause:map", 2), ("on:map", 2), ("detector:go", 13), ("detector:tsan", 0),
    ("log:shop-v", 13), ("log:other", 0), ("lock:M1", 0),
  ])
  func `a field is searched alone`(_ query: String, count: Int) throws {
    var session = try shop()
    session.press("&", query, "Enter")
    #expect(session.order.count == count)
  }

  @Test func `an incomplete term leaves the list as it was`() throws {
    var session = try shop()
    session.press("&", "cause:map", "Enter")
    #expect(session.order.count == 2)
    session.press("&", " is:foo")
    #expect(session.order.count == 2)
    #expect(session.lines[23].contains("is: takes"))
    session.press("Enter")
    #expect(session.list.query.text == "cause:map")
  }

  @Test func `tests and packages can be searched`() throws {
    var session = try shop()
    session.press("&", "test:TestRateFeed", "Enter")
    let tests = session.order.compactMap { race in
      session.index.races[race].reports.first.flatMap {
        session.index.printedDuring(session.index.reports[Int($0)])?.test
      }
    }
    #expect(!tests.isEmpty && Set(tests) == ["TestRateFeed"])
    session = try Session(sample: "shop-json.log", columns: 120, rows: 24)
    session.press("&", "pkg:shop/web", "Enter")
    let packages = session.index.races.indices.map { race in
      session.index.races[race].reports.map {
        session.index.printedDuring(session.index.reports[Int($0)])?.package
      }
    }
    let expected = packages.indices.filter { packages[$0].contains("example.com/shop/web") }
    #expect(!expected.isEmpty && Set(session.order) == Set(expected))
  }

  @Test func `a saved query is called by its name, completed by Tab, shown as its terms`() throws {
    var queries = SavedQueries()
    try queries.save("fn:Restock -fn:Find", as: "restock")
    try queries.save("is:half", as: "rest")
    var session = try Session(sample: "shop-v.log", columns: 120, rows: 24, queries: queries)
    session.press("&", "@res", "Tab")
    #expect(session.lines[23].contains("@rest "))
    session.press("Tab")
    #expect(session.lines[23].contains("@restock "))
    session.press("Enter")
    #expect(session.order.count == 1)
    #expect(session.lines[1].hasPrefix(" [fn:Restock ×] [-fn:Find ×]"))
    session = try Session(sample: "shop-v.log", columns: 120, rows: 24, queries: queries)
    session.press("&", "@restok", "Enter")
    #expect(session.text.contains("no saved query @restok; did you mean @restock?"))
  }

  @Test func `terms are chips, the title counts shown and all`() throws {
    var session = try shop()
    session.press("&", "fn:Restock -fn:Find", "Enter")
    #expect(session.lines[0].contains("13 races in 20 reports   1 shown"))
    #expect(session.lines[1].hasPrefix(" [fn:Restock ×] [-fn:Find ×]"))
    #expect(session.lines[23].contains("Esc shows all races"))
    // The key removes the last term, a number and the key that term, a click the term under it.
    session.press("Backspace")
    #expect(session.order.count == 2 && session.lines[1].hasPrefix(" [fn:Restock ×] "))
    session.press("&", "-fn:Find", "Enter", "1", "Backspace")
    #expect(session.order.count == 12 && session.lines[1].hasPrefix(" [-fn:Find ×]"))
    session.send(.input(.press(column: 11, row: 1)))
    #expect(session.order.count == 13 && session.lines[1].hasPrefix("   ×▾ sites"))
  }

  @Test func `the query is switched off and on again, the place stays`() throws {
    var session = try shop()
    session.press("&", "fn:Restock", "Enter", "j")
    let selected = session.selected
    session.press("\\")
    #expect(session.order.count == 13 && session.selected == selected)
    #expect(session.lines[1].contains("[fn:Restock ×]") && session.lines[1].contains("off; \\ switches on"))
    session.press("\\")
    #expect(session.order.count == 2 && session.selected == selected)
  }

  @Test func `shows the count and the error while the query is typed`() throws {
    var session = try shop()
    session.press("&", "fn:Resto")
    #expect(session.lines[23].hasPrefix(" &fn:Resto") && session.lines[23].hasSuffix("2 of 13 races"))
    session.press(" /a(/")
    #expect(session.lines[23].contains("Unmatched ("))
    session.press("Backspace", "Backspace", "Backspace", "Backspace", "is:x")
    #expect(session.lines[23].contains("is: takes half,"))
    session.press("Esc")
    #expect(session.order.count == 13 && session.app.prompt == nil)
  }

  @Test func `Tab goes through fields, then through values from the logs`() throws {
    var session = try shop()
    session.press("&", "fi", "Tab")
    #expect(session.app.prompt?.line.text == "file:")
    session.press("cart_t", "Tab")
    #expect(session.app.prompt?.line.text.hasPrefix("file:cart_test.go:") == true)
    session.press(.control("u"))
    session.press("is:da", "Tab")
    #expect(session.app.prompt?.line.text == "is:damaged ")
    session.press("-kind:", "Tab")
    #expect(session.app.prompt?.line.text == #"is:damaged -kind:"data race" "#)
    // Shift-Tab goes back from the last field.
    session.press(.control("u"))
    session.press(.backTab)
    #expect(session.app.prompt?.line.text == "detector:")
  }

  @Test func `earlier queries come back with the cursor keys`() throws {
    var session = try shop()
    session.press("&", "web", "Enter", "Esc", "&", "cart", "Enter", "Esc", "&", "po")
    session.press(.up)
    #expect(session.app.prompt?.line.text == "cart")
    session.press(.up)
    session.press(.up)
    #expect(session.app.prompt?.line.text == "web" && session.order.count == 3)
    session.press(.down)
    session.press(.down)
    #expect(session.app.prompt?.line.text == "po")
  }

  @Test func `the line is edited where the cursor is`() throws {
    var session = try shop()
    session.press("&", "fn:Find", "Enter", "&")
    // The query comes back for editing.
    #expect(session.app.prompt?.line.text == "fn:Find ")
    session.press(.home)
    session.press("-")
    #expect(session.order.count == 12)
    session.press(.end)
    session.press(.control("w"))
    #expect(session.app.prompt?.line.text == "" && session.order.count == 13)
  }

  @Test func `an unknown answer is not shown as no match`() throws {
    var session = try shop(rows: 30)
    session.interpreter.world.isHeld = { job in
      switch job {
      case .words, .explain: true
      default: false
      }
    }
    session.press("&", "gowrap1")
    #expect(session.lines[29].contains("0 of 13 races so far; searching: 0 % of the reports"))
    session.press("Enter")
    #expect(session.text.contains("No race matches gowrap1 so far; searching: 0 % of the reports."))
    // The sites are known without reading the reports again.
    session.press("&", "", "Backspace")
    session.press(.control("u"))
    session.press("fn:Find", "Enter")
    #expect(session.order.count == 1)
    guard case .job(let job)? = session.effects.first else {
      Issue.record("no question")
      return
    }
    var answers: [Answer] = []
    session.interpreter.world.workspace.answer(job) { answers.append($0) }
    session.press("Esc", "&", "gowrap1", "Enter")
    for answer in answers { session.answer(answer) }
    #expect(session.order.count == 13)
  }

  @Test func `a query by mark is repeated when a growing log removes races`() throws {
    var session = try shop()
    session.press("mm", "&", "mark:seen", "Enter")
    #expect(session.order.count == 1)
    session.press("Esc", "&", "is:unseen", "Enter")
    #expect(session.order.count == 12)
  }
}

/// Search on all screens.
@Suite struct SearchTests {
  private func shop() throws -> Session { try Session(sample: "shop-v.log", columns: 120, rows: 24) }

  @Test func `a search acts while it is typed and numbers its matches`() throws {
    var session = try shop()
    session.press("G", "/", "cart.go:24")
    let first = session.list.cursor.row
    #expect(session.lines[23].hasSuffix("1/2"))
    session.press("Enter", "n")
    #expect(session.list.cursor.row != first)
    #expect(session.lines[23].contains("match 2/2"))
    session.press("n")
    #expect(session.list.cursor.row == first && session.lines[23].contains("search wrapped"))
    session.press("N")
    #expect(session.lines[23].contains("search wrapped"))
  }

  @Test func `Esc returns to where the search began`() throws {
    var session = try shop()
    session.press("jj")
    let row = session.list.cursor.row
    session.press("/", "pool.go")
    #expect(session.list.cursor.row != row)
    session.press("Esc")
    #expect(session.list.cursor.row == row && session.app.context.search == nil)
  }

  @Test func `text between slashes is searched as an expression`() throws {
    var session = try shop()
    session.press("/", "/cart\\.go:[0-9]4/", "Enter")
    #expect(
      session.lines[session.list.cursor.row * 2 + 2].contains("cart.go:24")
        || session.text.contains("cart.go:24"))
    #expect(session.lines[23].contains("match 1/"))
    session.press("/", "/a(/")
    #expect(session.lines[23].contains("Unmatched ("))
    session.press("Enter")
    #expect(session.app.prompt != nil)
  }
}
