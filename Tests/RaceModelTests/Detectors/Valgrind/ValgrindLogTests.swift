import Testing

@testable import RaceModel

private let dashes = String(repeating: "-", count: 64)

/// A complete Helgrind race: two announcements and the report.
private func race(_ threads: (Int, Int), at function: String) -> String {
  """
  \(dashes)

  Possible data race during read of size 4 at 0x50 by thread #\(threads.0)
  Locks held: none
     at 0x1: \(function) (hive.c:3)

  This conflicts with a previous write of size 4 by thread #\(threads.1)
  Locks held: none
     at 0x2: \(function)_before (hive.c:4)
   Address 0x50 is 0 bytes inside data symbol "honey"

  """
}

private func announce(_ thread: Int, in function: String) -> String {
  """
  ---Thread-Announcement\(String(repeating: "-", count: 42))

  Thread #\(thread) was created
     at 0x3: \(function) (hive.c:9)


  """
}

@Suite struct `Logs of Valgrind` {
  @Test func `separate two processes that write at the same time`() {
    let one = announce(2, in: "queen") + race((2, 1), at: "dance")
    let two = announce(2, in: "drone") + race((2, 1), at: "sleep")
    let left = ValgrindLog.prefixed(one, pid: 31).split(separator: "\n")
    let right = ValgrindLog.prefixed(two, pid: 32).split(separator: "\n")
    let mixed = zip(left, right).map { "\($0)\n\($1)\n" }.joined()
    let log = ValgrindLog(mixed)
    #expect(log.reports.map(\.pid) == [31, 32])
    #expect(log.entries.indices.map(log.sites) == [["dance", "dance_before"], ["sleep", "sleep_before"]])
    let threads = log.reports.map { $0.thread(ThreadName(.numbered, 2))?.created }
    #expect(
      log.frames(0, threads[0]) == ["queen hive.c:9"] && log.frames(1, threads[1]) == ["drone hive.c:9"])
  }

  @Test func `announce a thread once for all reports that name it`() {
    let log = ValgrindLog(
      ValgrindLog.prefixed(
        announce(2, in: "queen") + race((2, 1), at: "a") + announce(3, in: "nurse") + race((3, 2), at: "b")
          + race((1, 3), at: "c")))
    let creators = log.reports.enumerated().map { index, report in
      report.threads.map { log.frames(index, $0.created).first ?? "-" }
    }
    #expect(
      creators == [["queen hive.c:9", "-"], ["nurse hive.c:9", "queen hive.c:9"], ["nurse hive.c:9", "-"]])
  }

  @Test func `also describe a thread that only allocated the memory`() {
    let report = race((1, 3), at: "a").replacing(
      "is 0 bytes inside data symbol \"honey\"",
      with:
        "is 0 bytes inside a block of size 8 alloc'd\n   at 0x4: comb (hive.c:7)\n Block was alloc'd by thread #2"
    )
    let log = ValgrindLog(ValgrindLog.prefixed(announce(2, in: "queen") + report))
    #expect(log.frames(0, log.reports.first?.thread(ThreadName(.numbered, 2))?.created) == ["queen hive.c:9"])
    #expect(log.reports.first?.locations.first?.thread == ThreadName(.numbered, 2))
  }

  @Test func `do not count again what -s prints again`() {
    let log = ValgrindLog(
      ValgrindLog.prefixed(
        race((2, 1), at: "dance")
          + """

          ERROR SUMMARY: 3 errors from 2 contexts (suppressed: 0 from 0)

          1 errors in context 1 of 2:
          \(race((2, 1), at: "dance"))

          2 errors in context 2 of 2:
          Conflicting load by thread 2 at 0x0000c048 size 1
             at 0x10: stir (soup.c:11)

          ERROR SUMMARY: 3 errors from 2 contexts (suppressed: 0 from 0)
          """))
    #expect(log.reports.map(\.lines) == [3...10])
  }

  @Test func `suppressions, diagnostics and output of the program do not belong to a report`() {
    var lines = ValgrindLog.prefixed(race((2, 1), at: "dance")).split(separator: "\n").map(String.init)
    lines.insert("--700-- warning: unhandled DW_OP_ 0x9b", at: 3)
    lines.insert("   at 0x99: not_a_frame (of.c:1)", at: 6)
    lines += ["{", "   <insert_a_suppression_name_here>", "   Helgrind:Race", "   fun:dance", "}"]
    let log = ValgrindLog(
      lines.joined(separator: "\n") + "\n" + ValgrindLog.prefixed(race((2, 1), at: "sleep")))
    #expect(log.reports.map(\.lines) == [3...12, 21...28])
    #expect(log.reports.map { $0.accesses.map { $0.stack?.count } } == [[1, 1], [1, 1]])
  }

  static let prefixes = [
    "", "     7\t", "> ", "web-1  | ", "2026-11-22T09:41:05.1430000Z ", "Nov 22 09:41:05 host job[4711]: ",
  ]

  @Test(arguments: prefixes, ["", "00:00:00:01.586 "])
  func `may have more text before Valgrind's own prefix`(_ before: String, time: String) {
    let text = ValgrindLog.prefixed(announce(2, in: "queen") + race((2, 1), at: "dance"), time: time)
    let log = ValgrindLog(
      text.split(separator: "\n").map { before + $0 + "\n" }.joined())
    #expect(log.reports.map(\.lines) == [8...15])
    #expect(log.reports.map(\.pid) == [700])
    #expect(log.reports.map(\.isComplete) == [true])
    #expect(log.entries.map(\.related.count) == [1])
  }

  @Test(arguments: [" | |", "<br>", "$", " pod=web-1", "\"", "  [09:41:05]"])
  func `may have something after each line`(_ behind: String) {
    let text = ValgrindLog.prefixed(announce(2, in: "queen") + race((2, 1), at: "dance"))
    let log = ValgrindLog(text.replacing("\n", with: behind + "\n"))
    #expect(log.reports.map(\.lines) == [8...15])
    #expect(log.reports.map(\.title) == ["Possible data race during read of size 4 at 0x50 by thread #2"])
    #expect(log.reports.map(\.notes) == [[]])
    #expect(
      log.reports.map { $0.accesses.map { log.frames(0, $0.stack) } } == [
        [["dance hive.c:3"], ["dance_before hive.c:4"]]
      ])
    #expect(
      log.reports.map { $0.locations.map(\.text) } == [
        ["Address 0x50 is 0 bytes inside data symbol \"honey\""]
      ])
    #expect(log.entries.map(\.related.count) == [1])
  }

  @Test func `words after a title of DRD alone are a note`() {
    let report =
      "Conflicting store by thread 2 at 0x50 size 4\n   at 0x1: dance (hive.c:3)\nAllocation context: unknown.\n"
    let plain = ValgrindLog(ValgrindLog.prefixed(report))
    #expect(plain.reports.map(\.notes) == [[]])
    let log = ValgrindLog(ValgrindLog.prefixed(report.replacing("size 4", with: "size 4 (again)")))
    #expect(log.reports.map(\.title) == ["Conflicting store by thread 2 at 0x50 size 4"])
    #expect(log.reports.map { $0.notes.map(\.text) } == [["(again)"]])
  }

  @Test(arguments: ["&#xA;", "&#10;"])
  func `a test's result in XML holds the reports on one line`(_ end: String) {
    let text = ValgrindLog.prefixed(announce(2, in: "queen<bee>") + race((2, 1), at: "dance<int>"))
    let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&#34;").replacing("\n", with: end)
    for log in ["<failure message=\"Failed\">\(escaped)</failure>\n", "<failure message=\"\(escaped)\"/>\n"] {
      let log = ValgrindLog("<testcase name=\"hive\">\n" + log)
      #expect(log.reports.map(\.lines) == [2...2])
      #expect(log.reports.map(\.isComplete) == [true])
      #expect(
        log.reports.map { $0.accesses.map { log.frames(0, $0.stack) } } == [
          [["dance<int> hive.c:3"], ["dance<int>_before hive.c:4"]]
        ])
      #expect(
        log.reports.map { $0.locations.map(\.text) } == [
          ["Address 0x50 is 0 bytes inside data symbol \"honey\""]
        ])
    }
  }

  @Test(arguments: [1, 13, 100])
  func `a log reads the same in pieces of any size`(_ chunkSize: Int) {
    let text = ValgrindLog.prefixed(announce(2, in: "queen") + race((2, 1), at: "a") + race((2, 1), at: "b"))
    let (whole, pieces) = (ValgrindLog(text), ValgrindLog(text, chunkSize: chunkSize))
    #expect(pieces.reports.map(\.lines) == whole.reports.map(\.lines))
    #expect(pieces.entries.map(\.byteCount) == whole.entries.map(\.byteCount))
    #expect(pieces.entries.map(\.related) == whole.entries.map(\.related))
    #expect(pieces.entries.indices.map(pieces.sites) == whole.entries.indices.map(whole.sites))
  }

  @Test func `a report at the end of a log that was cut off says what is missing`() {
    let text = ValgrindLog.prefixed(race((2, 1), at: "dance"))
    for (lines, damage) in [(3, [Damage.stack(access: 0)]), (5, []), (8, [.stack(access: 1)])] {
      let cut = text.split(separator: "\n").prefix(lines).joined(separator: "\n")
      #expect(ValgrindLog(cut).reports.map(\.damage) == [damage], "\(lines) lines")
    }
    let broken = text.split(separator: "\n").prefix(4).joined(separator: "\n") + "\n==700==    at 0x1"
    #expect(ValgrindLog(broken).reports.map(\.damage) == [[.frame(line: 5), .stack(access: 0)]])
  }

  @Test func `a log without its numbers and frames still has its races`() throws {
    let log = ValgrindLog(
      """
      \(dashes)

      Possible data race during write of size 2 at 0x........ by thread #x
      Locks held: 1, at address 0x........
         at 0x........: child (wrap.c:44)
         ...

      ---------------- output of the program ----------------
      This conflicts with a previous read of size 2 by thread #x
      Locks held: none
         at 0x........: main (wrap.c:...)
      """)
    let report = try #require(log.reports.first)
    #expect(report.accesses.map(\.operation) == [.write, .read])
    #expect(report.accesses.map(\.thread) == [nil, nil] && report.accesses[0].address == nil)
    #expect(log.frames(0, report.accesses[1].stack) == ["main wrap.c:?"])
    #expect(report.damage == [.elided(line: 6)])
  }

  @Test func `lines of dashes, and reports of Valgrind's other tools, are not reports`() {
    let text = """
      \(dashes)
      name      size
      \(dashes)
      a         12

      """
    #expect(ValgrindLog(text).entries.isEmpty)
    let memcheck = """
      Thread 2:
      Invalid read of size 4
         at 0x1: oops (bug.c:1)
       Address 0x50 is 0 bytes inside a block of size 4 free'd
         at 0x2: free (vg_replace_malloc.c:1)

      Process terminating with default action of signal 11 (SIGSEGV)
         at 0x1: oops (bug.c:1)
      """
    #expect(ValgrindLog(ValgrindLog.prefixed(memcheck)).entries.isEmpty)
  }
}
