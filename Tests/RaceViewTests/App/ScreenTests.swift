import Glibc
import RaceModel
import RaceText
import RaceView
import RaceWork
import ScreenHarness
import Testing

/// Every screen as text, at common sizes. `RACETUI_RECORD=1 swift test` rewrites the snapshots; review the difference
/// by hand.
@Suite struct ScreenTests {
  static let sizes = [(80, 24), (120, 40), (200, 50), (99, 30), (60, 16), (40, 12), (20, 5)]

  @Test(arguments: sizes, ["races", "groups", "pair", "fork", "sites", "about", "raw", "help"])
  func `looks as recorded`(size: (Int, Int), screen: String) throws {
    try compare(screen, size, .unicode, "unicode")
  }

  @Test(arguments: ["races", "groups", "pair", "fork", "sites", "about", "raw", "help"])
  func `looks as recorded without UTF-8`(screen: String) throws {
    try compare(screen, (120, 40), .alternate, "alternate")
    try compare(screen, (120, 40), .ascii, "ascii")
  }

  @Test(arguments: ["races", "groups", "pair", "fork", "sites", "about", "raw", "help"])
  func `draws only ASCII when asked to`(screen: String) throws {
    for size in Self.sizes {
      let session = try Self.session(screen, size, .ascii)
      #expect(session.text.utf8.allSatisfy { $0 < 0x7F })
    }
  }

  private static func session(_ screen: String, _ size: (Int, Int), _ glyphs: Glyphs) throws -> Session {
    var session = try Session(sample: "shop-damaged.log", columns: size.0, rows: size.1, glyphs: glyphs)
    switch screen {
    case "groups": session.press("gp", "j", "za")
    case "pair": session.press("j", "Enter")
    case "fork": session.press("j", "f")
    case "sites": session.press("H")
    case "about": session.press("i")
    case "raw": session.press("j", "v")
    case "help": session.press("Enter", "?")
    default: break
    }
    return session
  }

  private func compare(_ screen: String, _ size: (Int, Int), _ glyphs: Glyphs, _ name: String) throws {
    let text = try Self.session(screen, size, glyphs).text
    let path = Session.root + "/Tests/RaceViewTests/Snapshots/\(screen)-\(size.0)x\(size.1)-\(name).txt"
    if getenv("RACETUI_RECORD") != nil {
      let stream = fopen(path, "w")
      fputs(text, stream)
      fclose(stream)
    }
    let recorded = try LogFile.open(path)
    #expect(text == String(decoding: recorded.bytes(0..<1 << 16), as: UTF8.self))
  }
}

/// Positions on the screen, at any size.
@Suite struct LayoutTests {
  static let sizes = [
    (1, 1), (2, 2), (5, 3), (20, 5), (40, 12), (60, 16), (80, 24), (99, 30), (100, 15), (120, 40), (300, 80),
  ]

  @Test(arguments: sizes) func `panes of a pair stay inside the screen and do not overlap`(size: (Int, Int))
    throws
  {
    var session = try Session(sample: "tidb-45106.log", columns: max(40, size.0), rows: max(10, size.1))
    session.press("Enter")
    let layout = try #require(session.pair).layout
    var taken: Set<[Int]> = []
    for pane in layout.panes {
      for rect in [pane.header, pane.body] {
        for y in rect.y..<rect.y + rect.height {
          for x in rect.x..<rect.x + rect.width {
            #expect(x < session.app.context.size.columns && y < session.app.context.size.rows - 1)
            #expect(taken.insert([x, y]).inserted)
          }
        }
      }
    }
  }

  @Test(arguments: sizes) func `every screen can be drawn and left at every size`(size: (Int, Int)) throws {
    var session = try Session(sample: "shop-v.log", columns: size.0, rows: size.1)
    for keys in [
      "", "j", "Enter", "Tab", "za", "Z", "G", "f", "za", "G", "q", "v", "G", "?", "Down", "Esc", "q", "q",
    ] {
      if !keys.isEmpty { session.press(keys) }
      let grid = session.grid
      #expect(grid.columns == size.0 && grid.rows == size.1)
    }
    session.press("q")
    #expect(session.effects.last == .quit)
  }

  @Test func `a wide terminal has two columns, a narrow one stacks them, a small one shows one side`() throws
  {
    func arrangement(_ columns: Int, _ rows: Int) throws -> PairLayout.Arrangement? {
      var session = try Session(sample: "tidb-45106.log", columns: columns, rows: rows)
      session.press("Enter")
      return session.pair?.layout.arrangement
    }
    #expect(try arrangement(120, 40) == .sideBySide)
    #expect(try arrangement(100, 24) == .sideBySide)
    #expect(try arrangement(99, 24) == .stacked)
    #expect(try arrangement(60, 15) == .stacked)
    #expect(try arrangement(59, 24) == .single)
    #expect(try arrangement(80, 14) == .single)
  }

  @Test func `O gives one side the whole screen and back again`() throws {
    var session = try Session(sample: "tidb-45106.log", columns: 120, rows: 40)
    session.press("Enter", "O")
    #expect(session.pair?.layout.arrangement == .single)
    #expect(!session.text.contains("previous READ"))
    session.press("Tab")
    #expect(session.text.contains("previous READ"))
    session.press("O")
    #expect(session.pair?.layout.arrangement == .sideBySide)
  }
}
