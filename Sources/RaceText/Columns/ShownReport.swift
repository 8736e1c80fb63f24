package import RaceModel

/// A shown report: what was read from it, and its analysis.
package struct ShownReport: Sendable {
  /// The row of the list that it belongs to.
  package private(set) var row: RaceRow.ID
  /// Its index entry.
  package private(set) var entry: ReportEntry
  /// The test during which it was printed.
  package private(set) var during: PrintedDuring?
  /// Its log, as the user named it.
  package private(set) var logName: String
  /// Its position among the reports of the row, 0-based.
  package private(set) var position: Int
  /// How many reports the row has.
  package private(set) var count: Int
  /// How the reports of the row differ; nil for one report.
  package private(set) var variation: RaceVariation?
  /// The report; nil until it is read, or if it cannot be.
  package private(set) var detail: DetailedReport?
  /// The analysis of the report, with the causes from all of the race's reports.
  package var analysis: ReportAnalysis? { causes.flatMap { own?.joined(with: $0) } ?? own }
  /// The analysis of the report alone.
  private var own: ReportAnalysis?
  /// The causes of its race; nil while unknown.
  private var causes: [Cause]?
  /// What the list still knows about both sides of a report that cannot be read again; nil for any other.
  package private(set) var remains: Sides<Site?>?
  /// Increases with each change to the contents.
  package private(set) var revision = 0

  /// A report of a row, not read yet; nil if the row has no such report.
  package init?(_ index: LogIndex, _ row: RaceRow, position: Int) {
    let reports = row.reports(index)
    guard reports.indices.contains(position) else { return nil }
    self.row = row.id(index)
    self.position = position
    count = reports.count
    entry = index.reports[Int(reports[position])]
    during = index.printedDuring(entry)
    logName = index.logs[Int(entry.log)].name
    variation = RaceVariation(index, row)
  }

  /// The report's identity.
  package var id: ReportID { entry.id }

  /// Whether the report has only one part, so that the other column would stay empty.
  package private(set) var isLone = false

  /// Shows what was read from the report; nil if it is no longer in its log: then the sites of both sides are
  /// shown, as far as the list has them.
  package mutating func show(_ detail: DetailedReport?, _ index: LogIndex) {
    show(detail, detail?.analyzed(), index)
  }

  /// The same with an analysis made elsewhere, because a report can be large.
  package mutating func show(_ detail: DetailedReport?, _ analysis: ReportAnalysis?, _ index: LogIndex) {
    self.detail = detail
    own = analysis
    remains = detail == nil ? index.sites(of: entry) : nil
    isLone = detail.map { !$0.report.kind.hasTwoSides } == true && rows(.b, opened: []).isEmpty
    revision += 1
  }

  /// Takes what source files say about the report.
  package mutating func weigh(_ testimony: SourceTestimony) {
    guard let detail else { return }
    own = own?.weighed(by: testimony, detail)
    revision += 1
  }

  /// Takes the causes of the race, so that all texts about it name the same.
  package mutating func join(_ causes: [Cause]?) {
    guard causes != self.causes else { return }
    self.causes = causes
    revision += 1
  }

  /// Finds the report again in an index that has grown.
  ///
  /// - Returns: false if it is gone.
  package mutating func follow(_ index: LogIndex) -> Bool {
    guard let position = index.position(of: id) else { return false }
    entry = index.reports[position]
    during = index.printedDuring(entry)
    // A report that has grown may belong to another race now; the list finds a group again.
    let race = RaceRow(race: Int(entry.race))
    row = race.id(index)
    self.position = race.position(of: Int32(position), index) ?? 0
    count = race.count(index)
    variation = RaceVariation(index, race)
    return true
  }

  /// The rows that belong to neither access: memory, locks, other threads.
  package func facts(opened: Set<PairFold>) -> [PairRow] {
    guard let detail, let analysis else { return [] }
    return PairRows.facts(detail, analysis, opened: opened)
  }

  /// The subject of those rows: `memory and locks`.
  package var factsTitle: String {
    guard let detail, let analysis else { return "" }
    return PairBlocks.factsTitle(detail.report, analysis)
  }

  /// The rows of a column.
  package func rows(_ side: Side, opened: Set<PairFold>) -> [PairRow] {
    if let detail, let analysis { return PairRows.rows(detail, analysis, side: side, opened: opened) }
    return remains.map { PairRows.rows(lost: $0[side]) } ?? []
  }
}
