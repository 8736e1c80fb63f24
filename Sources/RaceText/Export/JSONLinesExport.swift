internal import RaceModel

/// A JSON object a report, each on its line, written as reports are found; see `docs/export.md`.
package struct JSONLinesExport: ExportFormat {
  package static let name = "jsonl"
  package static let summary = "a report a line as JSON, as they are found"

  private let reports = JSONReports()
  /// Reports that were written before.
  private var written: Int

  package init() { self.init(after: 0) }

  /// A format that begins after the first reports of the index.
  package init(after written: Int) { self.written = written }

  package mutating func writeNew(_ logs: ExportedLogs, to output: ExportOutput) throws {
    let index = logs.index
    let style = ExportStyle(namesLog: true, separator: "\n")
    let positions = (written..<index.reports.count).filter {
      logs.races.contains(Int(index.reports[$0].race))
    }
    try reports.write(positions.indices, logs.files, style, to: output) { number in
      let position = positions[number]
      let entry = index.reports[position]
      return ExportItem(entry: entry, during: index.printedDuring(entry), id: position + 1)
    }
    written = index.reports.count
  }

  package mutating func finish(_ logs: ExportedLogs, to output: ExportOutput) throws {
    try writeNew(logs, to: output)
  }
}
