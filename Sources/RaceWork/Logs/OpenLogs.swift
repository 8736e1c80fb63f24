package import RaceModel
internal import Synchronization

/// The logs that are read: those that the user named, and what appears later in the folders among them.
package final class OpenLogs: Sendable {
  private struct State {
    package var paths: LogPaths
    package var files: [LogFile]
  }

  private let state: Mutex<State>
  private let plumbing: UserPlumbing
  /// Whether the user named a folder, in which more logs may appear.
  package let hasFolders: Bool

  /// Opens all logs.
  ///
  /// - Parameter plumbing: the user's own rules.
  package init(_ paths: LogPaths, plumbing: UserPlumbing) throws(InputError) {
    let files = try paths.files.map { (file) throws(InputError) in try Self.open(file, plumbing) }
    state = Mutex(State(paths: paths, files: files))
    self.plumbing = plumbing
    hasFolders = !paths.folders.isEmpty
  }

  /// Logs that are open already.
  package init(files: [LogFile]) {
    state = Mutex(State(paths: LogPaths(), files: files))
    plumbing = .none
    hasFolders = false
  }

  /// The logs by their numbers.
  package var files: [LogFile] { state.withLock { $0.files } }

  /// Opens the logs that have appeared in the folders.
  ///
  /// - Returns: the numbers of those that could be opened, and why others could not.
  package func openNew() -> (added: Range<Int>, failures: [InputError]) {
    // Only the loader looks again. A folder can take long, and who asks for a file meanwhile shall not wait.
    var paths = state.withLock { $0.paths }
    var opened: [LogFile] = []
    var failures: [InputError] = []
    for path in paths.lookAgain() {
      do throws(InputError) {
        opened.append(try Self.open(path, plumbing))
      } catch {
        failures.append(error)
      }
    }
    return state.withLock { state in
      let count = state.files.count
      state.paths = paths
      state.files += opened
      return (count..<state.files.count, failures)
    }
  }

  private static func open(_ file: LogPaths.File, _ plumbing: UserPlumbing) throws(InputError) -> LogFile {
    try LogFile.open(file.path, plumbing: plumbing, isFromFolder: file.isFromFolder)
  }
}
