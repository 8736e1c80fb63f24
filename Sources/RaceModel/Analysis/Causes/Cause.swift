/// What a race probably comes from, with what speaks for it.
package struct Cause: Equatable, Sendable {
  /// A cause by its name. Each is declared beside the rule that finds it.
  package struct Kind: Hashable, Sendable {
    /// Its name in the export, such as `missing-lock`.
    package let rawValue: String
    /// A few words for a column.
    package let words: String
    /// Whether it says of the locks all that there is to say.
    package let isAboutLocks: Bool

    init(_ rawValue: String, _ words: String, isAboutLocks: Bool = false) {
      self.rawValue = rawValue
      self.words = words
      self.isAboutLocks = isAboutLocks
    }

    /// All causes that are known, the strongest first.
    package static var all: [Kind] { CauseRule.all.map(\.kind) }
  }

  /// Which cause.
  package var kind: Kind
  /// A few words for a column: those of the kind, or what more the report tells.
  package var words: String
  /// What speaks for it, a sentence each.
  package var evidence: [String]

  /// How many causes are said of a report, or of a race, at most.
  static let most = 2

  /// The likely causes of a report, the strongest first.
  static func likely(_ facts: CauseFacts) -> [Cause] {
    var causes: [Cause] = []
    for rule in CauseRule.all where causes.count < most {
      guard let evidence = rule.evidence(facts) else { continue }
      let words = rule.words(facts) ?? rule.kind.words
      causes.append(Cause(kind: rule.kind, words: words, evidence: evidence))
    }
    return causes
  }

  /// The strongest of the causes of several reports; of each kind the first one.
  static func strongest(of causes: [Cause]) -> [Cause] {
    let ordered = CauseRule.all.lazy.compactMap { rule in causes.first { $0.kind == rule.kind } }
    return Array(ordered.prefix(most))
  }
}
