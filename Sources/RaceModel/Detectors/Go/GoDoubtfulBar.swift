/// A bar below a test result inside a report. It closes the report unless a title follows right away.
///
/// ```
///       /src/main.go:11 +0x99                      /src/main.go:11 +0x99
/// --- FAIL: TestOther (0.00s)                --- FAIL: TestOther (0.00s)
/// ==================  <- closes it           ==================  <- opens the next one
/// === RUN   TestNext                         WARNING: DATA RACE
/// ```
struct GoDoubtfulBar {
  /// Where the report ends without the bar.
  private let end: Int
  private let lastLine: Int
  private let notes: [ReportNote]
  private let damage: [Damage]

  /// A bar that was not read yet.
  init(below draft: ReportDraft) {
    end = draft.extent.end
    lastLine = draft.extent.lastLine
    notes = draft.notes
    damage = draft.damage
  }

  /// Restores a report to what it was above the bar.
  func undo(_ draft: inout ReportDraft) {
    (draft.extent.end, draft.extent.lastLine) = (end, lastLine)
    (draft.notes, draft.damage) = (notes, damage)
    draft.progress.hasClosingBar = false
  }
}
