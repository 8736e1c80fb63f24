import Testing

@testable import RaceModel

@Suite struct `Summaries of ThreadSanitizer` {
  private static func report(_ name: String, _ thread: Int) -> String {
    """
      Read of size 8 at 0x10 by thread T\(thread):
        #0 \(name) a.c:1
      Previous write of size 8 at 0x10 by thread T\(thread + 1):
        #0 \(name)2 a.c:2

    """
  }

  private static func summary(_ name: String) -> String {
    "SUMMARY: ThreadSanitizer: data race a.c:1 in \(name)\n"
  }

  @Test(arguments: ["", "app-1  | "], [true, false])
  func `precede the reports they belong to`(_ prefix: String, isHeaded: Bool) throws {
    let first = isHeaded ? Self.summary("quack") : ""
    let text = first + Self.report("quack", 1) + "\n" + Self.summary("wade") + Self.report("wade", 3)
    let log = text.split(separator: "\n", omittingEmptySubsequences: false).map { prefix + $0 }
    let reading = TSanReading(log.joined(separator: "\n"))
    #expect(
      reading.reports.map(\.summary) == [
        isHeaded ? "SUMMARY: ThreadSanitizer: data race a.c:1 in quack" : nil,
        "SUMMARY: ThreadSanitizer: data race a.c:1 in wade",
      ])
    #expect(reading.reports.map { $0.accesses.map(\.thread?.number) } == [[1, 2], [3, 4]])
    #expect(reading.reports.allSatisfy { $0.damage.contains(.head) })
  }

  @Test(arguments: [1, 3, 1 << 20])
  func `above a report are read with it when it is read again`(_ chunkSize: Int) throws {
    let log =
      Self.report("quack", 1) + "\n" + Self.summary("wade") + Self.report("wade", 3) + "\n"
      + Self.summary("dive")
      + Self.report("dive", 5)
    let read = try ReadLog(log, chunkSize: chunkSize)
    #expect(
      read.entries.map { read.detailed($0)?.report.summary?.split(separator: " ").last } == [
        nil, "wade", "dive",
      ])
    #expect(read.entries.map(\.line) == [1, 6, 12])
    #expect(read.contradictions == [])
  }

  @Test func `below a report that has a title stay with it`() throws {
    let title = "WARNING: ThreadSanitizer: data race (pid=7)\n"
    let reading = TSanReading(
      title + Self.report("quack", 1) + Self.summary("quack") + Self.report("wade", 3))
    #expect(reading.reports.map { $0.summary?.split(separator: " ").last } == ["quack", nil])
  }

  @Test func `alone are not a report`() {
    let log = Self.summary("quack") + "\n" + Self.summary("wade") + "some text\n" + Self.summary("dive")
    #expect(TSanReading(log).entries.isEmpty)
  }
}
