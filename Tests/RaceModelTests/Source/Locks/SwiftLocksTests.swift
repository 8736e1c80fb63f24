import Testing

@testable import RaceModel

/// The locks that a Swift function holds at a line: certain with one reading, silent with two.
@Suite struct SwiftLocksTests {
  private func inFunction(_ body: String) -> String {
    "import Foundation\n\nfinal class Pond {\n  func fill(_ n: Int) throws -> Int {\n" + body + "\n  }\n}\n"
  }

  static let calls: [LockCase] = [
    LockCase("no lock at all", "", "count += 1 // here"),
    LockCase("around the line", "lock", "lock.lock()\ncount += 1 // here\nlock.unlock()"),
    LockCase("of self", "lock", "self.lock.lock()\ncount += 1 // here\nlock.unlock()"),
    LockCase("of another", "pool.lock", "pool.lock.lock()\npool.count += 1 // here\npool.lock.unlock()"),
    LockCase("behind it", "", "lock.lock()\nother += 1\nlock.unlock()\ncount += 1 // here"),
    LockCase("before it", "", "count += 1 // here\nlock.lock()\nother += 1\nlock.unlock()"),
    LockCase("on its own line", "?", "lock.lock() // here\nlock.unlock()"),
    LockCase("all on one line", "?", "lock.lock(); count += 1; lock.unlock() // here"),
    LockCase("deferred", "lock", "lock.lock()\ndefer { lock.unlock() }\ncount += 1 // here"),
    LockCase("deferred on one line", "lock", "lock.lock(); defer { lock.unlock() }\nreturn count // here"),
    LockCase(
      "deferred in a block", "",
      "do {\nlock.lock()\ndefer { lock.unlock() }\nother += 1\n}\ncount += 1 // here"),
    LockCase("deferred first", "?", "defer { lock.unlock() }\nlock.lock()\ncount += 1 // here"),
    LockCase(
      "deferred, with more to do", "lock",
      "lock.lock()\ndefer {\nother += 1\nlock.unlock()\n}\ncount += 1 // here"),
    LockCase(
      "perhaps deferred", "?", "lock.lock()\ndefer { if n > 3 { lock.unlock() } }\ncount += 1 // here"),
    LockCase(
      "in what is deferred", "nothing",
      "lock.lock()\ndefer {\ncount += 1 // here\nlock.unlock()\n}\nother += 1"),
    LockCase(
      "something else deferred", "lock",
      "lock.lock()\ndefer { other += 1 }\ncount += 1 // here\nlock.unlock()"),
    LockCase(
      "deferred and given back early", "?",
      "lock.lock()\ndefer { lock.unlock() }\nlock.unlock()\ncount += 1 // here"),
    LockCase(
      "guard, out", "lock",
      "lock.lock()\nguard n > 3 else {\nlock.unlock()\nreturn 0\n}\ncount += 1 // here\nlock.unlock()"),
    LockCase(
      "if, out", "lock",
      "lock.lock()\nif n > 3 {\nlock.unlock()\nthrow Dry()\n}\ncount += 1 // here\nlock.unlock()"),
    LockCase("given back in a branch", "?", "lock.lock()\nif n > 3 {\nlock.unlock()\n}\ncount += 1 // here"),
    LockCase("taken in a branch", "?", "if n > 3 {\nlock.lock()\n}\ncount += 1 // here"),
    LockCase(
      "given back in all branches", "",
      "lock.lock()\nif n > 3 {\nlock.unlock()\n} else if n > 2 {\nlock.unlock()\n} else {\nlock.unlock()\n}\ncount += 1 // here"
    ),
    LockCase(
      "in each round", "lock",
      "for i in 0..<n where i > 2 {\nlock.lock()\ncount += 1 // here\nlock.unlock()\n}"),
    LockCase("lost in a round", "?", "lock.lock()\nfor _ in 0..<n {\ncount += 1 // here\nlock.unlock()\n}"),
    LockCase(
      "on with a loop", "lock",
      "outer: while let x = next() {\nfor y in x {\nlock.lock()\nif y > 3 {\nlock.unlock()\ncontinue outer\n}\ncount += 1 // here\nlock.unlock()\n}\n}"
    ),
    LockCase(
      "out of a loop with it", "lock",
      "while true {\nlock.lock()\nif ready { break }\nlock.unlock()\n}\ncount += 1 // here\nlock.unlock()"),
    LockCase("once at least", "lock", "repeat {\nlock.lock()\n} while false\ncount += 1 // here"),
    LockCase(
      "a clause", "",
      "switch n {\ncase 1, 2:\nlock.lock()\nother += 1\nlock.unlock()\ndefault:\ncount += 1 // here\n}"),
    LockCase(
      "a clause that keeps it", "?",
      "switch n {\ncase 1:\nlock.lock()\ndefault:\nbreak\n}\ncount += 1 // here"),
    LockCase(
      "a clause that leads into the next", "nothing",
      "switch n {\ncase 1:\nlock.lock()\nfallthrough\ndefault:\ncount += 1 // here\n}"),
    LockCase("tried", "?", "if lock.try() {\ncount += 1 // here\nlock.unlock()\n}"),
    LockCase("until a time", "?", "if lock.lock(before: later) {\ncount += 1 // here\nlock.unlock()\n}"),
    LockCase(
      "os_unfair_lock", "unfair",
      "os_unfair_lock_lock(&unfair)\ncount += 1 // here\nos_unfair_lock_unlock(&unfair)"),
    LockCase(
      "POSIX", "mutex", "pthread_mutex_lock(&mutex)\ncount += 1 // here\npthread_mutex_unlock(&mutex)"),
    LockCase(
      "POSIX, its result left", "rw read",
      "_ = pthread_rwlock_rdlock(&rw)\nuse(count) // here\n_ = pthread_rwlock_unlock(&rw)"),
    LockCase(
      "an object", "self", "objc_sync_enter(self)\ndefer { objc_sync_exit(self) }\ncount += 1 // here"),
    LockCase("a semaphore", "?", "places.wait()\ncount += 1 // here\nplaces.signal()"),
    LockCase("one of many", "?", "locks[n].lock()\ncount += 1 // here\nlocks[n].unlock()"),
    LockCase("perhaps none", "?", "lock?.lock()\ncount += 1 // here\nlock?.unlock()"),
    LockCase("a function with such a name", "?", "lock.lock()\nresetLocked()\ncount += 1 // here"),
    LockCase("something is given it", "?", "lock.lock()\nfinish(lock)\ncount += 1 // here"),
    LockCase("twice", "?", "lock.lock()\nlock.lock()\ncount += 1 // here"),
    LockCase("another object has the name", "?", "pool.lock.lock()\npool = next\npool.count += 1 // here"),
    LockCase("a clock and a block", "", "let t = clock.now\nrunBlock()\ncount += 1 // here"),
    LockCase(
      "an error in the middle", "?",
      "do {\nlock.lock()\ntry run()\nlock.unlock()\n} catch {\ncount += 1 // here\n}"),
    LockCase(
      "a condition as a value", "nothing",
      "lock.lock()\nlet x = if n > 3 { 1 } else { 2 }\ncount += x // here"),
    LockCase(
      "lines compiled under a condition", "nothing", "#if DEBUG\nlock.lock()\n#endif\ncount += 1 // here"),
    LockCase("over several lines", "lock", "lock.lock()\nitems\n.map(f)\n.forEach(g) // here\nlock.unlock()"),
  ]

