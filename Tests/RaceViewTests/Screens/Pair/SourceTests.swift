import RaceModel
import RaceText
import RaceView
import RaceWork
import ScreenHarness
import Testing

/// The code under the cursors.
@Suite struct `The code of both lines` {
  /// A session on the shop's log, with its sources found the way the program finds them.
  private func session(columns: Int = 120, rows: Int = 40) throws -> Session {
    let code = UndatedCode([Session.root + "/samples/shop"])
    return try Session(sample: "shop-test.log", columns: columns, rows: rows, code: code)
  }

  @Test func `is on the screen together, with the lines marked`() throws {
    var session = try session()
    session.press("/", "catalog.Get", "Enter")
    while !session.lines.contains(where: { $0.contains("▸  catalog.(*Catalog).Get") }),
      session.list.cursor.row < 12
    {
      session.press("q", "j", "Enter")
    }
    // catalog.go:50 reads what catalog.go:45 writes.
    let read = session.lines.first { $0.contains("▸50 │") }
    let written = session.lines.first { $0.contains("▸45 │") }
    #expect(read?.contains("it, ok := c.items[sku]") == true)
    #expect(written?.contains("c.items[it.SKU] = it") == true)
    // The name is certain, so it is shown once.
    #expect(
      session.text.contains("Catalog.Get reads c.items without a lock; Catalog.Put writes it holding c.mu"))
    #expect(!session.text.contains("perhaps"))
  }

  @Test func `leaves stacks whole that fit above a shorter excerpt`() throws {
    var session = try session(columns: 80, rows: 24)
    session.press("Enter")
    #expect(session.lines.filter { $0.contains("= 4 shared frames") }.count == 2)
    #expect(session.lines.filter { $0.contains("▸32 │") }.count == 1)
    // Longer stacks are cut anyway: the code keeps its room.
    session.press("J")
    #expect(session.lines.filter { $0.contains("▸24 │") || $0.contains(" 25 │") }.count == 2)
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

  @Test func `is left out when no file is found, and the key says why`() throws {
    var session = try Session(sample: "tidb-45106.log", columns: 120, rows: 40)
    session.press("Enter")
    #expect(!session.text.contains("▸111 │"))
    session.press("s", "s")
    #expect(session.lines[39].contains("owner/mock.go not found"))
  }

  @Test func `is stacked on a narrow terminal`() throws {
    var session = try session(columns: 80, rows: 24)
    session.press("J", "J", "Enter")
    let lines = ["▸37 │", "▸24 │"].map { line in session.lines.firstIndex { $0.contains(line) } }
    #expect(try #require(lines[0]) < #require(lines[1]))
  }

  @Test func `keeps its doubts beside who last changed the line, for each log`() throws {
    let log = """
      ==================
      WARNING: DATA RACE
      Write at 0x00c000012345 by goroutine 7:
        example.com/app.write()
            /src/app/write.go:2 +0x44

      Previous write at 0x00c000012345 by goroutine 8:
        example.com/app.write()
            /src/app/write.go:2 +0x44
      ==================

      """
    let other = log.replacing("app.write()", with: "app.rewrite()")
    var session = try Session(logs: [log, other], columns: 160)
    let file = SourceFile(
      path: "/src/app/write.go", modified: FileTime(seconds: 20),
      bytes: Array("package app\nvar x = 1\n".utf8))
    func view(_ logModified: Int) -> CodeLookup {
      .found(CodeExcerpt(file, line: 2, means: .printed, logModified: FileTime(seconds: logModified)))
    }
    session.press("Enter")
    session.answer(.code(CodePlace(file: file.path, line: 2, log: 0), view(10)))
    #expect(session.text.contains("newer than the log"))
    session.answer(.blame(CodePlace(file: file.path, line: 2, log: 0), "write.go:2  1234abcd  Ann"))
    #expect(session.text.contains("1234abcd  Ann: newer than the log"))
    session.press("J")
    session.answer(.code(CodePlace(file: file.path, line: 2, log: 1), view(30)))
    #expect(session.text.contains("/src/app/write.go") && !session.text.contains("newer than the log"))
  }

  @Test func `is read again after an editor`() throws {
    var session = try session()
    session.press("Enter")
    #expect(session.text.contains("▸32 │"))
    session.lose(code: NoCode())
    session.send(.edited(Message("back from vi")))
    #expect(!session.text.contains("▸32 │"))
  }

  @Test func `shows no control character of a file`() throws {
    let file = SourceFile(
      path: "/x/a.go", modified: FileTime(seconds: 0), bytes: Array("a\u{1B}[31m := 1\n\tb\u{7}()\n".utf8))
    let view = CodeExcerpt(file, line: 1, means: .printed, logModified: nil)
    #expect(
      view.lines.allSatisfy { line in line.text.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\t" } }
    )
  }
}
