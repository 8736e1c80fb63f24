import Testing

@testable import RaceModel

/// Lines that are not frames, and the stacks that frames belong to.
@Suite struct `Frames of ThreadSanitizer need evidence` {
  private static let head = """
    WARNING: ThreadSanitizer: data race (pid=7)
      Write of size 4 at 0x10 by thread T4 (mutexes: write M0):

      Previous read of size 4 at 0x10 by main thread:

    """

  @Test(
    arguments: [
      "```", "~~~", "```text", "2. poll() is not thread-safe", "- poll() is not thread-safe", "* quack",
      "> quack",
      "Some prose about it.", "Thanks!", "poll();", "int main() {", "}", "status: failed", "<details>",
      "https://pond.example/duck.c:17", "127.0.0.1:8080", "12:00:01", "Fixed in src/duck.c:17",
      "#1234 is related",
      "| quack | 17 |", "PASS",
    ], [true, false])
  func `text after a header is not a frame`(_ text: String, isCRLF: Bool) throws {
    let log = "```\n\(Self.head)\n\(text)\n\nmore of it\n"
    let reading = TSanReading(isCRLF ? log.replacing("\n", with: "\r\n") : log)
    let report = try #require(reading.reports.first)
    #expect(report.accesses.count == 2)
    #expect(report.accesses.map(\.stack) == [nil, nil])
    #expect(reading.entries.count == 1)
  }

  @Test(arguments: [
    "```", "- poll() is not thread-safe", "Some prose about it.", "int main() {", "poll();", "127.0.0.1:8080",
  ])
  func `nor is text directly below the header`(_ text: String) throws {
    let report = try #require(TSanReading(Self.head.trimmed + "\n\(text)\nmore of it\n").reports.first)
    #expect(report.accesses.map(\.stack) == [nil, nil])
  }

  @Test(arguments: [
    "quack", "pond::quack(int*, Pond const&)", "-[Pond quack:with:]",
    "operator new(unsigned long) /src/duck.cpp:3",
    "void pond::quack<int>(int) /src/duck.cpp:3:4", "quack (pond+0x1)", "0x5555 in quack",
  ])
  func `names and places directly below the header are frames`(_ text: String) throws {
    let report = try #require(TSanReading(Self.head.trimmed + "\n\(text)\n").reports.first)
    #expect(report.accesses.map { $0.stack?.count } == [nil, 1])
  }

  @Test(
    arguments: [
      ("Thread T1 (running) created by main thread at:", Thread.State.running, nil),
      ("Thread T1 (finished) created by main thread at:", .finished, nil),
      ("Thread T1 created by main thread at:", nil, nil),
      ("Thread T1 'duck (2)' (running) created by main thread at:", .running, "duck (2)"),
      ("Thread T1 'duck' created by main thread at:", nil, "duck"),
      ("Thread T1 (tid=<tid>, running) created by main thread at:", .running, nil),
    ] as [(String, Thread.State?, String?)])
  func `a creation without the thread number of the system`(
    _ header: String, _ state: Thread.State?, _ label: String?
  ) throws {
    let reading = TSanReading(
      """
      WARNING: ThreadSanitizer: data race
        Write of size 8 at 0x10 by main thread:
          #0 main a.c:1

        Previous read of size 1 at 0x10 by thread T1:
          #0 quack a.c:2
          #1 <null> <null>

        \(header)
          #0 pthread_create <null>
          #1 hatch a.c:3

      SUMMARY: ThreadSanitizer: data race in quack
      """)
    let report = try #require(reading.reports.first)
    #expect(report.accesses.map { reading.functions($0.stack) } == [["main"], ["quack", nil]])
    let thread = try #require(report.thread(ThreadName(.thread, 1)))
    #expect(reading.functions(thread.created) == ["pthread_create", "hatch"])
    #expect(thread.parent == .main)
    #expect(thread.state == state)
    #expect(thread.label == label)
    #expect(report.isComplete)
  }

  /// Frames whose header is lost or unreadable belong to no known stack.
  @Test(arguments: ["", "Previous rite of size 8 at 0x10 by thread T1:\n", "  Thread one was created at:\n"])
  func `a stack that starts over belongs to nothing`(_ header: String) throws {
    let reading = TSanReading(
      """
      WARNING: ThreadSanitizer: data race (pid=7)
        Write of size 1 at 0x10 by main thread:
          #0 quack a.c:1 (pond+0x1)
          #1 main a.c:2 (pond+0x2)

      \(header)    #0 free <null> (pond+0x3)
          #1 wade a.c:3 (pond+0x4)
          #2 dive a.c:4 (pond+0x5)

        Thread T1 (tid=9, running) created by main thread at:
          #0 pthread_create <null> (pond+0x6)
      """)
    let report = try #require(reading.reports.first)
    #expect(report.accesses.map { reading.functions($0.stack) } == [["quack", "main"]])
    #expect(reading.entries.map { $0.first != nil && $0.second == nil } == [true])
    #expect(reading.functions(report.thread(ThreadName(.thread, 1))?.created) == ["pthread_create"])
    #expect(report.notes.map(\.text).contains("#2 dive a.c:4 (pond+0x5)"))
  }

  @Test func `frames with equal numbers in one stack stay together`() throws {
    // Symbolizers number inlined calls this way.
    let reading = TSanReading(
      """
      WARNING: ThreadSanitizer: data race (pid=7)
        Write of size 1 at 0x10 by main thread:
          #0 quack a.c:1 (pond+0x1)
          #0 wade a.c:2 (pond+0x1)
          #1 main a.c:3 (pond+0x2)
      """)
    #expect(reading.functions(reading.reports.first?.accesses.first?.stack) == ["quack", "wade", "main"])
  }

  @Test(arguments: ["n  Previous write", "    n  Previous write", ".\tPrevious write", "ok Previous write"])
  func `a stray character before a header does not belong to it`(_ header: String) throws {
    for prefix in ["", "app-1  | "] {
      let lines = [
        "WARNING: ThreadSanitizer: heap-use-after-free (pid=7)", "  Write of size 1 at 0x10 by main thread:",
        "    #0 main a.c:1 (pond+0x1)", "", "\(header) of size 8 at 0x10 by thread T1:",
        "    #0 free <null> (pond+0x2)", "    #1 quack a.c:2 (pond+0x3)",
      ]
      let reading = TSanReading(lines.map { prefix + $0 + "\n" }.joined())
      let report = try #require(reading.reports.first)
      #expect(reading.reports.count == 1)
      #expect(report.accesses.map { reading.functions($0.stack) } == [["main"], ["free", "quack"]])
      #expect(report.accesses.map(\.thread) == [.main, ThreadName(.thread, 1)])
      #expect(report.notes.map(\.text) == [header.trimmed + " of size 8 at 0x10 by thread T1:"])
    }
  }
}

extension StringProtocol {
  /// The text without blanks and line ends at either end.
  fileprivate var trimmed: String {
    var text = self[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text.drop(while: \.isWhitespace))
  }
}
