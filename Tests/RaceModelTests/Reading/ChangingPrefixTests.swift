import Testing

@testable import RaceModel

/// Stamps before lines of which more changes inside a report than their digits.
@Suite struct `Stamps that change inside a report` {
  private static let go = """
    ==================
    WARNING: DATA RACE
    Write at 0x00c000012345 by goroutine 9:
      mill.grind()
          /src/mill.go:12 +0x2e

    Previous read at 0x00c000012345 by main goroutine:
      mill.sift()
          /src/mill.go:18 +0xf3d

    Goroutine 9 (running) created at:
      main.main()
          /src/mill.go:40 +0x88
    ==================
    """
  private static let tsan = """
    ==================
    WARNING: ThreadSanitizer: data race (pid=5)
      Write of size 8 at 0x7b0400007720 by thread T4:
        #0 mill_grind mill.cc:12:3 (mill+0x1)

      Previous write of size 8 at 0x7b0400007720 by main thread:
        #0 mill_sift mill.cc:18:1 (mill+0x3)

      Thread T4 (tid=9, running) created by main thread at:
        #0 main mill.cc:40:1 (mill+0x5)
    SUMMARY: ThreadSanitizer: data race mill.cc:12:3 in mill_grind
    ==================
    """
  private static let helgrind = """
    ==7== Possible data race during read of size 4 at 0x4A9FE50 by thread #2
    ==7== Locks held: none
    ==7==    at 0x1: mill_grind (mill.cc:12)
    ==7==
    ==7== This conflicts with a previous write of size 4 by thread #1
    ==7== Locks held: none
    ==7==    at 0x2: mill_sift (mill.cc:18)
    ==7==
    """
  private static let texts = [go, tsan, helgrind]

  /// A stamp, and the one that follows it.
  private static let stamps = [
    ("2024-05-06T07:08:09.999999Z ", "2024-05-06T07:08:10Z "),
    ("2024-05-06T07:08:09Z ", "2024-05-06T07:08:09.000001Z "),
    ("2024-05-06T07:08:09.99+02:00 ", "2024-05-06T07:08:10+02:00 "),
    ("2024-05-06T07:08:09.9Z stderr F ", "2024-05-06T07:08:10Z stderr F "),
    ("Apr 30 23:59:59 shop mill[1]: ", "May  1 00:00:00 shop mill[1]: "),
    ("[30/Apr/2024:23:59:59 +0200] ", "[01/May/2024:00:00:00 +0200] "),
    ("Mon 2024-05-06 23:59:59 UTC shop mill[1]: ", "Tue 2024-05-07 00:00:00 UTC shop mill[1]: "),
    ("[Tue Apr 30 23:59:59 2024] ", "[Wed May  1 00:00:00 2024] "),
    ("11:59:59 AM ", "12:00:00 PM "), ("11:59:59.9 PM | ", "12:00:00.1 AM | "),
    ("[59s] ", "[1m0s] "), ("[998ms] ", "[1.002s] "), ("mill (59m59s) ", "mill (1h0m0s) "),
    ("@4000000066389a3b3282d008 ", "@4000000066389a3c002022ca "),
  ]

  @Test(arguments: texts.indices, stamps.indices)
  func `are those of one report wherever they change`(_ text: Int, _ stamp: Int) throws {
    let (before, after) = Self.stamps[stamp]
    let lines = Self.texts[text].split(separator: "\n", omittingEmptySubsequences: false)
    let clean = try ReadLog(Self.texts[text] + "\n")
    #expect(clean.entries.count == 1)
    // Each stamp at a third of the lines: all together at all of them.
    for change in lines.indices where change % 3 == stamp % 3 {
      let log = lines.enumerated().map { "\($0 < change ? before : after)\($1)\n" }.joined()
      let read = try ReadLog(log)
      #expect(read.entries.count == 1, "at line \(change + 1)")
      #expect(read.stacks == clean.stacks, "at line \(change + 1)")
      #expect(read.entries.map(\.isComplete) == clean.entries.map(\.isComplete), "at line \(change + 1)")
      #expect(read.contradictions == [])
    }
  }

