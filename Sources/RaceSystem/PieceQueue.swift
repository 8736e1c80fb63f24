internal import Synchronization

/// Pieces of work shared by two threads: each takes the next free one, and one of them passes on the results
/// in order.
package final class PieceQueue<Result: Sendable>: Sendable {
  private struct State {
    package var next = 0
    package var results: [Int: Result] = [:]
    package var isCancelled = false
  }

  private let state = Mutex(State())
  /// Held by the thread that does not pass on results while it works on a piece, so that acquiring it waits
  /// for the piece.
  private let worker = Mutex(())
  private let count: Int

  /// A queue with a number of pieces.
  package init(count: Int) { self.count = count }

  /// Does available pieces, on the thread that does not pass on results.
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

  /// The result of a piece: taken from the other thread, or computed here. While the other thread works on
  /// it, this one does a later piece, or waits if there is none. Each result is returned once.
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
        // No piece is left to take, so the other thread releases the lock after this one.
        worker.withLock { _ in }
      }
    }
  }

  /// Stops handing out pieces.
  package func cancel() { state.withLock { $0.isCancelled = true } }

  /// The next piece to do; nil if all are taken.
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

  /// Whether a piece was begun or done.
  private func isClaimed(_ index: Int) -> Bool { state.withLock { index < $0.next } }
}
