import Foundation
import RaceModel
import RaceWork
import Testing

@testable import RaceText

/// A folder that is removed with the value.
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
///   - name: the log's file name in its folder.
///   - root: the repository's folder, as the log prints it.
/// - Returns: the export, without the folder's path.
func exported(
  _ log: some Sequence<UInt8>, as format: any ExportFormat, name: String, root: String? = nil
) throws -> String {
  let folder = try ScratchFolder()
  let path = folder.path + "/" + name
  try Data(log).write(to: URL(filePath: path))
  let files = [try LogFile.open(path)]
  let workspace = Workspace(OpenLogs(files: files), code: NoCode())
  var format = format
  var bytes: [UInt8] = []
  let index = try workspace.index { index in
    try format.writeNew(ExportedLogs(index, files: files)) { bytes += $0 }
  }
  var logs = ExportedLogs(index, files: files)
  logs.repository = RepositoryPaths(roots: [root, folder.path].compactMap(\.self))
  try format.finish(logs) { bytes += $0 }
  return String(decoding: bytes, as: UTF8.self).replacing(folder.path + "/", with: "")
}

/// Exports a log in one of the program's formats, by name.
func exported(
  _ log: String, _ format: String, name: String = "race.log", root: String? = nil
) throws -> String {
  try exported(log.utf8, as: #require(ExportFormats.named(format)).init(), name: name, root: root)
}
