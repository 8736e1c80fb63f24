package import RaceModel
package import RaceText
package import RaceWork

/// Everything that has been learnt of the logs. No cursor and nothing of a screen is in it.
package struct Model: Sendable {
  /// What has been read.
  package var logs: Logs
  /// What is worked out of races.
  package var explanations = Explanations()
  /// What is known of the code that the logs name.
  package var code = CodeFacts()
  /// What tells the stacks of reports apart.
  package var stacks = StackFacts()
  /// What the reports hold that can be asked for.
  package var words = WordFacts()
  /// Who last changed the lines of races.
  package var owners = OwnerFacts()
  /// Which races share sites.
  package var families = FamilyFacts()
  /// How functions and variables are called.
  package var names = ShownNames()
  /// What people have found out about races.
  package var triage = TriageFacts()
  /// What is new beside an older run, or a list of known races.
  package var comparison = ComparisonFacts()
  /// What answers must be about to be taken.
  package var generation = Generation()

  /// Nothing is known of some logs.
  package init(_ logs: Logs) { self.logs = logs }

  /// What has been read so far.
  package var index: LogIndex { logs.index }

  /// Whether the stacks of all reports are known.
  var hasAllStacks: Bool { logs.isLoaded && stacks.hashes.count == index.reports.count }

  /// The name of a log, for a person.
  func logTitle(_ log: Int) -> String { LogFile.title(index.logs[log].name) }

  /// What is asked to read a report.
  func request(_ position: Int) -> ReportRequest {
    let entry = index.reports[position]
    return ReportRequest(entry, during: index.printedDuring(entry))
  }
}
