import TerminalHarness
import Testing

/// Who makes an access when the stack names no function of the program; worked out by hand from the reports.
@Suite struct VerdictWordsTests {
  /// `T1`'s stack and verb, those of the main thread, and the expected words.
  @Test(arguments: [
    // A detector's interceptors and a library's atomics are not functions of the program.
    (
      "free /src/compiler-rt/lib/tsan/rtl/tsan_interceptors_posix.cpp:735", "Write", "bake /src/oven.c:9",
      "atomic write",
      "thread T1 frees what bake atomically writes"
    ),
    (
      "__tsan_tls_initialization <null>", "Write", "main /src/oven.c:9", "write",
      "thread T1 and main write the same memory, neither with a lock"
    ),
    (
      "std::thread::_State_impl<int>::_M_run() <null>", "Read", "bake /src/oven.c:9", "write",
      "thread T1 reads what bake writes, neither with a lock"
    ),
    // Any object can be called: two of those on one line have the same name.
    (
      "operator() /src/oven.cpp:9", "Read", "operator() /src/oven.cpp:9", "write",
      "two threads run functions called operator() of oven.cpp:9; one reads what the other writes, neither with a lock"
    ),
    (
      "operator() /src/oven.cpp:9", "Read", "operator() /src/oven.cpp:12", "write",
      "two threads run functions called operator(); one reads what the other writes, neither with a lock"
    ),
    (
      "bake /src/oven.c:9", "Write", "bake /src/oven.c:9", "write",
      "two threads run bake; both write the same memory, neither with a lock"
    ),
  ])
  func `names a thread if the program has no function on the stack`(
    _ first: String, _ verb: String, _ second: String, _ other: String, _ expected: String
  ) throws {
    #expect(
      try why(
        Self.report(
          "\(verb) of size 4 at 0x7b0400000010 by thread T1", [first],
          "Previous \(other) of size 4 at 0x7b0400000010 by main thread", [second])) == expected)
  }

  /// What called a lambda has its type in its own name.
  @Test(arguments: [
    ("__invoke_impl<void, main()::<lambda()> >", "a lambda reads what bake writes, neither with a lock"),
    ("std::__invoke<main::{lambda()#2}>", "a lambda reads what bake writes, neither with a lock"),
    ("__invoke_impl<void, Baker&>", "operator() reads what bake writes, neither with a lock"),
  ])
  func `calls only a lambda a lambda`(_ caller: String, _ expected: String) throws {
    #expect(
      try why(
        Self.report(
          "Read of size 4 at 0x7b0400000010 by thread T1",
          ["operator() /src/oven.cpp:9", "\(caller) /usr/include/c++/12/bits/invoke.h:61"],
          "Previous write of size 4 at 0x7b0400000010 by main thread", ["bake /src/oven.cpp:20"])) == expected
    )
  }

  @Test func `says that a function of Go is not on the stack`() throws {
    #expect(
      try why(
        """
        ==================
        WARNING: DATA RACE
        Read at 0x00c00009b050 by goroutine 10:
          runtime.mapaccess2_faststr()
              /go/src/internal/runtime/maps/runtime_faststr.go:120 +0x0
          testing.tRunner()
              /go/src/testing/testing.go:2195 +0x21c

        Previous write at 0x00c00009b050 by goroutine 8:
          runtime.mapassign_faststr()
              /go/src/internal/runtime/maps/runtime_faststr.go:261 +0x0
          oven.(*Shelf).Put()
              /src/oven/shelf.go:16 +0x172
        ==================

        """) == "a function that the report leaves out reads a map; Shelf.Put writes it")
  }

  /// `mapaccess1` calls `mapaccess2`, which leaves out who called `mapaccess1`.
  @Test func `says that the function of Go on the stack called the one that is not`() throws {
    #expect(
      try why(
        """
        ==================
        WARNING: DATA RACE
        Read at 0x00c00009b050 by goroutine 10:
          runtime.mapaccess2_fast64()
              /go/src/internal/runtime/maps/runtime_fast64.go:22 +0x0
          runtime.mapaccess1_fast64()
              /go/src/internal/runtime/maps/runtime_fast64.go:17 +0x12
          oven.(*Baker).Work()
              /src/oven/baker.go:25 +0xee

        Previous write at 0x00c00009b050 by goroutine 8:
          runtime.mapassign_fast64()
              /go/src/internal/runtime/maps/runtime_fast64.go:261 +0x0
          oven.(*Shelf).Put()
              /src/oven/shelf.go:16 +0x172
        ==================

        """) == "a function called from Baker.Work reads a map; Shelf.Put writes it")
  }

  /// ThreadSanitizer treats file descriptors as memory.
  @Test func `a file descriptor is used, opened or closed`() throws {
    #expect(
      try why(
        Self.report(
          "Write of size 8 at 0x7b0400000010 by main thread", ["close <null>", "bake /src/oven.c:20"],
          "Previous read of size 8 at 0x7b0400000010 by thread T1", ["read <null>", "cool /src/oven.c:9"],
          location: """
              Location is file descriptor 3 created by main thread at:
                #0 pipe <null> (oven+0x10)
                #1 main /src/oven.c:30 (oven+0x40)


            """)) == "bake opens or closes file descriptor 3 and cool uses it, neither with a lock")
  }

  @Test func `tells of the side that a report has`() throws {
    #expect(
      try why(
        Self.report(
          "Write of size 4 at 0x000000602010 by thread T1", ["bake /src/oven.c:20"],
          "Previous read of size 4 at 0x000000602010 by main thread", [],
          location: "  Location is global 'warmth' of size 4 at 0x000000602010 (oven+0x2010)\n\n"))
        == "bake writes warmth without a lock; the stack of the other access is not in the report")
  }

  @Test func `an assertion of KCSAN is not an access`() throws {
    let list = try run("list", "kcsan.log").output
    #expect(list.contains("!") && !list.contains("?  mill_gate_close"))
    let text = try run("show", "--race", "3", "--width", "250", "kcsan.log").output
    #expect(text.contains("why      mill_gate_open writes while mill_gate_close asserts that nobody does\n"))
    #expect(!text.contains("lock missing on one side"))
  }

  /// A report of ThreadSanitizer. A side without frames has lost its stack.
  ///
  /// - Parameter location: lines after the accesses, with the blank line behind them.
  private static func report(
    _ first: String, _ frames: [String], _ second: String, _ otherFrames: [String], location: String = ""
  ) -> String {
    func stack(_ frames: [String]) -> String {
      if frames.isEmpty { return "    [failed to restore the stack]\n\n" }
      return frames.enumerated().map { "    #\($0) \($1) (oven+0x\($0 + 1)0)\n" }.joined() + "\n"
    }
    return "==================\nWARNING: ThreadSanitizer: data race (pid=7)\n"
      + "  \(first):\n\(stack(frames))  \(second):\n\(stack(otherFrames))\(location)"
      + "SUMMARY: ThreadSanitizer: data race /src/oven.c:20 in bake\n==================\n"
  }

  private func why(_ log: String) throws -> String? {
    let directory = try TemporaryDirectory()
    try directory.write(log, to: "race.log")
    let text = try run("show", "--race", "1", "--width", "250", "\(directory.path)/race.log").output
    return text.split(separator: "\n").first { $0.hasPrefix("why      ") }.map { String($0.dropFirst(9)) }
  }
}
