package import RaceModel

/// The words around the two columns of a report.
extension ShownReport {
  /// The header of a column: `A  WRITE  goroutine 30954 running`.
  package func header(_ side: Side) -> String {
    let letter = side.letter
    guard let report = detail?.report else { return remains == nil ? letter : "\(letter)  ?" }
    guard report.kind.hasTwoSides else {
      return PairBlocks.partTitle(report, side: side).map { "\(letter)  \($0)" } ?? ""
    }
    guard let access = report.access(side) else {
      return "\(letter)  ?  \(MissingSide(report).words)"
    }
    return "\(letter)  \(AccessWords.header(access, report))"
  }

  /// Why it is a race; nil if unknown.
  package func verdict(_ names: ShownNames) -> Verdict? {
    guard let detail, let analysis else { return nil }
    return Verdict(detail, analysis, names)
  }

  /// What the race is on, its likely causes, and what else is found.
  package func explanation(_ names: ShownNames, _ glyphs: Glyphs) -> String {
    guard let detail, let analysis else { return addresses ?? "" }
    let findings = Findings(detail, analysis, names)
    let likely = findings.likely.joined(separator: ", ")
    let change = detail.report.valueChange.map {
      "value changed from \(Self.withoutZeros($0.from)) to \(Self.withoutZeros($0.to))"
    }
    let facts: [String?] = [
      likely.isEmpty ? nil : "likely: \(likely)", findings.doubt,
      [findings.on, addresses].compactMap(\.self).joined(separator: " "), findings.locks,
      analysis.source.guessedName.map { "perhaps \($0)" }, change,
    ]
    let parts = PairBlocks.statements(detail, analysis) + facts.compactMap(\.self)
    return parts.filter { !$0.isEmpty }.joined(separator: " \(glyphs.dot) ")
  }

  /// `at 0x00cfbfe4c`, both addresses if they differ.
  private var addresses: String? {
    let addresses = [entry.first?.address, entry.second?.address].compactMap(\.self)
    guard let first = addresses.first else { return nil }
    let isSame = addresses.allSatisfy { $0.value == first.value }
    return "at " + (isSame ? "\(first)" : addresses.map { "\($0)" }.joined(separator: " and "))
  }

  /// Where the report comes from.
  ///
  /// - Parameter foreign: what to add to the number of foreign lines, such as the key that shows them.
  package func origin(_ glyphs: Glyphs, foreign: (Int) -> String = { _ in "" }) -> String {
    var parts = [variation?.words(glyphs)].compactMap(\.self)
    if let test = during?.testWords { parts.append("test \(test)") }
    if let job = during?.jobWords { parts.append(job) }
    let notes = detail?.report.notes ?? []
    // ThreadSanitizer counts leaks that it does not print.
    parts += notes.filter { $0.kind == .count }.map(\.text)
    let lines = notes.count { $0.kind == .foreign }
    if lines > 0 { parts.append(Counting.plural(lines, "foreign line") + " inside" + foreign(lines)) }
    return parts.joined(separator: " \(glyphs.dot) ")
  }

  /// What is damaged, each thing once; if there is very much, the beginning and a count of the rest.
  package var damage: String {
    var words = (detail?.report.damage ?? []).map(\.words).distinct()
    let rest = words.count - Self.mostDamage
    if rest > 0 { words[Self.mostDamage...] = ["and \(rest) more"] }
    return words.joined(separator: "; ")
  }

  /// How many kinds of damage to name.
  private static let mostDamage = 12

  /// `Race 1 of 5  ×27  [3/27]  data race`
  ///
  /// - Parameters:
  ///   - number: the position of its row in the list, from 1, and the number of rows; nil if it is in none.
  ///   - mark: the mark on the race; nil for none.
  package func title(number: (Int, of: Int)?, mark: TriageState? = nil, _ glyphs: Glyphs) -> String {
    let isRace = entry.kind.hasTwoSides
    let words = entry.kind.words
    var text = row.group != nil ? "Variant" : isRace ? "Race" : "Problem"
    if let number { text += " \(number.0) of \(number.of)" }
    if let mark { text += " " + TriageWords.short(mark, glyphs) }
    if count > 1 { text += "  \(glyphs.times)\(count)  [\(position + 1)/\(count)]" }
    return text + "  \(words)"
  }

  /// A value without leading zeros: `0x1a40`.
  private static func withoutZeros(_ value: String) -> String {
    guard value.hasPrefix("0x") else { return value }
    let digits = value.dropFirst(2).drop { $0 == "0" }
    return "0x" + (digits.isEmpty ? "0" : digits)
  }

  /// `report.log:812`: where the report is.
  package var location: String { "\(lastComponent(LogFile.title(logName))):\(entry.line)" }

  /// What the report says if it is not about two accesses: `The object at address 0x10c1c0 is not a mutex.` A lock order
  /// has a sentence instead.
  package var statements: [Explanation.Line] {
    guard let detail, detail.report.kind != .lockOrder else { return [] }
    return PairBlocks.statements(detail, analysis).map { Explanation.Line(label: "report", words: $0) }
  }
}
