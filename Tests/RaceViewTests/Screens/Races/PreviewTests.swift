import RaceModel
import RaceView
import RaceWork
import ScreenHarness
import Testing

/// The selected race below or beside the list.
@Suite struct PreviewTests {
  private func shop(columns: Int = 120, rows: Int = 40) throws -> Session {
    let code = UndatedCode([Session.root + "/samples/shop"])
    return try Session(sample: "shop-test.log", columns: columns, rows: rows, code: code)
  }

  private func rows(_ session: Session, holding text: String) -> [Int] {
    session.lines.indices.filter { session.lines[$0].contains(text) }
  }

  @Test func `shows the first race with its line of code before any key`() throws {
    let session = try shop()
    let line = try #require(session.lines.last { $0.contains("p.Finished++") })
    #expect(line.components(of: "p.Finished++") == 1)
    #expect(session.text.contains("B example.com/shop/pool.(*Pool).worker  /src/shop/pool/pool.go:32"))
  }

  @Test func `follows the cursor, and nothing jumps`() throws {
    var session = try shop()
    let rule = try #require(rows(session, holding: "shop-test.log:321").first)
    for _ in 1..<13 {
      session.press("j")
      #expect(rows(session, holding: " shop-test.log:").last == rule)
      #expect(session.lines[rule + 1].hasPrefix(" A ") && session.lines[rule + 2].hasPrefix(" B "))
      #expect(session.lines[rule + 3].hasPrefix(" why "))
    }
  }

  @Test func `is beside the list on a wide terminal`() throws {
    let session = try shop(columns: 200, rows: 40)
    let row = try #require(session.lines.first { $0.contains("pool.(*Pool).worker          pool.go:32") })
    #expect(row.hasSuffix("│"))
    // The sentence, the likely cause, and the line of code of both.
    #expect(rows(session, holding: "p.Finished++").count == 3)
  }

  // From the shop's sources: the subject of each line, and what is wrong with it.
  @Test(arguments: [
    ("pool.(*Pool).worker", "p.Finished", "read-modify-write"),
    ("cart.(*Cart).Total", "c.lines", "parallel tests share it"),
    ("price.Convert", "rate", "shared global"),
    ("catalog.(*Catalog).Get", "c.items", "concurrent map access"),
    ("web.(*Server).count", "s.hits", "read-modify-write"),
    ("cart.(*Cart).Checkout.func2", "err", "captured variable"),
    ("catalog.Default", "shared", "lazy initialization"),
    ("jobs.(*Runner).setState", "r.state", "starter does not wait"),
    ("web.(*Server).logged.func1", "s.last", ""),
  ])
  func `a row names what both lines use, and the cause, from the source`(
    _ site: String, _ name: String, _ cause: String
  ) throws {
    let session = try shop(columns: 80, rows: 60)
    let row = try #require(session.lines.firstIndex { $0.contains(" \(site) ") })
    #expect(session.lines[row].hasSuffix(" \(name)"))
    #expect(session.lines[row + 1].hasSuffix(cause))
  }

  /// The memory column says it, so a query finds it.
  @Test func `a query finds what the source calls the variable of a race`() throws {
    var session = try shop(columns: 80, rows: 60)
    session.press("&", "on:p.Finished", "Enter")
    #expect(session.list.rows.count == 1)
    #expect(session.text.contains("pool.(*Pool).worker"))
  }

  @Test func `asks for the sources of visible races only, of others when they scroll in`() throws {
    var session = try shop(columns: 80, rows: 12)
    #expect(!session.text.contains("s.last"))
    session.press("G")
    #expect(session.text.contains("s.last"))
  }

  @Test func `is hidden and shown by a key, where there is room`() throws {
    var session = try shop()
    session.press("p")
    #expect(rows(session, holding: "32 │").isEmpty && session.lines[39].hasPrefix(" no preview"))
    session.press("p")
    #expect(!rows(session, holding: "32 │").isEmpty)
    session = try shop(columns: 80, rows: 24)
    session.press("pp")
    #expect(session.lines[23].hasPrefix(" no room for a preview: 30 rows are needed"))
  }

  @Test func `without code the explanation takes its room, and says why there is no code`() throws {
    let code = UndatedCode([Session.root + "/docs"])
    let session = try Session(sample: "tidb-45106.log", columns: 100, rows: 34, code: code)
    #expect(rows(session, holding: "not found; --source and --map say where to look") == [32])
    #expect(session.text.contains("line 3542 leads to A, line 3551 to B"))
  }

  @Test func `tells what a report says that is not about two accesses`() throws {
    let log = """
      ==7== drd, a thread error detector
      ==7==
      ==7== The object at address 0x10c1c0 is not a mutex.
      ==7==    at 0x48582D4: pthread_mutex_unlock@* (in /usr/libexec/valgrind/vgpreload_drd-amd64-linux.so)
      ==7==    by 0x10923D: put_plain (locks.c:32)
      ==7==

      """
    let words = "The object at address 0x10c1c0 is not a mutex."
    var session = try Session(log: log, columns: 120, rows: 40)
    #expect(session.text.components(of: words) == 1 && !session.text.contains("report  \(words)"))
    let code = UndatedCode([Session.root + "/samples/causes/c"])
    session = try Session(log: log, columns: 120, rows: 40, code: code)
    #expect(session.text.contains("report  \(words)") && session.text.contains("b->plain = 1;"))
  }

  @Test func `the list and the pair doubt a report that may be a false alarm`() throws {
    let log = """
      ==7== Possible data race during write of size 4 at 0x10C014 by thread #1
      ==7== Locks held: none
      ==7==    at 0x109532: store (atomic_base.h:176)
      ==7==    by 0x109542: bake (oven.cpp:2)
      ==7==
      ==7== This conflicts with a previous read of size 4 by thread #2
      ==7== Locks held: none
      ==7==    at 0x109540: cool (oven.cpp:3)
      ==7==

      """
    var session = try Session(log: log, columns: 120, rows: 40)
    #expect(session.text.contains("Helgrind treats std::atomic operations as plain accesses"))
    session.press("\r")
    #expect(session.text.contains("may be a false alarm"))
  }

  @Test func `says when the detector does not name a side`() throws {
    var session = try Session(sample: "kcsan.log", columns: 100, rows: 34)
    while session.index.races[session.order[session.list.cursor.row]].isHalf == false { session.press("j") }
    #expect(!rows(session, holding: " B ? ").isEmpty)
  }
}

extension String {
  /// The number of times a text occurs in this one.
  fileprivate func components(of text: String) -> Int {
    split(separator: text, omittingEmptySubsequences: false).count - 1
  }
}
