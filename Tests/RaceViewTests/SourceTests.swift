import RaceModel
import RaceView
import Testing

/// The code under the cursors.
@Suite struct `The code of both lines` {
  /// A session on the shop's log with its sources found, as the program finds them.
  private func session(columns: Int = 120, rows: Int = 40) throws -> Session {
    var session = try Session(sample: "shop-test.log", columns: columns, rows: rows)
    session.finder = SourceFinder(sources: [Session.root + "/samples/shop"])
    return session
  }

  @Test func `is on the screen together, with its lines marked`() throws {
    var session = try session()
    session.press("/", "catalog.Get", "Enter")
    while !session.lines.contains(where: { $0.contains("▸  catalog.(*Catalog).Get") }),
      session.state.list.cursor < 12
    {
      session.press("q", "j", "Enter")
    }
    // catalog.go:50 reads what catalog.go:45 writes.
    let read = session.lines.first { $0.contains("▸50 │") }
    let written = session.lines.first { $0.contains("▸45 │") }
    #expect(read?.contains("it, ok := c.items[sku]") == true)
    #expect(written?.contains("c.items[it.SKU] = it") == true)
    #expect(session.text.contains("perhaps c.items"))
  }

  @Test func `leaves stacks whole that fit above a shorter piece of it`() throws {
    var session = try session(columns: 80, rows: 24)
    session.press("Enter")
    #expect(session.lines.filter { $0.contains("= 4 shared frames") }.count == 2)
    #expect(session.lines.filter { $0.contains("▸32 │") }.count == 2)
    // Longer stacks are cut anyway: the code keeps its room.
    session.press("J")
    #expect(session.lines.filter { $0.contains("▸24 │") || $0.contains(" 25 │") }.count == 4)
    #expect(session.text.contains("1-3 of 9"))
  }

  @Test func `follows the cursor`() throws {
    var session = try session()
    session.press("Enter")
    #expect(session.text.contains("▸32 │"))
    session.press("Down")
    #expect(session.text.contains("▸24 │"))
  }

  @Test func `is hidden and shown by a key`() throws {
    var session = try session()
    session.press("Enter", "s")
    #expect(!session.text.contains("▸32 │"))
    session.press("s")
    #expect(session.text.contains("▸32 │"))
  }

  @Test func `is left out where no file is found, and the key says why`() throws {
    var session = try Session(sample: "tidb-45106.log", columns: 120, rows: 40)
    session.press("Enter")
    #expect(!session.text.contains("▸111 │"))
    session.press("s", "s")
    #expect(session.lines[39].contains("owner/mock.go is not here"))
  }

  @Test func `stands one above the other on a narrow terminal`() throws {
    var session = try session(columns: 80, rows: 24)
    session.press("Enter")
    #expect(session.lines.filter { $0.contains("▸32 │") && $0.contains("p.Finished++") }.count == 2)
  }

  @Test func `shows no control character of a file`() throws {
    let file = SourceFile(
      path: "/x/a.go", modified: FileTime(seconds: 0), bytes: Array("a\u{1B}[31m := 1\n\tb\u{7}()\n".utf8))
    let view = SourceView(file, line: 1, means: .printed, logModified: nil)
    #expect(
      view.lines.allSatisfy { line in line.text.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\t" } }
    )
  }
}
