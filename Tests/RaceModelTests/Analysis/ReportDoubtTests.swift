import Testing

@testable import RaceModel

/// Reports that may be false alarms, and similar ones that are not doubted.
@Suite struct `What a detector does not see` {
  private static let drop = "<app::Arc<Tray> as core::ops::drop::Drop>::drop /src/sync.rs:40"

  @Test(arguments: [
    ("core::sync::atomic::atomic_sub::<usize> /rust/atomic.rs:9;\(drop)", "free <null>;\(drop)", true),
    (
      "std::_Sp_counted_base<1>::_M_release() /usr/include/shared_ptr_base.h:9;bake() /src/o.cpp:2",
      "operator delete(void*) <null>;bake() /src/o.cpp:2", true
    ),
    // A count that goes up; a freed object that is not counted; two counts.
    ("core::sync::atomic::atomic_add::<usize> /rust/atomic.rs:9;\(drop)", "free <null>;\(drop)", false),
    ("bake() /src/o.cpp:2", "free <null>;cool() /src/o.cpp:9", false),
    (
      "core::sync::atomic::atomic_sub::<usize> /rust/atomic.rs:9;\(drop)",
      "core::sync::atomic::atomic_sub::<usize> /rust/atomic.rs:9;\(drop)", false
    ),
  ])
  func `fences before a counted object is freed`(_ counts: String, _ frees: String, _ isDoubted: Bool) throws
  {
    let sides = [("Atomic write", counts), ("Write", frees)]
    for (first, second) in [(sides[0], sides[1]), (sides[1], sides[0])] {
      let log = CauseExamples.tsan(
        first: "\(first.0) of size 8 at 0x000000000010 by thread T1", firstStack: first.1,
        second: "Previous \(second.0.lowercased()) of size 8 at 0x000000000010 by main thread",
        secondStack: second.1)
      #expect(try doubts(log).count == (isDoubted ? 1 : 0))
    }
  }

  @Test(arguments: [
    ("main._omp_fn.0 /src/o.cpp:5;GOMP_parallel <null>", "main._omp_fn.0 /src/o.cpp:5", true),
    ("main.omp_outlined /src/o.cpp:5;__kmp_invoke_microtask <null>", "main /src/o.cpp:9", true),
    (".omp_outlined._debug__ /src/o.cpp:5", "main /src/o.cpp:9", true),
    ("bake() /src/omp_fn.cpp:2", "cool() /src/o.cpp:9", false),
  ])
  func `locks and barriers of OpenMP`(_ one: String, _ other: String, _ isDoubted: Bool) throws {
    let log = CauseExamples.tsan(
      first: "Write of size 8 at 0x000000000010 by thread T1", firstStack: one,
      second: "Previous write of size 8 at 0x000000000010 by main thread", secondStack: other)
    let read = try ReadLog(log)
    let detail = try #require(read.entries.first.flatMap { read.detailed($0) })
    let analysis = detail.analyzed()
    #expect(analysis.doubts.count { $0.contains("OpenMP") } == (isDoubted ? 1 : 0))
    // No printed lock does not mean that no lock is held.
    #expect((analysis.lockVerdict == nil) == isDoubted)
    let sides = try #require(VerdictFacts(detail, analysis)?.sides)
    #expect(sides.both.allSatisfy { $0?.locks == (isDoubted ? .unknown : VerdictFacts.Locks.none) })
  }

  @Test(
    arguments: [
      ("test_and_set (atomic_base.h:176)", "std::atomic"), ("load (atomic:250)", "std::atomic"),
      ("std::__atomic_base<int>::store(int) (in /usr/bin/oven)", "std::atomic"),
      ("std::_Sp_counted_base<1>::_M_release() (shared_ptr_base.h:150)", "shared_ptr"),
      // The program's own file and its own lock.
      ("test_and_set (spin.h:176)", nil), ("bake (atomics.h:7)", nil),
    ] as [(String, String?)])
  func `atomics and counts of C++ under Valgrind`(_ frame: String, _ subject: String?) throws {
    let log = """
      ==7== Possible data race during write of size 4 at 0x10C014 by thread #1
      ==7== Locks held: none
      ==7==    at 0x109532: \(frame)
      ==7==    by 0x109542: bake (oven.cpp:2)
      ==7==
      ==7== This conflicts with a previous read of size 4 by thread #2
      ==7== Locks held: none
      ==7==    at 0x109540: cool (oven.cpp:3)
      ==7==

      """
    let doubts = try doubts(log)
    #expect(doubts.count == (subject == nil ? 0 : 1))
    if let subject { #expect(doubts.first?.contains(subject) == true) }
  }

  private func doubts(_ text: String) throws -> [String] {
    let log = try ReadLog(text)
    return try #require(log.entries.first.flatMap { log.detailed($0) }).analyzed().doubts
  }
}
