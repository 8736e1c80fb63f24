import RaceView
import ScreenHarness
import TerminalHarness
import Testing

/// The keys in the running program. `shop-test.log` has 13 races, the first with 3 reports.
@Suite struct KeyTests {
  @Test func `Enter opens, q goes back and quits`() throws {
    let session = try openSample("shop-test.log", columns: 120)
    try session.send("\r", showing: "Race 1 of 13")
    try session.send("v", showing: "in race")
    try session.send("q", showing: "Race 1 of 13")
    try session.send("q", showing: "13 races in 20 reports")
    session.send("q")
    #expect(try session.exit() == 0)
    session.expectRestored()
  }

  @Test func `Escape goes back at once and does not quit`() throws {
    let session = try openSample("shop-test.log", columns: 120)
    try session.send("\r", showing: "Race 1 of 13")
    try session.send("\u{1B}", showing: "13 races in 20 reports")
    // Here it only removes the number that was typed.
    try session.send("5", showing: "5 times")
    session.send("\u{1B}")
    try session.wait(forFooter: "1 of 13")
    session.send("j")
    try session.wait(forFooter: "2 of 13")
    try session.quit()
  }

  @Test func `moves through the list`() throws {
    let session = try openSample("shop-test.log", columns: 120)
    var model = try Session("shop-test.log", columns: 120, rows: 24)
    for (keys, same) in [
      ("j", "j"), ("j", "j"), ("k", "k"), ("5j", "5j"), ("G", "G"), ("j", "j"), ("gg", "gg"), ("k", "k"),
      ("\u{1B}[B", "j"), ("\u{1B}OA", "k"), ("3\u{1B}[B", "3j"), ("99999999999999999999j", "99999j"),
      ("\u{1B}[1~", "gg"), ("\u{6}", " "), ("\u{1B}[5~", "b"), ("42", "42"), ("\u{1B}[1;2B", "j"),
    ] {
      session.send(keys)
      model.type(same)
      try session.wait(for: "what \(same) does", toShow: model.grid)
    }
    try session.quit()
  }

  @Test func `Tab and l go to the other side`() throws {
    let session = try openSample("tidb-45106.log", columns: 120, rows: 40)
    var model = try Session("tidb-45106.log", columns: 120, rows: 40)
    model.type("\r")
    session.send("\r")
    for (keys, key) in [
      ("\t", Key.tab), ("j", .character("j")), ("h", .character("h")), ("j", .character("j")),
      ("\u{1B}[C", .right), ("\u{1B}[Z", .backTab), ("=", .character("=")), ("j", .character("j")),
      ("O", .character("O")), ("Z", .character("Z")),
    ] {
      session.send(keys)
      model.press(key)
      try session.wait(for: "\(key)", toShow: model.grid)
    }
    try session.quit()
  }

  @Test func `steps through races and through reports of a race`() throws {
    let session = try openSample("shop-test.log", columns: 120)
    try session.send("\r", showing: "[1/3]")
    try session.send("]", showing: "[2/3]")
    try session.send("]", showing: "[3/3]")
    session.send("]")
    try session.wait(forFooter: "this is its last report")
    try session.send("[", showing: "[2/3]")
    try session.send("J", showing: "Race 2 of 13")
    try session.send("3J", showing: "Race 5 of 13")
    try session.send("K", showing: "Race 4 of 13")
    try session.send("3K", showing: "Race 1 of 13")
    session.send("K")
    try session.wait(forFooter: "this is the first race")
    // The list follows.
    session.send("JJq")
    try session.wait(forFooter: "3 of 13")
    try session.quit()
  }

  @Test func `v opens and closes the raw text`() throws {
    let session = try openSample("shop-test.log", rows: 40)
    try session.send("v", showing: "WARNING: DATA RACE")
    try session.send("v", showing: "13 races in 20 reports")
    try session.send("\r", showing: "Race 1 of 13")
    try session.send("v", showing: "WARNING: DATA RACE")
    try session.send("v", showing: "Race 1 of 13")
    try session.quit()
  }

  @Test func `help lists the keys of the screen under it`() throws {
    let session = try openSample("shop-test.log", rows: 50)
    try session.send("?", showing: "Help: the list of races")
    try session.wait(forText: "sort by the next column")
    try session.send("?", showing: "13 races in 20 reports")
    session.send("\r")
    try session.send("?", showing: "Help: a race, its two accesses side by side")
    try session.send("q", showing: "Race 1 of 13")
    try session.quit()
  }

  @Test func `searches and filters`() throws {
    let session = try openSample("shop-test.log", columns: 120)
    try session.send("/setState", showing: "/setState")
    session.send("\r")
    try session.wait(forFooter: "12 of 13")
    session.send("/Put\rn")
    try session.wait(forFooter: "11 of 13")
    session.send("/no such thing\r")
    try session.wait(forFooter: "no match for no such thing")
    // A report of the pool's race has frames of the package, too: it matches once the reports have been searched.
    try session.send("&catalog", showing: "4 shown")
    session.send("\r")
    try session.wait(forFooter: "Esc shows all races")
    session.send("j")
    try session.wait(forFooter: "of 4")
    session.send("\u{1B}")
    try session.wait(for: "all races") { !$0.title.contains("shown") && $0.footer.contains("of 13") }
    try session.quit()
  }