  @Test(arguments: [
    ("Apr 30 23:59:59 shop mill[1]: ", "Apr 30 23:59:59 bank mill[1]: "),
    ("Mon 2024-05-06 23:59:59 UTC shop: ", "Tue 2024-05-07 00:00:00 UTC bank: "),
    ("11:59:59 AM shop | ", "12:00:00 PM bank | "), ("[59s] shop | ", "[1m0s] bank | "),
    ("2024-05-06T07:08:09.9Z shop ", "2024-05-06T07:08:10Z bank "), ("May 1: ", "Jun 1: "),
  ])
  func `leave two writers apart`(_ first: String, _ second: String) throws {
    let lines = Self.go.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let others = lines.map { $0.replacing("mill", with: "kiln") }
    let log = zip(lines, others).map { "\(first)\($0)\n\(second)\($1)\n" }.joined()
    let stacks = try ReadLog(Self.go + "\n").stacks
    let read = try ReadLog(log)
    #expect(read.entries.count == 2)
    #expect(read.stacks.sorted() == (stacks + stacks.map { $0.replacing("mill", with: "kiln") }).sorted())
  }

  // MARK: Numbers of records

  /// A made-up UUID for each line.
  private static func id(_ line: Int) -> String {
    let digits = String((line + 11) * 7_919_317 % 0xFFFF_FFF, radix: 16)
    let first = String(repeating: "0", count: 7 - digits.count) + digits
    return "\(first)a-16f4-518d-e3bb-41b36bf829\(10 + line)"
  }

  @Test(arguments: [0, 1])
  func `may be random numbers of records`(_ text: Int) throws {
    let lines = Self.texts[text].split(separator: "\n", omittingEmptySubsequences: false)
    let clean = try ReadLog(Self.texts[text] + "\n")
    let plain = lines.enumerated().map { "\(Self.id($0)) \($1)\n" }.joined()
    #expect(try ReadLog(plain).stacks == clean.stacks)
    let table = lines.enumerated().map { "\"\(Self.id($0))\",\"07:08:\(10 + $0)\",\"\($1)\"\n" }.joined()
    #expect(try ReadLog(table).stacks == clean.stacks)
  }

  @Test func `random numbers of writers leave them apart`() throws {
    let lines = Self.go.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let others = lines.map { $0.replacing("mill", with: "kiln") }
    let log = zip(lines, others).map { "\(Self.id(1)) \($0)\n\(Self.id(2)) \($1)\n" }.joined()
    let stacks = try ReadLog(Self.go + "\n").stacks
    let read = try ReadLog(log)
    #expect(read.stacks.sorted() == (stacks + stacks.map { $0.replacing("mill", with: "kiln") }).sorted())
  }

  // MARK: White space and quotes

  @Test func `a tab may be in place of the blanks behind Valgrind's mark`() throws {
    let clean = try ReadLog(Self.helgrind + "\n")
    let tabs = Self.helgrind.replacing("==7==    at", with: "==7==\t   at")
    let read = try ReadLog(tabs + "\n")
    #expect(read.stacks == clean.stacks)
    #expect(read.stacks == ["mill_grind mill.cc:12", "mill_sift mill.cc:18"])
    #expect(try ReadLog(tabs.replacing("\n", with: "\r\n") + "\r\n").stacks == clean.stacks)
  }

  @Test func `strings with an apostrophe are in quotes of the other kind`() throws {
    let report = """
      ==7== Possible data race during read of size 4 at 0x4A9FE50 by thread #2
      ==7== Locks held: none
      ==7==    at 0x1: mill_grind (mill.cc:12)
      ==7==
      ==7== This conflicts with a previous write of size 4 by thread #1
      ==7== Locks held: none
      ==7==    at 0x2: mill_sift (mill.cc:18)
      ==7==  Address 0x4a9fe50 is 0 bytes inside a block of size 40 alloc'd
      ==7==    at 0x3: malloc (vg_replace_malloc.c:381)
      ==7==    by 0x4: main (mill.cc:37)
      ==7==  Block was alloc'd by thread #1
      ==7==
      """
    let lines = report.split(separator: "\n").map { $0 == "==7==" ? "==7== " : $0 }
    let strings = lines.map { $0.contains("'") ? "E     \"\($0)\\n\"\n" : "E     '\($0)\\n'\n" }.joined()
    let clean = try ReadLog(report + "\n")
    let log = try ReadLog("E   AssertionError: (\n" + strings + "E   )\n")
    #expect(log.entries.map(\.isComplete) == clean.entries.map(\.isComplete))
    let locations = clean.entries.compactMap { clean.detailed($0)?.report.locations.map(\.text) }
    #expect(locations.first?.isEmpty == false)
    #expect(log.entries.compactMap { log.detailed($0)?.report.locations.map(\.text) } == locations)
    #expect(log.stacks == ["mill_grind mill.cc:12", "mill_sift mill.cc:18"])
  }
}