  static let closures: [LockCase] = [
    LockCase("with a lock", "lock", "lock.withLock {\ncount += 1 // here\n}"),
    LockCase(
      "with a lock, its state", "state",
      "return state.withLock { value in\nvalue.count += 1 // here\nreturn value.count\n}"),
    LockCase("behind it", "", "lock.withLock { other += 1 }\ncount += 1 // here"),
    LockCase("with a lock of an odd name", "?", "locks[n].withLock {\ncount += 1 // here\n}"),
    LockCase("on the line that calls", "?", "lock.withLock { count += 1 } // here"),
    LockCase("a queue", "queue queue", "queue.sync {\ncount += 1 // here\n}"),
    LockCase(
      "a queue, with flags", "queue queue", "self.queue.sync(flags: .barrier) {\ncount += 1 // here\n}"),
    LockCase("behind the queue", "", "queue.sync { other += 1 }\ncount += 1 // here"),
    LockCase(
      "a queue that does not wait", "?", "lock.lock()\nqueue.async {\ncount += 1 // here\n}\nlock.unlock()"),
    LockCase("a thread", "", "lock.lock()\nThread.detachNewThread {\ncount += 1 // here\n}\nlock.unlock()"),
    LockCase(
      "a thread that locks", "lock",
      "let t = Thread { [weak self] in\nlock.lock()\nself?.count += 1 // here\nlock.unlock()\n}\nt.start()"),
    LockCase(
      "beside a closure", "lock", "lock.lock()\nitems.forEach { use($0) }\ncount += 1 // here\nlock.unlock()"),
    LockCase(
      "beside a closure that gives back", "?",
      "lock.lock()\nlet free = { lock.unlock() }\nfree()\ncount += 1 // here"),
    LockCase("called at once", "nothing", "lock.lock()\nlet x = {\ncount + 1 // here\n}()"),
    LockCase("a wrapper of the program", "?", "withWriteLock {\ncount += 1 // here\n}"),
    LockCase("two on a line", "nothing", "run { count += 1 }; run { other += 1 } // here"),
    LockCase("a task", "", "Task {\ncount += 1 // here\n}"),
    LockCase(
      "a function in the function", "nothing", "lock.lock()\nfunc add() {\ncount += 1 // here\n}\nadd()"),
    LockCase("code in a string", "?", "print(\"\\(lock.withLock { count })\") // here"),
  ]

