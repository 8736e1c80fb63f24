internal import Glibc
internal import RaceModel
internal import RaceSystem

/// Reads the logs on its own thread and posts what it finds, then watches them.
package enum Loader {
  /// The time between two checks of the logs: few are checked more often than very many.
  private static func pause(_ count: Int) -> UInt32 { count <= 64 ? 250_000 : 1_000_000 }

  /// Starts reading. The thread ends with the process, when `following` is over, or when nothing can change
  /// any more.
  ///
  /// - Returns: false when the system has no thread left.
  package static func start(
    _ workspace: Workspace, following: Following, post: @escaping @Sendable (LogEvent) -> Void
  ) -> Bool {
    let logs = workspace.logs
    return BackgroundThread.startIfPossible {
      let states = workspace.read { batch in
        post(.batch(batch))
        return !following.isOver
      }
      var watch = LogWatch(logs, post: post)
      for (position, state) in states.enumerated() { watch.add(position, state) }
      post(.loaded)
      while watch.count > 0 || logs.hasFolders, !following.isOver {
        if following.isOn, logs.hasFolders { watch.readNew() }
        if watch.look(isFollowing: following.isOn) { continue }
        usleep(pause(watch.count))
      }
    }
  }
}
