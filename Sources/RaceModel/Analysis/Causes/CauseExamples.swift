/// Reports of programs made for the purpose that tell causes from each other. They are written as the
/// detectors print them, with the few frames that matter.
enum CauseExamples {
  typealias Example = CauseRule.Example

  /// A Go report. Stacks are `function file:line`, innermost frame first, frames apart by `;`.
  static func go(
    at address: String, write: String, read: String, created: String = "main.main main.go:9",
    andCreated second: String? = nil
  ) -> String {
    func frames(_ text: String) -> String {
      text.split(separator: ";").map { frame in
        let parts = frame.split(separator: " ")
        return "  \(parts[0])()\n      /src/app/\(parts[1]) +0x1c\n"
      }.joined()
    }
    let other = second.map { "\nGoroutine 8 (running) created at:\n\(frames($0))" } ?? ""
    return """
      ==================
      WARNING: DATA RACE
      Write at \(address) by goroutine 7:
      \(frames(write))
      Previous read at \(address) by \(second == nil ? "main goroutine" : "goroutine 8"):
      \(frames(read))
      Goroutine 7 (running) created at:
      \(frames(created))\(other)==================

      """
  }

  /// A ThreadSanitizer report. Stacks are `function file:line`, innermost frame first, frames apart by `;`.
  static func tsan(
    title: String = "data race", first: String, firstStack: String, second: String, secondStack: String,
    sections: String = ""
  ) -> String {
    func frames(_ text: String) -> String {
      text.split(separator: ";").enumerated().map { "    #\($0) \($1) (app+0x1\($0))\n" }.joined()
    }
    return """
      ==================
      WARNING: ThreadSanitizer: \(title) (pid=7)
        \(first):
      \(frames(firstStack))
        \(second):
      \(frames(secondStack))
      \(sections)SUMMARY: ThreadSanitizer: \(title) app.cpp:1 in f
      ==================

      """
  }

  static let maps = [
    Example(
      log: go(
        at: "0x00c00001a0f0", write: "runtime.mapassign_faststr map.go:203;main.put app.go:11",
        read: "runtime.mapaccess1_faststr map.go:13;main.get app.go:15"), holds: true),
    // The variable that holds the map, not the map.
    Example(
      log: go(
        at: "0x00c00001a0f0", write: "main.reset app.go:11",
        read: "runtime.mapaccess1_faststr map.go:13;main.get app.go:15"), holds: false),
  ]

  static let slices = [
    Example(
      log: go(
        at: "0x00c00001a0f0", write: "main.set app.go:11",
        read: "runtime.growslice slice.go:178;main.add app.go:15"),
      holds: true),
    Example(
      log: go(
        at: "0x00c00001a0f0", write: "bytes.(*Buffer).Reset buffer.go:11",
        read: "runtime.slicecopy slice.go:353;bytes.(*Buffer).Write buffer.go:15"), holds: false),
  ]

  static let containers = [
    Example(
      log: tsan(
        first: "Write of size 8 at 0x7b0400000000 by thread T1",
        firstStack:
          "std::vector<int, std::allocator<int> >::push_back(int const&) /usr/include/c++/12/bits/stl_vector.h:1281;add() /src/app.cpp:7",
        second: "Previous read of size 8 at 0x7b0400000000 by main thread",
        secondStack:
          "std::vector<int, std::allocator<int> >::size() const /usr/include/c++/12/bits/stl_vector.h:987;main /src/app.cpp:12"
      ), holds: true),
    // A string, and not what it is an element or an argument of.
    Example(
      log: tsan(
        first: "Write of size 8 at 0x7b0400000000 by thread T1",
        firstStack:
          "std::__cxx11::basic_string<char>::assign(char const*) /usr/include/c++/12/bits/basic_string.h:1571;std::vector<Job, std::allocator<Job> >::push_back(Job const&) /usr/include/c++/12/bits/stl_vector.h:1281;add() /src/app.cpp:7",
        second: "Previous read of size 8 at 0x7b0400000000 by main thread",
        secondStack:
          "std::__cxx11::basic_string<char>::size() const /usr/include/c++/12/bits/basic_string.h:1064;std::map<int, Job>::at(int const&) /usr/include/c++/12/bits/stl_map.h:551;main /src/app.cpp:12"
      ), holds: false),
    // An element, touched by code of the program.
    Example(
      log: tsan(
        first: "Write of size 8 at 0x7b0400000000 by thread T1",
        firstStack: "fill(std::vector<int, std::allocator<int> >&) /src/app.cpp:7",
        second: "Previous read of size 8 at 0x7b0400000000 by main thread",
        secondStack: "sum(std::vector<int, std::allocator<int> >&) /src/app.cpp:12"), holds: false),
  ]

