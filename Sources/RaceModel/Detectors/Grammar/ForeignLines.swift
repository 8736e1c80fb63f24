/// Lines inside a report that are none of its own: what the program printed meanwhile.
struct ForeignLines {
  /// How many stood in a row since the last line of the report.
  private(set) var count = 0
  private var notes: [ReportNote] = []

  /// Keeps a foreign line until it is known that the report goes on after it.
  mutating func add(_ bytes: Span<UInt8>, _ line: Range<Int>, _ depth: ReadingDepth) {
    count += 1
    guard depth == .full, notes.count < 50 else { return }
    var clean: [UInt8] = []
    TextCleaning.clean(bytes, line.prefix(1000), into: &clean)
    notes.append(ReportNote(String(decoding: clean, as: UTF8.self)))
  }

  /// Forgets the last one: it was a line of the report.
  mutating func takeBack() {
    guard count > 0 else { return }
    // Notes are not kept of all lines.
    if notes.count == count { notes.removeLast() }
    count -= 1
  }

  /// The report went on: what stood between is part of it.
  mutating func pass(to draft: inout ReportDraft) {
    guard count > 0 else { return }
    if draft.notes.count < 50 { draft.notes += notes }
    notes = []
    count = 0
  }
}
