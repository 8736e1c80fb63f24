import Testing

@testable import RaceModel

/// The errors in a log without reports that do not come from a race detector.
@Suite struct `Messages of others` {
  private static func message(_ log: String) throws -> LogNote? {
    try #require(ReadLog(log).index.logs.first).other.message
  }

  /// Lines that programs print, and the messages found in them.
  private static let messages: [(line: String, text: String)] = [
    (
      "WARNING: possible circular locking dependency detected",
      "WARNING: possible circular locking dependency detected"
    ),
    ("WARNING: inconsistent lock state", "WARNING: inconsistent lock state"),
    ("BUG: KMSAN: uninit-value in pond_fill+0x12/0x40", "BUG: KMSAN: uninit-value in pond_fill+0x12/0x40"),
    (
      "BUG: KFENCE: use-after-free read in pond_fill+0x12/0x40",
      "BUG: KFENCE: use-after-free read in pond_fill+0x12/0x40"
    ),
    (
      "UBSAN: array-index-out-of-bounds in drivers/pond.c:12:3",
      "UBSAN: array-index-out-of-bounds in drivers/pond.c:12:3"
    ),
    (
      "BUG: kernel NULL pointer dereference, address: 0000000000000008",
      "BUG: kernel NULL pointer dereference, address: 0000000000000008"
    ),
    ("Oops: 0000 [#1] PREEMPT SMP", "Oops: 0000 [#1] PREEMPT SMP"),
    ("kernel BUG at mm/pond.c:88!", "kernel BUG at mm/pond.c:88!"),
    (
      "INFO: task heron:71 blocked for more than 143 seconds.",
      "INFO: task heron:71 blocked for more than 143 seconds."
    ),
    (
      "watchdog: BUG: soft lockup - CPU#2 stuck for 22s! [heron:71]",
      "BUG: soft lockup - CPU#2 stuck for 22s! [heron:71]"
    ),
    (
      "pond.c:7:3: runtime error: signed integer overflow: 2147483647 + 1 cannot be represented",
      "pond.c:7:3: runtime error: signed integer overflow: 2147483647 + 1 cannot be represented"
    ),
    ("==7== Invalid read of size 4", "Invalid read of size 4"),
    (
      "==7== Conditional jump or move depends on uninitialised value(s)",
      "Conditional jump or move depends on uninitialised value(s)"
    ),
    (
      "SUMMARY: UndefinedBehaviorSanitizer: undefined-behavior pond.c:7:3",
      "SUMMARY: UndefinedBehaviorSanitizer: undefined-behavior pond.c:7:3"
    ),
    (
      "SUMMARY: LeakSanitizer: 16 byte(s) leaked in 1 allocation(s).",
      "SUMMARY: LeakSanitizer: 16 byte(s) leaked in 1 allocation(s)."
    ),
    (
      "error: Undefined Behavior: Data race detected between (1) non-atomic write on thread `unnamed-1`",
      "error: Undefined Behavior: Data race detected between (1) non-atomic write on thread `unnamed-1`"
    ),
    (
      "\u{1B}[91merror\u{1B}[0m: Undefined Behavior: Data race detected at alloc7",
      "error: Undefined Behavior: Data race detected at alloc7"
    ),
    ("POTENTIAL DEADLOCK:", "POTENTIAL DEADLOCK:"),
    (
      "POTENTIAL DEADLOCK: Inconsistent locking. saw this ordering in one goroutine:",
      "POTENTIAL DEADLOCK: Inconsistent locking. saw this ordering in one goroutine:"
    ),
    ("POTENTIAL DEADLOCK: Recursive locking:", "POTENTIAL DEADLOCK: Recursive locking:"),
    ("P1: Error: Data race: New", "Error: Data race: New"),
    (
      "Simultaneous accesses to 0x10e8, but modification requires exclusive access.",
      "Simultaneous accesses to 0x10e8, but modification requires exclusive access."
    ),
    ("Fatal access conflict detected.", "Fatal access conflict detected."),
    (
      "warning: data race detected: @MainActor function at Pond/Pond.swift:56 was not called on the main thread",
      "data race detected: @MainActor function at Pond/Pond.swift:56 was not called on the main thread"
    ),
    (
      "Pond/Pond.swift:7: Fatal error: Incorrect actor executor assumption; Expected MainActor executor.",
      "Pond/Pond.swift:7: Fatal error: Incorrect actor executor assumption; Expected MainActor executor."
    ),
    (
      "Fatal error: Incorrect actor executor assumption; Expected MainActor executor.",
      "Fatal error: Incorrect actor executor assumption; Expected MainActor executor."
    ),
    (
      "Swift/ContiguousArrayBuffer.swift:600: Fatal error: Index out of range",
      "Swift/ContiguousArrayBuffer.swift:600: Fatal error: Index out of range"
    ),
    ("Fatal Python error: Segmentation fault", "Fatal Python error: Segmentation fault"),
    (
      "Exception in thread \"heron\" java.util.ConcurrentModificationException",
      "Exception in thread \"heron\" java.util.ConcurrentModificationException"
    ),
    (
      "Unhandled exception. System.InvalidOperationException: Collection was modified.",
      "Unhandled exception. System.InvalidOperationException: Collection was modified."
    ),
    ("thread 'main' panicked at src/pond.rs:4:5:", "thread 'main' panicked at src/pond.rs:4:5:"),
    (
      "thread 'heron' (71) panicked at 'no fish', pond.rs:4",
      "thread 'heron' (71) panicked at 'no fish', pond.rs:4"
    ),
    (
      "terminate called after throwing an instance of 'std::system_error'",
      "terminate called after throwing an instance of 'std::system_error'"
    ),
    ("Segmentation fault", "Segmentation fault"),
    ("Segmentation fault (core dumped)", "Segmentation fault (core dumped)"),
    (
      "./run.sh: line 3:    71 Aborted                 (core dumped) ./pond",
      "Aborted                 (core dumped) ./pond"
    ),
    ("signal: segmentation fault (core dumped)", "segmentation fault (core dumped)"),
    (
      "go: -race requires cgo; enable cgo by setting CGO_ENABLED=1",
      "-race requires cgo; enable cgo by setting CGO_ENABLED=1"
    ),
    ("go test: -race requires cgo", "-race requires cgo"),
    ("    testing.go:1867: race detected during execution of test", "race detected during execution of test"),
    ("Found 2 data race(s)", "Found 2 data race(s)"),
    ("testing: race detected outside of test execution", "race detected outside of test execution"),
    (
      "    benchmark.go:210: race detected during execution of benchmark",
      "race detected during execution of benchmark"
    ),
    (
      "go: -race is only supported on linux/amd64, linux/arm64",
      "-race is only supported on linux/amd64, linux/arm64"
    ),
    ("Content-Transfer-Encoding: base64", "Content-Transfer-Encoding: base64"),
  ]

