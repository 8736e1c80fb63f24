internal import ArgumentParser
internal import RaceModel
internal import RaceSystem
internal import RaceWork

/// What to compare races with: a list of known ones, or an older log.
struct KnownRaces {
  /// The races.
  var races: [RecordedRace]
  /// How many runs they come from; nil for a list.
  var runCount: Int?
  /// Doubts about the comparison, one per line.
  var doubts: [String] = []
  /// Their reports; nil for a list.
  var run: OlderRun?

  /// None.
  static let none = KnownRaces(races: [], runCount: nil)

  /// Reads a list of known races, or a log; says on standard error what is wrong, and ends the program.
  static func read(_ path: String, plumbing: InputOptions, _ configuration: Configuration) throws
    -> KnownRaces
  {
    if isList(path) {
      do throws(TriageError) {
        return KnownRaces(try TriageStore(path: path).read(), path)
      } catch {
        StandardError.say("\(error)")
        throw Status.cannotTell
      }
    }
    var input = plumbing
    input.paths = [path]
    let workspace = try input.open(configuration)
    let index = workspace.index()
    return KnownRaces(
      races: index.recordedRaces, runCount: max(1, index.runCount),
      doubts: RunDoubt.all(index, workspace.logs.files).map(\.description),
      run: OlderRun(index, files: workspace.logs.files))
  }

  private static func isList(_ path: String) -> Bool {
    // A pipe would have no reader the second time.
    guard FileStatus.of(path)?.isRegular == true, let file = try? FileDescriptor.open(path),
      let head = try? file.read(upTo: TriageFile.headSize)
    else { return false }
    return TriageFile.isOne(head)
  }
}

extension KnownRaces {
  /// The races of a list.
  init(_ file: TriageFile, _ name: String) {
    races = file.entries.values.sorted { $0.key.value < $1.key.value }.map { RecordedRace($0) }
    runCount = nil
    if file.hasConflict { doubts.append("\(name): has a merge conflict") }
    if let rules = file.rules, rules != TriageFile.keyRules {
      doubts.append(
        "\(name): its keys were made by rules \(rules); this version uses rules \(TriageFile.keyRules)")
    }
    for line in file.strange.prefix(3) { doubts.append("\(name):\(line): neither a race nor a comment") }
  }
}
