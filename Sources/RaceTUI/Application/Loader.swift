internal import Glibc
internal import RaceModel
internal import RaceView

/// Reads the logs on a thread of its own and posts what it finds.
enum Loader {
  /// How long logs are left alone between two looks at them: few are looked at more often than very many.
  private static func pause(_ count: Int) -> UInt32 { count <= 64 ? 250_000 : 1_000_000 }

  /// Starts reading. The thread ends with the process, or when there is nothing that could still change.
  ///
  /// - Returns: false when the system has no thread left.
  static func start(_ logs: OpenLogs, into mailbox: Mailbox<Event>, following: Following) -> Bool {
    BackgroundThread.startIfPossible {
      let files = logs.files
      var watch = LogWatch()
      for (position, state) in read(files, into: mailbox).enumerated() {
        watch.add(files[position], position, state)
      }
      mailbox.post(.loaded)
      while watch.count > 0 || logs.hasFolders {
        if following.isOn, logs.hasFolders { readNew(logs, &watch, into: mailbox) }
        if watch.look(isFollowing: following.isOn, post: mailbox.post) { continue }
        usleep(pause(watch.count))
      }
    }
  }

  /// Reads the logs that have appeared in folders.
  private static func readNew(_ logs: OpenLogs, _ watch: inout LogWatch, into mailbox: Mailbox<Event>) {
    let (added, failures) = logs.openNew()
    for failure in failures { mailbox.post(.message(Message("\(failure)", isWarning: true))) }
    guard !added.isEmpty else { return }
    let files = logs.files
    mailbox.post(.opened(files.count))
    var reader = LogReader()
    for position in added {
      var batches: [IndexBatch] = []
      reader.read(files[position], source: Int32(position)) { batch in
        batches.append(batch)
        return true
      }
      guard let state = batches.last?.state else { continue }
      mailbox.post(.grown(batches))
      watch.add(files[position], position, state)
    }
    mailbox.post(.loaded)
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