  static let atomics = [
    Example(
      log: go(
        at: "0x00c00001a0f0", write: "sync/atomic.AddInt64 race_amd64.s:289;main.hit app.go:11",
        read: "main.hits app.go:15"), holds: true),
    Example(
      log: tsan(
        first: "Atomic write of size 4 at 0x000000000010 by thread T1", firstStack: "set() /src/app.cpp:7",
        second: "Previous write of size 4 at 0x000000000010 by main thread",
        secondStack: "main /src/app.cpp:12"),
      holds: true),
    // A lock that is freed while another thread still leaves it.
    Example(
      log: tsan(
        first: "Write of size 8 at 0x7b0400000000 by main thread",
        firstStack: "free <null>;main /src/app.cpp:12",
        second: "Previous atomic write of size 4 at 0x7b0400000000 by thread T1",
        secondStack: "pthread_mutex_unlock <null>;work() /src/app.cpp:7"), holds: false),
    Example(
      log: go(at: "0x00c00001a0f0", write: "main.hit app.go:11", read: "main.hits app.go:15"), holds: false),
  ]

  /// Two accesses with locks; one of the three holds.
  static func locks(_ verdict: LockVerdict) -> [Example] {
    let pairs: [(LockVerdict, String, String)] = [
      (.oneSide, "", " (mutexes: write M1)"), (.disjoint, " (mutexes: write M0)", " (mutexes: write M1)"),
      (.readLockOnWrite, " (mutexes: read M0)", " (mutexes: read M0)"), (.none, "", ""),
      (.common, " (mutexes: write M0)", " (mutexes: write M0)"),
    ]
    return pairs.map { pair in
      Example(
        log: tsan(
          first: "Write of size 4 at 0x000000000010 by thread T1\(pair.1)",
          firstStack: "set() /src/app.cpp:7",
          second: "Previous read of size 4 at 0x000000000010 by main thread\(pair.2)",
          secondStack: "main /src/app.cpp:12"), holds: pair.0 == verdict)
    }
  }

  static let testLogs = [
    Example(
      log: go(
        at: "0x00c00001a0f0", write: "testing.tRunner.func1 testing.go:1600;testing.tRunner testing.go:1650",
        read:
          "testing.(*common).logDepth testing.go:900;testing.(*common).Log testing.go:910;app.poll app.go:15",
        created: "testing.(*T).Run testing.go:1750;app.TestPoll app_test.go:8",
        andCreated: "app.TestPoll.func1 app_test.go:12;testing.tRunner testing.go:1650"), holds: true),
    // A test that has not ended: it goes on to run in parallel.
    Example(
      log: go(
        at: "0x00c00001a0f0",
        write:
          "testing.(*T).Parallel testing.go:1600;app.TestPoll app_test.go:9;testing.tRunner testing.go:1650",
        read: "testing.(*common).Log testing.go:910;app.poll app.go:15",
        created: "testing.(*T).Run testing.go:1750;main.main _testmain.go:47"), holds: false),
    Example(
      log: go(
        at: "0x00c00001a0f0", write: "app.TestPoll.func1 app_test.go:12;testing.tRunner testing.go:1650",
        read: "app.poll app.go:15"), holds: false),
  ]

  static let packageVariables = [
    Example(
      log: go(at: "0x00000060b318", write: "main.set app.go:11", read: "main.get app.go:15"), holds: true),
    Example(
      log: tsan(
        first: "Write of size 4 at 0x000000000010 by thread T1", firstStack: "set() /src/app.cpp:7",
        second: "Previous read of size 4 at 0x000000000010 by main thread",
        secondStack: "main /src/app.cpp:12",
        sections: "  Location is global 'total' of size 4 at 0x000000000010 (app+0x10)\n\n"), holds: true),
    // A global without its name.
    Example(
      log: tsan(
        first: "Write of size 4 at 0x000000000010 by thread T1", firstStack: "set() /src/app.cpp:7",
        second: "Previous read of size 4 at 0x000000000010 by main thread",
        secondStack: "main /src/app.cpp:12",
        sections: "  Location is global '<null>' at 0x000000000000 (app+0x10)\n\n"), holds: true),
    Example(
      log: go(at: "0x00c00001a0f0", write: "main.set app.go:11", read: "main.get app.go:15"), holds: false),
    // Beyond the heap of every known platform.
    Example(
      log: go(at: "0x7ffe00001000", write: "main.set app.go:11", read: "main.get app.go:15"), holds: false),
  ]

  static let parallelTests = [
    Example(
      log: go(
        at: "0x00c00001a0f0", write: "app.TestAll.func1 app_test.go:12;testing.tRunner testing.go:1650",
        read: "app.TestAll.func1 app_test.go:13;testing.tRunner testing.go:1650",
        created: "testing.(*T).Run testing.go:1750;app.TestAll app_test.go:8;testing.tRunner testing.go:1650",
        andCreated:
          "testing.(*T).Run testing.go:1750;app.TestAll app_test.go:8;testing.tRunner testing.go:1650"),
      holds: true),
    // One test and a goroutine that it started itself.
    Example(
      log: go(
        at: "0x00c00001a0f0", write: "app.TestAll.func1 app_test.go:12",
        read: "app.TestAll app_test.go:13;testing.tRunner testing.go:1650",
        created: "app.TestAll app_test.go:8;testing.tRunner testing.go:1650",
        andCreated: "testing.(*T).Run testing.go:1750;main.main _testmain.go:47"), holds: false),
  ]
}
