internal import Glibc
internal import RaceModel
internal import RaceSystem

/// Reads the logs on a thread of its own and posts what it finds, then watches them.
package enum Loader {
  /// How long logs are left alone between two looks at them: few are looked at more often than very many.
  private static func pause(_ count: Int) -> UInt32 { count <= 64 ? 250_000 : 1_000_000 }

  /// Starts reading. The thread ends with the process, when `following` is over, or when there is nothing that could still
  /// change.
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
