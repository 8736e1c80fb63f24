internal import Glibc
internal import Synchronization

/// The pieces of a log that two threads share: each takes the next one that nobody has.
final class SegmentQueue: Sendable {
  private struct State {
    var next = 0
    var results: [Int: SegmentResult] = [:]
    var isCancelled = false
  }

  private let state = Mutex(State())
  private let count: Int

  /// A queue of so many pieces.
  init(count: Int) { self.count = count }

  /// The next piece to read; nil when all are taken.
  func claim() -> Int? {
    state.withLock { state in
      guard state.next < count, !state.isCancelled else { return nil }
      defer { state.next += 1 }
      return state.next
    }
  }

  /// Hands in what was read from a piece.
  func put(_ result: SegmentResult, at index: Int) {
    state.withLock { $0.results[index] = result }
  }

  /// Takes out what was read from a piece; nil when it is not there yet.
  func take(_ index: Int) -> SegmentResult? {
    state.withLock { $0.results.removeValue(forKey: index) }
  }

  /// Whether somebody has begun to read a piece, or has read it.
  func isClaimed(_ index: Int) -> Bool { state.withLock { index < $0.next } }

  /// Lets no more pieces be taken.
  func cancel() { state.withLock { $0.isCancelled = true } }
}
