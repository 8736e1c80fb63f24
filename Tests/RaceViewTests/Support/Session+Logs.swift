import Glibc
import RaceModel
import RaceText
import RaceView
import RaceWork
import ScreenHarness

extension Session {
  /// Reads a sample.
  init(
    sample: String, columns: Int, rows: Int, glyphs: Glyphs = .unicode,
    queries: SavedQueries = SavedQueries(), code: any CodeSearch = NoCode()
  ) throws {
    // Name the log as a user in the project's folder would; the screens show that name.
    chdir(Session.root)
    let file = try LogFile.open("samples/" + sample)
    self.init(
      [file], title: sample, columns: columns, rows: rows, glyphs: glyphs, queries: queries, code: code)
  }

  /// Reads a log written by the test.
  init(
    log: String, columns: Int = 120, rows: Int = 40, glyphs: Glyphs = .unicode,
    code: any CodeSearch = NoCode(), older: (races: OlderRaces, run: OlderRun?)? = nil
  ) throws {
    try self.init(logs: [log], columns: columns, rows: rows, glyphs: glyphs, code: code, older: older)
  }

  /// Reads several logs written by the test.
  init(
    logs: [String], columns: Int = 120, rows: Int = 40, glyphs: Glyphs = .unicode,
    code: any CodeSearch = NoCode(), older: (races: OlderRaces, run: OlderRun?)? = nil
  ) throws {
    self.init(
      try logs.map { try Session.file($0) }, title: "test.log", columns: columns, rows: rows, glyphs: glyphs,
      code: code, older: older)
  }

  /// A file with a text; it is removed when it is closed.
  static func file(_ text: String) throws -> LogFile {
    let path = temporaryPath()
    let stream = fopen(path, "w")
    fwrite(text, 1, text.utf8.count, stream)
    fclose(stream)
    defer { unlink(path) }
    return try LogFile.open(path)
  }

  /// A sample's bytes, as text.
  static func text(sample: String) throws -> String {
    let file = try LogFile.open(root + "/samples/" + sample)
    return String(decoding: file.bytes(0..<(1 << 20)), as: UTF8.self)
  }

  /// The project's folder.
  static let root = String(#filePath.dropLast("/Tests/RaceViewTests/Support/Session+Logs.swift".count))

  private static func temporaryPath() -> String {
    var template = Array("/tmp/racetui-test-XXXXXX\0".utf8CString.dropLast())
    close(mkstemp(&template))
    return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}

extension Session {
  /// The logs' contents as read, piece by piece.
  var batches: [IndexBatch] {
    var batches: [IndexBatch] = []
    interpreter.world.workspace.read { batch in
      batches.append(batch)
      return true
    }
    return batches
  }

  /// Starts over with the screens of other logs; keys pressed before have no effect.
  private mutating func reread(_ logs: Logs) {
    let size = app.context.size
    var app = App(logs, settings: app.context.settings, size: size)
    for batch in batches { _ = app.update(.log(.batch(batch))) }
    interpreter = Interpreter(app, world: interpreter.world)
    send(.log(.loaded))
  }

  /// Reads the same logs, with another title.
  mutating func retitle(_ title: String) {
    let logs = app.context.model.logs
    reread(Logs(title: title, count: logs.count))
  }

  /// Reads the same logs from a folder with something left out.
  mutating func leaveOut(_ words: String) {
    let logs = app.context.model.logs
    reread(Logs(title: logs.title, count: logs.count, leftOut: words))
  }

  /// Searches for code elsewhere from now on.
  mutating func lose(code: any CodeSearch) {
    interpreter.world.workspace = Workspace(interpreter.world.workspace.logs, code: code)
  }
}
