import GrammarExamples
import Testing

@testable import RaceModel

/// A ThreadSanitizer report of a race in `function`; without a process its title is cut off.
private func report(_ function: String, pid: Int?, line: Int = 9, thread: Int = 2) -> String {
  let title = pid.map { "WARNING: ThreadSanitizer: data race (pid=\($0))\n" } ?? ""
  return """
    ==================
    \(title)  Write of size 4 at 0x7f00000000\(thread)0 by thread T\(thread):
        #0 \(function) /src/a.c:\(line) (a+0x1)

      Previous read of size 4 at 0x7f00000000\(thread)0 by main thread:
        #0 main /src/a.c:44 (a+0x2)

    SUMMARY: ThreadSanitizer: data race /src/a.c:\(line) in \(function)
    ==================

    """
}

@Suite struct `Runs in which a race occurs` {
  private func index(_ logs: String..., isFolder: Bool = false) throws -> LogIndex {
    var index = LogIndex()
    var reader = LogReader()
    for (position, text) in logs.enumerated() {
      let log = try TemporaryLog(text.utf8)
      reader.read(try LogFile.open(log.path, isFromFolder: isFolder), log: Int32(position)) {
        index.append($0)
        return true
      }
    }
    return index
  }

  @Test
  func `names that look alike and have other bytes are of other races, in whatever order they are read`()
    throws
  {
    let (one, two) = ("caf\u{E9}", "cafe\u{301}")
    let both = try index(report(one, pid: 1), report(two, pid: 1))
    #expect(both.races.count == 2)
    let alone = try index(report(two, pid: 1))
    #expect(both.races[1].key == alone.races[0].key && both.races[0].key != alone.races[0].key)
  }

  @Test func `of very many lines of a site the first are kept, and those of the other site`() throws {
    let index = try index((1...20).map { report("fill", pid: 1, line: $0) }.joined())
    let race = try #require(index.races.first)
    #expect(index.races.count == 1 && race.reports.count == 20)
    let slots = index.slots(of: index.reports[0])
    #expect(race.variants(slots.a).map(\.line) == Array(1...16))
    #expect(race.variants(slots.b).map(\.line) == [44])
  }

  @Test func `a test that two logs name is one`() throws {
    let log = "=== RUN   TestBroadcast\n" + GoExamples.plain
    let index = try index(log, log)
    #expect(index.races.count == 1 && index.reports.count == 2)
    #expect(index.tests(of: index.races[0]) == ["TestBroadcast"])
  }

  private func runs(_ index: LogIndex) -> [String: Int] {
    Dictionary(
      uniqueKeysWithValues: index.races.map { (index.sites(of: $0)[0]?.function ?? "?", $0.runCount) })
  }

  @Test func `are the processes in the reports of one log`() throws {
    // The reports of two processes alternate.
    let log = try index(
      report("a", pid: 7) + report("a", pid: 8) + report("b", pid: 8) + report("a", pid: 7)
        + report("c", pid: 9) + report("a", pid: 8))
    #expect(log.runCount == 3)
    #expect(runs(log) == ["a": 2, "b": 1, "c": 1])
  }

  @Test func `are distinguished by log where processes have the same number`() throws {
    // As in containers, where every program is process 1.
    let log = try index(report("a", pid: 1), report("a", pid: 1) + report("b", pid: 1))
    #expect(log.runCount == 2)
    #expect(runs(log) == ["a": 2, "b": 1])
  }

  @Test func `are not files in a folder without a trace of a detector`() throws {
    let logs = ["# Logs of the nightly tests\n", report("a", pid: 1), "", report("b", pid: 1)]
    let folder = try index(logs[0], logs[1], logs[2], logs[3], isFolder: true)
    #expect(folder.logs.count == 4)
    #expect(folder.runCount == 2)
    // A quiet log that the user named is a run that found nothing.
    #expect(try index(logs[0], logs[1], logs[2], logs[3]).runCount == 4)
  }

