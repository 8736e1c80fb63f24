/// Frames of a report that end with the names of their functions.
///
/// A report that prints places for all but the frame on its very last line was cut in that line. Where more frames have
/// none, somebody took the places out, or there are none.
struct PlacelessFrames {
  private var count = 0
  /// The line of the last one.
  private var line = 0

  /// Takes note of such a frame.
  mutating func add(line: Int) {
    count += 1
    self.line = line
  }

  /// Records that the report was cut in its last line, where it was.
  func addDamage(to draft: inout ReportDraft) {
    guard count == 1, line == draft.extent.lastLine, !draft.damage.contains(.frame(line: line)) else {
      return
    }
    draft.damage.append(.frame(line: line))
  }
}
