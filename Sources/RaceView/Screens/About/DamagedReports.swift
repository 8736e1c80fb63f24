internal import RaceModel
internal import RaceText

/// The damaged reports of a log: how many, and the lines of the first.
struct DamagedReports: Hashable {
  /// How many lines are named.
  private static let named = 6

  /// The first of them.
  let place: LogPlace
  /// `3 damaged reports: lines 12, 40 and 77`
  private(set) var words: String

  /// The damaged reports of each log that has some.
  static func all(_ index: LogIndex) -> [Int: DamagedReports] {
    var lines: [Int: [Int]] = [:]
    var places: [Int: LogPlace] = [:]
    for report in index.reports where !report.isComplete {
      let log = Int(report.log)
      lines[log, default: []].append(report.line)
      if places[log] == nil {
        places[log] = LogPlace(log: log, start: report.bytes.lowerBound, line: report.line)
      }
    }
    return places.mapValues { DamagedReports(place: $0, words: words(lines[$0.log] ?? [])) }
  }

  private static func words(_ lines: [Int]) -> String {
    let rest = lines.count - named
    let all = lines.prefix(named).map(String.init) + (rest > 0 ? ["\(rest) more"] : [])
    let list = all.dropLast().joined(separator: ", ")
    let places = list.isEmpty ? all.joined() : "\(list) and \(all.suffix(1).joined())"
    return "\(Counting.plural(lines.count, "damaged report")): line\(lines.count == 1 ? "" : "s") \(places)"
  }
}