  @Test func `text typed into the footer is not taken for keys`() throws {
    let session = try openSample("shop-test.log", columns: 120)
    try session.send("&qQ?5", showing: "&qQ?5")
    try session.send("\u{7F}\u{7F}\u{7F}\u{7F}作é", showing: "&作é")
    session.send("\u{1B}[200~a\u{1B}[31mb\rc\u{1B}[201~")
    try session.wait(for: "the pasted text") { $0.footer.contains("&作éa[31mbc") }
    session.send("\u{1B}")
    try session.wait(forFooter: "1 of 13")
    session.send("j")
    try session.wait(forFooter: "2 of 13")
    try session.quit()
  }

  @Test func `sorts and marks`() throws {
    let session = try openSample("shop-test.log", columns: 120)
    session.send("s")
    try session.wait(forFooter: "sorted by first seen")
    session.send("s")
    try session.wait(forFooter: "sorted by site")
    session.send("s")
    try session.wait(forFooter: "sorted by memory")
    session.send("r")
    try session.wait(forFooter: "sorted by memory, reversed")
    session.send("ggmm")
    try session.wait(for: "a mark") { $0.screen.lines.contains { $0.hasPrefix("▸✓") } }
    session.send("mm")
    try session.wait(for: "no mark") { !$0.screen.text.contains("✓") }
    try session.quit()
  }

  @Test func `keys without a meaning do nothing`() throws {
    let session = try openSample("shop-test.log", columns: 120)
    var model = try Session("shop-test.log", columns: 120, rows: 24)
    for keys in ["j", "\r"] {
      // F5, Alt-x, letters and signs that no screen uses, half a character.
      session.send(keys + "\u{1B}[15~\u{1B}x;#@~XI\u{1D}")
      session.send(bytes: [0xFF, 0xC3])
      session.send("mm")
      model.type(keys + "mm")
      try session.wait(for: "the mark and nothing else", toShow: model.grid)
    }
    try session.quit()
  }

  /// Bytes of a sequence are not keys, whatever letters they include. This terminal's terminfo entry knows few
  /// sequences.
  @Test(
    arguments: [
      "\u{1B}[1;2Q", "\u{1B}[1;5Z", "\u{1B}[99;99u", "\u{1B}[I", "\u{1B}[O", "\u{1B}Oz", "\u{1B}OQ",
      "\u{1B}[?62;22c", "\u{1B}[27;2;13~", "\u{1B}]11;rgb:2e2e/3434/3436\u{1B}\\",
      "\u{1B}]11;rgb:2e2e/Q434/3636\u{7}", "\u{1B}P1$r0m\u{1B}\\", "\u{1B}_Gi=31;OK\u{1B}\\", "\u{1B}q",
      "\u{1B}Q", "\u{1B}[1;5\u{1B}[1;2Q", "\u{1B}[1;2Q\u{1B}[1;2Q",
    ])
  func `a sequence without a meaning is not a key`(_ sequence: String) throws {
    let session = try openSample("shop-test.log", columns: 120, environment: ["TERM": "vt100"])
    var model = try Session("shop-test.log", columns: 120, rows: 24)
    session.send("\r" + sequence + "\u{1B}[B" + sequence + "j")
    model.type("\rjj")
    try session.wait(for: "the third row", toShow: model.grid)
    try session.quit()
  }

  @Test func `a sequence that never ends consumes only what came with it`() throws {
    let session = try openSample("shop-test.log", columns: 120)
    session.send("\u{1B}[")
    try session.wait(forText: "13 races")
    session.send("\u{1B}[B")
    try session.wait(forFooter: "2 of 13")
    session.send("\u{1B}]11;Q")
    session.send("\u{1B}[B")
    try session.wait(forFooter: "3 of 13")
    try session.quit()
  }

  @Test func `the mouse selects, opens and turns`() throws {
    let session = try openSample("shop-test.log", columns: 120)
    // The third race is in rows 7 and 8 of the terminal; buttons 64 and 65 are the wheel.
    session.send("\u{1B}[<0;10;7M\u{1B}[<0;10;7m")
    try session.wait(forFooter: "3 of 13")
    session.send("\u{1B}[<65;10;7M\u{1B}[<65;10;7M\u{1B}[<65;10;7M")
    try session.wait(forFooter: "6 of 13")
    session.send("\u{1B}[<64;10;7M\u{1B}[<64;10;7M\u{1B}[<64;10;7M")
    try session.wait(forFooter: "3 of 13")
    session.send("\u{1B}[<0;10;8M\u{1B}[<0;10;8m")
    try session.wait(forText: "Race 3 of 13")
    try session.quit()
  }

  @Test func `Control-L redraws the screen`() throws {
    let session = try openSample("shop-test.log", columns: 120)
    let model = try Session("shop-test.log", columns: 120, rows: 24)
    let before = session.received.count
    session.send("\u{C}")
    try session.wait(for: "the whole screen once more") { $0.received.count > before + 500 }
    try session.wait(for: "the races", toShow: model.grid)
    try session.quit()
  }
}
