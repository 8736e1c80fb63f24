package import RaceModel
internal import RaceText

/// The suppressions for a race, and what else they would hide.
package struct SuppressionAdvice: Sendable {
  /// The suppressions, those that hide least first.
  private let effects: [SuppressionEffect]
  private let number: Int
  private let index: LogIndex
  private let families: [Int]

  /// Advice about a race.
  ///
  /// - Parameters:
  ///   - number: its position in the index.
  ///   - effects: what each suppression of it would hide.
  init(_ number: Int, _ effects: [SuppressionEffect], _ index: LogIndex) {
    (self.number, self.index) = (number, index)
    families = Families.families(of: index)
    self.effects = effects.sorted { ($0.races.count, $0.reportCount) < ($1.races.count, $1.reportCount) }
  }

  /// The race.
  package var race: Race { index.races[number] }

  private func heading(_ race: Race) -> String { "\(index.title(of: race))  \(race.key)" }

  private func mention(_ other: Int) -> String {
    let race = index.races[other]
    return "#   also \(race.key) \(index.title(of: race))"
  }

  /// The maximum number of other races named for a suppression.
  private static let mostOthers = 5

  /// The lines that `racetui suppress` prints: the remarks on a suppression are comments below it.
  package var lines: [String] {
    var lines = [heading(race)]
    if effects.isEmpty { lines.append("  no suppression is known for this kind of report") }
    for effect in effects { lines += [""] + Self.lines(effect.suppression) + remarks(effect) }
    return lines + ["", "# \(race.detector.profile.suppressions.advice)", ""]
  }

  /// A file with the narrowest suppression that hides the race; wider ones are comments in it. Nil if none
  /// hides it.
  package var file: ClipboardText? {
    guard let narrow else { return nil }
    var lines = ["# \(heading(race))"] + Self.lines(narrow.suppression) + remarks(narrow)
    for effect in effects where effect.suppression != narrow.suppression && effect.races.contains(number) {
      lines += Self.lines(effect.suppression).map { "# or: \($0)" } + remarks(effect)
    }
    lines.append("# \(race.detector.profile.suppressions.advice)")
    return ClipboardText(lines: Array(lines.map { $0 + "\n" }.joined().utf8))
  }

  /// The remark on that file: `race_top:^bump$; it hides 2 other races, too`.
  package var words: String {
    guard let narrow else { return "no suppression" }
    let lines = Self.lines(narrow.suppression)
    let name = lines.count == 1 ? lines[0] : "a suppression"
    let others = narrow.races.subtracting([number]).count
    return others == 0 ? name : "\(name); it also hides \(Counting.plural(others, "other race"))"
  }

  private var narrow: SuppressionEffect? { effects.first { $0.races.contains(number) } }

  private static func lines(_ suppression: Suppression) -> [String] {
    suppression.text.split(separator: "\n").map(String.init)
  }

  private func remarks(_ effect: SuppressionEffect) -> [String] {
    let others = effect.races.subtracting([number]).sorted()
    return ["#   hides \(words(effect))"]
      + others.prefix(Self.mostOthers).map(mention)
      + (others.count > Self.mostOthers ? ["#   and \(others.count - Self.mostOthers) more"] : [])
  }

  /// `5 reports of 2 races in 1 family`
  private func words(_ effect: SuppressionEffect) -> String { effect.words(families) }
}
