internal import RaceModel

/// One JSON object per report and line, in the order of the input, written as soon as no report that begins
/// earlier can still come; see `docs/export.md`.
package struct JSONLinesExport: ExportFormat {
  package static let name = "jsonl"
  package static let summary = "one report a line as JSON, as they are found"

  private let reports = JSONReports()
  /// Reports before this one are not written.
  private let first: Int
  /// How many reports of the index were examined, and how many have a number.
  private var (seen, numbered) = (0, 0)
  /// Reports that wait for those that begin before them.
  private var waiting: [Int] = []

  package init() { self.init(after: 0) }

  /// A format that begins after the first reports.
  package init(after count: Int) { first = count }

  package mutating func writeNew(_ logs: ExportedLogs, to output: ExportOutput) throws {
    let index = logs.index
    try write(logs, to: output) { index.isSettled($0) }
  }

  package mutating func finish(_ logs: ExportedLogs, to output: ExportOutput) throws {
    try write(logs, to: output) { _ in true }
  }

  private mutating func write(
    _ logs: ExportedLogs, to output: ExportOutput, when isSettled: (ReportEntry) -> Bool
  ) throws {
    let index = logs.index
    waiting += seen..<index.reports.count
    seen = index.reports.count
    let settled = index.inOrder(waiting.filter { isSettled(index.reports[$0]) })
    waiting.removeAll { isSettled(index.reports[$0]) }
    let before = numbered
    numbered += settled.count
    let wanted = settled.indices.filter { number in
      before + number >= first && logs.races.contains(Int(index.reports[settled[number]].race))
    }
    let style = ExportStyle(printsLogName: true, separator: "\n")
    try reports.write(wanted.indices, logs.files, style, to: output) { place in
      let entry = index.reports[settled[wanted[place]]]
      return ExportItem(
        entry: entry, during: index.printedDuring(entry), id: before + wanted[place] + 1)
    }
  }
}
