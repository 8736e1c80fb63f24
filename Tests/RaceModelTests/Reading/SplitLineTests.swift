import Testing

@testable import RaceModel

/// Lines that were split in transport, or inserted between those of a report.
@Suite struct `Lines that were cut or interrupted` {
  private static func prefixed(_ text: String, _ prefix: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { prefix + $0 }.joined(separator: "\n")
  }

  /// The lines as copied from a terminal: cut at a fixed column.
  private static func cut(_ text: String, at width: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line -> [Substring] in
      guard line.count > width else { return [line] }
      let end = line.index(line.startIndex, offsetBy: width)
      return [line[..<end]] + cut(String(line[end...]), at: width).split(separator: "\n")
    }.joined(separator: "\n")
  }

  // MARK: ThreadSanitizer

  private static let tsan = """
    ==================
    WARNING: ThreadSanitizer: data race (pid=20417)
      Write of size 4 at 0x7b2c00000a14 by thread T3:
        #0 bakery::Oven::bake(int, std::string const&) /home/ann/bakery/src/oven.cpp:48:14 (oven_test+0x4d21a6)
        #1 bakery::Oven::add(int, std::string const&) /home/ann/bakery/src/ovens.cpp:152:3 (oven_test+0x4d21b7)
        #2 bakery::Baker::start(int, std::string) /home/ann/b.cpp:8:1 (oven_test+0x4d2f99)
        #3 <null> <null> (libstdc++.so.6+0xdc2b2) (BuildId: a106a4d2ee2ccf3f7ffc0c0cd6c2f7b3c4a2e1d0)

      Previous read of size 4 at 0x7b2c00000a14 by main thread:
        #0 main /home/ann/bakery/src/main.cpp:19:5 (oven_test+0x4d0c55)

    SUMMARY: ThreadSanitizer: data race /home/ann/bakery/src/oven.cpp:48:14 in bakery::Oven::bake(int, std::string const&)
    ==================
    """

  @Test(arguments: [78, 79, 80, 81, 82, 83, 84, 86, 90, 92, 96, 98, 100])
  func `frames of ThreadSanitizer whose places a terminal cut`(_ width: Int) throws {
    let log = try ReadLog(Self.cut(Self.tsan, at: width))
    #expect(try log.stacks == ReadLog(Self.tsan).stacks, "\(width)")
    #expect(log.contradictions == [])
  }

  @Test(arguments: ["> ", ">> ", "| "])
  func `a list of locks that was wrapped, quoted`(_ prefix: String) throws {
    let text = """
      WARNING: ThreadSanitizer: data race (pid=20417)
        Write of size 4 at 0x7b2c00000a14 by thread T3 (mutexes: write M21,
      read M9):
          #0 bake(int) /src/oven.cpp:48:14 (oven_test+0x4d21a6)

        Previous read of size 4 at 0x7b2c00000a14 by main thread (mutexes:
      read M9):
          #0 taste() const /src/oven.h:60:12 (oven_test+0x4d1b02)
      """
    let log = try ReadLog(Self.prefixed(text, prefix))
    #expect(
      log.outline.split(separator: "\n").prefix(3) == [
        "1-8 data race pid 20417",
        "  write 4 0x7b2c00000a14 thread T3 holding write M21, read M9: 1 bake(int) /src/oven.cpp:48",
        "  previous read 4 0x7b2c00000a14 main holding read M9: 1 taste() const /src/oven.h:60",
      ])
  }

  // MARK: KCSAN

  private static let kcsan = """
    BUG: KCSAN: data-race in oven_bake_slowly / oven_taste_slowly

    write to 0xffff8881052f0a40 of 8 bytes by task 1877 on cpu 3:
     oven_bake_slowly+0x5e/0x110 drivers/oven/bake.c:48
     oven_ioctl+0x1b4/0x3a0 drivers/oven/main.c:131 [oven]
     entry_oven+0x4d/0xd0

    read to 0xffff8881052f0a40 of 8 bytes by interrupt on cpu 1:
     oven_taste_slowly+0x22/0x40 drivers/oven/bake.c:60
     oven_irq+0x22/0x40 drivers/oven/irq.c:9 [oven]

    """
  private static let kcsanStacks = [
    "oven_bake_slowly drivers/oven/bake.c:48 | oven_ioctl drivers/oven/main.c:131 (oven) | entry_oven",
    "oven_taste_slowly drivers/oven/bake.c:60 | oven_irq drivers/oven/irq.c:9 (oven)",
  ]

  @Test(arguments: ["", "> ", "[   12.345678] ", "[   12.345678][ T1877] "], [true, false])
  func `frames of KCSAN whose places are on the next line`(_ prefix: String, hasPrefix: Bool) throws {
    #expect(try ReadLog(Self.kcsan).stacks == Self.kcsanStacks)
    let joint = hasPrefix ? "\n\(prefix)" : "\n"
    let text = Self.prefixed(Self.kcsan, prefix)
    let wrapped = text.replacing(" drivers", with: joint + "drivers").replacing(
      " [oven]", with: joint + "[oven]")
    for chunkSize in [1, 7, 64, 1 << 20] {
      let log = try ReadLog(wrapped, chunkSize: chunkSize)
      #expect(log.stacks == Self.kcsanStacks, "\(chunkSize)")
      #expect(log.contradictions == [], "\(chunkSize)")
      #expect(log.entries.allSatisfy { log.detailed($0)?.report.notes.isEmpty == true })
    }
  }

  @Test func `a place below a line that is not a frame is not a place`() throws {
    let text = Self.kcsan.replacing(" entry_oven", with: " link is up\ndrivers/oven/bake.c:9\n entry_oven")
    #expect(try ReadLog(text).stacks == Self.kcsanStacks)
  }

  @Test(arguments: ["", "> ", "[   12.345678] "])
  func `places that a script put below the frames`(_ prefix: String) throws {
    let text = """
      BUG: KCSAN: data-race in oven_bake / oven_taste

      write (marked) to 0xfffffc0d48ec1a00 of 8 bytes by task 91442 on cpu 3:
       oven_bake+0x51/0x80
       oven_bake at drivers/oven/bake.c:109 (discriminator 11)
       oven_ioctl+0x3e/0xc0
       oven_ioctl at drivers/oven/main.c:2453

      read to 0xfffffc0d48ec1a00 of 8 bytes by task 94817 on cpu 69:
       oven_taste+0x15a/0x1f0
       tray_of at include/linux/oven.h:923
       (inlined by) row_of at include/linux/oven.h:930
       (inlined by) oven_taste at include/linux/oven.h:1023
       oven_work+0x571/0x930

      """
    for chunkSize in [1, 7, 64, 1 << 20] {
      let log = try ReadLog(Self.prefixed(text, prefix), chunkSize: chunkSize)
      #expect(
        log.stacks == [
          "oven_bake drivers/oven/bake.c:109 | oven_ioctl drivers/oven/main.c:2453",
          "tray_of include/linux/oven.h:923 * | row_of include/linux/oven.h:930 * | oven_taste include/linux/oven.h:1023 | oven_work",
        ], "\(chunkSize)")
      #expect(log.contradictions == [], "\(chunkSize)")
    }
  }

  @Test func `places in a column`() throws {
    let text = """
      BUG: KCSAN: data-race in oven_bake / oven_taste

      write to 0xffffffff8c93b300 of 8 bytes by task 154 on cpu 0:
       oven_lock                       include/linux/oven.h:80 [inline]
       oven_bake                       drivers/oven/bake.c:162
       oven_work                       drivers/oven/work.c:4003

      read to 0xffffffff8c93b300 of 8 bytes by task 55 on cpu 1:
       oven_taste                      drivers/oven/bake.c:1558

      """
    #expect(
      try ReadLog(text).stacks == [
        "oven_lock include/linux/oven.h:80 * | oven_bake drivers/oven/bake.c:162 | oven_work drivers/oven/work.c:4003",
        "oven_taste drivers/oven/bake.c:1558",
      ])
  }

  // MARK: Go

  private static let go = """
    ==================
    WARNING: DATA RACE
    Write at 0x00c000012345 by goroutine 9:
      oven.bake()
          /src/oven.go:42 +0x2e
      oven.run()
          /src/oven.go:50 +0x2e

    Previous write at 0x00c000012345 by goroutine 6:
      oven.TestBake()
          /src/oven_test.go:40 +0xf3d

    Goroutine 9 (running) created at:
      oven.TestBake()
          /src/oven_test.go:43 +0xfa6
    ==================

    """
  private static let goStacks = [
    "oven.bake /src/oven.go:42 | oven.run /src/oven.go:50", "oven.TestBake /src/oven_test.go:40",
    "oven.TestBake /src/oven_test.go:43",
  ]
  private static let results = [
    "--- PASS: TestOther (0.00s)", "--- FAIL: TestOther (0.00s)", "PASS", "FAIL",
    "ok  \texample.com/app\t0.412s",
    "FAIL\texample.com/app\t0.412s", "exit status 66", "panic: oven is cold", "Found 2 data race(s)",
    "goroutine 7 [running]:",
  ]

  /// After a header, between a function and its place, between two frames.
  @Test(arguments: results, ["", "app-1  | ", "2024-08-09T01:45:12.5Z "])
  func `a result between the lines of a report`(_ result: String, _ prefix: String) throws {
    let lines = Self.go.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for place in [3, 4, 5, 6, 9, 10, 13, 14] {
      let text = (lines[..<place] + [result] + lines[place...]).joined(separator: "\n")
      let log = try ReadLog(Self.prefixed(text, prefix))
      #expect(log.stacks == Self.goStacks, "line \(place)")
      #expect(log.contradictions == [], "line \(place)")
      let notes = log.entries.first.flatMap { log.detailed($0) }?.report.notes.map(\.text)
      #expect(notes == [result], "line \(place)")
    }
  }

  @Test func `the stack of a panic does not belong to the report`() throws {
    let panic =
      "panic: cold\n\ngoroutine 7 [running]:\nmain.fail(0x1)\n\t/src/fail.go:3 +0x1d\nmain.main()\n\t/src/fail.go:9 +0x2a\n"
    let text = Self.go.replacing("      /src/oven.go:42", with: panic + "      /src/oven.go:42")
    let stacks = try ReadLog(text).stacks
    #expect(stacks.allSatisfy { !$0.contains("fail.go") })
    let below = Self.go.replacing("goroutine 9:\n", with: "goroutine 9:\n" + panic)
    #expect(try ReadLog(below).stacks.allSatisfy { !$0.contains("fail.go") })
  }

  // MARK: Helgrind and DRD

  private static let announcement = """
    Thread #3 was created
       at 0x518C87E: clone (clone.S:71)
       by 0x109631: main (oven.c:19)

    """
  private static let race = """

    Possible data race during write of size 8 at 0x5420FD8 by thread #3
    Locks held: 1, at address 0x30A0C0
       at 0x109310: bake (oven.c:48)

    This conflicts with a previous read of size 4 by thread #1
    Locks held: 2, at addresses 0x30A0C0 0x30A0F0
       at 0x109288: taste (oven.c:60)
     Address 0x5420fd8 is 24 bytes inside a block of size 1,024 alloc'd
       at 0x4C2FB0F: malloc (vg_replace_malloc.c:299)
     Block was alloc'd by thread #1

    """
  private static let lock = """
     Lock at 0x30A0C0 was first observed
       at 0x4C3603C: pthread_mutex_init (in /usr/lib/valgrind/vgpreload_helgrind.so)
       by 0x109511: prepare (oven.c:14)
     Address 0x30a0c0 is 0 bytes inside data symbol "door"

    """

  @Test(arguments: ["==7== ", "> ==7== ", "app-1  | ==7== "], [true, false])
  func `a wrapped title below an announcement without dashes`(_ prefix: String, hasPrefix: Bool) throws {
    let quote = String(prefix.prefix { $0 != "=" })
    let text = Self.prefixed(Self.announcement + Self.race, prefix)
      .replacing("0x5420FD8 by thread", with: "0x5420FD8 by\n\(hasPrefix ? prefix : quote)thread")
    let log = try ReadLog(text)
    #expect(log.stacks == ["bake oven.c:48", "taste oven.c:60", "clone clone.S:71 | main oven.c:19"])
    #expect(log.entries.map(\.isComplete) == [true])
  }

  @Test(arguments: ["==7== ", "", "app-1  | ==7== "])
  func `a lock above the title without dashes has its stack`(_ prefix: String) throws {
    let log = try ReadLog(Self.prefixed(Self.lock + Self.race, prefix))
    #expect(log.entries.count == 1)
    #expect(
      log.outline.contains(
        "\n  lock 0x30a0c0: Lock at 0x30A0C0 was first observed\n    2 pthread_mutex_init ?"))
    let report = try #require(log.entries.first.flatMap { log.detailed($0) }?.report)
    #expect(report.locks.map(\.variable) == ["door"])
  }

  @Test(arguments: ["", "> "])
  func `lists of locks and descriptions of memory that were wrapped`(_ quote: String) throws {
    let text = Self.prefixed(Self.race, quote + "==7== ")
      .replacing("0x30A0C0 0x30A0F0", with: "0x30A0C0\n\(quote)0x30A0F0")
      .replacing("alloc'd by thread", with: "alloc'd by\n\(quote)thread")
    let log = try ReadLog(text)
    let report = try #require(log.entries.first.flatMap { log.detailed($0) }?.report)
    #expect(report.accesses.last?.locks.map(\.id) == ["0x30a0c0", "0x30a0f0"])
    #expect(report.locations.first?.thread == .main)
  }

  @Test(arguments: ["", "> "])
  func `lines of DRD that were wrapped`(_ quote: String) throws {
    let text = """
      Conflicting store by thread 2 at 0x0030a0c8 size 4
         at 0x109310: bake (oven.c:48)
      Allocation context: BSS section of@/home/ann/bakery/bin/oven
      Other segment start (thread@1)
         at 0x518C871: clone (clone.S:71)
      Other segment end (thread 1)
         at 0x518C899: join (oven.c:22)
      """
    let log = try ReadLog(
      Self.prefixed(text, quote + "==812== ").replacing("@", with: "\n\(quote)"))
    #expect(
      log.outline == """
        1-9 Conflicting store by thread 2 at 0x0030a0c8 size 4 pid 812
          write 4 0x0030a0c8 thread #2: 1 bake oven.c:48
          global: Allocation context: BSS section of /home/ann/bakery/bin/oven
          segment by main: Other segment start (thread 1)
            1 clone clone.S:71
          segment by main: Other segment end (thread 1)
            1 join oven.c:22
        """)
  }

  @Test(arguments: ["==7== ", "", "> ==7== "])
  func `keeps and marks the half of a race that lost its title`(_ prefix: String) throws {
    let half = Self.race.split(separator: "\n", omittingEmptySubsequences: false).drop {
      !$0.hasPrefix("This")
    }
    let log = try ReadLog(Self.prefixed(half.joined(separator: "\n"), prefix))
    #expect(log.stacks == ["taste oven.c:60"])
    let report = try #require(log.entries.first.flatMap { log.detailed($0) }?.report)
    #expect(report.damage == [.head, .accesses(missing: 1)])
    #expect(report.locations.map(\.kind) == [.heap])
    #expect(log.contradictions == [])
  }

  @Test func `a sentence about a race is not half of one`() throws {
    let text = "==7== This conflicts with a previous read of size 4 by thread #1\n==7== and so on\nbye\n"
    #expect(try ReadLog(text).entries.isEmpty)
  }

  /// Helgrind 3.3 and 3.4 named one access, and no thread in the title.
  @Test func `reports of Helgrind's first versions`() throws {
    let text = """
      ==60== Thread #2 was created
      ==60==    at 0x510548E: clone (in /lib64/libc-2.5.so)
      ==60==    by 0x4005F1: main (oven.c:12)
      ==60==
      ==60== Possible data race during write of size 4 at 0x601034
      ==60==    at 0x4005F2: main (oven.c:13)
      ==60==   Old state: shared-readonly by threads #1, #2
      ==60==   New state: shared-modified by threads #1, #2
      ==60==   Reason:    this thread, #1, holds no consistent locks
      ==60==   Location 0x601034 has never been protected by any lock
      ==60==
      ==60== Possible data race during read of size 4 at 0x601038
      ==60==    at 0x4005D2: child (oven.c:6)
      """
    #expect(try ReadLog(text).stacks == ["main oven.c:13", "child oven.c:6"])
  }
}
