import RaceModel
import RaceText
import RaceView
import RaceWork
import ScreenHarness
import Testing

/// The report that started the project: the facts that must be readable on the screen.
@Suite struct SeedTests {
  @Test(arguments: ["tidb-45106.md", "tidb-45106.log"])
  func `shows both accesses, both goroutines and both creations on one screen`(sample: String) throws {
    var session = try Session(sample: sample, columns: 120, rows: 40)
    session.press("Enter")
    let accesses = session.lines.first { $0.contains("SetOwnerOpValue ") && $0.contains("│") }
    #expect(accesses?.contains("mock.go:111") == true)
    #expect(accesses?.contains("GetOwnerOpValue") == true)
    #expect(accesses?.contains("manager.go:418") == true)
    let header = session.lines.first { $0.contains("WRITE") }
    #expect(header?.contains("goroutine 30954") == true)
    #expect(header?.contains("previous READ") == true)
    #expect(header?.contains("goroutine 45 ") == true)
    #expect(session.text.contains("created by goroutine 45 (inferred)"))
    #expect(session.text.contains("created by main goroutine (inferred)"))
    #expect(session.lines[2].contains("package variable (inferred) at 0x00000cfbfe4c"))
  }

  @Test func `folds the eighteen frames that both sides share and marks where they fork`() throws {
    var session = try Session(sample: "tidb-45106.md", columns: 120, rows: 40)
    session.press("Enter")
    #expect(session.lines.filter { $0.contains("= 18 shared frames") }.count == 2)
    let forks = session.lines.filter { $0.contains("Y session.runInBootstrapSession") }
    #expect(forks.count == 2)
    #expect(forks.contains { $0.contains("session.go:3551") })
    #expect(forks.contains { $0.contains("session.go:3542") })
  }

  @Test func `shows in full what a column shortens`() throws {
    var session = try Session(sample: "tidb-45106.md", columns: 120, rows: 40)
    session.press("Enter", "jjjj")
    #expect(session.text.contains("…(*WaitGroupWrapper).Run.func1 "))
    #expect(
      session.text.contains(
        "github.com/pingcap/tidb/util.(*WaitGroupWrapper).Run.func1()  util/wait_group_wrapper.go:154 +0x73"))
  }

  @Test func `opens and closes the fold under the cursor`() throws {
    var session = try Session(sample: "tidb-45106.md", columns: 120, rows: 60)
    session.press("Enter", "Tab", "jjjj")
    #expect(!session.text.contains("session.BootstrapSession"))
    session.press("za")
    #expect(session.text.contains("session.BootstrapSession"))
    // Unfolded on one side only: the other side stays folded.
    #expect(session.lines.filter { $0.contains("= 18 shared frames") }.count == 1)
    session.press("jjj", "za")
    #expect(!session.text.contains("session.BootstrapSession"))
  }

  @Test func `gives e and y the file and line as printed`() throws {
    var session = try Session(sample: "tidb-45106.md", columns: 120, rows: 40)
    session.press("Enter", "e", "Tab", "y")
    #expect(
      session.effects == [
        .job(.locate([PrintedPlace(file: "owner/mock.go", line: 111)])),
        .copy(ClipboardText(line: "owner/manager.go:418"), what: "owner/manager.go:418"),
      ])
  }

  @Test func `raw shows where the report is in the issue`() throws {
    var session = try Session(sample: "tidb-45106.md", columns: 120, rows: 40)
    session.press("v")
    // The title is the 18th line of the file.
    let title = session.lines.first { $0.contains("WARNING: DATA RACE") }
    #expect(title?.hasPrefix(" 18 │ ") == true)
    #expect(session.lines.contains { $0.hasPrefix(" 16   ```") })
  }
}
