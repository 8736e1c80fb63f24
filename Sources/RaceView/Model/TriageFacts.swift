package import RaceModel
internal import RaceWork

/// What people have found out about races: the triage file, and the marks made here since.
package struct TriageFacts: Sendable {
  /// By race.
  package private(set) var entries: [RaceKey: TriageEntry] = [:]
  /// Where it is kept, as the user would write it; nil if it is not kept.
  package let path: String?
  /// Who makes the marks; nil if unknown.
  package let author: String?
  /// The day of the marks.
  package let today: String
  /// The state before each change, the latest last.
  private var undone: [[TriageChange]] = []

  /// The contents of a file.
  package init(
    _ entries: [RaceKey: TriageEntry] = [:], path: String? = nil, author: String? = nil, today: String = ""
  ) {
    (self.entries, self.path, self.author, self.today) = (entries, path, author, today)
  }

  /// The state of a race; nil for an unmarked one.
  package func state(_ key: RaceKey) -> TriageState? { entries[key].map { $0.state ?? .seen } }

  /// Marks races.
  ///
  /// - Returns: the change for the file.
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

  /// Undoes the last change; nil without one.
  mutating func undo() -> [TriageChange]? {
    guard let changes = undone.popLast() else { return nil }
    apply(changes)
    return changes
  }

  private mutating func apply(_ changes: [TriageChange]) {
    for change in changes { entries[change.key] = change.entry }
  }

  /// Takes the present contents of the file, including what others have written.
  mutating func take(_ file: [RaceKey: TriageEntry]) { entries = file }
}
