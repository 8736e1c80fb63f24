internal import GrammarExamples
import RaceModel

/// Checks that the reader's results are consistent, however a log is read.
struct ReadingCheck {
  let log: ReadLog
  /// The size of the input.
  let byteCount: Int

  /// All faults; `generator` chooses the sizes for reading the log again.
  func faults(_ scratch: ScratchLog, using generator: inout SeededGenerator) throws -> [Fault] {
    // Each end of a chunk costs a look at the unfinished line, however long it is.
    let chunk = max(1 + byteCount / 4000, generator.size(upTo: 8192))
    let chunked = ReadLog(try scratch.open(), with: LogReader(chunkSize: chunk))
    // The reading of each segment begins far before it.
    let segment = max(1 + byteCount / 50, generator.size(upTo: max(64, byteCount / 4)))
    let pieces = ReadLog(try scratch.open(), with: LogReader(chunkSize: 1 << 16, pieceSize: segment))
    return difference(.chunks, "chunks of \(chunk)", chunked)
      + difference(.segments, "pieces of \(segment)", pieces)
      + places + contradictions + lost
  }

  private func difference(_ promise: Fault.Promise, _ what: String, _ other: ReadLog) -> [Fault] {
    let (whole, read) = (log.summary, other.summary)
    guard whole != read else { return [] }
    let place = zip(whole, read).enumerated().first { $0.element.0 != $0.element.1 }
    let words = place.map { "\n  whole:  \($0.element.0)\n  \(what): \($0.element.1)" }
    return [
      Fault(promise, "\(log.entries.count) reports whole, \(other.entries.count) in \(what)\(words ?? "")")
    ]
  }

  private var places: [Fault] {
    let lines = log.index.logs.first?.lineCount ?? 0
    let bytes = log.index.logs.first?.bytes ?? 0
    return log.entries.compactMap { entry in
      let isInside =
        entry.start >= 0 && entry.byteCount > 0 && entry.start + entry.byteCount <= bytes
        && entry.startLine >= 1
        && entry.startLine <= entry.line && entry.line <= entry.endLine && entry.endLine <= lines
      return isInside
        ? nil : Fault(.places, "\(entry.startLine)/\(entry.line)-\(entry.endLine) of \(lines) lines")
    }
  }

  /// The differences between the list and the reports.
  ///
  /// The list is compared with reports that were read with everything around them. Read alone, a report may keep lines
  /// that went to another one in a tangle, but it must be found.
  private var contradictions: [Fault] {
    let reports = DetailedReport.all(in: log.file.bytes(0..<(log.index.logs.first?.bytes ?? 0)))
    let entries = log.index.reports
    guard reports.count == entries.count else {
      return [Fault(.listed, "\(entries.count) reports in the list, \(reports.count) read whole")]
    }
    return zip(entries, reports).flatMap(faults)
  }

  /// Reports that cannot be read again alone. Those found are analyzed too.
  private var lost: [Fault] {
    // One line may contain hundreds of reports, and reading each one reads the whole line: check only the first ones.
    var seen: [Range<Int>: Int] = [:]
    return log.entries.compactMap { entry in
      seen[entry.bytes, default: 0] += 1
      guard seen[entry.bytes, default: 0] <= 20 else { return nil }
      guard let detailed = log.detailed(entry) else {
        return Fault(.lost, "line \(entry.line): cannot be read again")
      }
      _ = detailed.analyzed()
      _ = ReportOutline(detailed)
      return nil
    }
  }

  private func faults(_ entry: ReportEntry, _ detailed: DetailedReport) -> [Fault] {
    let report = detailed.report
    var found: [Fault] = []
    func compare<Value: Equatable>(_ what: String, _ listed: Value, _ whole: Value) {
      if listed != whole {
        found.append(
          Fault(.listed, "line \(entry.line): \(what) \(listed) in the list, \(whole) in the report"))
      }
    }
    compare("lines", entry.line...max(entry.line, entry.endLine), report.lines)
    compare("completeness", entry.isComplete, report.isComplete)
    compare("kind", entry.kind, report.kind)
    guard entry.kind.hasTwoSides else { return found }
    let sides = [entry.first, entry.second].compactMap(\.self)
    compare("accesses", sides.count, min(2, report.accesses.count))
    for (side, access) in zip(sides, report.accesses) {
      compare("operation", side.operation, access.operation)
      compare("previous", side.isPrevious, access.isPrevious)
      compare("address", side.address, access.address)
      let site = detailed.site(of: access).map { frame in
        // A frame that was not symbolized is identified by its module.
        let isBare = frame.file == nil && frame.function == nil
        let file = isBare ? frame.module : frame.file
        return Site(
          function: frame.function, file: file, line: frame.line, module: file == nil ? frame.module : nil,
          offset: isBare && file != nil ? frame.moduleOffset : nil)
      }
      compare("site", log.index[side.site], site)
    }
    return found
  }
}
