package import RaceModel
internal import RaceSystem
internal import Synchronization

/// The logs to read: those that the user named, and those that appear later in folders among them.
package final class OpenLogs: Sendable {
  private struct State {
    package var paths: LogPaths
    package var files: [LogFile]
  }

  private let state: Mutex<State>
  private let plumbing: UserPlumbing
  /// Whether the user named a folder, in which more logs may appear.
  package let hasFolders: Bool

  /// Opens all logs. If there are several, one that cannot be opened counts as one whose reading fails.
  ///
  /// - Parameter plumbing: the user's rules.
  package init(_ paths: LogPaths, plumbing: UserPlumbing) throws(InputError) {
    var files: [LogFile] = []
    var failures: [InputError] = []
    for path in paths.files {
      do throws(InputError) {
        files.append(try LogFile.open(path, plumbing))
      } catch {
        failures.append(error)
        files.append(.unreadable(error))
      }
    }
    if let first = failures.first, failures.count == files.count { throw first }
    state = Mutex(State(paths: paths, files: files))
    self.plumbing = plumbing
    hasFolders = !paths.folders.isEmpty
  }

  /// Logs that are already open.
  package init(files: [LogFile]) {
    state = Mutex(State(paths: LogPaths(), files: files))
    plumbing = .none
    hasFolders = false
  }

  /// The logs by their numbers.
  package var files: [LogFile] { state.withLock { $0.files } }

  /// Opens the file that has the name of a log now.
  ///
  /// - Returns: its number.
  package func openAgain(_ log: Int) throws(InputError) -> Int {
    let old = files[log]
    let file = try LogFile.open(old.name, plumbing: plumbing, isFromFolder: old.isFromFolder)
    return state.withLock { state in
      state.files.append(file)
      return state.files.count - 1
    }
  }

  /// Opens the logs that have appeared in the folders.
  ///
  /// - Returns: the numbers of those that could be opened, and why others could not.
  package func openNew() -> (added: Range<Int>, failures: [InputError]) {
    // Only the loader rescans. A folder can take long, and requests for a file meanwhile must not wait.
    var paths = state.withLock { $0.paths }
    let known = Set(files.compactMap(\.openIdentity))
    var opened: [LogFile] = []
    var failures: [InputError] = []
    for path in paths.lookAgain() {
      do throws(InputError) {
        let file = try LogFile.open(path, plumbing)
        // A log that was moved and is read under its old name is not new.
        if let identity = file.openIdentity, known.contains(identity) { continue }
        opened.append(file)
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
}
