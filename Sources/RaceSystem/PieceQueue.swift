internal import Synchronization

/// Pieces of work that two threads share: each takes the next one that nobody has, and one of them hands on the
/// results in order.
package final class PieceQueue<Result: Sendable>: Sendable {
  private struct State {
    package var next = 0
    package var results: [Int: Result] = [:]
    package var isCancelled = false
  }

  private let state = Mutex(State())
  /// Held by the thread that hands on no results from when it takes a piece until the piece is done: to have this
  /// is to have waited for it.
  private let worker = Mutex(())
  private let count: Int

  /// A queue of so many pieces.
  package init(count: Int) { self.count = count }

  /// Does what there is to do, on the thread that hands on no results.
  package func work(_ work: (Int) -> Result) {
    var isDone = false
    while !isDone {
      worker.withLock { _ in
        guard let index = claim() else {
          isDone = true
          return
        }
        put(work(index), at: index)
      }
    }
  }

  /// The result of a piece: taken from the other thread, or worked out here. While the other thread is at it,
  /// this one does a piece further on, and when there is none waits. Each result is given once.
  package func result(of index: Int, _ work: (Int) -> Result) -> Result {
    while true {
      if let result = take(index) { return result }
      if let other = claim() {
        let result = work(other)
        if other == index { return result }
        put(result, at: other)
      } else if !isClaimed(index) {
        return work(index)
      } else {
        // There is no piece left to take, so that the other thread lets go when it is done with this one.
        worker.withLock { _ in }
      }
    }
  }

  /// Lets no more pieces be taken.
  package func cancel() { state.withLock { $0.isCancelled = true } }

  /// The next piece to do; nil when all are taken.
  private func claim() -> Int? {
    state.withLock { state in
      guard state.next < count, !state.isCancelled else { return nil }
      defer { state.next += 1 }
      return state.next
    }
  }

  private func put(_ result: Result, at index: Int) {
    state.withLock { $0.results[index] = result }
  }

  private func take(_ index: Int) -> Result? {
    state.withLock { $0.results.removeValue(forKey: index) }
  }

  /// Whether somebody has begun a piece, or has done it.
  private func isClaimed(_ index: Int) -> Bool { state.withLock { index < $0.next } }
}
