internal import RaceModel
internal import RaceView

/// Reads all reports again on a thread of its own, to tell their stacks apart.
enum StackReading {
  /// How many reports are sent at a time.
  private static let batch = 2048

  /// Reads the reports of an index in their order, and posts what tells their stacks apart.
  static func start(_ index: LogIndex, _ files: [LogFile], request: Int, into mailbox: Mailbox<Event>) {
    BackgroundThread.start {
      var hasher = StackHasher()
      var hashes: [UInt64] = []
      for entry in index.reports {
        hashes.append(hasher.hash(entry, in: files[Int(entry.source)]))
        if hashes.count == batch {
          mailbox.post(.stacks(hashes, request))
          hashes = []
        }
      }
      if !hashes.isEmpty { mailbox.post(.stacks(hashes, request)) }
    }
  }
}
