import RaceModel
import RaceText
import RaceWork
import ScreenHarness

extension Session {
  /// The screens after a log was read, one of the samples if no folder is named: what they draw is what the program has
  /// to show.
  init(
    _ log: String, in folder: String = samples, columns: Int, rows: Int, glyphs: Glyphs = .unicode
  ) throws {
    let file = try LogFile.open("\(folder)/\(log)")
    // The program is started in the folder of the log, and given its name as the title has it.
    let code = InstalledCode(SourceFinder(directory: folder), folder: folder)
    self.init([file], title: log, names: [log], columns: columns, rows: rows, glyphs: glyphs, code: code)
  }
}