  @Test(arguments: messages.indices, ["", "[   12.81] ", "2026-01-02T03:04:05Z ", "\u{1B}[31m"])
  func `are found with their line`(_ position: Int, _ stamp: String) throws {
    let (line, text) = Self.messages[position]
    let note = try #require(try Self.message("starting\n\n\(stamp)\(line)\nall is well\n"))
    #expect(note.text == text)
    #expect(note.line == 3)
  }

  @Test func `are found in records`() throws {
    let log = #"{"log":"thread 'main' panicked at src/pond.rs:4:5:\n","stream":"stderr"}"# + "\n"
    #expect(try Self.message(log)?.text == "thread 'main' panicked at src/pond.rs:4:5:")
  }

  @Test(arguments: [
    "we saw BUG: KMSAN: in the logs", "see WARNING: inconsistent lock state", "it says runtime error: none",
    "a Segmentation fault is what happened", "Invalid read of size 4", "Found data race(s)",
    "Found x data race(s)",
    "is -race requires cgo true?", "nobody panicked at the pond", "core dumped", "was it (core dumped)?",
    "the kernel BUG at hand", "INFO: tasks 3", "INFO: task 3 is done", "Oops: try again",
    "should terminate called functions", "this is an error: Undefined Behavior: none",
    "Undefined Behavior: a talk",
    "it found POTENTIAL DEADLOCK: twice", "is that a Fatal error: or none",
    "no data race detected: all is well",
    "Simultaneous accesses to 0x10 are fine", "no Exception in thread \"main\" today",
    "Exception in thread pools",
    "an Unhandled exception. Oh", "the SUMMARY: LeakSanitizer: was empty",
  ])
  func `are not seen in prose`(_ line: String) throws {
    #expect(try Self.message("\(line)\nall is well\n") == nil)
  }

  @Test func `do not count if there is a report`() throws {
    let log =
      "Segmentation fault (core dumped)\nWARNING: DATA RACE\nRead at 0x00c000012345 by goroutine 9:\n"
      + "  pond.fill()\n      /src/pond.go:3 +0x2e\n"
    let state = try #require(ReadLog(log).index.logs.first)
    #expect(state.reportCount == 1 && state.other.message == nil)
  }

  @Test func `are found at the beginning and at the end of a large log`() throws {
    let lines = 600_000
    let filler = String(repeating: "all is well at the pond\n", count: lines)
    #expect(try Self.message("Segmentation fault\n" + filler)?.line == 1)
    #expect(try Self.message(filler + "Segmentation fault\nend\n")?.line == lines + 1)
    #expect(try Self.message(filler + "Segmentation fault")?.line == lines + 1)
  }

  @Test func `suggest a remedy for those of the go command`() {
    #expect(
      Detectors.remedy(for: "Found 2 data race(s)")?.contains("standard error") == true)
    #expect(Detectors.remedy(for: "race detected during execution of benchmark") != nil)
    #expect(Detectors.remedy(for: "race detected outside of test execution") != nil)
    #expect(Detectors.remedy(for: "-race requires cgo")?.contains("CGO_ENABLED=1") == true)
    #expect(Detectors.remedy(for: "Segmentation fault") == nil)
  }
}
