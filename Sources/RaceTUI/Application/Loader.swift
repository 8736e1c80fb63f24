internal import Glibc
internal import RaceModel
internal import RaceView

/// Reads the logs on a thread of its own and posts what it finds.
enum Loader {
  /// Starts reading. The thread ends with the process, or when all is read.
  static func start(_ files: [LogFile], into mailbox: Mailbox<Event>) {
    BackgroundThread.start {
      var reader = LogReader()
      for (position, file) in files.enumerated() {
        reader.read(file, source: Int32(position)) { batch in
          mailbox.post(.batch(batch))
          return true
        }
      }
      mailbox.post(.loaded)
    }
  }
}
