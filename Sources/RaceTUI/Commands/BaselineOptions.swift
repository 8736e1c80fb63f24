internal import ArgumentParser
internal import RaceModel
internal import RaceText
internal import RaceWork

/// The races that `racetui check` knows, and what it does to their list.
struct BaselineOptions: ParsableArguments {
  @Option(help: ArgumentHelp("List of known races, or an older log, to compare with.", valueName: "path"))
  var baseline: String?
  @Option(help: ArgumentHelp("Read the list from this branch, tag or commit.", valueName: "ref"))
  var baselineRef: String?
  @Flag(help: "Add the new races to the list. The exit status stays the same.")
  var updateBaseline = false
  @Flag(help: "Remove races that were not seen from the list.")
  var pruneBaseline = false
  @Flag(help: "Also fail when the list has races that were not seen.")
  var strictBaseline = false

  func validate() throws {
    if baselineRef != nil, updateBaseline || pruneBaseline {
      throw ValidationError("--baseline-ref reads a list from a commit, which cannot be changed")
    }
  }

  /// The known races, and their list if it can be changed.
  ///
  /// - Parameter plumbing: the user's rules of plumbing, for an older log.
  func known(
    _ configuration: Configuration, plumbing: InputOptions
  ) throws -> (KnownRaces, TriageStore?) {
    let found = TriageStore.find("baseline", in: Configuration.projectFolders(), title: "racetui baseline")
    let store = baseline.map { TriageStore(path: $0, title: "racetui baseline") } ?? found
    if let baselineRef { return (try committed(store, baselineRef), nil) }
    if updateBaseline || pruneBaseline, !store.exists { return (.none, store) }
    guard baseline != nil || store.exists else {
      StandardError.say("no baseline, so every race is new: --update-baseline writes one")
      return (.none, nil)
    }
    let known = try KnownRaces.read(store.path, plumbing: plumbing, configuration)
    if known.runCount != nil, updateBaseline || pruneBaseline {
      throw ValidationError(
        "\(store.path) is a log: --update-baseline and --prune-baseline change only lists")
    }
    return (known, known.runCount == nil ? store : nil)
  }

  private func committed(_ store: TriageStore, _ reference: String) throws -> KnownRaces {
    do throws(CommittedFile.Failure) {
      guard let text = try CommittedFile.read(store.path, of: reference, largest: TriageStore.largest) else {
        StandardError.say("\(reference) has no \(store.path): all races are new")
        return .none
      }
      return KnownRaces(TriageFile(text: text), "\(reference):\(store.path)")
    } catch {
      StandardError.say("\(error)")
      throw Status.cannotTell
    }
  }

  /// Adds the new races to the list, and removes those that were not seen, as asked for.
  func change(_ store: TriageStore, _ comparison: RaceComparison, _ index: LogIndex) throws {
    guard updateBaseline || pruneBaseline else { return }
    let new = updateBaseline ? index.races.filter { comparison.novelties[$0.key] == .new } : []
    let gone = pruneBaseline ? comparison.outcomes.filter { $0.outcome == .notSeen }.map(\.race.key) : []
    let today = "\(CalendarDay.today)"
    do throws(TriageError) {
      try store.change { file in
        for race in new {
          var entry = TriageEntry(race, of: index, .known)
          entry[.on] = today
          file.set(race.key, entry)
        }
        for key in gone { file.set(key, nil) }
      }
    } catch {
      StandardError.say("\(error)")
      throw Status.outputFailed
    }
    StandardError.say(
      "\(store.path): \(Counting.plural(new.count, "race")) added, \(gone.count) removed")
  }
}
