// What threads of Swift may race on, and the locks around it.
import Foundation

final class Pond: @unchecked Sendable {
  let lock = NSLock()
  var level = 0
  var fish = 0
  static nonisolated(unsafe) var depth = 1

  func fill(_ n: Int) {
    lock.lock()
    defer { lock.unlock() }
    level = n
  }

  func look() -> Int {
    return level
  }

  // Given back before the write.
  func fillLate(_ n: Int) {
    lock.lock()
    lock.unlock()
    fish = n
  }

  func count() -> Int {
    return fish
  }
}

nonisolated(unsafe) var total = 0
nonisolated(unsafe) var limit = 0

func add() { total += 1 }
func setLimit() { limit = 4 }
func getLimit() -> Int { return limit }
func deepen() { Pond.depth += 1 }
func measure() -> Int { return Pond.depth }

/// Runs one function, and another a while later in another thread. A sleep orders nothing.
func after(_ first: @escaping @Sendable () -> Void, _ second: @escaping @Sendable () -> Void) {
  let done = DispatchSemaphore(value: 0)
  let a = Thread {
    first()
    done.signal()
  }
  let b = Thread {
    usleep(20_000)
    second()
    done.signal()
  }
  a.start()
  b.start()
  done.wait()
  done.wait()
}

func captured() {
  nonisolated(unsafe) var found = 0
  let done = DispatchSemaphore(value: 0)
  let a = Thread {
    found = 1
    usleep(40_000)
    done.signal()
  }
  a.start()
  usleep(20_000)
  let n = found
  done.wait()
  precondition(n >= 0)
}

@main struct Main {
  static func main() {
    let pond = Pond()
    after({ pond.fill(1) }, { _ = pond.look() })
    after({ pond.fillLate(1) }, { _ = pond.count() })
    after({ add() }, { add() })
    after({ setLimit() }, { _ = getLimit() })
    after({ deepen() }, { _ = measure() })
    captured()
  }
}
