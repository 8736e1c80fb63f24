internal import RaceModel

/// A log of results for code scanning, the races with most reports first.
///
/// Source: SARIF 2.1.0, and "SARIF support for code scanning" of GitHub's documentation. GitHub rejects a
/// whole file for one result without a place in a file, and a file of more than 10 MB: a race without a place
/// is at its report in the log, frames without one are left out of the flows and counted, and a document is
/// at most 10 MB before compression. It has no `automationDetails`, so the `category` of the upload applies.
struct SARIFExport: ExportFormat {
  static let name = "sarif"
  static let summary = "SARIF 2.1.0 for code scanning; 10 MB at most"

  /// The maximum bytes of a document.
  var limit = 10_000_000
  /// The maximum bytes of results with stacks, which leaves room for short ones after them.
  private var wholeLimit: Int { limit / 10 * 7 }
  /// Bytes reserved for the end.
  private static let reserve = 16 << 10
  /// The maximum number of results.
  private static let mostResults = 25_000
  /// The maximum number of unreadable logs to name.
  private static let mostFailures = 20

  mutating func finish(_ logs: ExportedLogs, to output: ExportOutput) throws {
    let rows = RaceListing().rows(RaceFacts(logs.index), races: logs.races.contains)
    let rules = SARIFRules(rows.map { logs.index.races[$0.race].kind })
    let head = rules.head
    try output(head)
    var (written, short, leftOut) = (head.count, 0, 0)
    var reading = RaceReading(logs)
    var isFirst = true
    for (number, row) in rows.enumerated() {
      guard number < Self.mostResults, written < limit - 2 * Self.reserve,
        let race = reading.race(at: row.race)
      else {
        leftOut += 1
        continue
      }
      let result = SARIFResult(race, rule: rules.index(of: race.race.kind))
      var bytes = result.bytes(hasFlow: true)
      if written + bytes.count > wholeLimit {
        bytes = result.bytes(hasFlow: false)
        short += 1
      }
      guard written + bytes.count <= limit - Self.reserve else {
        leftOut += 1
        short -= 1
        continue
      }
      try output(Array((isFirst ? "\n" : ",\n").utf8) + bytes)
      written += bytes.count + 2
      isFirst = false
    }
    try output(Self.end(logs.index.failures, short: short, leftOut: leftOut, of: rows.count))
  }

  /// The end of the results, with the remarks about them.
  private static func end(_ failures: [InputError], short: Int, leftOut: Int, of count: Int) -> [UInt8] {
    var remarks: [(level: String, text: String)] = failures.prefix(mostFailures).map {
      ("error", Cutting.bytes(Cleaning.clean("\($0)"), 500))
    }
    if failures.count > mostFailures {
      remarks.append(("error", "\(failures.count - mostFailures) more logs could not be read to the end"))
    }
    let races = Counting.plural(count, "race")
    if short > 0 {
      remarks.append(("warning", "\(short) of \(races) are without stacks, to stay below 10 MB"))
    }
    if leftOut > 0 {
      remarks.append(
        ("warning", "\(leftOut) of \(races) are left out, to stay below 10 MB and 25,000 results"))
    }
    var json = JSONWriter()
    json.raw("],\n")
    json.list("invocations", CollectionOfOne(remarks)) { json, remarks in
      json.begin()
      json.field("executionSuccessful", failures.isEmpty)
      json.list("toolExecutionNotifications", remarks) { json, remark in
        json.begin()
        json.field("level", remark.level)
        json.text("message", remark.text)
        json.end()
      }
      json.end()
    }
    json.raw("}]}\n")
    return json.bytes
  }
}
