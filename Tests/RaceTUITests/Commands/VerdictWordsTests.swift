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
    // Two lambdas on one line have the same name.
    (
      "operator() /src/oven.cpp:9", "Read", "operator() /src/oven.cpp:9", "write",
      "two threads run lambdas of oven.cpp:9; one reads what the other writes, neither with a lock"
    ),
    (
      "operator() /src/oven.cpp:9", "Read", "operator() /src/oven.cpp:12", "write",
      "two threads run lambdas; one reads what the other writes, neither with a lock"
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
        """
        ==================
        WARNING: ThreadSanitizer: data race (pid=7)
          \(verb) of size 4 at 0x7b0400000010 by thread T1:
            #0 \(first) (oven+0x10)

          Previous \(other) of size 4 at 0x7b0400000010 by main thread:
            #0 \(second) (oven+0x20)

        SUMMARY: ThreadSanitizer: data race /src/oven.c:12 in fill
        ==================

        """) == expected)
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

        """) == "a function that is not on the stack reads a map; Shelf.Put writes it")
  }

  @Test func `an assertion of KCSAN is not an access`() throws {
    let list = try run("list", "kcsan.log").output
    #expect(list.contains("!") && !list.contains("?  mill_gate_close"))
    let text = try run("show", "--race", "3", "--width", "250", "kcsan.log").output
    #expect(text.contains("why      mill_gate_open writes while mill_gate_close asserts that nobody does\n"))
    #expect(!text.contains("lock missing on one side"))
  }

  private func why(_ log: String) throws -> String? {
    let directory = try TemporaryDirectory()
    try directory.write(log, to: "race.log")
    let text = try run("show", "--race", "1", "--width", "250", "\(directory.path)/race.log").output
    return text.split(separator: "\n").first { $0.hasPrefix("why      ") }.map { String($0.dropFirst(9)) }
  }
}
