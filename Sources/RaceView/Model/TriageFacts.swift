package import RaceModel
internal import RaceWork

/// What people have found out about races: what the triage file holds, and what was said here since.
package struct TriageFacts: Sendable {
  /// By race.
  package private(set) var entries: [RaceKey: TriageEntry] = [:]
  /// Where it is kept, as the user would write it; nil where it is not.
  package let place: String?
  /// Who says it; nil where that is not known.
  package let author: String?
  /// The day on which it is said.
  package let today: String
  /// What there was before each change, the last one last.
  private var undone: [[TriageChange]] = []

  /// What a file holds.
  package init(
    _ entries: [RaceKey: TriageEntry] = [:], place: String? = nil, author: String? = nil, today: String = ""
  ) {
    (self.entries, self.place, self.author, self.today) = (entries, place, author, today)
  }

  /// The state of a race; nil where nothing is said of it.
  package func state(_ key: RaceKey) -> TriageState? { entries[key].map { $0.state ?? .seen } }

  /// Says something of races.
  ///
  /// - Returns: what the file must be changed by.
  mutating func change(_ races: [Race], _ edit: (Race, TriageEntry?) -> TriageEntry?) -> [TriageChange] {
    let changes = races.map { race in
      var entry = edit(race, entries[race.key])
      entry?[.by] = author
      entry?[.on] = today
      return TriageChange(race.key, entry)
    }
    undone.append(changes.map { TriageChange($0.key, entries[$0.key]) })
    apply(changes)
    return changes
  }

  /// Takes the last change back; nil when there is none.
  mutating func undo() -> [TriageChange]? {
    guard let changes = undone.popLast() else { return nil }
    apply(changes)
    return changes
  }

  private mutating func apply(_ changes: [TriageChange]) {
    for change in changes { entries[change.key] = change.entry }
  }

  /// Takes what the file holds now, with what others have written.
  mutating func take(_ file: [RaceKey: TriageEntry]) { entries = file }
}
