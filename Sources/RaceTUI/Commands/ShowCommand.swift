internal import ArgumentParser
internal import RaceModel
internal import RaceText
internal import RaceWork

/// `racetui show`: one race as text, both stacks side by side.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print one race: both accesses, their stacks and creations side by side.",
    discussion: """
      Below 100 columns one is above the other. With --source or --map the code of both lines is printed too, and \
      checked against the calls that the stacks show; without them the text depends on the log alone.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var text: TextOptions
  @OptionGroup var selection: QueryOptions
  @OptionGroup var sources: SourceOptions
  @Option(
    help: ArgumentHelp(
      "Race to print: its number in `racetui list`, with the same --query, or a key prefix.",
      valueName: "race"))
  var race = "1"
  @Option(help: ArgumentHelp("Which report of that race, counting from 1.", valueName: "number"))
  var report = 1
  @Flag(help: "Fold plumbing and the frames that both sides share.")
  var fold = false
  @Option(help: "Output format: text, or markdown for the text of an issue.")
  var format = ShowFormat.text

  func validate() throws {
    if race.isEmpty { throw ValidationError("--race takes the number of a race or a key prefix") }
  }

  func run() throws {
    let configuration = try Configuration.held()
    let query = try selection.parsed(configuration.queries)
    try sources.check()
    let search: any CodeSearch = sources.isGiven ? InstalledCode(sources.finder(configuration)) : NoCode()
    let workspace = try input.open(configuration, code: search)
    let index = workspace.index()
    if index.races.isEmpty {
      try StandardOutput.write(ListText.text(index, width: text.columns, glyphs: text.glyphs))
      return try InputOptions.check(index, workspace.logs)
    }
    let races = QueryOptions.races(meeting: query, index, workspace)
    let rows = RaceListing().rows(RaceFacts(index), races: races.contains)
    if rows.isEmpty {
      try StandardOutput.write(ListText.summary(index, races) + "\n")
      return try InputOptions.check(index, workspace.logs)
    }
    let number = try find(in: rows, index)
    guard let report = shown(rows[number], index, workspace) else {
      let count = rows[number].count(index)
      throw refuse("race \(race) has \(Counting.plural(count, "report")), no report \(self.report)")
    }
    switch format {
    case .text:
      let code = report.isLone ? Sides(code(report, index, workspace).a, nil) : code(report, index, workspace)
      let text = ShowText(report, number: (number + 1, of: rows.count), isFolded: fold, code: code)
      try StandardOutput.write(text.text(width: self.text.columns, glyphs: self.text.glyphs))
    case .markdown:
      guard let text = issue(report, number: number + 1, index, workspace) else {
        throw refuse("the log changed while it was read")
      }
      try StandardOutput.write(text)
    }
    try InputOptions.check(index, workspace.logs)
  }

  /// The lines of code of both accesses; none without a place for the code.
  private func places(_ report: ShownReport, _ index: LogIndex) -> Sides<CodePlace?> {
    sources.isGiven ? CodePlace.places(of: report.entry, index) : Sides(nil, nil)
  }

  /// The code of both lines, or why there is none.
  private func code(_ report: ShownReport, _ index: LogIndex, _ workspace: Workspace) -> Sides<CodeLookup?> {
    let places = places(report, index)
    var found: [CodePlace: CodeLookup] = [:]
    workspace.answer(.code(places.both.compactMap(\.self))) { answer in
      if case .code(let place, let lookup) = answer { found[place] = lookup }
    }
    return places.map { $0.flatMap { found[$0] } }
  }

  /// The race as the text of an issue, with the requested report; nil if the log has changed.
  private func issue(_ report: ShownReport, number: Int, _ index: LogIndex, _ workspace: Workspace) -> String?
  {
    let request = IssueRequest(
      index.race(of: report.entry), ReportRequest(report.entry, during: report.during), of: index,
      number: number,
      places: places(report, index).both.compactMap(\.self))
    var text: String?
    workspace.answer(.issue(request)) { answer in
      if case .issue(_, let written) = answer { text = written?.text }
    }
    return text
  }

  /// The full report, with what source files say; nil if the race has no such report.
  private func shown(_ row: RaceRow, _ index: LogIndex, _ workspace: Workspace) -> ShownReport? {
    guard var report = ShownReport(index, row, position: report - 1) else { return nil }
    let request = ReportRequest(report.entry, during: report.during)
    for job in [Job.report(request), .testimony(request)] {
      workspace.answer(job) { answer in
        if case .report(_, let detail, let analysis) = answer { report.show(detail, analysis, index) }
        if case .testimony(_, let testimony, _) = answer { report.weigh(testimony) }
      }
    }
    report.join(causes(of: index.race(of: report.entry), index, workspace))
    return report
  }

  /// The likely causes that all reports of a race share, as in its row of a list; nil where each has its own.
  private func causes(of race: Race, _ index: LogIndex, _ workspace: Workspace) -> [Cause]? {
    var explainer = RaceExplainer()
    var explanation = explainer.explain(ExplanationRequest(race, of: index), files: workspace.logs.files)
    if let entry = explanation.entry {
      workspace.answer(.testimony(ReportRequest(entry, during: index.printedDuring(entry)))) { answer in
        guard case .testimony(_, _, let facts?) = answer else { return }
        explanation.weigh(facts.verdict, facts.lockOrder, facts.causes)
      }
    }
    return explanation.sharedCauses
  }

  /// Says what the log does not have. The command line may be right for another log, so its usage would not
  /// help.
  private func refuse(_ words: String) -> ExitCode {
    StandardError.say(words)
    return .validationFailure
  }

  /// The row that `--race` names.
  private func find(in rows: [RaceRow], _ index: LogIndex) throws -> Int {
    if let number = Int(race), race.utf8.count < 9 {
      guard rows.indices.contains(number - 1) else {
        throw refuse(
          "there \(rows.count == 1 ? "is 1 race" : "are \(rows.count) races"), no race \(number)")
      }
      return number - 1
    }
    let prefix = race.lowercased()
    let found = rows.indices.filter { index.races[rows[$0].race].key.description.hasPrefix(prefix) }
    guard let first = found.first, found.count == 1 else {
      throw refuse(
        found.isEmpty
          ? "no race\(selection.query == nil ? "" : " of the query") has the key \(race)"
          : "\(found.count) races have keys that begin with \(race)")
    }
    return first
  }
}

/// How `racetui show` prints a race.
enum ShowFormat: String, CaseIterable, ExpressibleByArgument {
  case text, markdown
}
