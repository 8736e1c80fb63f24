import RaceModel
import RaceText
import RaceWork
import ScreenHarness

extension Session {
  /// The screens after a log was read (a sample if no folder is named), to compare with what the program shows.
  init(
    _ log: String, in folder: String = samples, columns: Int, rows: Int, glyphs: Glyphs = .unicode
  ) throws {
    let file = try LogFile.open("\(folder)/\(log)")
    // The program is started in the log's folder and given the log's name as in the title.
    let code = InstalledCode(SourceFinder(directory: folder), folder: folder)
    self.init([file], title: log, names: [log], columns: columns, rows: rows, glyphs: glyphs, code: code)
  }
}
