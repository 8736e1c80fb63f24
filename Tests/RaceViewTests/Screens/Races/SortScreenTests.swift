import RaceModel
import RaceText
import RaceView
import ScreenHarness
import Testing

/// The order of the list, set by keys and by clicks on the headings.
@Suite struct SortScreenTests {
  private func shop(_ log: String = "shop-v.log", columns: Int = 160, rows: Int = 40) throws -> Session {
    try Session(sample: log, columns: columns, rows: rows)
  }

  /// Clicks a word of the headings.
  private func click(_ word: String, _ session: inout Session) throws {
    let line = session.lines[1]
    let start = try #require(line.firstRange(of: word)?.lowerBound)
    session.send(.input(.press(column: line.distance(from: line.startIndex, to: start), row: 1)))
  }

  @Test func `s goes through the columns in which races differ`() throws {
    var session = try shop()
    var orders: [RaceSort] = []
    for _ in 0..<6 {
      session.press("s")
      orders.append(session.list.order.sort)
    }
    // There is only one run, and only data races.
    #expect(orders == [.firstSeen, .site, .memory, .cause, .test, .count])
  }

  @Test func `r reverses the order, equal races keep theirs`() throws {
    var session = try shop()
    session.press("r")
    let counts = session.order.map { session.index.races[$0].reports.count }
    #expect(counts == [1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3])
    #expect(session.order.prefix(7) == session.order.prefix(7).sorted()[...])
    session.press("r", "s", "r")
    #expect(session.order == Array((0..<13).reversed()))
  }

  @Test func `a heading sorts by its column, a second click reverses the order`() throws {
    var session = try shop()
    #expect(session.lines[1].contains("×▾"))
    try click("sites", &session)
    #expect(session.list.order == RaceOrder(.site) && session.lines[1].contains("sites▴"))
    session.press("gg")
    #expect(session.lines[2].contains("cart.(*Cart).Add"))
    try click("sites", &session)
    #expect(session.list.order == RaceOrder(.site, isReversed: true) && session.lines[1].contains("sites▾"))
    session.press("gg")
    #expect(session.lines[2].contains("web.(*Server).logged.func1"))
    for (word, sort) in [("memory", RaceSort.memory), ("likely", .cause), ("test", .test), ("×", .count)] {
      try click(word, &session)
      #expect(session.list.order == RaceOrder(sort), "\(word)")
    }
    #expect(session.list.order == RaceOrder() && session.lines[1].contains("×▾"))
  }

  @Test func `unknown values come last in both directions`() throws {
    var session = try shop()
    try click("likely", &session)
    let known = session.order.map { race in
      session.app.context.model.explanations[session.index.races[race].key]?.causes.first?.words
    }
    let count = known.count { $0 != nil }
    #expect(known.prefix(count).allSatisfy { $0 != nil } && count > 3)
    #expect(known.prefix(count).map { $0 ?? "" } == known.prefix(count).map { $0 ?? "" }.sorted())
    session.press("r")
    let reversed = session.order.map { race in
      session.app.context.model.explanations[session.index.races[race].key]?.causes.first?.words
    }
    #expect(reversed.prefix(count).allSatisfy { $0 != nil })
  }

  @Test func `runs and kinds are sorted by when there are several`() throws {
    let log = try Session.text(sample: "shop-v.log")
    var session = try Session(
      logs: [log, log, try Session.text(sample: "kcsan.log")], columns: 160, rows: 40)
    session.press("s")
    #expect(session.list.order == RaceOrder(.runs))
    try click("kind", &session)
    // Only KCSAN's assertion sorts before "data race".
    #expect(session.index.races[session.order[0]].kind == .assertRace)
  }

  @Test func `without room for the column the heading names the order`() throws {
    var session = try shop("shop-test.log", columns: 60, rows: 20)
    session.press("s")
    #expect(session.lines[1].contains("sites, sorted by first seen"))
  }

  @Test func `the marks of the order are ASCII on demand`() throws {
    let session = try Session(sample: "shop-v.log", columns: 120, rows: 40, glyphs: .ascii)
    #expect(session.lines[1].hasPrefix("   xv sites"))
  }
}
