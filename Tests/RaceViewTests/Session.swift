import Glibc
import RaceModel
import RaceView
import Testing

/// A state that has read a log, with the effects that need files performed as the program does.
struct Session {
  var state: State
  /// The effects that were not performed: editors, copies, the end.
  private(set) var effects: [Effect] = []
  private let files: [LogFile]
  /// Where source files are found; nowhere when nil.
  var finder: SourceFinder?

  /// Reads one of the samples.
  init(sample: String, columns: Int, rows: Int, glyphs: Glyphs = .unicode) throws {
    // Names as a user in the project's folder gives them; the screens show them.
    chdir(Session.root)
    try self.init(
      paths: ["samples/" + sample], title: sample, columns: columns, rows: rows, glyphs: glyphs)
  }

  /// Reads a log that the test wrote.
  init(log: String, columns: Int = 120, rows: Int = 40, glyphs: Glyphs = .unicode) throws {
    try self.init(logs: [log], columns: columns, rows: rows, glyphs: glyphs)
  }

  /// Reads several logs that the test wrote.
  init(logs: [String], columns: Int = 120, rows: Int = 40, glyphs: Glyphs = .unicode) throws {
    let paths = logs.map { log in
      let path = Session.temporaryPath()
      let stream = fopen(path, "w")
      fwrite(log, 1, log.utf8.count, stream)
      fclose(stream)
      return path
    }
    defer { for path in paths { unlink(path) } }
    try self.init(paths: paths, title: "test.log", columns: columns, rows: rows, glyphs: glyphs)
  }

  private init(paths: [String], title: String, columns: Int, rows: Int, glyphs: Glyphs) throws {
    files = try paths.map { try LogFile.open($0) }
    state = State(columns: columns, rows: rows, glyphs: glyphs, title: title, sourceCount: files.count)
    var reader = LogReader()
    var batches: [IndexBatch] = []
    for (position, file) in files.enumerated() {
      reader.read(file, source: Int32(position)) {
        batches.append($0)
        return true
      }
    }
    for batch in batches { send(.batch(batch)) }
    send(.loaded)
  }

  /// Sends an event and performs what it asks for.
  mutating func send(_ event: Event) {
    for effect in state.update(event) {
      switch effect {
      case .readReport(let position):
        let entry = state.index.reports[position]
        send(.report(position, entry.read(from: file(of: entry), during: state.index.printedDuring(entry))))
      case .readSource(let places):
        for place in places { send(.source(place, lookup(place))) }
      case .askSources(let position):
        guard let finder, let detail = state.pair?.detail else { continue }
        let testimony = SourceWitness(finder).testimony(of: detail, logModified: nil)
        send(.testimony(position, testimony))
      case .readStacks(let request):
        var hasher = StackHasher()
        send(.stacks(state.index.reports.map { hasher.hash($0, in: file(of: $0)) }, request))
      case .explain(let races):
        var explainer = RaceExplainer()
        let found = races.map {
          (
            state.index.races[$0].key,
            explainer.explain(state.index.races[$0], of: state.index, files: files)
          )
        }
        send(.explained(found))
      case .readRaw(let position):
        let text = String(
          decoding: file(of: state.index.reports[position]).bytes(0..<1 << 20), as: UTF8.self)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        send(.raw(position, RawText(lines: lines, firstNumber: 1)))
      case .readLines(let place):
        send(.lines(place, text(around: place)))
      default: effects.append(effect)
      }
    }
  }

  /// What a log has around a place.
  func text(around place: LogPlace) -> RawText {
    RawText(files[place.source].bytes(RawText.range(around: place.start..<place.start)), around: place)
  }

  private func file(of entry: ReportEntry) -> LogFile { files[Int(entry.source)] }

  private func lookup(_ place: SourcePlace) -> SourceLookup {
    guard case .found(let path, let means) = finder?.find(place.file) ?? .missing,
      let file = try? SourceFile(reading: path)
    else { return .absent("\(place.file) is not here") }
    return .found(SourceView(file, line: place.line, means: means, logModified: nil))
  }

  /// Presses keys: single characters as text, others by name.
  mutating func press(_ keys: String...) {
    for key in keys {
      switch key {
      case "Enter": send(.input(.key(.enter)))
      case "Esc": send(.input(.key(.escape)))
      case "Tab": send(.input(.key(.tab)))
      case "Down": send(.input(.key(.down)))
      case "PgDn": send(.input(.key(.pageDown)))
      case "Backspace": send(.input(.key(.backspace)))
      default: for scalar in key.unicodeScalars { send(.input(.key(.character(scalar)))) }
      }
    }
  }

  /// The screen as text.
  var text: String { render(state).text }

  /// The rows of the screen.
  var lines: [String] { text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }

  /// The project's folder.
  static let root = String(#filePath.dropLast("/Tests/RaceViewTests/Session.swift".count))

  private static func temporaryPath() -> String {
    var template = Array("/tmp/racetui-test-XXXXXX\0".utf8CString.dropLast())
    close(mkstemp(&template))
    return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
