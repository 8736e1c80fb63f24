internal import Glibc
internal import RaceModel
internal import RaceView

/// Reads the logs on a thread of its own and posts what it finds.
enum Loader {
  /// How long logs are left alone between two looks at them: few are looked at more often than very many.
  private static func pause(_ count: Int) -> UInt32 { count <= 64 ? 250_000 : 1_000_000 }

  /// Starts reading. The thread ends with the process, or when there is nothing that could still change.
  static func start(_ files: [LogFile], into mailbox: Mailbox<Event>, following: Following) {
    BackgroundThread.start {
      var watch = LogWatch(files, read(files, into: mailbox))
      mailbox.post(.loaded)
      while watch.count > 0 {
        if watch.look(isFollowing: following.isOn, post: mailbox.post) { continue }
        usleep(pause(watch.count))
      }
    }
  }

  /// Reads the logs to their ends; returns what was found in each.
  private static func read(_ files: [LogFile], into mailbox: Mailbox<Event>) -> [LogIndex.Source] {
    var reader = LogReader()
    return files.enumerated().map { position, file in
      var state = LogIndex.Source(file)
      reader.read(file, source: Int32(position)) { batch in
        state = batch.state
        mailbox.post(.batch(batch))
        return true
      }
      return state
    }
  }
}
