/// Frames with no place after the function name.
///
/// If the report's last line is the only such frame, the report was cut off there. If there are several, somebody removed
/// the places, or there were none.
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
