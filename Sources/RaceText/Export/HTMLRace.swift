internal import RaceModel

/// A race as a section of a page: why it is a race, both sides side by side, the explanation, the code if
/// available, and the report itself, folded.
struct HTMLRace {
  /// The maximum frames of a stack to list.
  private static let mostFrames = 60
  /// Lines of code to show around a racing line.
  private static let codeHeight = 11

  private let race: ExportedRace
  private let number: Int

  /// A race.
  ///
  /// - Parameter number: its number in the list, from 1.
  init(_ race: ExportedRace, number: Int) { (self.race, self.number) = (race, number) }

  /// Its line in the list of the page.
  var contentsLine: String {
    "<tr><td>\(number)</td><td>\(race.race.reports.count)</td><td><a href=\"#\(id)\">\(XMLText.escaped(race.title()))</a>"
      + "</td></tr>\n"
  }

  private var id: String { "race-\(race.race.key)" }

  /// The section.
  ///
  /// - Parameter raw: the report as it is in the log; nil to leave it out.
  func text(_ raw: RawReport?) -> String {
    var parts = ["<section id=\"\(id)\">", "<h2>\(number). \(XMLText.escaped(race.title()))</h2>"]
    if let verdict = race.verdict { parts.append("<p class=\"why\">\(XMLText.escaped(verdict))</p>") }
    parts.append("<p class=\"dim\">\(XMLText.escaped(RaceAccount(race).closing))\(during)</p>")
    if race.detail == nil { parts.append("<p>The report cannot be shown: \(Damage.changed.words).</p>") }
    parts.append("<div class=\"pair\">\n\(side(.a))\n\(side(.b))\n</div>")
    if let title = race.factsTitle {
      parts.append("<h3>\(title.capitalizedFirst)</h3>")
      parts += race.facts.flatMap(block)
    }
    parts += [sentences, code].compactMap(\.self)
    parts.append(raw.map(\.html) ?? "<p class=\"dim\">\(RawReport.leftOut)</p>")
    return (parts + ["</section>"]).joined(separator: "\n") + "\n"
  }

  private var during: String {
    guard let test = race.during?.testWords else { return "" }
    return ", test <code>\(XMLText.escaped(test))</code>"
  }

  // MARK: Sides

  private func side(_ side: Side) -> String {
    guard let report = race.detail?.report else { return "" }
    let blocks = race.blocks(side)
    guard !blocks.isEmpty else { return "" }
    let header =
      report.kind.hasTwoSides
      ? report.access(side).map { AccessWords.header($0, report) }
      : PairBlocks.partTitle(report, side: side)
    let title = side.letter + (header.map { ": \($0)" } ?? "")
    let parts = ["<h3>\(XMLText.escaped(title))</h3>"] + blocks.flatMap(block)
    return "<div class=\"\(side.letter.lowercased())\">\n\(parts.joined(separator: "\n"))\n</div>"
  }

  private func block(_ block: PairBlock) -> [String] {
    [
      block.heading.map { "<div>\(XMLText.escaped($0))</div>" },
      block.absence.map { "<div class=\"dim\">\(XMLText.escaped($0))</div>" },
      list(block),
    ].compactMap(\.self)
  }

  /// The frames of a stack, innermost first; nil if it has none.
  private func list(_ block: PairBlock) -> String? {
    guard let stack = block.stack, !stack.isEmpty, let frames = race.detail?.frames else { return nil }
    var lines = stack.prefix(Self.mostFrames).enumerated().map { position, id in
      let frame = frames[id]
      let kind =
        position == block.siteIndex ? " class=\"site\"" : frame.isPlumbing ? " class=\"plumbing\"" : ""
      return "<li\(kind)>\(XMLText.escaped(FrameWords.whole(frame)))</li>"
    }
    let rest = stack.count - lines.count
    if rest > 0 { lines.append("<li>and \(Counting.plural(rest, "more frame"))</li>") }
    return "<ol>\n\(lines.joined(separator: "\n"))\n</ol>"
  }

  // MARK: Below

  private var sentences: String? {
    // It is at the top.
    let lines = race.findings.filter { $0.label != "why" }
    if lines.isEmpty { return nil }
    let items = lines.map { "<dt>\($0.label)</dt><dd>\(XMLText.escaped($0.words))</dd>" }
    return "<dl>\n\(items.joined(separator: "\n"))\n</dl>"
  }

  private var code: String? {
    if race.code.isEmpty { return nil }
    return "<div class=\"pair\">\n\(race.code.map(excerpt).joined(separator: "\n"))\n</div>"
  }

  private func excerpt(_ code: CodeExcerpt) -> String {
    let lines = code.window(height: Self.codeHeight)
    let width = String(lines.last?.number ?? 0).utf8.count
    let text = lines.map { line in
      let number = String(line.number)
      let text =
        "\(String(repeating: " ", count: width - number.utf8.count))\(number)  \(XMLText.lines(line.text))"
      return line.number == code.line ? "<b>\(text)</b>\n" : "\(text)\n"
    }
    let remarks = ([code.means].compactMap(\.self) + code.doubts).map {
      "<div class=\"dim\">\(XMLText.escaped($0))</div>"
    }
    return "<div>\n<code>\(XMLText.escaped("\(code.path):\(code.line)"))</code>\n\(remarks.joined())<pre>"
      + "\(text.joined())</pre>\n</div>"
  }
}
