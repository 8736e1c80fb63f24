import Testing

@testable import RaceModel

/// Lines that a viewer cut at the right, wrapped titles and names, reports on one line.
@Suite struct `Lines cut at the right, wrapped, and joined` {
  static func prefixed(_ text: String, _ prefix: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { prefix + $0 }.joined(separator: "\n")
  }

  // MARK: Cut

  @Test(arguments: ["…", "...", ">"], ["", "> ", "[ci] "])
  func `what was cut off is unknown`(_ mark: String, _ prefix: String) throws {
    let tsan = """
      WARNING: ThreadSanitizer: data race (pid=20417)
        Write of size 4 at 0x7b2c00000a14 by thread T3 (mutexes: write M21, @
          #0 bakery::Oven::bake(int, std::string const&) /home/ann/bakery/src@
          #1 operator() /home/ann/bakery/src/worker.cpp:31 (oven_test+mod@

        Previous read of size 4 at 0x7b2c00000a14 by main thread:
          #0 bakery::Oven::taste() const /home/ann/bakery/src/oven.h:60:12 (ov@
      """
    let log = try ReadLog(Self.prefixed(tsan.replacing("@", with: mark), prefix))
    #expect(
      log.stacks == [
        "bakery::Oven::bake(int, std::string const&) | operator() /home/ann/bakery/src/worker.cpp:31",
        "bakery::Oven::taste() const /home/ann/bakery/src/oven.h:60:12",
      ])
    #expect(log.entries.map(\.isComplete) == [false])
    #expect(log.contradictions == [])
  }

  @Test(arguments: ["…", "...", ">"], ["", "> ", "[ci] "])
  func `frames of Valgrind and of the kernel`(_ mark: String, _ prefix: String) throws {
    let helgrind = """
      ==7== Possible data race during write of size 8 at 0x5420FD8 by thread #2
      ==7== Locks held: none
      ==7==    at 0x109310: oven_bake (oven.c:48)
      ==7==    by 0x4C3A5F2: vgDrd_thread_wrapper (drd_pthread_inter@
      ==7==
      ==7== This conflicts with a previous read of size 4 by thread #1
      ==7== Locks held: none
      ==7==    at 0x109288: oven_taste (oven.c:60)
      """
    let kcsan = """
      BUG: KCSAN: data-race in bake / taste

      read to 0xffff888105aa0010 of 4 bytes by task 8 on cpu 0:
       bake+0x1/0x20 net/ov@
       run+0x1/0x20

      write to 0xffff888105aa0010 of 4 bytes by task 7 on cpu 1:
       taste+0x1/0x20 net/oven.c:18
      """
    let texts = [
      (helgrind, ["oven_bake oven.c:48 | vgDrd_thread_wrapper", "oven_taste oven.c:60"]),
      (kcsan, ["bake | run", "taste net/oven.c:18"]),
    ]
    for (text, stacks) in texts {
      let log = try ReadLog(Self.prefixed(text.replacing("@", with: mark), prefix))
      #expect(log.stacks == stacks)
      #expect(log.entries.map(\.isComplete) == [false])
      #expect(log.contradictions == [])
    }
  }

  @Test func `a title that was cut before its thread`() throws {
    let text = """
      ==7== Possible data race during write of size 8 at 0x5420FD8 by th…
      ==7== Locks held: none
      ==7==    at 0x109310: oven_bake (oven.c:48)
      ==7==
      ==7== This conflicts with a previous read of size 4 by thread #1
      ==7== Locks held: none
      ==7==    at 0x109288: oven_taste (oven.c:60)
      """
    let log = try ReadLog(text)
    let report = try #require(log.entries.first.flatMap { log.detailed($0) }?.report)
    #expect(report.accesses.map(\.thread) == [nil, .main])
    #expect(report.accesses.first?.size == 8)
    #expect(!report.isComplete)
    #expect(log.contradictions == [])
  }

  @Test func `dots in the report, or in the program's output, cut nothing`() throws {
    let text = """
      WARNING: ThreadSanitizer: data race (pid=20417)
        Write of size 4 at 0x7b2c00000a14 by thread T3:
          #0 bake(int, ...) /src/oven.cpp:48:14 (oven_test+0x4d21a6)
      baking bread...
        Previous read of size 4 at 0x... by main thread:
          #0 taste /src/oven.h:60:12 (oven_test+0x4d1b02)
      """
    let log = try ReadLog(text)
    #expect(
      log.stacks == [
        "bake(int, ...) /src/oven.cpp:48:14 (oven_test+0x4d21a6)",
        "taste /src/oven.h:60:12 (oven_test+0x4d1b02)",
      ])
    let report = try #require(log.entries.first.flatMap { log.detailed($0) }?.report)
    #expect(report.notes.map(\.text) == ["baking bread..."])
    #expect(!report.damage.contains { if case .frame = $0 { true } else { false } })
  }

  // MARK: Wrapped

  @Test(arguments: ["", "> ", "| "])
  func `names that were wrapped between their arguments`(_ prefix: String) throws {
    let tsan = """
      WARNING: ThreadSanitizer: data race (pid=6979)
        Write of size 8 at 0x7fff1da08148 by main thread:
          #0 void baking::internal::HandleIf<baking::Test, void>(baking::Test*,
      void (baking::Test::*)(), char const*) /src/baking/src/baking.cc:2078
      (base_unittests+0x0000006fb113)
          #1 baking::Test::Run() /src/baking/src/baking.cc:2150 (base_unittests+0x0000006fb213)

        Previous read of size 8 at 0x7fff1da08148 by thread T1:
          #0 std::map<std::string, int, std::less<std::string>,
      std::allocator<std::pair<std::string const, int> > >::find(std::string
      const&) /usr/include/c++/bits/stl_map.h:12 (base_unittests+0x0000001fb113)
      """
    let log = try ReadLog(Self.prefixed(tsan, prefix))
    #expect(
      log.stacks == [
        "void baking::internal::HandleIf<baking::Test, void>(baking::Test*, void (baking::Test::*)(), char const*) "
          + "/src/baking/src/baking.cc:2078 (base_unittests+0x0000006fb113) | baking::Test::Run() "
          + "/src/baking/src/baking.cc:2150 (base_unittests+0x0000006fb213)",
        "std::map<std::string, int, std::less<std::string>, std::allocator<std::pair<std::string const, int> > >"
          + "::find(std::string const&) /usr/include/c++/bits/stl_map.h:12 (base_unittests+0x0000001fb113)",
      ])
    #expect(log.contradictions == [])
    let helgrind = """
      ==7== Possible data race during read of size 4 at 0x4A9FE50 by thread #2
      ==7== Locks held: none
      ==7==    at 0x1: std::map<std::string, int, std::less<std::string>,
      std::allocator<std::pair<std::string const, int> > >::find(std::string
      const&) (stl_map.h:12)
      ==7==    by 0x3: run(void*)
      (box.c:15)
      ==7==
      ==7== This conflicts with a previous write of size 4 by thread #1
      ==7== Locks held: none
      ==7==    at 0x2: Put (box.c:24)
      """
    #expect(
      try ReadLog(Self.prefixed(helgrind, prefix)).stacks == [
        "std::map<std::string, int, std::less<std::string>, std::allocator<std::pair<std::string const, int> > >"
          + "::find(std::string const&) stl_map.h:12 | run(void*) box.c:15", "Put box.c:24",
      ])
  }

  /// Other lines below a cut name are not part of it.
  @Test func `a name whose rest is lost ends where it was cut`() throws {
    let text = """
      WARNING: ThreadSanitizer: data race (pid=6979)
        Write of size 8 at 0x7fff1da08148 by main thread:
          #0 bake(std::map<int,
      the oven is hot
      and so is the bread
          #1 main /src/oven.cc:30 (oven+0x3)

        Previous read of size 8 at 0x7fff1da08148 by thread T1:
          #0 taste /src/oven.cc:40 (oven+0x4)
      """
    let log = try ReadLog(text)
    #expect(
      log.stacks == [
        "bake(std::map<int, | main /src/oven.cc:30 (oven+0x3)", "taste /src/oven.cc:40 (oven+0x4)",
      ])
    let report = try #require(log.entries.first.flatMap { log.detailed($0) }?.report)
    #expect(report.notes.map(\.text) == ["the oven is hot", "and so is the bread"])
    #expect(log.contradictions == [])
  }

  @Test(arguments: ["", "> ", "[ci] "])
  func `a title that was wrapped before its process`(_ prefix: String) throws {
    let text = """
      WARNING: ThreadSanitizer: lock-order-inversion (potential deadlock)
      (pid=326)
        Cycle in lock order graph: M0 (0x56110a) => M1 (0x56110b) => M0

        Mutex M1 acquired here while holding mutex M0 in thread T1:
          #0 bake(void*) /src/oven.cpp:9:3 (oven+0x4d1f99)

        Mutex M0 acquired here while holding mutex M1 in thread T2:
          #0 taste(void*) /src/oven.cpp:17:3 (oven+0x4d1fa9)

      SUMMARY: ThreadSanitizer: lock-order-inversion (potential deadlock)
      /src/oven.cpp:9:3 in bake(void*)
      """
    for text in [text, text.replacing("(potential deadlock)\n(pid", with: "(potential\ndeadlock) (pid")] {
      let log = try ReadLog(Self.prefixed(text, prefix))
      let report = try #require(log.entries.first.flatMap { log.detailed($0) }?.report)
      #expect(report.pid == 326)
      #expect(report.title == "lock-order-inversion (potential deadlock)")
      #expect(report.kind == .lockOrder)
      #expect(
        report.summary
          == "SUMMARY: ThreadSanitizer: lock-order-inversion (potential deadlock) /src/oven.cpp:9:3 in bake(void*)"
      )
      #expect(log.entries.count == 1 && log.contradictions == [])
    }
  }

  // MARK: Joined

  private static let joined: [(text: String, stacks: [String])] = [
    (
      """
      WARNING: DATA RACE
      Write at 0x00c000012345 by goroutine 9:
        oven.bake()
            /src/oven.go:12 +0x2e
      Previous read at 0x00c000012345 by goroutine 6:
        oven.taste()
            /src/oven.go:18 +0xf3d
      Goroutine 9 (running) created at:
        oven.main()
            /src/oven.go:44 +0x66
      ==================
      """, ["oven.bake /src/oven.go:12", "oven.taste /src/oven.go:18", "oven.main /src/oven.go:44"]
    ),
    (
      """
      BUG: KCSAN: data-race in bake / taste
      read to 0xffff888105aa0010 of 4 bytes by task 8 on cpu 0:
       bake+0x1/0x20
       run+0x1/0x20 net/oven.c:12
      write to 0xffff888105aa0010 of 4 bytes by interrupt on cpu 1:
       taste+0x1/0x20
      value changed: 0x1 -> 0x2
      Reported by Kernel Concurrency Sanitizer on:
      CPU: 1 PID: 77 Comm: baker Not tainted 5.15 #1
      """, ["bake | run net/oven.c:12", "taste"]
    ),
    (
      """
      ==7== Possible data race during read of size 4 at 0x4A9FE50 by thread #2
      ==7== Locks held: none
      ==7==    at 0x1: bake(int) (oven.cc:12)
      ==7==    by 0x3: run (in /opt/oven)
      ==7==
      ==7== This conflicts with a previous write of size 4 by thread #1
      ==7== Locks held: none
      ==7==    at 0x2: taste (oven.cc:18)
      """, ["bake(int) oven.cc:12 | run (/opt/oven)", "taste oven.cc:18"]
    ),
    (
      """
      ==7== Conflicting load by thread 2 at 0x0030a0c8 size 4
      ==7==    at 0x1: bake (oven.c:12)
      ==7==    by 0x3: run (oven.c:30)
      ==7== Allocation context: unknown.
      """, ["bake oven.c:12 | run oven.c:30"]
    ),
  ]

  @Test(arguments: joined.indices, ["", "> ", "| "])
  func `a report on one line`(_ position: Int, _ prefix: String) throws {
    let (text, stacks) = Self.joined[position]
    let words = text.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: " ")
    let log = try ReadLog("see\n\(prefix)\(words)\nall is well\n")
    #expect(log.stacks == stacks)
    #expect(log.entries.map(\.line) == [2] && log.entries.map(\.endLine) == [2])
    #expect(log.contradictions == [])
    #expect(try ReadLog(text + "\n").stacks == stacks)
  }

  @Test func `a report on one line without blanks for line ends`() throws {
    let (text, stacks) = Self.joined[0]
    let log = try ReadLog("==================" + text.replacing("\n", with: "") + "\n")
    #expect(log.stacks == stacks)
    #expect(log.contradictions == [])
  }

  @Test func `a header and its frame on one line`() throws {
    let text = """
      WARNING: DATA RACE
      Write at 0x00c000018050 by goroutine 7:    oven.(*Oven).bake()   /app/oven.go:11
      Previous read at 0x00c000018050 by goroutine 6:  oven.(*Oven).taste() /app/oven.go:15
      Goroutine 7 (running) created at:     main.main() /app/main.go:20
      and we call oven.bake() /app/oven.go: twice
      """
    for prefix in ["", "> ", "app-1  | "] {
      let log = try ReadLog(Self.prefixed(text, prefix))
      #expect(
        log.stacks == [
          "oven.(*Oven).bake /app/oven.go:11", "oven.(*Oven).taste /app/oven.go:15",
          "main.main /app/main.go:20",
        ])
      #expect(log.entries.count == 1 && log.contradictions == [])
    }
  }

  // MARK: Quotes

  @Test func `strings of a list that contain an apostrophe`() throws {
    let text = """
      'WARNING: ThreadSanitizer: data race (pid=1)',
      '  Write of size 4 at 0x7fff5d9e by thread T1:',
      '    #0 bake a.cc:4:2 (app+0x21)',
      '',
      '  Previous read of size 4 at 0x7fff5d9e by main thread:',
      '    #0 taste a.cc:9:2 (app+0x23)',
      '',
      "  Thread T1 'worker' (tid=22, running) created by main thread at:",
      '    #0 pthread_create <null> (app+0x24)',
      """
    let log = try ReadLog(Self.prefixed(text, "    "))
    let report = try #require(log.entries.first.flatMap { log.detailed($0) }?.report)
    #expect(report.threads.compactMap(\.label) == ["worker"])
    #expect(report.threads.compactMap(\.tid) == [22])
    #expect(log.stacks.last == "pthread_create (app+0x24)")
  }

  @Test func `quotes that a table doubled`() throws {
    let text = """
      id,log
      1,"==812== Conflicting store by thread 2 at 0x0030a0c8 size 4
      ==812==    at 0x109310: bake (oven.c:48)
      ==812== Location 0x30a0c8 is 8 bytes inside local var ""trays""
      ==812== declared at oven.c:7, in frame #1 of thread 1
      "
      2,"x"
      """
    let log = try ReadLog(text)
    #expect(log.entries.first.flatMap { log.detailed($0) }?.report.locations.map(\.name) == ["trays"])
  }
}
