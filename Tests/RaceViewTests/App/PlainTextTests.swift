import RaceModel
import RaceText
import RaceView
import RaceWork
import ScreenHarness
import Testing

/// The output of `racetui list` and `racetui show`.
@Suite struct PlainTextTests {
  @Test func `the list names both sites of a race and sums up`() throws {
    let session = try Session(sample: "tidb-45106.md", columns: 80, rows: 24)
    let text = ListText.text(session.index, width: 80, glyphs: .unicode)
    #expect(
      text == """
         #  ×   sites
         1  ×1  W owner.(*mockManager).SetOwnerOpValue  mock.go:111
                R owner.GetOwnerOpValue                 manager.go:418

        1 race in 1 report, 156 lines.

        """)
  }

  @Test func `for a log without races the list says so and counts the lines`() throws {
    let session = try Session(log: "ok  \texample.com/a\t0.1s\nWARNING: DATA RACE is what we look for\n")
    #expect(
      ListText.text(session.index, width: 80, glyphs: .ascii)
        .hasPrefix("No race report in 2 lines.\n"))
    #expect(session.text.contains("No race report in 2 lines."))
  }
}