  @Test(arguments: calls + closures)
  func `are known when there is one reading`(_ sample: LockCase) throws {
    #expect(
      try locks(in: inFunction(sample.code), path: "/src/Pond.swift") == sample.expected, "\(sample.code)")
  }

  @Test(arguments: [
    LockCase(
      "an initializer", "lock",
      "struct Pond {\ninit(n: Int) {\nlock.lock()\ncount = n // here\nlock.unlock()\n}\n}"),
    LockCase(
      "a getter", "lock",
      "class Pond {\nvar n: Int {\nget {\nlock.lock()\ndefer { lock.unlock() }\nreturn count // here\n}\nset { count = newValue }\n}\n}"
    ),
    LockCase(
      "a setter", "",
      "class Pond {\nvar n: Int {\nget {\nlock.lock()\ndefer { lock.unlock() }\nreturn count\n}\nset {\ncount = newValue // here\n}\n}\n}"
    ),
    LockCase(
      "a computed variable", "lock",
      "class Pond {\nvar n: Int {\nlock.lock()\ndefer { lock.unlock() }\nreturn count // here\n}\n}"),
    LockCase("an observer", "", "class Pond {\nvar n: Int = 0 {\ndidSet {\ncount += 1 // here\n}\n}\n}"),
    LockCase(
      "a generic function", "lock",
      "extension Pond where T: Equatable {\nfunc get<U>(_ f: (T) throws -> U = { $0 }) rethrows -> [U] where U: Hashable {\nlock.lock()\ndefer { lock.unlock() }\nreturn try f(count) // here\n}\n}"
    ),
    LockCase("an actor", "?", "actor Pond {\nfunc fill() {\ncount += 1 // here\n}\n}"),
    LockCase("the main actor", "?", "@MainActor func fill() {\ncount += 1 // here\n}"),
    LockCase("the function before", "", "func a() {\nlock.lock()\n}\nfunc b() {\ncount += 1 // here\n}"),
    LockCase("only a declaration", "nothing", "protocol Pond {\nfunc fill()\nvar n: Int { get } // here\n}"),
    LockCase("a value of a type", "nothing", "class Pond {\nlet n = make()\nlet m = other() // here\n}"),
  ])
  func `belong to the function around the line`(_ sample: LockCase) throws {
    #expect(try locks(in: sample.code, path: "/src/Pond.swift") == sample.expected, "\(sample.code)")
  }

  @Test(arguments: [
    String(repeating: "{", count: 20_000), String(repeating: "func f() {\n", count: 5_000),
    "func f() {\n" + String(repeating: "if a { lock.lock(); ", count: 2_000),
    "func f() {\n" + String(repeating: "for a in b {", count: 30) + String(repeating: "}", count: 30)
      + "\n}\n",
    "func f() {\n" + String(repeating: "run { ", count: 60) + String(repeating: "}", count: 60) + "\n}\n",
    "func f() {\n" + String(repeating: "x.", count: 30_000) + "\n}\n",
  ])
  func `hostile files are read to their end`(_ code: String) throws {
    // None of them holds a lock, or the function is nested too deep to be read.
    #expect(["", "nothing", "?"].contains(try locks(in: code + "\n;x // here", path: "/src/Pond.swift")))
  }

  @Test func `a lock that is released at the end says so`() throws {
    let code = inFunction("lock.lock()\ndefer { lock.unlock() }\ncount += 1")
    let file = SourceFile(path: "/src/Pond.swift", modified: FileTime(seconds: 1), bytes: Array(code.utf8))
    let text = try #require(SourceText(file))
    let locks = try #require(LocksAtLine(7, in: text))
    #expect(locks.held.map(\.isScoped) == [true])
    #expect(locks.isWhole && !locks.givesBackOthers)
  }
}
