internal import RaceModel
internal import RaceText
internal import RaceWork

/// Marking races.
extension Context {
  /// Gives races a state, or removes it if all have it.
  ///
  /// - Parameter keys: the races; empty if the screen shows none.
  mutating func triage(_ keys: [RaceKey], as state: TriageState) {
    let index = model.index
    let races = keys.compactMap { index.race(of: $0) }
    guard !races.isEmpty else { return say("no race is selected") }
    let isTakenBack = races.allSatisfy { model.triage.state($0.key) == state }
    let changes = model.triage.change(races) { race, old in
      if isTakenBack { return nil }
      var entry = old ?? TriageEntry(race, of: index, state)
      entry.state = state
      return entry
    }
    let what = races.count == 1 ? "" : "\(Counting.plural(races.count, "race")) "
    save(changes, isTakenBack ? "\(what)no longer \(state.rawValue)" : "\(what)\(state.rawValue)")
  }

  /// Gives a race a reason, or a link.
  mutating func triage(_ key: RaceKey?, _ field: TriageEntry.Name, _ text: String) {
    let index = model.index
    guard let race = key.flatMap({ index.race(of: $0) }) else { return }
    if text.isEmpty, model.triage.entries[race.key] == nil { return say("nothing is marked here") }
    let changes = model.triage.change([race]) { race, old in
      var entry = old ?? TriageEntry(race, of: index, .seen)
      entry[field] = text
      return entry
    }
    let name = field == .why ? "reason" : field.rawValue
    save(changes, text.isEmpty ? "no \(name)" : "\(name): \(text)")
  }

  /// Hides the races that are settled, by a term of the query, or shows them again.
  mutating func toggleSettled() {
    list.keepSelected(index)
    if let place = list.query.terms.firstIndex(where: { $0.text == Self.unsettled }) {
      list.query.remove(at: place)
      arrangeList()
      return say("settled races are shown")
    }
    let count = index.races.count { model.triage.entries[$0.key]?.state?.isSettled == true }
    if count == 0 { return say("no race here is known, benign or fixed") }
    guard let term = try? QueryTerm(Self.unsettled) else { return }
    list.query.add(term)
    arrangeList()
    say("\(Counting.plural(count, "settled race")) hidden; \(key("mark.settled", on: .races)) shows them")
  }

  private static let unsettled = "-is:settled"

  /// Undoes the last mark.
  mutating func undoTriage() {
    guard let changes = model.triage.undo() else { return say("no mark to undo") }
    save(changes, "undone")
  }

  private mutating func save(_ changes: [TriageChange], _ words: String) {
    arrangeList()
    guard let path = model.triage.path else {
      return say("\(words) (not saved: no triage file)")
    }
    requests.effects.append(.triage(changes))
    say("\(words) (in \(path))")
  }

  /// Takes the result of writing it.
  mutating func take(triage answer: TriageAnswer) {
    switch answer.outcome {
    case .success(let file):
      model.triage.take(file.entries)
      arrangeList()
    case .failure(let error): message = Message("not saved: \(error)", isWarning: true)
    }
  }
}
