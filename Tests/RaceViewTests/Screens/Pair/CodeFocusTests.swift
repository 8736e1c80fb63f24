import RaceModel
import RaceText
import RaceView
import ScreenHarness
import Testing

/// Moving into the code below the columns.
@Suite struct CodeFocusTests {
  private func session() throws -> Session {
    let code = UndatedCode([Session.root + "/samples/shop"])
    var session = try Session(sample: "shop-test.log", columns: 120, rows: 40, code: code)
    session.press("Enter")
    return session
  }

  @Test func `Enter on a frame enters its code and leaves it again`() throws {
    var session = try session()
    session.press("Enter")
    #expect(session.text.contains("▸A and B  samples/shop/pool/pool.go"))
    #expect(session.place?.line == 32)
    session.press("k", "k")
    #expect(session.place?.line == 30)
    // The report's own line stays marked.
    #expect(session.lines.contains { $0.contains("▸32 │") })
    session.press("q")
    #expect(!session.text.contains("▸A and B  samples/shop/pool/pool.go"))
    #expect(session.place?.line == 32)
    #expect(session.pair != nil)
  }

  @Test func `the code scrolls above and below the shown excerpt`() throws {
    var session = try session()
    session.press("S", "gg")
    #expect(session.place?.line == 1)
    #expect(session.text.contains("// Package pool runs jobs"))
    session.press("G")
    #expect(session.text.contains("p.done.Wait()"))
    #expect(session.place?.line == 43)
  }

  @Test func `a search looks through the code`() throws {
    var session = try session()
    session.press("S", "/", "jobs chan", "Enter")
    #expect(session.place?.line == 8)
  }

  @Test func `Tab goes to the code of the other side`() throws {
    var session = try session()
    session.press("J", "J", "S", "Tab")
    #expect(session.side == .b)
    #expect(session.text.contains("┼─ ▸samples/shop/"))
  }

  @Test func `says when a frame has no code`() throws {
    var session = try Session(sample: "shop-test.log", columns: 120, rows: 40)
    session.press("Enter", "Enter")
    #expect(session.text.contains("no fold here"))
  }

  @Test func `wide rows scroll sideways to their end`() throws {
    let log = """
      WARNING: ThreadSanitizer: data race (pid=7)
        Write of size 4 at 0x7b0400000010 by thread T2:
          #0 \(String(repeating: "pond::", count: 20))fill(int) /src/pond.cpp:12 (pond+0x10)

        Previous write of size 4 at 0x7b0400000010 by thread T1:
          #0 drain(int) /src/pond.cpp:20 (pond+0x20)

      """
    var session = try Session(log: log, columns: 100, rows: 30)
    session.press("Enter")
    #expect(!session.lines.contains { $0.contains("pond::fill(int)  pond.cpp:12") })
    for _ in 0..<9 { session.press("zl") }
    #expect(session.lines.contains { $0.contains("pond::fill(int)  pond.cpp:12│") })
    session.press("zl")
    #expect(session.text.contains("nothing further right"))
    for _ in 0..<9 { session.press("zh") }
    #expect(session.lines.contains { $0.contains("drain(int)") })
  }
}
