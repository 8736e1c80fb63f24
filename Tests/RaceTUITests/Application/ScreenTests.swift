import RaceModel
import RaceText
import RaceView
import ScreenHarness
import TerminalHarness
import Testing

/// The terminal shows the grid that the state renders to, cell by cell.
@Suite struct ScreenTests {
  @Test(arguments: ["tidb-45106.md", "shop-test.log"], [(80, 24), (120, 40)])
  func `every screen shows the grid`(_ log: String, _ size: (columns: Int, rows: Int)) throws {
    let session = try openSample(log, columns: size.columns, rows: size.rows)
    var model = try Session(log, columns: size.columns, rows: size.rows)
    try session.wait(for: "the races", toShow: model.grid)
    for (keys, what) in [
      ("\r", "the pair"), ("\t", "the other side"), ("za", "an open fold"), ("Z", "all folds"),
      ("v", "the raw text"), ("?", "help"),
    ] {
      session.send(keys)
      if keys == "\t" { model.press(.tab) } else { model.type(keys) }
      try session.wait(for: what, toShow: model.grid)
    }
    try session.quit()
  }

  @Test func `every race shows the grid`() throws {
    let session = try openSample("shop-damaged.log", columns: 120, rows: 40)
    var model = try Session("shop-damaged.log", columns: 120, rows: 40)
    session.send("\r")
    model.type("\r")
    for _ in model.index.races.dropFirst() {
      session.send("J")
      model.type("J")
      try session.wait(for: "race \(model.list.cursor.row + 1)", toShow: model.grid)
      #expect(model.app.context.report?.detail != nil)
    }
    try session.quit()
  }

  @Test func `the screen follows the window`() throws {
    let session = try openSample("shop-test.log")
    var model = try Session("shop-test.log", columns: 80, rows: 24)
    session.send("\r")
    model.type("\r")
    for size in [(120, 40), (59, 15), (100, 14), (300, 80), (20, 5), (80, 24)] {
      session.resize(columns: size.0, rows: size.1)
      model.resize(columns: size.0, rows: size.1)
      try session.wait(for: "\(size)", toShow: model.grid)
    }
    try session.quit()
  }

  @Test(arguments: ["xterm-256color", "screen-256color", "tmux-256color", "linux", "vt100"])
  func `the pair shows the grid on`(_ term: String) throws {
    let session = try openSample("shop-test.log", columns: 120, rows: 40, environment: ["TERM": term])
    var model = try Session("shop-test.log", columns: 120, rows: 40)
    session.send("\rza")
    model.type("\rza")
    try session.wait(for: "the pair", toShow: model.grid)
    try session.quit()
  }
}
