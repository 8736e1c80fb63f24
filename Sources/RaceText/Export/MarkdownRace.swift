internal import RaceModel

/// A race as the text of an issue: what it is, both accesses with their stacks, the explanation, the code if
/// available, and the report itself, folded.
struct MarkdownRace {
  /// The maximum frames of a stack to list.
  private static let mostFrames = 60
  /// Lines of code to show around a racing line.
  private static let codeHeight = 9

  private let race: ExportedRace
  private let number: Int
  private let code: [CodeExcerpt]

  /// A race.
  ///
  /// - Parameters:
  ///   - number: its number in the list, from 1.
  ///   - code: the code of both lines, as far as available.
  init(_ race: ExportedRace, number: Int, code: [CodeExcerpt] = []) {
    (self.race, self.number, self.code) = (race, number, code)
  }

  /// The text.
  ///
  /// - Parameter raw: the report as it is in the log; nil to leave it out.
  func text(_ raw: RawReport?) -> String {
    var parts = ["## \(number). \(race.title(MarkdownText.code))", facts]
    if race.detail == nil { parts.append("The report cannot be shown: \(Damage.changed.words).") }
    parts += Side.allCases.flatMap(side)
    if let title = race.factsTitle {
      parts += ["### " + title.capitalizedFirst] + race.facts.flatMap(block)
    }
    let sentences = sentences
    if !sentences.isEmpty { parts += ["### What racetui infers", sentences] }
    parts += code.map { MarkdownText.excerpt($0, height: Self.codeHeight) }
    parts.append(raw.map(\.markdown) ?? RawReport.leftOut)
    return "\n" + parts.joined(separator: "\n\n") + "\n"
  }

  private var facts: String {
    let log = LogFile.title(race.logName)
    var facts = [
      Counting.plural(race.race.reports.count, "report"),
      "key \(MarkdownText.code(race.race.key.description))",
      "showing \(MarkdownText.code("\(lastComponent(log)):\(race.entry.line)"))",
    ]
    if let test = race.during?.testWords { facts.append("test \(MarkdownText.code(test))") }
    if let damage = RaceWords.damage(race.race) { facts.append(damage) }
    return facts.joined(separator: ", ") + "."
  }

  // MARK: Sides

  /// The header of a side, and each of its stacks.
  private func side(_ side: Side) -> [String] {
    guard let report = race.detail?.report else { return [] }
    let blocks = race.blocks(side)
    guard !blocks.isEmpty else { return [] }
    let header =
      report.kind.hasTwoSides
      ? report.access(side).map { AccessWords.header($0, report) }
      : PairBlocks.partTitle(report, side: side)
    let title = "### \(side.letter)" + (header.map { ": \(MarkdownText.code($0))" } ?? "")
    return [title] + blocks.flatMap(block)
  }

  private func block(_ block: PairBlock) -> [String] {
    [
      block.heading.map { MarkdownText.code($0) }, block.absence.map { MarkdownText.code($0) },
      list(block.stack),
    ]
    .compactMap(\.self)
  }

  /// The frames of a stack, innermost first; nil if it has none.
  private func list(_ stack: Report.Stack?) -> String? {
    guard let stack, !stack.isEmpty, let frames = race.detail?.frames else { return nil }
    var lines = stack.prefix(Self.mostFrames).enumerated().map { number, id in
      "\(number + 1). \(MarkdownText.code(FrameWords.whole(frames[id])))"
    }
    let rest = stack.count - lines.count
    if rest > 0 { lines.append("\(lines.count + 1). and \(Counting.plural(rest, "more frame"))") }
    return lines.joined(separator: "\n")
  }

  // MARK: Below

  private var sentences: String {
    race.findings.map { "- \($0.label): \(MarkdownText.code($0.words))" }.joined(separator: "\n")
  }
}

/// A report as it is in its log.
struct RawReport {
  /// The text in its place if it is left out.
  static let leftOut = "The report itself is left out: it is too long."

  private let text: String

  /// Reads a report; nil if it is longer than any document may be.
  init?(_ entry: ReportEntry, _ file: LogFile) {
    guard entry.byteCount < MarkdownExport.limit else { return nil }
    text = ClipboardText(lines: entry.unwrapped(file.bytes(entry.bytes))).text
  }

  /// The report, folded, in Markdown.
  var markdown: String {
    "<details><summary>The report</summary>\n\n\(MarkdownText.block(text))\n\n</details>"
  }

  /// The report, folded, in HTML.
  var html: String {
    "<details><summary>The report</summary>\n<pre>\(XMLText.lines(text))</pre></details>"
  }
}
