package import RaceModel
package import RaceText

/// What is remembered about a log between runs: where the user was, how the list was shown, what was typed.
package struct Remembered: Equatable, Sendable {
  /// The selected race.
  package var race: RaceKey?
  /// The terms of the query, as one line.
  package var query = ""
  /// The order of the list.
  package var order = RaceOrder()
  /// What it was grouped by; nil if ungrouped.
  package var grouping: RaceGrouping?
  /// Which reports of a race share a row.
  package var split = RaceSplit.races
  /// The share of the left column of a pair, in percent.
  package var divider = Settings.middle
  /// Searches, the latest last.
  package var searches: [String] = []
  /// Typed queries, the latest last.
  package var queries: [String] = []

  /// How many lines of a history are kept.
  private static let longestHistory = 20

  /// Nothing remembered.
  package init() {}

  /// Discards how the list was shown, because the user chose otherwise.
  package mutating func forgetList() { (query, order, grouping, split) = ("", RaceOrder(), nil, .races) }

  // MARK: As text

  /// Reads the saved text and ignores unknown lines.
  package init(reading text: String) {
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { continue }
      let value = String(parts[1].drop { $0 == " " })
      switch parts[0].filter({ $0 != " " }) {
      case "race": race = UInt64(value, radix: 16).map { RaceKey(value: $0) }
      case "query": query = value
      case "sort": order.sort = RaceSort(rawValue: value) ?? order.sort
      case "reversed": order.isReversed = value == "yes"
      case "group": grouping = RaceGrouping(rawValue: value)
      case "split": split = RaceSplit(rawValue: value) ?? split
      case "divider": divider = Int(value).map(Settings.divider) ?? divider
      case "searched": searches.append(value)
      case "queried": queries.append(value)
      default: break
      }
    }
  }

  /// As lines of `KEY = VALUE`.
  package var text: String {
    let optional: [(String, String)?] = [
      race.map { ("race", "\($0)") }, query.isEmpty ? nil : ("query", query),
      order.isReversed ? ("reversed", "yes") : nil, grouping.map { ("group", $0.rawValue) },
    ]
    let lines =
      optional.compactMap(\.self)
      + [("sort", order.sort.rawValue), ("split", split.rawValue), ("divider", String(divider))]
      + searches.suffix(Self.longestHistory).map { ("searched", $0) }
      + queries.suffix(Self.longestHistory).map { ("queried", $0) }
    return lines.map { "\($0) = \($1.filter { !$0.isNewline })\n" }.joined()
  }
}
