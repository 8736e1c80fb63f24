/// A report whose end has not been read yet, and how to tell its lines from others.
///
/// A class: it has an identity, and its parts change in place.
final class OpenReport {
  /// How sure it is that this is a report.
  enum Stage {
    /// Only a title was read. `prefix` stood before it; the header that must follow has the same one.
    case announced(prefix: [UInt8])
    /// A header was read; its lines have a known prefix.
    case reading
  }

  /// The stream inside a JSON log, or plain text.
  let stream: TextStream
  var stage: Stage
  var prefix = LinePrefix.none
  var suffix = ReportSuffix()
  /// What is before the title of a report whose prefix was learnt from nothing else, until another line has it; empty
  /// where nothing is.
  @exclusivity(unchecked) var titlePrefix: [UInt8] = []
  // Both change with each line, and only the scanner that owns the report comes near them: the check that
  // nobody else does costs more than the line.
  @exclusivity(unchecked) var grammar: any ReportGrammar
  /// The type of `grammar`: asking it each time copies the grammar.
  let grammarType: any ReportGrammar.Type
  @exclusivity(unchecked) var draft: ReportDraft
  /// What no line of its detector ends with that was wrapped.
  let wholeEnds: ASCIISet
  /// The beginning of a line that goes on in the next record.
  var partial = PartialLine()
  /// A line that may go on in the next one.
  @exclusivity(unchecked) var held: HeldLine?
  /// How many bytes its lines have at most, where a terminal has cut them; 0 until one of them was put together.
  @exclusivity(unchecked) var cutWidth = 0
  /// Whether its lines are in the encoding of mails.
  @exclusivity(unchecked) var isEncoded = false
  /// Whether Docker has put bytes of its own before each of its lines, see `StreamFrame`.
  @exclusivity(unchecked) var isFramed = false
  /// Whether each of its lines is in the log twice, one right below the other.
  var isDoubled = false
  /// Whether somebody has made paragraphs of it: its lines begin and end anywhere.
  @exclusivity(unchecked) var isRefilled = false
  /// The last line, when it may head the next report.
  var lastLine: LastLine?
  /// The test that was blamed for it while it was open; nil when none was.
  var claim: SymbolTable.ID?
  /// How the title waits for its header.
  var wait = TitleWait()
  /// How many reports of the log had ended at its last line, see `OpenReports.countEnded`.
  var endedBefore = 0

  /// Whether only a title was read.
  var isAnnounced: Bool {
    if case .announced = stage { true } else { false }
  }

  /// Whether a line is offered to this report before the other one.
  func isAsked(before other: OpenReport) -> Bool {
    if prefix.weight != other.prefix.weight { return prefix.weight > other.prefix.weight }
    return isAnnounced && other.isAnnounced
      ? draft.extent.start > other.draft.extent.start : draft.extent.start < other.draft.extent.start
  }

  /// Whether it is in vain to wait for another line of the report.
  func isIdle(atLine line: Int) -> Bool {
    // Nothing is lost with a report that was never sure to be one.
    line - draft.extent.lastLine > (isAnnounced ? TitleWait.reach : draft.progress.isProven ? 20_000 : 400)
  }

  /// Passes lines that were read at once.
  ///
  /// - Parameters:
  ///   - end: where the last line ends that is the report's; nil when none is.
  ///   - ended: how many reports of the log have ended.
  func pass(_ end: Int?, ended: Int) {
    guard let end else { return }
    draft.extent.end = end
    endedBefore = ended
    if !titlePrefix.isEmpty { titlePrefix = [] }
  }

  /// What is before its lines, as far as it is known: of a title that waits, what is before the title.
  var knownPrefix: LinePrefix { isAnnounced ? wait.prefix : prefix }

  /// Takes note of a line that the report has taken.
  ///
  /// - Parameter ended: how many reports of the log have ended.
  func take(_ line: LineExtent, ended: Int) {
    (draft.extent.lastLine, draft.extent.end) = (line.lastLine, line.end)
    endedBefore = ended
  }

  /// Where the rest of a cut line may begin in a line that lacks the report's prefix: what quoted or stamped the log after
  /// it was cut comes before both parts, what the detector prints comes before the first alone.
  func restStart(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int {
    prefix.sharedEnd(bytes, line) ?? line.lowerBound
  }

  /// Takes note that a line of the report has the suffix.
  func confirmSuffix() {
    if suffix.isNoted, !draft.notes.isEmpty { draft.notes.removeLast() }
    suffix.isNoted = false
  }

  /// Takes note that a line below the title has the prefix, or tells it. Where it is the first of the report, no line above
  /// is when the report is read again without those that were open beside it.
  func confirmPrefix(atLine line: Int) {
    titlePrefix = []
    if awaitsHeader { draft.extent.headerLine = line }
  }

  /// Whether no line below the title was read.
  var awaitsHeader: Bool { draft.extent.headerLine == 0 && draft.accesses.isEmpty }

  /// A report of its own that is where this one is.
  func copy() -> OpenReport {
    let copy = OpenReport(stream: stream, stage: stage, grammar: grammarType, draft: draft)
    copy.grammar = grammar
    copy.prefix = prefix
    copy.suffix = suffix
    copy.titlePrefix = titlePrefix
    copy.partial = partial
    copy.held = held
    copy.isEncoded = isEncoded
    copy.isFramed = isFramed
    copy.isRefilled = isRefilled
    copy.cutWidth = cutWidth
    copy.isDoubled = isDoubled
    copy.lastLine = lastLine
    copy.claim = claim
    copy.wait = wait
    copy.endedBefore = endedBefore
    return copy
  }

  /// A report whose title was read.
  ///
  /// - Parameter grammar: whose it is; a grammar of that type reads it from its first line on.
  init(
    stream: TextStream, stage: Stage, grammar: any ReportGrammar.Type, draft: consuming ReportDraft
  ) {
    self.stream = stream
    self.stage = stage
    grammarType = grammar
    self.grammar = grammar.init()
    wholeEnds = grammarType.wholeEnds
    self.draft = draft
  }
}
