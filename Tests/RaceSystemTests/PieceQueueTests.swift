import Glibc
import Synchronization
import Testing

@testable import RaceSystem

@Suite struct `Pieces shared by two threads` {
  /// The other thread is held in the first piece until this one has begun the second.
  @Test func `are waited for when the other thread has the wanted one`() throws {
    let queue = PieceQueue<Int>(count: 2)
    let (begun, held) = (try Line(), try Line())
    BackgroundThread.start {
      queue.work { index in
        begun.send()
        held.receive()
        return index * 10
      }
    }
    begun.receive()
    var mine: [Int] = []
    let first = queue.result(of: 0) { index in
      mine.append(index)
      held.send()
      return index * 10
    }
    #expect(first == 0)
    #expect(mine == [1])
    #expect(queue.result(of: 1) { $0 * 100 } == 10)
  }

  @Test func `are each done once, and handed on in order`() {
    for _ in 0..<50 {
      let queue = PieceQueue<Int>(count: 100)
      let done = Mutex([Int]())
      let work = { @Sendable (index: Int) -> Int in
        done.withLock { $0.append(index) }
        return index
      }
      BackgroundThread.start { queue.work(work) }
      #expect((0..<100).map { queue.result(of: $0, work) } == Array(0..<100))
      #expect(done.withLock { $0.sorted() } == Array(0..<100))
    }
  }

  @Test func `that nobody has started are done by the thread that needs them`() {
    let queue = PieceQueue<Int>(count: 3)
    queue.cancel()
    queue.work { _ in -1 }
    #expect((0..<3).map { queue.result(of: $0) { $0 } } == [0, 1, 2])
  }

  /// Lets one thread wait for another.
  private final class Line: Sendable {
    private let ends: (read: Int32, write: Int32)

    init() throws {
      var ends: [Int32] = [-1, -1]
      try #require(pipe(&ends) == 0)
      self.ends = (ends[0], ends[1])
    }

    deinit {
      close(ends.read)
      close(ends.write)
    }

    func send() {
      var byte: UInt8 = 1
      write(ends.write, &byte, 1)
    }

    func receive() {
      var byte: UInt8 = 0
      while read(ends.read, &byte, 1) < 0 {}
    }
  }
}
