internal import Glibc
internal import RaceModel
internal import RaceSystem

/// Reads the logs on a thread of its own and posts what it finds, then watches them.
package enum Loader {
  /// How long logs are left alone between two looks at them: few are looked at more often than very many.
  private static func pause(_ count: Int) -> UInt32 { count <= 64 ? 250_000 : 1_000_000 }

  /// Starts reading. The thread ends with the process, or when there is nothing that could still change.
  ///
  /// - Returns: false when the system has no thread left.
  package static func start(
    _ workspace: Workspace, following: Following, post: @escaping @Sendable (LogEvent) -> Void
  ) -> Bool {
    let logs = workspace.logs
    return BackgroundThread.startIfPossible {
      let states = workspace.read { batch in
        post(.batch(batch))
        return true
      }
      var watch = LogWatch()
      for (position, (file, state)) in zip(logs.files, states).enumerated() {
        watch.add(file, position, state)
      }
      post(.loaded)
      while watch.count > 0 || logs.hasFolders {
        if following.isOn, logs.hasFolders { readNew(logs, &watch, post) }
        if watch.look(isFollowing: following.isOn, post: post) { continue }
        usleep(pause(watch.count))
      }
    }
  }

  /// Reads the logs that have appeared in folders.
  private static func readNew(_ logs: OpenLogs, _ watch: inout LogWatch, _ post: (LogEvent) -> Void) {
    let (added, failures) = logs.openNew()
    for failure in failures { post(.failed(failure)) }
    guard !added.isEmpty else { return }
    let files = logs.files
    post(.opened(files.count))
    var reader = LogReader()
    for position in added {
      var batches: [IndexBatch] = []
      reader.read(files[position], log: Int32(position)) { batch in
        batches.append(batch)
        return true
      }
      guard let state = batches.last?.state else { continue }
      post(.grown(batches))
      watch.add(files[position], position, state)
    }
    post(.loaded)
  }
}
