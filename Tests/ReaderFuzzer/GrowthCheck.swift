internal import GrammarExamples
import RaceModel

/// Checks that a log written piece by piece, and read after each piece, gives the same as reading it at once.
struct GrowthCheck {
  /// The log as read at once.
  let log: ReadLog
  let bytes: [UInt8]

  /// All faults; `generator` chooses the pieces.
  func faults(using generator: inout SeededGenerator) throws -> [Fault] {
    var cuts = (0..<3).map { _ in generator.size(upTo: max(1, bytes.count)) }.sorted()
    let chunk = max(1 + bytes.count / 4000, generator.size(upTo: 8192))
    let first = min(bytes.count, cuts.removeFirst())
    // Only plain files grow; a log is identified by its beginning.
    guard log.file.size != nil, first > 8, let scratch = ScratchLog(Array(bytes[..<first])) else { return [] }
    let file = try scratch.open()
    guard file.size != nil else { return [] }
    var index = ReadLog(file, with: LogReader(chunkSize: 1 << 16, pieceSize: max(64, first / 5))).index
    guard let known = index.logs.first,
      var growing = GrowingLog(file, log: 0, known: known, chunkSize: chunk)
    else { return [Fault(.growth, "a log cut behind \(first) bytes was taken for a rewritten one")] }
    var start = first
    for end in cuts + [bytes.count] where end > start {
      guard scratch.add(bytes[start..<end]) else { return [] }
      for batch in growing.readOn() { index.append(batch) }
      start = end
    }
    let (whole, read) = (log.summary, ReadLog(file, index).summary)
    guard whole != read else { return [] }
    let place = zip(whole, read).enumerated().first { $0.element.0 != $0.element.1 }
    let words = place.map { "\n  whole: \($0.element.0)\n  grown: \($0.element.1)" }
    return [Fault(.growth, "cut behind \(first), \(cuts) bytes\(words ?? "")")]
  }
}
