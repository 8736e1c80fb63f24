internal import Glibc
internal import Synchronization

/// What one thread has for another, which waits for `wake` to become readable.
package final class Mailbox<Item: Sendable>: Sendable {
  private let items = Mutex<[Item]>([])
  /// Readable while something waits.
  package let wake: Int32
  private let ring: Int32

  /// An empty mailbox; nil when the system has no descriptors left.
  package init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    wake = ends[0]
    ring = ends[1]
  }

  deinit {
    close(wake)
    close(ring)
  }

  /// Puts something in.
  package func post(_ item: Item) {
    let isFirst = items.withLock { items in
      items.append(item)
      return items.count == 1
    }
    if isFirst { _ = write(ring, [1], 1) }
  }

  /// Waits until something is in.
  ///
  /// - Returns: false when nothing came in time.
  package func wait(milliseconds: Int32) -> Bool {
    var entry = pollfd(fd: wake, events: Int16(POLLIN), revents: 0)
    return poll(&entry, 1, milliseconds) > 0
  }

  /// Takes everything out.
  package func take() -> [Item] {
    items.withLock { items in
      var byte: UInt8 = 0
      _ = read(wake, &byte, 1)
      defer { items = [] }
      return items
    }
  }
}
