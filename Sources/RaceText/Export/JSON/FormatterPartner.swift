internal import RaceModel
internal import RaceSystem
internal import Synchronization

/// A second formatter, which works on another thread.
final class FormatterPartner: Sendable {
  /// Held by the thread while it works.
  private let formatter = Mutex(ReportFormatter())

  /// Begins to format free pieces of a queue.
  func start(_ queue: PieceQueue<[UInt8]>, _ blocks: ExportBlocks) {
    BackgroundThread.start { [self] in
      formatter.withLock { formatter in
        queue.work { blocks.format($0, with: &formatter) }
      }
    }
  }

  /// Waits until it stops working. The queue is empty or cancelled, so a thread that has not begun yet finds
  /// nothing to do.
  func finish() { formatter.withLock { _ in } }
}

/// Reports to format, in blocks: the bytes of a block's reports are read at once.
struct ExportBlocks: Sendable {
  /// How many reports a block has. The threads wait only for each other's last block.
  private static let size = 12

  let items: [ExportItem]
  /// The logs, see `ReportFormatter.format`.
  let files: [LogFile]
  let style: ExportStyle

  var count: Int { (items.count + Self.size - 1) / Self.size }

  /// The JSON of a block.
  func format(_ index: Int, with formatter: inout ReportFormatter) -> [UInt8] {
    let start = index * Self.size
    return formatter.format(items[start..<min(items.count, start + Self.size)], files: files, style)
  }
}
