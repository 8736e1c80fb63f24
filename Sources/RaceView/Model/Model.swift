package import RaceModel
package import RaceText
package import RaceWork

/// Everything known about the logs, without cursors or other screen state.
package struct Model: Sendable {
  /// What has been read.
  package var logs: Logs
  /// The explanations of races.
  package var explanations = Explanations()
  /// What is known about the code that the logs name.
  package var code = CodeFacts()
  /// What distinguishes the stacks of reports.
  package var stacks = StackFacts()
  /// The searchable contents of the reports.
  package var words = WordFacts()
  /// Who last changed the lines of races.
  package var owners = OwnerFacts()
  /// Which races share sites.
  package var families = FamilyFacts()
  /// The names of functions and variables.
  package var names = ShownNames()
  /// What people have found out about races.
  package var triage = TriageFacts()
  /// What is new against an older run, or a list of known races.
  package var comparison = ComparisonFacts()
  /// The state that answers must be about to be accepted.
  package var generation = Generation()

  /// An empty model of some logs.
  package init(_ logs: Logs) { self.logs = logs }

  /// What has been read so far.
  package var index: LogIndex { logs.index }

  /// Whether the stacks of all reports are known.
  var hasAllStacks: Bool { logs.isLoaded && stacks.hashes.count == index.reports.count }

  /// The name of a log, for a person.
  func logTitle(_ log: Int) -> String { LogFile.title(index.logs[log].name) }

  /// The request to read a report.
  func request(_ position: Int) -> ReportRequest {
    let entry = index.reports[position]
    return ReportRequest(entry, during: index.printedDuring(entry))
  }
}
