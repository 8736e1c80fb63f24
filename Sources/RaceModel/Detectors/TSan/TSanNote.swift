/// What ThreadSanitizer prints beside its reports.
///
/// Source of the words: compiler-rt `tsan_rtl.cpp`, `tsan_suppressions.cpp`, `tsan_platform_linux.cpp`,
/// `sanitizer_symbolizer_report.cpp`, `sanitizer_termination.cpp`.
enum TSanNote {
  private static let name: StaticString = "ThreadSanitizer"

  /// What follows the name in messages that nothing stands before.
  private static let messages: [(words: StaticString, isFatal: Bool)] = [
    (" CHECK failed", true), (": CHECK failed", true), (": nested bug", true), (": failed to ", true),
    (": can't ", true), (":DEADLYSIGNAL", false), (": reported ", false), (": starting new threads ", false),
    (": thread T", false), (": memory layout is incompatible", false), (": limit on ", true),
  ]

  /// The reports of the other sanitizers: `==7==ERROR: AddressSanitizer: heap-use-after-free on address 0x...`
  private static func others(_ bytes: Span<UInt8>, _ line: Range<Int>) -> NoteOpening? {
    for name: StaticString in ["AddressSanitizer: ", "MemorySanitizer: ", "LeakSanitizer: "] {
      guard let at = bytes.first(name, in: line) else { continue }
      let before = line.lowerBound..<at
      // `HWAddressSanitizer` is another one.
      let start = bytes.ends("HW", in: before) ? at - 2 : at
      let words = line.lowerBound..<start
      let isReport = bytes.ends("ERROR: ", in: words) || bytes.ends("WARNING: ", in: words)
      return isReport ? NoteOpening(at: start, isFatal: true) : nil
    }
    return nil
  }

  static func opening(_ bytes: Span<UInt8>, _ line: Range<Int>) -> NoteOpening? {
    guard let at = bytes.first(name, in: line) else { return others(bytes, line) }
    let behind = at + name.utf8CodeUnitCount
    func isBefore(_ word: StaticString) -> Bool { bytes.ends(word, in: line.lowerBound..<at) }
    if isBefore("FATAL: ") { return NoteOpening(at: at - 7, isFatal: true) }
    if isBefore("ERROR: ") { return NoteOpening(at: at, isFatal: true) }
    if isBefore("WARNING: ") { return NoteOpening(at: at - 9) }
    if isBefore("SUMMARY: ") {
      // The summary of a report that was cut off tells nothing.
      guard bytes.has(": ", at: behind, end: line.upperBound) else { return nil }
      let words = behind + 2..<line.upperBound
      return TSanTitle.kind(bytes, words) == .other ? NoteOpening(at: at - 9, isFatal: true) : nil
    }
    if bytes.has(": Matched ", at: behind, end: line.upperBound),
      bytes.first(" suppressions", in: line) != nil
    {
      return NoteOpening(at: at, hasItems: true)
    }
    let found = messages.first { bytes.has($0.words, at: behind, end: line.upperBound) }
    return found.map { NoteOpening(at: at, isFatal: $0.isFatal) }
  }
}
