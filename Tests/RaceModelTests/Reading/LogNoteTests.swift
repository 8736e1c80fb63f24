import Testing

@testable import RaceModel

/// Other contents of a log: crashes, fatal messages, lists of suppressions, counts.
@Suite struct LogNoteTests {
  private static func notes(_ log: String) throws -> LogNotes {
    try #require(ReadLog(log).index.logs.first).notes
  }

  /// Lines that runtimes print, the text that is kept, and whether it reports the end of a process.
  private static let messages: [(line: String, text: String, isFatal: Bool)] = [
    ("ThreadSanitizer:DEADLYSIGNAL", "ThreadSanitizer:DEADLYSIGNAL", false),
    (
      "==812==ERROR: ThreadSanitizer: SEGV on unknown address 0x000000000010 (pc 0x1 bp 0x2 sp 0x3 T812)",
      "ThreadSanitizer: SEGV on unknown address 0x000000000010 (pc 0x1 bp 0x2 sp 0x3 T812)", true
    ),
    (
      "==7==ERROR: ThreadSanitizer failed to allocate 0x1000 (4096) bytes of shadow (error code: 12)",
      "ThreadSanitizer failed to allocate 0x1000 (4096) bytes of shadow (error code: 12)", true
    ),
    (
      "FATAL: ThreadSanitizer: unexpected memory mapping 0x55d0-0x55d1",
      "FATAL: ThreadSanitizer: unexpected memory mapping 0x55d0-0x55d1", true
    ),
    (
      "FATAL: ThreadSanitizer CHECK failed: a.cc:12 \"((0)) != (0)\" (0x0, 0x0)",
      "FATAL: ThreadSanitizer CHECK failed: a.cc:12 \"((0)) != (0)\" (0x0, 0x0)", true
    ),
    (
      "ThreadSanitizer: CHECK failed: a.cpp:12 \"((x)) != (0)\" (0x0, 0x0) (tid=7)",
      "ThreadSanitizer: CHECK failed: a.cpp:12 \"((x)) != (0)\" (0x0, 0x0) (tid=7)", true
    ),
    (
      "ThreadSanitizer: nested bug in the same thread, aborting.",
      "ThreadSanitizer: nested bug in the same thread, aborting.", true
    ),
    ("ThreadSanitizer: reported 3 warnings", "ThreadSanitizer: reported 3 warnings", false),
    (
      "WARNING: ThreadSanitizer: memory layout is incompatible, re-execing",
      "WARNING: ThreadSanitizer: memory layout is incompatible, re-execing", false
    ),
    (
      "SUMMARY: ThreadSanitizer: SEGV table.cpp:18:14 in insert(int)",
      "SUMMARY: ThreadSanitizer: SEGV table.cpp:18:14 in insert(int)", true
    ),
    (
      "==700== ERROR SUMMARY: 3 errors from 2 contexts (suppressed: 1 from 1)",
      "ERROR SUMMARY: 3 errors from 2 contexts (suppressed: 1 from 1)", false
    ),
    (
      "==700== Process terminating with default action of signal 11 (SIGSEGV): dumping core",
      "Process terminating with default action of signal 11 (SIGSEGV): dumping core", true
    ),
    (
      "drd: drd_mutex.c:405 (vgDrd_mutex_unlock): Assertion 'p->mutex_type == mutex_type' failed.",
      "drd: drd_mutex.c:405 (vgDrd_mutex_unlock): Assertion 'p->mutex_type == mutex_type' failed.", true
    ),
    ("valgrind: the 'impossible' happened:", "valgrind: the 'impossible' happened:", true),
    (
      "--700-- VALGRIND INTERNAL ERROR: Valgrind received a signal 11 (SIGSEGV) - exiting",
      "VALGRIND INTERNAL ERROR: Valgrind received a signal 11 (SIGSEGV) - exiting", true
    ),
    ("exit status 66", "exit status 66", false),
    ("fatal error: concurrent map writes", "fatal error: concurrent map writes", true),
    (
      "2026-01-02T10:00:00Z fatal error: concurrent map iteration and map write",
      "fatal error: concurrent map iteration and map write", true
    ),
    ("SIGQUIT: quit", "SIGQUIT: quit", true),
    (
      "race: limit on 8128 simultaneously alive goroutines is exceeded, dying",
      "race: limit on 8128 simultaneously alive goroutines is exceeded, dying", true
    ),
  ]

