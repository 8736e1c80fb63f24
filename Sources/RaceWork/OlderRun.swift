package import RaceModel
package import RaceText

/// The logs of an older run, and their index.
package struct OlderRun: Sendable {
  private let index: LogIndex
  private let files: [LogFile]

  /// A run that was read to its end.
  package init(_ index: LogIndex, files: [LogFile]) { (self.index, self.files) = (index, files) }

  /// What has changed in a race since; nil if the run has no such race, or its log was changed.
  ///
  /// - Parameter files: the logs of the newer run.
  package func changes(to race: ComparedRace, files newer: [LogFile]) -> [RaceChange]? {
    guard let position = index.position(of: race.key) else { return nil }
    let then = ComparedRace(index.races[position], of: index)
    let (old, new) = (then.reports(in: files), race.reports(in: newer))
    if old.isEmpty || new.isEmpty { return nil }
    return RaceChange.all(from: (then, old), to: (race, new))
  }
}
