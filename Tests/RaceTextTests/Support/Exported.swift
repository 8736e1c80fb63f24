import Foundation
import RaceModel
import RaceWork
import Testing

@testable import RaceText

/// A folder that is gone with the value.
final class ScratchFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/racetui-text-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// Writes a log, reads it and exports it.
///
/// - Parameters:
///   - name: what the log is called in its folder.
/// - Returns: what is written, the folder's path taken out.
func exported(_ log: some Sequence<UInt8>, as type: any ExportFormat.Type, name: String) throws -> String {
  let folder = try ScratchFolder()
  let path = folder.path + "/" + name
  try Data(log).write(to: URL(filePath: path))
  let files = [try LogFile.open(path)]
  let workspace = Workspace(OpenLogs(files: files), code: NoCode())
  var format = type.init()
  var bytes: [UInt8] = []
  let index = try workspace.index { index in
    try format.writeNew(ExportedLogs(index, files: files)) { bytes += $0 }
  }
  try format.finish(ExportedLogs(index, files: files)) { bytes += $0 }
  return String(decoding: bytes, as: UTF8.self).replacing(folder.path + "/", with: "")
}

/// Exports a log in a format of the program's, by its name.
func exported(_ log: String, _ format: String, name: String = "race.log") throws -> String {
  try exported(log.utf8, as: #require(ExportFormats.named(format)), name: name)
}
