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
    try reports.write(written..<index.reports.count, logs.files, style, to: output) { position in
      let entry = index.reports[position]
      return ExportItem(entry: entry, during: index.printedDuring(entry), id: position + 1)
    }
    written = index.reports.count
  }

  package mutating func finish(_ logs: ExportedLogs, to output: ExportOutput) throws {
    try writeNew(logs, to: output)
  }
}
