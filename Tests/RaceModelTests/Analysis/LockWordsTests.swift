import Foundation
import RaceText
import Testing

@testable import RaceModel

@Suite struct `Sentences about locks` {
  /// The analysis of a race on a global: T1 writes, the main thread reads.
  private func analysis(
    write: String, read: String, operation: String = "Write"
  ) throws -> (analysis: ReportAnalysis, report: Report) {
    let log = try ReadLog(
      CauseExamples.tsan(
        first: "\(operation) of size 4 at 0x000000000010 by thread T1\(write)",
        firstStack: "set() /src/app.cpp:7",
        second: "Previous read of size 4 at 0x000000000010 by main thread\(read)",
        secondStack: "main /src/app.cpp:12",
        sections: "  Location is global 'total' of size 4 at 0x000000000010 (app+0x10)\n\n"))
    let detail = try #require(log.entries.first.flatMap { log.detailed($0) })
    return (detail.analyzed(), detail.report)
  }

  @Test(arguments: [
    ("", "", "no lock held on either side"),
    (" (mutexes: write M1)", "", "only A holds a lock"),
    ("", " (mutexes: read M1)", "only B holds a lock"),
    (" (mutexes: write M0)", " (mutexes: write M1)", "different locks: A holds M0, B holds M1"),
    (
      " (mutexes: write M0, write M2)", " (mutexes: write M1)",
      "different locks: A holds M0 and M2, B holds M1"
    ),
    (
      " (mutexes: write M0, write M2, write M3, write M4, write M5)", " (mutexes: write M1)",
      "different locks: A holds M0 and M2 and M3 and 2 more, B holds M1"
    ),
    (" (mutexes: write M0)", " (mutexes: write M0)", "the same lock held on both sides"),
  ])
  func `name a side that holds a lock, and the lock`(_ write: String, _ read: String, _ words: String)
    throws
  {
    let (analysis, report) = try analysis(write: write, read: read)
    #expect(analysis.lockVerdict?.words(report.detector, report) == words)
  }

  @Test func `do not claim that a detector saw no read locks when it prints none`() throws {
    let folder = Bundle.module.bundleURL.appendingPathComponent("NativeLogs")
    let log = try ReadLog(LogFile.open(folder.appendingPathComponent("helgrind-mutexes.log").path))
    let words = log.entries.compactMap { entry in
      log.detailed(entry).flatMap { $0.analyzed().lockVerdict?.words($0.report.detector, $0.report) }
    }
    #expect(words.contains("only B holds a lock (read locks are not printed)"))
    #expect(words.contains("no lock held on either side (read locks are not printed)"))
  }

  @Test(arguments: [
    ("", "", "Write", "global written without a lock"),
    ("", " (mutexes: write M0)", "Write", "global written without a lock"),
    // Another lock, or a lock on the other side: the verdict says what is missing.
    (" (mutexes: write M0)", "", "Write", "shared global"),
    (" (mutexes: write M0)", " (mutexes: write M1)", "Write", "shared global"),
  ])
  func `say that a global is written without a lock when the report shows that`(
    _ write: String, _ read: String, _ operation: String, _ words: String
  ) throws {
    let causes = try analysis(write: write, read: read, operation: operation).analysis.causes
    #expect(causes.first { $0.kind == .packageVariable }?.words == words)
  }

  @Test func `are missing for Go, which prints no locks`() throws {
    let log = try ReadLog(
      CauseExamples.go(at: "0x00000060b318", write: "main.set app.go:11", read: "main.get app.go:15"))
    let causes = log.entries.first.flatMap { log.detailed($0) }?.analyzed().causes
    #expect(causes?.map(\.words) == ["shared global"])
  }
}
