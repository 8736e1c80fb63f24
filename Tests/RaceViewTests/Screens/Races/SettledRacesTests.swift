import RaceModel
import RaceText
import RaceView
import ScreenHarness
import Testing

/// Marks on races in the list, without a file.
@Suite struct SettledRacesTests {
  @Test func `settled races are hidden and shown again, and those that are back are counted`() throws {
    var session = try Session(sample: "shop-test.log", columns: 140, rows: 40)
    session.type("mh")
    #expect(session.lines[39].hasPrefix(" no race here is known, benign or fixed"))
    let races = session.order
    session.type("mkjmbjmfjmi")
    #expect(session.lines[0].contains("1 important, 1 known, 1 benign, 1 fixed and back"))
    session.type("mh")
    #expect(session.order == Array(races.dropFirst(3)))
    #expect(session.lines[39].hasPrefix(" 3 settled races hidden; mh shows them"))
    #expect(session.lines[0].contains("1 fixed and back") && session.lines[1].contains("-is:settled"))
    session.type("mh")
    #expect(session.order == races)
  }

  @Test(arguments: [(40, 2), (22, 1), (12, 1)])
  func `the pair says why a race is marked`(rows: Int, row: Int) throws {
    var session = try Session(sample: "shop-test.log", columns: 120, rows: rows)
    session.type("mk\r")
    #expect(session.lines[0].hasPrefix(" Race 1 of 13 (known)"))
    #expect(!session.text.contains("known:"))
    session.type("mwonly a counter\r")
    #expect(session.lines[row].contains("known: only a counter"))
  }

  @Test func `a link is kept beside the reason, and can be removed`() throws {
    var session = try Session(sample: "shop-test.log", columns: 120, rows: 40)
    let race = session.index.races[session.order[0]].key
    func entry() -> TriageEntry? { session.app.context.model.triage.entries[race] }
    session.type("mwan old one\r")
    session.type("mlhttps://example.com/7\r")
    #expect(entry()?[.link] == "https://example.com/7" && entry()?[.why] == "an old one")
    #expect(session.text.contains("seen: an old one (https://example.com/7)"))
    // An existing link can be edited.
    session.type("ml2\r")
    #expect(entry()?[.link] == "https://example.com/72")
    session.type("ml")
    for _ in 0..<22 { session.press("Backspace") }
    session.press("Enter")
    #expect(entry()?[.link] == nil && entry()?[.why] == "an old one")
  }
}
