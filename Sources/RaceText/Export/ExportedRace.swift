internal import RaceModel

/// A race and its most telling report, for formats that write races.
struct ExportedRace {
  /// The race.
  let race: Race
  /// Its sites; nil for a side that is not in the log.
  let sites: [Site?]
  /// The report: the first complete one, else the first.
  let entry: ReportEntry
  /// The test in which it was printed.
  let during: PrintedDuring?
  /// Its log, as the user named it.
  let logName: String
  /// The explanation from the race's reports.
  let explanation: RaceExplanation
  /// The full report; nil if the log has changed since.
  let detail: DetailedReport?
  /// The analysis of that report.
  let analysis: ReportAnalysis?
  /// Finds the files that it names.
  var repository = RepositoryPaths()
  /// The code of both lines, as far as available.
  var code: [CodeExcerpt] = []

  /// Why it is a race, in a sentence; nil if nothing can be said.
  var verdict: String? { Verdict(explanation)?.words }

  /// `Data race on heap: main.add and main.get`
  ///
  /// - Parameter name: how a name is written.
  func title(_ name: (String) -> String = { $0 }) -> String {
    "\(subject(name).capitalizedFirst): \(siteNames(name))"
  }

  /// `main.add and main.get`
  func siteNames(_ name: (String) -> String = { $0 }) -> String {
    let names = sites.map { site in
      site.map { name($0.function.map(FrameWords.short) ?? FrameWords.place($0, .unicode)) } ?? "?"
    }
    return names.joined(separator: " and ")
  }

  /// The subject of a race: `data race on global counter`, by the name that the source gives it.
  func subject(_ name: (String) -> String = { $0 }) -> String {
    race.kind.words + (Findings(explanation, race).name.map { " on \(name($0))" } ?? "")
  }

  /// What is known of it, a line each: why it is a race, then what its report tells.
  var findings: [Explanation.Line] {
    guard let detail, let analysis else { return [] }
    return Explanation.lines(detail, analysis, of: explanation)
  }

  /// The report's blocks for a side: the stack of its access, creations, and other descriptions. Empty if the
  /// report has none, or is gone.
  func blocks(_ side: Side) -> [PairBlock] {
    guard let detail, let analysis else { return [] }
    let isPart = !detail.report.kind.hasTwoSides && PairBlocks.partTitle(detail.report, side: side) == nil
    return isPart && side == .b ? [] : PairBlocks.blocks(detail, analysis, side: side)
  }

  /// The report's blocks that belong to neither access.
  var facts: [PairBlock] {
    guard let detail, let analysis else { return [] }
    return PairBlocks.facts(detail.report, analysis)
  }

  /// The subject of those; nil if there are none.
  var factsTitle: String? {
    guard !facts.isEmpty, let detail, let analysis else { return nil }
    return PairBlocks.factsTitle(detail.report, analysis)
  }

  /// The frame of a block to look at first: the site, else the first that is not plumbing, else the innermost.
  func frame(of block: PairBlock) -> Frame? {
    guard let detail, let stack = block.stack, !stack.isEmpty else { return nil }
    if let site = block.siteIndex, detail.report.kind.hasTwoSides, stack.indices.contains(site) {
      return detail.frames[stack[site]]
    }
    return detail.frames(of: stack).blamed
  }
}

/// Reads races one after the other.
struct RaceReading {
  private let logs: ExportedLogs
  private var explainer = RaceExplainer()
  /// Reads long reports, which may be mixed with others.
  private var reader = ReportReader()

  init(_ logs: ExportedLogs) { self.logs = logs }

  /// Reads a race, by its position in the index; nil if it has no report.
  mutating func race(at position: Int) -> ExportedRace? {
    let index = logs.index
    let race = index.races[position]
    let entries = race.reports.lazy.map { index.reports[Int($0)] }
    guard let entry = entries.first(where: \.isComplete) ?? entries.first else { return nil }
    let during = index.printedDuring(entry)
    let detail = detail(of: entry, during)
    let places = CodePlace.places(of: entry, index).both.compactMap(\.self)
    var explanation = explainer.explain(ExplanationRequest(race, of: index), files: logs.files)
    let analysis = detail.map { explanation.weigh(logs.testimony($0, Int(entry.log)), of: $0) }
    return ExportedRace(
      race: race, sites: index.sites(of: race), entry: entry, during: during,
      logName: index.logs[Int(entry.log)].name,
      explanation: explanation, detail: detail, analysis: analysis, repository: logs.repository,
      code: places.compactMap(logs.code))
  }

  private mutating func detail(of entry: ReportEntry, _ during: PrintedDuring?) -> DetailedReport? {
    let file = logs.files[Int(entry.log)]
    return entry.mayBeTangled
      ? reader.readDetailed(entry, from: file, during: during) : entry.read(from: file, during: during)
  }
}
