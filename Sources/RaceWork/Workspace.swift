package import RaceModel
internal import RaceText

/// The open logs, and the code that they name: reads logs, and answers jobs synchronously. A pool answers
/// them on threads.
package struct Workspace: Sendable {
  /// The logs.
  package let logs: OpenLogs
  private let code: any CodeSearch
  /// The marks on races; nil if they are not kept.
  package let triage: TriageStore?
  /// The run to compare these logs with; nil for none.
  package let older: OlderRun?

  /// A workspace over open logs.
  package init(
    _ logs: OpenLogs, code: any CodeSearch, triage: TriageStore? = nil, older: OlderRun? = nil
  ) {
    self.logs = logs
    self.code = code
    self.triage = triage
    self.older = older
  }

  // MARK: Reading

  /// Reads the logs to their ends, one after the other.
  ///
  /// - Parameter take: takes what was found; reading ends when it returns false.
  /// - Returns: what was found in each log that was read.
  @discardableResult
  package func read(_ take: (IndexBatch) -> Bool) -> [LoadedLog] {
    var reader = LogReader()
    return reader.read(logs.files, take)
  }

  /// Reads the logs into an index.
  ///
  /// - Parameter each: sees what has been read so far; an error ends the reading.
  package func index(each: (LogIndex) throws -> Void) throws -> LogIndex {
    var index = LogIndex()
    var failure: (any Error)?
    read { batch in
      index.append(batch)
      do { try each(index) } catch { failure = error }
      return failure == nil
    }
    if let failure { throw failure }
    return index
  }

  /// Reads the logs into an index.
  package func index() -> LogIndex {
    var index = LogIndex()
    read { batch in
      index.append(batch)
      return true
    }
    return index
  }

  // MARK: Jobs

  /// Does a job synchronously.
  ///
  /// - Parameter reply: takes the answers: some jobs have one for each thing requested.
  package func answer(_ job: Job, _ reply: (Answer) -> Void) {
    switch job {
    case .report(let request):
      let detail = report(request)
      reply(.report(request, detail, detail?.analyzed()))
    case .text(let request):
      let bytes = file(request).bytes(LogExcerpt.range(of: request.entry))
      reply(.text(request, LogExcerpt(bytes, around: request.entry), isThere: report(request) != nil))
    case .lines(let place):
      let bytes = logs.files[place.log].bytes(LogExcerpt.range(around: place.start..<place.start))
      reply(.lines(place, LogExcerpt(bytes, around: place)))
    case .copy(let request):
      let bytes = report(request) == nil ? nil : file(request).bytes(request.entry.bytes)
      reply(.copy(request, bytes.map { ClipboardText(lines: request.entry.unwrapped($0)) }))
    case .issue(let request): reply(.issue(request, issue(request)))
    case .suppressions(let request): reply(.suppressions(request, suppressions(of: request)))
    case .doubts(let request): reply(.doubts(request, RunDoubt.all(request.index, logs.files)))
    case .compare(let race):
      reply(.compared(race.key, older.flatMap { $0.changes(to: race, files: logs.files) }))
    case .explain(let questions, let generation): reply(.explained(explain(questions), generation))
    case .stacks(let entries, let request): reply(.stacks(hashes(entries), request: request))
    case .words(let entries, let request):
      var reader = WordReader()
      reply(.words(reader.read(entries, of: logs.files), request: request))
    case .code(let places):
      for place in places { reply(.code(place, code.lookup(place, modified(place.log)))) }
    case .testimony(let request):
      let detail = report(request)
      let testimony = detail.map { code.testimony(of: $0, logModified: modified(Int(request.entry.log))) }
      guard let detail, let testimony, !testimony.isEmpty else {
        return reply(.testimony(request, SourceTestimony(), nil))
      }
      let analysis = detail.analyzed().weighed(by: testimony, detail)
      let facts = SourcedFacts(
        verdict: VerdictFacts(detail, analysis), lockOrder: LockOrderFacts(detail, analysis),
        causes: analysis.causes)
      reply(.testimony(request, testimony, facts))
    case .blame(let places): for place in places { reply(.blame(place, code.blame(place))) }
    case .owners(let places, let request):
      reply(.owners(places.map { ($0.race, code.owner($0.place)) }, request: request))
    case .demangle(let names): reply(.demangled(code.demangle(names)))
    case .locate(let places): reply(.located(places, places.map { code.find($0.file) }))
    case .listFolders: code.listFolders()
    }
  }

  private func file(_ request: ReportRequest) -> LogFile { logs.files[Int(request.entry.log)] }

  /// Reads a full report; nil if it is no longer in its log.
  package func report(_ request: ReportRequest) -> DetailedReport? {
    request.entry.read(from: file(request), during: request.during)
  }

  private func issue(_ request: IssueRequest) -> ClipboardText? {
    let code = request.places.compactMap { self.code.lookup($0, modified($0.log)).excerpt }
    let issue = IssueText(
      request.race, request.sites, explanation: request.explanation, number: request.number, code: code)
    return issue.text(
      showing: request.report.entry, during: request.report.during, files: logs.files,
      testimony: { detail in
        self.code.testimony(of: detail, logModified: self.modified(Int(request.report.entry.log)))
      })
  }

  /// When a log was last written; nil if unknown.
  private func modified(_ log: Int) -> FileTime? { FileTime.modified(logs.files[log].name) }

  private func explain(_ questions: [ExplanationRequest]) -> [(RaceKey, RaceExplanation)] {
    var explainer = RaceExplainer()
    let files = logs.files
    return questions.map { ($0.key, explainer.explain($0, files: files)) }
  }

  private func hashes(_ entries: [ReportEntry]) -> [UInt64] {
    var hasher = StackHasher()
    let files = logs.files
    return entries.map { hasher.hash($0, in: files[Int($0.log)]) }
  }
}
