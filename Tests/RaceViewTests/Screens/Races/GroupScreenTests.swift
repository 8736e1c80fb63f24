import RaceModel
import RaceText
import RaceView
import RaceWork
import ScreenHarness
import Testing

/// The list in groups. The expected groups of samples/shop-test.log follow from the table in samples/README.md.
@Suite struct GroupScreenTests {
  private func shop(_ log: String = "shop-test.log", columns: Int = 80, rows: Int = 24) throws -> Session {
    try Session(sample: log, columns: columns, rows: rows)
  }

  /// Title, races and reports of each group.
  private func totals(_ session: Session) -> [String] {
    session.list.groups.map { "\($0.title) \($0.races) \($0.reports)" }
  }

  @Test func `groups by package, most reports first, then first seen`() throws {
    var session = try shop()
    session.press("gp")
    #expect(
      totals(session) == [
        "example.com/shop/cart 5 7", "example.com/shop/catalog 3 4", "example.com/shop/pool 1 3",
        "example.com/shop/web 2 3", "example.com/shop/price 1 2", "example.com/shop/jobs 1 1",
      ])
    #expect(session.lines[23].hasPrefix(" 13 races in 6 groups, by package"))
  }

  @Test func `races that share a site are a family, named after the site that most of them have`() throws {
    var session = try shop()
    session.press("gf")
    #expect(session.list.groups.count == 11)
    #expect(
      totals(session).prefix(3) == [
        "cart.(*Cart).Add  cart.go 2 4", "pool.(*Pool).worker  pool.go 1 3",
        "catalog.(*Catalog).Put  catalog.go 2 3",
      ])
  }

  @Test func `says what the log leaves open, and never invents it`() throws {
    var session = try shop("kcsan.log")
    for (keys, title) in [
      ("gt", "no test named"), ("gv", "memory not named"), ("gp", "mill"), ("gl", "samples/kcsan.log"),
    ] {
      session.press(keys)
      #expect(totals(session) == ["\(title) 4 4"])
      #expect(session.list.groups[0].isNamed == !title.contains("no"))
    }
  }

  @Test func `groups are of what is known so far, and the cursor stays on its group`() throws {
    func reports(_ function: String, _ callee: String, _ count: Int) -> String {
      let stack =
        "  runtime.\(callee)()\n      /usr/local/go/src/runtime/runtime.go:178 +0x0\n"
        + "  main.\(function)()\n      /src/pond.go:4 +0x1\n"
      return (0..<count).map { _ in
        "==================\nWARNING: DATA RACE\nWrite at 0x00c000010000 by goroutine 7:\n\(stack)\n"
          + "Previous write at 0x00c000010000 by goroutine 8:\n\(stack)==================\n"
      }.joined()
    }
    // Five reports about maps, of which two are explained last, and four about slices.
    let file = try Session.file(
      reports("fill", "mapassign_faststr", 3) + reports("drain", "growslice", 4)
        + reports("stir", "mapassign_faststr", 2))
    let workspace = Workspace(OpenLogs(files: [file]), code: NoCode())
    var app = App(Logs(title: "pond", count: 1), size: Size(columns: 100, rows: 24))
    var batches: [IndexBatch] = []
    workspace.read {
      batches.append($0)
      return true
    }
    for batch in batches { _ = app.update(.log(.batch(batch))) }
    let late = app.context.index.races[2].key
    func titles() -> [String] { app.context.list.groups.map(\.title) }
    var answers: [Answer] = []
    for case .job(let job) in app.update(.log(.loaded)) { workspace.answer(job) { answers.append($0) } }
    for case .explained(let found, let generation) in answers {
      _ = app.update(.answer(.explained(found.filter { $0.0 != late }, generation)))
      for key in "gc".unicodeScalars { _ = app.update(.input(.key(.character(key)))) }
      #expect(app.draw().text.contains(", grouped by cause so far"))
      #expect(app.draw().text.contains(" groups, by cause so far"))
      #expect(titles() == ["slice append or copy", "concurrent map access", "not known yet"])
      #expect(app.context.list.selectedGroup?.title == "slice append or copy")
      _ = app.update(.answer(.explained(found.filter { $0.0 == late }, generation)))
    }
    #expect(titles() == ["concurrent map access", "slice append or copy"])
    #expect(app.context.list.selectedGroup?.title == "slice append or copy")
    var whole = try shop()
    whole.press("gc")
    #expect(!whole.text.contains("so far"))
  }

  @Test func `what has not been worked out yet is unknown`() throws {
    let file = try LogFile.open(Session.root + "/samples/shop-test.log")
    let workspace = Workspace(OpenLogs(files: [file]), code: NoCode())
    var app = App(Logs(title: "shop", count: 1), size: Size(columns: 80, rows: 24))
    var batches: [IndexBatch] = []
    workspace.read {
      batches.append($0)
      return true
    }
    for batch in batches { _ = app.update(.log(.batch(batch))) }
    for key in "gc".unicodeScalars { _ = app.update(.input(.key(.character(key)))) }
    #expect(app.context.list.groups.map(\.title) == ["not known yet"])
    for effect in app.update(.log(.loaded)) {
      guard case .job(let job) = effect else { continue }
      var answers: [Answer] = []
      workspace.answer(job) { answers.append($0) }
      for answer in answers { _ = app.update(.answer(answer)) }
    }
    let titles = app.context.list.groups.map(\.title)
    #expect(titles.contains("concurrent map access") && !titles.contains("not known yet"))
  }

  @Test func `the selected race stays selected, and the number is that of the race`() throws {
    var session = try shop()
    session.press("5j")
    let race = session.selected
    session.press("gp")
    #expect(session.selected == race)
    session.press("j", "k", "gn")
    #expect(session.selected == race && session.list.groups.isEmpty)
    #expect(session.order.count == 13 && session.lines[23].hasPrefix(" races are not grouped"))
  }

  @Test func `headings can be selected and are not races`() throws {
    var session = try shop()
    session.press("gp", "gg")
    #expect(session.selected == nil && session.lines[2].hasPrefix("▸ ▾ example.com/shop/cart"))
    session.press("k")
    #expect(session.lines[23].hasSuffix(" group 1 of 6"))
    for key in ["f", "v", "e", "y", "Y", "F"] {
      session.press(key)
      #expect(session.lines[23].hasPrefix(" select a race, not a group"), "\(key)")
    }
    session.press("j", "k", "j")
    #expect(session.lines[23].hasSuffix(" 1 of 13"))
    session.press("7G")
    #expect(session.lines[23].hasSuffix(" 7 of 13"))
    session.press("G")
    #expect(session.lines[23].hasSuffix(" 13 of 13"))
  }

  @Test(arguments: ["za", "\r", "l"]) func `a heading folds and unfolds`(keys: String) throws {
    var session = try shop()
    session.press("gp", "gg")
    session.type(keys)
    #expect(session.lines[2].hasPrefix("▸ ▸ example.com/shop/cart "))
    #expect(session.lines[3].hasPrefix("  ▾ example.com/shop/catalog "))
    #expect(session.order.count == 13)
    session.type(keys)
    #expect(session.lines[3].contains("cart.(*Cart).Add"))
  }

  @Test func `za on a race folds its group, Z folds all`() throws {
    var session = try shop()
    session.press("gp", "8G", "za")
    #expect(session.list.selectedGroup?.title == "example.com/shop/catalog")
    session.press("Z")
    #expect(session.list.lines.count == 6)
    #expect(session.lines[2...7].allSatisfy { $0.contains(" ▸ example.com/shop/") })
    session.press("Z")
    #expect(session.list.lines.count == 19)
  }

  @Test func `the next race is found across headings and in folded groups`() throws {
    var session = try shop()
    session.press("gp", "Z", "gg", "J")
    // The first of cart's five races.
    #expect(session.list.selectedRow == 0 && session.list.lines.count == 11)
    session.press("5J")
    #expect(session.list.selectedRow == 5 && session.list.group(of: 5) == 1)
    session.press("K")
    #expect(session.list.selectedRow == 4)
    session.press("Enter")
    #expect(session.lines[0].contains("Race 5 of 13"))
    session.press("J")
    #expect(session.lines[0].contains("Race 6 of 13"))
  }

  @Test func `a search finds titles, and races in folded groups`() throws {
    var session = try shop()
    session.press("gp", "Z", "/", "Checkout", "Enter")
    #expect(session.list.selected != nil && session.lines[23].contains("match 1/1"))
    session.press("gg", "/", "shop/web", "Enter")
    #expect(session.list.selectedGroup?.title == "example.com/shop/web")
  }

  @Test func `a query and another order keep the groups`() throws {
    var session = try shop()
    session.press("gp", "&", "fn:Put", "Enter")
    #expect(totals(session) == ["example.com/shop/catalog 2 3"])
    session.press("Esc", "s")
    #expect(session.list.groups.count == 6 && session.lines[1].contains(", grouped by package"))
    // First seen first within the group: the race of TestCart's closure, with one report, is no longer last.
    let cart = session.list.groups[0].rows.map { session.order[$0] }
    #expect(cart == cart.sorted())
  }

  @Test func `a heading names the package of its races, also after a query is cancelled`() throws {
    // TestRateFeed has races in pool, price and cart; where all are in one package, the heading shows it.
    var session = try shop("shop-v.log")
    session.press("gt", "gg")
    #expect(session.lines[2].hasSuffix("TestRateFeed   3 races   6 reports"))
    session.press("&")
    session.type("fn:SetRate")
    #expect(session.lines[3].hasSuffix("TestRateFeed   1 race    2 reports   example.com/shop/price"))
    session.press("Esc")
    #expect(session.lines[2].hasSuffix("TestRateFeed   3 races   6 reports"))
  }

  @Test func `a folded group stays folded while the list changes`() throws {
    var session = try shop()
    session.press("gp", "gg", "za", "s", "r")
    #expect(session.lines[2].hasPrefix("▸ ▸ example.com/shop/cart "))
  }

  @Test func `parts of a split race count as reports of their race`() throws {
    var session = try shop()
    session.press("S", "gp")
    // A race of three reports with the same lines is one row.
    #expect(totals(session).contains("example.com/shop/pool 1 3"))
    #expect(totals(session).contains("example.com/shop/catalog 3 4"))
  }

  @Test func `a click folds a heading and selects a race`() throws {
    var session = try shop()
    session.press("gp", "gg")
    session.send(.input(.press(column: 10, row: 4)))
    #expect(session.list.selectedRow == 0)
    session.send(.input(.press(column: 10, row: 2)))
    #expect(session.list.isFolded(session.list.groups[0]) && session.list.cursor.row == 0)
    // The next heading has moved up.
    session.send(.input(.press(column: 10, row: 3)))
    #expect(session.list.isFolded(session.list.groups[1]))
  }

  @Test(arguments: [(120, 40), (200, 60), (80, 24)])
  func `shows the totals of the selected group and its first races`(size: (Int, Int)) throws {
    var session = try shop(columns: size.0, rows: size.1)
    session.press("gp", "gg")
    #expect(session.text.contains("example.com/shop/cart: 5 races, 7 reports"))
    let races = session.lines.filter { $0.contains("×2  R cart.(*Cart).Add  cart.go:24") }
    #expect(races.count == 1)
  }

  @Test(arguments: [(120, 40), (200, 60)])
  func `the first race of the group shows its code where there is room`(size: (Int, Int)) throws {
    let code = UndatedCode([Session.root + "/samples/shop"])
    var session = try Session(sample: "shop-test.log", columns: size.0, rows: size.1, code: code)
    session.press("gp", "gg")
    #expect(session.text.contains("c.lines = append(c.lines, it)"))
    session.press("Z", "j")
    // The first race of catalog.
    #expect(session.text.contains("it, ok := c.items[sku]"))
  }

  @Test func `the preview of a large group counts the rest`() throws {
    var session = try shop("kcsan.log", columns: 100, rows: 30)
    session.press("gl", "gg")
    #expect(session.text.contains("samples/kcsan.log: 4 races, 4 reports"))
    session = try shop(columns: 100, rows: 40)
    session.press("gl", "gg")
    // 18 rows: the rule, the title, and of 13 races as many as fit above the first one.
    #expect(session.text.contains(" and 7 more"))
  }

  @Test func `groups by who last changed the line, as far as git was asked`() throws {
    var session = try shop(columns: 120, rows: 40)
    session.interpreter.world.isHeld = { if case .owners = $0 { true } else { false } }
    session.press("go")
    // Git was not asked yet.
    #expect(totals(session) == ["not known yet 13 20"])
    guard case .job(.owners(let places, let request)) = session.effects.last else {
      Issue.record("git is not asked")
      return
    }
    #expect(places.count == 13)
    let owners = places.map { ($0.race, $0.place.file.hasSuffix("/cart.go") ? "Ada" : nil) }
    session.answer(.owners(owners, request: request))
    // The races with their first access in cart.go.
    let cart = session.index.races.filter { race in
      let entry = session.index.reports[Int(race.reports[0])]
      return entry.first.flatMap { session.index[$0.site]?.file }?.hasSuffix("/cart.go") == true
    }
    #expect(session.list.groups.map(\.title).contains("Ada"))
    #expect(session.list.groups.first { $0.title == "Ada" }?.races == cart.count)
    #expect(session.text.contains("owner not known"))
  }

  @Test func `goes to the next marked race, and to the next unmarked one`() throws {
    var session = try shop()
    session.press("j", "j", "mm", "gg", "'m")
    #expect(session.list.cursor.row == 2)
    session.press("'n")
    #expect(session.list.cursor.row == 3)
    session.press("'m", "mm", "'m")
    #expect(session.text.contains("no other race is marked"))
  }
}

extension RaceGroup {
  /// Its title with names as printed.
  fileprivate var title: String { title(ShownNames()) }
}
