import Foundation
import Testing

@testable import RaceModel

/// Logs of real programs under Go 1.19 to 1.27, and the same logs in every wrapping.
@Suite struct `Logs of real programs` {
  @Test(arguments: Corpus.names)
  func `hold the reports that an independent reader found`(_ name: String) throws {
    let expectation = try Corpus.expectation(name)
    let log = ReadLog(try LogFile.open(Corpus.path(name)))
    // Two processes without a prefix cannot be separated; the reader only has to finish.
    if name == "two-go-blind" { return }
    var entries = log.entries
    if name.hasSuffix("cut_head"), entries.count == expectation.count + 1, entries.first?.isComplete == false
    {
      entries.removeFirst()
    }
    #expect(entries.count == expectation.count)
    var reports = entries.compactMap { log.detailed($0) }
    #expect(reports.count == entries.count, "every report can be read again")
    for (position, want) in (expectation.reports ?? []).enumerated() {
      let slack = name.hasSuffix("cut_tail") && position == expectation.count - 1 ? 1 : 0
      // The expectations for two services list one after the other.
      let candidates = name.hasPrefix("two-") ? reports.indices : reports.indices.prefix(1)
      let differences = candidates.map { want.differences(reports[$0], slack: slack) }
      let best = differences.enumerated().min { $0.element.count < $1.element.count }
      guard let best else { continue }
      if name.contains("wrapped_80") {
        // Names are split in two: only the accesses can be counted.
        #expect(reports[best.offset].report.accesses.count == want.accesses.count)
      } else {
        #expect(best.element == [], "report \(position + 1)")
      }
      reports.remove(at: best.offset)
    }
  }

  @Test(arguments: Corpus.names)
  func `agree with the list`(_ name: String) throws {
    #expect(ReadLog(try LogFile.open(Corpus.path(name))).contradictions == [])
  }

  @Test(arguments: ["titan-go1.27", "multi-json", "go-structs.docker_compose", "two-go-compose", "chatty"])
  func `read the same in pieces of any size`(_ name: String) throws {
    let whole = ReadLog(try LogFile.open(Corpus.path(name)))
    for chunkSize in [1, 97, 4096] {
      #expect(ReadLog(try LogFile.open(Corpus.path(name)), chunkSize: chunkSize).outline == whole.outline)
    }
  }

  @Test func `the corpus is not empty`() {
    #expect(Corpus.names.count > 100)
  }
}
