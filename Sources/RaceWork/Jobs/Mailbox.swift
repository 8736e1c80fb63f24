internal import RaceSystem
internal import Synchronization

/// Messages of other threads for one thread, which waits for `wake` to become readable.
package final class Mailbox<Item: Sendable>: Sendable {
  private let items = Mutex<[Item]>([])
  private let bell: Pipe

  /// An empty mailbox; nil if the system has no descriptors left.
  package init?() {
    guard let bell = try? Pipe(isWaiting: false) else { return nil }
    self.bell = bell
  }

  /// Readable while a message waits.
  package var wake: Int32 { bell.output.number }

  /// Adds a message.
  package func post(_ item: Item) {
    let isFirst = items.withLock { items in
      items.append(item)
      return items.count == 1
    }
    if isFirst { bell.ring() }
  }

  /// Waits for a message.
  ///
  /// - Returns: false when nothing came in time.
  package func wait(milliseconds: Int32) -> Bool { bell.output.waitToRead(milliseconds: milliseconds) }

  /// Takes all messages.
  package func take() -> [Item] {
    items.withLock { items in
      bell.silence()
      defer { items = [] }
      return items
    }
  }
}