  @Test(arguments: [
    "==7== ERROR SUMMARY: 0 errors from 0 contexts (suppressed: 3 from 3)\n",
    "==7==ERROR: ThreadSanitizer: SEGV on unknown address 0x000000000010 (pc 0x1 bp 0x2 sp 0x3 T7)\n",
    "ThreadSanitizer: reported 3 warnings\n",
  ])
  func `are files without a report but with a detector's note`(note: String) throws {
    let log = try index(report("a", pid: 7), note, isFolder: true)
    #expect(log.runCount == 2)
    #expect(runs(log) == ["a": 1])
    // The note's process is the report's.
    #expect(try index(report("a", pid: 7) + note).runCount == 1)
    #expect(try index(note + report("a", pid: 7) + report("a", pid: 8)).runCount == 2)
  }

  @Test func `are not made up for reports whose process is lost`() throws {
    let log = try index(report("a", pid: nil) + report("a", pid: 7) + report("b", pid: nil))
    #expect(log.reports.count == 3)
    #expect(log.runCount == 1)
    #expect(runs(log) == ["a": 1, "b": 1])
  }

  @Test func `are the logs for Go and the kernel`() throws {
    // The kernel names a task, not a process for the whole run.
    let file = try LogFile.open(Corpus.path("dedup-50runs"))
    #expect(ReadLog(file).index.runCount == 1)
    let kernel = try ReadLog(try Samples.bytes("kcsan.log")).index
    #expect(kernel.reports.count > 1)
    #expect(kernel.runCount == 1)
  }
}

@Suite struct `Groups of reports that were printed alike` {
  private func groups(_ log: ReadLog, _ criterion: ReportGroups.Criterion) -> [[Int32]] {
    let groups = ReportGroups(log.index, by: criterion)
    return log.index.races.flatMap { groups.groups(of: $0) }
  }

  private func stacks(_ log: ReadLog) -> ReportGroups.Criterion {
    var hasher = StackHasher()
    return .stacks(log.index.reports.map { hasher.hash($0, in: log.file) })
  }

  @Test func `by lines`() throws {
    let log = try ReadLog(
      report("a", pid: 7) + report("a", pid: 7, line: 10) + report("a", pid: 8, thread: 3)
        + report("b", pid: 7))
    #expect(log.index.races.count == 2)
    #expect(groups(log, .lines) == [[0, 2], [1], [3]])
  }

  @Test func `form whichever side was caught, but not across operations`() throws {
    func swapped(_ first: String, _ previous: String) -> String {
      """
      ==================
      WARNING: DATA RACE
      \(first)
            /src/main.go:7 +0x1

      Previous \(previous)
            /src/main.go:9 +0x1
      ==================

      """
    }
    let reader = "by goroutine 7:\n  main.get()"
    let writer = "by goroutine 8:\n  main.set()"
    let log = try ReadLog(
      swapped("Read at 0x00c000010000 \(reader)", "write at 0x00c000010000 \(writer)")
        + swapped("Write at 0x00c000010000 \(writer)", "read at 0x00c000010000 \(reader)")
        .replacing(":7 ", with: ":8 ").replacing(":9 ", with: ":7 ").replacing(":8 ", with: ":9 ")
        + swapped("Write at 0x00c000010000 \(reader)", "write at 0x00c000010000 \(writer)"))
    #expect(log.index.races.count == 1)
    #expect(groups(log, .lines) == [[0, 1], [2]])
    #expect(groups(log, stacks(log)) == [[0, 1], [2]])
  }

  @Test func `by whole stacks`() throws {
    let log = ReadLog(try LogFile.open(Corpus.path("titan-go1.27")))
    // One race of three reports at the same two lines, reached in three ways.
    let race = try #require(log.index.races.first { $0.reports.count == 3 })
    let lines = ReportGroups(log.index, by: .lines)
    #expect(lines.groups(of: race).count == 1)
    let whole = ReportGroups(log.index, by: stacks(log))
    #expect(whole.groups(of: race) == race.reports.map { [$0] })
  }

  @Test func `do not depend on addresses, thread numbers and offsets`() throws {
    let log = ReadLog(try LogFile.open(Corpus.path("dedup-50runs")))
    #expect(groups(log, stacks(log)).map(\.count) == [50, 50])
  }

  @Test func `leave a report alone that is no longer in its log`() throws {
    let text = report("a", pid: 7) + report("a", pid: 8)
    let file = try TemporaryLog(text.utf8)
    let log = ReadLog(try LogFile.open(file.path))
    try file.truncate(to: 0)
    #expect(groups(log, stacks(log)) == [[0], [1]])
  }
}