  @Test(arguments: messages)
  func `a message is kept with its line`(line: String, text: String, isFatal: Bool) throws {
    let notes = try Self.notes("starting\n\n\(line)\ndone\n").kept
    #expect(notes.map(\.text) == [text])
    #expect(notes.map(\.line) == [3])
    #expect(notes.map(\.start) == [10])
    #expect(notes.map(\.isFatal) == [isFatal])
  }

  @Test(arguments: messages, ["2026-01-02T03:04:05.1234567Z ", "\u{1B}[1m\u{1B}[31m", "> ", "web-1  | "])
  func `the text before a message does not belong to it`(
    message: (line: String, text: String, isFatal: Bool), before: String
  ) throws {
    #expect(try Self.notes("\(before)\(message.line)\r\n").kept.map(\.text) == [message.text])
  }

  @Test func `a message is extracted from JSON`() throws {
    let log = """
      {"Time":"2026-01-02T03:04:05Z","Action":"output","Package":"a","Output":"FATAL: ThreadSanitizer: no \\"map\\"\\n"}
      {"log":"==9==ERROR: ThreadSanitizer: SEGV on unknown address 0x1\\n","stream":"stderr"}

      """
    #expect(
      try Self.notes(log).kept.map(\.text) == [
        "FATAL: ThreadSanitizer: no \"map\"", "ThreadSanitizer: SEGV on unknown address 0x1",
      ])
  }

  @Test(arguments: [
    "-- Building with ThreadSanitizer: ON", "clang++ -fsanitize=thread  # ThreadSanitizer",
    "ERROR SUMMARY: none",
    "see the docs of ThreadSanitizer, FATAL: no", "the program ended with exit status 660",
    "send it SIGQUIT: quit", "SIGQUIT: quitting", "panic: ",
    "WARNING: ThreadSanitizer: data race (pid=1)", "SUMMARY: ThreadSanitizer: data race a.c:3:1 in main",
    "Process terminating with default action of signal 11", "ThreadSanitizer", "ThreadSanitizer: ",
    "SUMMARY: ThreadSanitizer", "pond: pond.c:7: Assertion 'fed' failed.",
    "nodrd: pond.c:7 (fill): Assertion 'fed' failed.", "the 'impossible' happened",
  ])
  func `other lines are not notes`(line: String) throws {
    // With nothing after it, a title is a report that was cut off; here it is a mention.
    #expect(try Self.notes("\(line)\nall is well\nall is well\n").kept == [])
  }

  // MARK: Lists of suppressions

  private static let suppressions = """
    ThreadSanitizer: Matched 7 suppressions (pid=9):
    4 race:cache_*
    3 called_from_lib:libold.so

    """

  @Test(arguments: ["", "12:00:01 ", "==9== "]) func `a list of suppressions is one note`(before: String)
    throws
  {
    let lines = (Self.suppressions + "9 lives: none\n").split(separator: "\n").map { before + $0 + "\n" }
    let notes = try Self.notes("first\n" + lines.joined()).kept
    #expect(
      notes.map(\.text) == [
        "ThreadSanitizer: Matched 7 suppressions (pid=9): 4 race:cache_*, 3 called_from_lib:libold.so"
      ])
    #expect(notes.map(\.line) == [2])
  }

  @Test func `keeps a list of suppressions at the end of a log`() throws {
    #expect(
      try Self.notes(String(Self.suppressions.dropLast())).kept.first?.text.hasSuffix("libold.so") == true)
  }

  @Test func `finds a report after a list of suppressions`() throws {
    let log = try ReadLog(Self.suppressions + Self.race)
    #expect(log.entries.map(\.line) == [5])
    #expect(log.index.logs.first?.notes.kept.map(\.line) == [1])
  }

  // MARK: Beside reports

  private static let race = """
    ==================
    WARNING: ThreadSanitizer: data race (pid=812)
      Write of size 4 at 0x7b0400000000 by thread T1:
        #0 writer(void*) /src/a.cpp:7:3 (app+0x1)

      Previous read of size 4 at 0x7b0400000000 by main thread:
        #0 main /src/a.cpp:21:5 (app+0x2)

    """
  private static let crash = """
    ThreadSanitizer:DEADLYSIGNAL
    ==812==ERROR: ThreadSanitizer: SEGV on unknown address 0x000000000010 (pc 0x1 bp 0x2 sp 0x3 T812)
    ==812==The signal is caused by a READ memory access.
        #0 crash(int) /src/b.cpp:9:1 (app+0x3)
        #1 main /src/b.cpp:14:1 (app+0x4)

    ThreadSanitizer can not provide additional info.
    SUMMARY: ThreadSanitizer: SEGV /src/b.cpp:9:1 in crash(int)
    ==812==ABORTING

    """

  @Test(arguments: ["", "==================\n"])
  func `a crash after a race does not belong to it`(bar: String) throws {
    let log = try ReadLog(Self.race + bar + Self.crash)
    let entry = try #require(log.entries.first)
    let report = try #require(log.detailed(entry))
    #expect(log.entries.count == 1)
    #expect(
      report.report.accesses.map { report.frames(of: $0.stack).map(\.function) } == [
        ["writer(void*)"], ["main"],
      ])
    #expect(report.report.lines == 2...(bar.isEmpty ? 7 : 8))
    let first = bar.isEmpty ? 8 : 9
    #expect(log.index.logs.first?.notes.kept.map(\.line) == [first, first + 1, first + 7])
  }

  @Test func `reports and their lines are not notes`() throws {
    let summed = Self.race + "SUMMARY: ThreadSanitizer: data race /src/a.cpp:7:3 in writer(void*)\n"
    let log = summed + "==================\nThreadSanitizer: reported 1 warnings\n"
    #expect(try Self.notes(log).kept.map(\.text) == ["ThreadSanitizer: reported 1 warnings"])
  }

  // MARK: In pieces and by two threads

  private static let long = [
    race, crash, suppressions, "nothing\nof note\n", "==700== ERROR SUMMARY: 3 errors from 2 contexts\n",
    race,
    "==================\nexit status 66\n", suppressions, crash, "x\n",
  ].joined()

  @Test(arguments: [1, 7, 64, 1000]) func `pieces of any size give the same notes`(size: Int) throws {
    let whole = try Self.notes(Self.long)
    #expect(whole.kept.map(\.line) == [8, 9, 15, 17, 22, 31, 32, 35, 36, 42])
    #expect(try ReadLog(Self.long, chunkSize: size).index.logs.first?.notes == whole)
  }

  @Test(arguments: [60, 100, 170, 400], [0, 80, 100_000])
  func `two threads find each note once`(size: Int, overlap: Int) throws {
    let text = String(repeating: Self.long, count: 6)
    let log = try TemporaryLog(text.utf8)
    var index = LogIndex()
    var reader = LogReader(chunkSize: 1 << 16, pieceSize: size, overlap: overlap)
    reader.read(try LogFile.open(log.path), log: 0) {
      index.append($0)
      return true
    }
    #expect(index.logs.first?.notes == (try Self.notes(text)))
  }

  // MARK: Bounds

  @Test func `of very many notes the first are kept, and one about an end among thousands`() throws {
    let quiet = String(repeating: "ThreadSanitizer: reported 1 warnings\n", count: 5000)
    let notes = try Self.notes(quiet + "FATAL: ThreadSanitizer: out of memory\n" + quiet)
    #expect(notes.kept.map(\.line) == Array(1...100) + [5001])
    #expect(notes.omitted == 9900)
    #expect(notes.telling?.text == "FATAL: ThreadSanitizer: out of memory")
  }

  @Test func `a text is one line of bounded length`() throws {
    let long = "FATAL: ThreadSanitizer: " + String(repeating: "ö\u{1B}[31m", count: 50_000)
    let text = try #require(Self.notes(long + "\n").kept.first?.text)
    #expect(text.utf8.count <= 300 && text.hasSuffix("öö...") && !text.contains("\u{1B}"))
    let items = (1...200).map { "\($0) race:function_number_\($0)\n" }.joined()
    let list = try Self.notes("ThreadSanitizer: Matched 200 suppressions (pid=9):\n" + items)
    #expect(list.kept.count == 1 && list.kept.first.map { $0.text.utf8.count <= 300 } == true)
  }
}
