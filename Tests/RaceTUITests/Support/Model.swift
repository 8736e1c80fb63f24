import RaceModel
import RaceView

@testable import RaceTUI

/// The state that the program should be in, worked out here without a terminal: what `render` makes of
/// it is what the screen has to show.
struct Model {
  private let file: LogFile
  private let finder: SourceFinder
  private let modified: FileTime?
  private let folder: String
  private(set) var state: State

  /// The state after a log, one of the samples if no folder is named, was read; without a key.
  init(
    _ log: String, in folder: String = samples, columns: Int, rows: Int, glyphs: Glyphs = .unicode
  ) throws {
    file = try LogFile.open("\(folder)/\(log)")
    // The program is started in the folder of the log.
    self.folder = folder
    finder = SourceFinder(directory: folder)
    modified = FileTime.modified("\(folder)/\(log)")
    state = State(columns: columns, rows: rows, glyphs: glyphs, title: log)
    var reader = LogReader()
    var batches: [IndexBatch] = []
    reader.read(file, source: 0) { batch in
      batches.append(batch)
      return true
    }
    for var batch in batches {
      // The program was given the name as the title has it.
      batch.state.name = log
      _ = state.update(.batch(batch))
    }
    update(.loaded)
  }

  /// What the screen has to show.
  var grid: Grid { render(state) }

  /// Presses a key.
  mutating func press(_ key: Key) { update(.input(.key(key))) }

  /// Presses the keys of a text.
  mutating func type(_ keys: String) {
    for scalar in keys.unicodeScalars { press(scalar == "\r" ? .enter : .character(scalar)) }
  }

  /// Changes the size.
  mutating func resize(columns: Int, rows: Int) { update(.input(.resize(columns: columns, rows: rows))) }

  private mutating func update(_ event: Event) {
    for effect in state.update(event) {
      switch effect {
      case .readReport(let position): update(.report(position, report(position)))
      case .readRaw(let position):
        update(.raw(position, RawReading.text(state.index.reports[position], in: file)))
      case .readLines(let place): update(.lines(place, RawReading.text(place, in: file)))
      case .readSource(let places):
        for place in places {
          update(.source(place, SourceReading.lookup(place, finder, modified, in: folder)))
        }
      case .askSources(let position):
        guard let detail = state.pair?.detail else { continue }
        let testimony = SourceWitness(finder).testimony(of: detail, logModified: modified)
        update(.testimony(position, testimony))
      case .readStacks(let request):
        var hasher = StackHasher()
        update(.stacks(state.index.reports.map { hasher.hash($0, in: file) }, request))
      case .explain(let races):
        var explainer = RaceExplainer()
        update(
          .explained(
            races.map {
              let race = state.index.races[$0]
              return (race.key, explainer.explain(race, of: state.index, files: [file]))
            }))
      default: break
      }
    }
  }

  private func report(_ position: Int) -> DetailedReport? {
    let entry = state.index.reports[position]
    let bytes = file.bytes(entry.bytes)
    return entry.read(bytes.span, during: state.index.printedDuring(entry))
  }
}
