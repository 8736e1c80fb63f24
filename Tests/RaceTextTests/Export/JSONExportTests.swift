import Foundation
import GrammarExamples
import Testing

@Suite struct `The machine-readable form` {
  private typealias Object = [String: Any]

  private func export(_ text: String, _ format: String) throws -> Data {
    Data(try exported(text, format).utf8)
  }

  private func object(_ value: Any?) throws -> Object { try #require(value as? Object) }

  private func first(_ value: Any?) throws -> Object { try #require((value as? [Object])?.first) }

  private static let log = GoExamples.plain + "\n" + GoExamples.other + "\n" + GoExamples.plain + "\n"

  @Test func `a document has every field, null where the value is unknown`() throws {
    let document = try object(JSONSerialization.jsonObject(with: try export(Self.log, "json")))
    #expect(Set(document.keys) == ["format", "version", "sources", "reports", "races"])
    #expect(document["format"] as? String == "racetui")
    #expect(document["version"] as? Int == 1)
    #expect(
      Set(try first(document["sources"]).keys) == [
        "name", "bytes", "lines", "reports", "notes", "notesOmitted",
      ])
    let report = try first(document["reports"])
    #expect(
      Set(report.keys) == [
        "id", "source", "line", "endLine", "detector", "kind", "title", "pid", "complete", "race",
        "printedDuring",
        "accesses", "locations", "locks", "threads", "sections", "valueChange", "notes", "summary",
      ])
    #expect(report["pid"] is NSNull)
    #expect(report["line"] as? Int == 2)
    #expect(report["endLine"] as? Int == 14)
    #expect(report["title"] as? String == "DATA RACE")
    let access = try first(report["accesses"])
    #expect(
      Set(access.keys) == [
        "operation", "atomic", "previous", "size", "address", "thread", "locks", "stack", "site", "qualifier",
      ])
    #expect(access["address"] as? String == "0x00c000012345")
    #expect(access["thread"] as? String == "goroutine 7")
    #expect(access["size"] is NSNull)
    let frame = try first(access["stack"])
    #expect(
      Set(frame.keys) == [
        "function", "file", "line", "column", "module", "moduleOffset", "offset", "inlined", "plumbing",
        "stale",
      ])
    #expect(frame["function"] as? String == "main.add")
    #expect(frame["offset"] as? String == "0x44")
    #expect(frame["column"] is NSNull)
    let thread = try first(report["threads"])
    #expect(
      Set(thread.keys) == ["id", "name", "tid", "state", "parent", "parentInferred", "created"])
    #expect((report["threads"] as? [Object])?.compactMap { $0["id"] as? String } == ["goroutine 7", "main"])
    let races = try #require(document["races"] as? [Object])
    #expect(races.map { $0["reports"] as? [Int] } == [[1, 3], [2]])
    #expect(
      Set(races[0].keys) == [
        "id", "key", "kind", "detector", "title", "sites", "reports", "family", "fork", "lockVerdict",
        "verdict",
        "causes",
      ])
  }

  @Test func `a source lists what else its log holds`() throws {
    let log = Self.log + "Found 3 data race(s)\nexit status 66\n"
    let source = try first(
      object(JSONSerialization.jsonObject(with: try export(log, "json")))["sources"])
    let notes = try #require(source["notes"] as? [Object])
    #expect(notes.map { $0["text"] as? String } == ["exit status 66"])
    #expect(
      notes.map { $0["line"] as? Int } == [
        log.split(separator: "\n", omittingEmptySubsequences: false).count - 1
      ])
    #expect(source["notesOmitted"] as? Int == 0)
  }

  @Test func `each line holds one report, with the name of its source`() throws {
    let lines = try export(Self.log, "jsonl").split(separator: 10)
    #expect(lines.count == 3)
    for (position, line) in lines.enumerated() {
      let report = try object(JSONSerialization.jsonObject(with: Data(line)))
      #expect(report["id"] as? Int == position + 1)
      #expect((report["source"] as? String)?.hasSuffix(".log") == true)
    }
  }

  @Test func `a report names what was announced above it`() throws {
    let above = "Complete job name: test (1.22)\n"
    let lines = try export(
      GoExamples.other + "\n" + above + GoExamples.other + "\n=== RUN   TestDB\n" + GoExamples.plain + "\n",
      "jsonl"
    ).split(separator: 10)
    let during = try lines.map {
      try object(JSONSerialization.jsonObject(with: Data($0)))["printedDuring"]
    }
    try #require(during.count == 3)
    #expect(during[0] is NSNull)
    let job = try object(during[1])
    #expect(Set(job.keys) == ["package", "test", "job"])
    #expect(job["job"] as? String == "test (1.22)")
    #expect(job["test"] is NSNull && job["package"] is NSNull)
    let test = try object(during[2])
    #expect(test["test"] as? String == "TestDB")
    #expect(test["job"] as? String == "test (1.22)")
  }

  @Test func `a log without reports is a document too`() throws {
    let document = try object(JSONSerialization.jsonObject(with: try export("all is well\n", "json")))
    #expect((document["reports"] as? [Any])?.isEmpty == true)
    #expect((document["races"] as? [Any])?.isEmpty == true)
  }

  @Test func `what was cut off is null and the report is incomplete`() throws {
    let text = GoExamples.lines(GoExamples.plain).prefix(7).joined(separator: "\n")
    let document = try object(JSONSerialization.jsonObject(with: try export(text, "json")))
    let report = try first(document["reports"])
    #expect(report["complete"] as? Bool == false)
    let accesses = try #require(report["accesses"] as? [Object])
    #expect(accesses.last?["stack"] is NSNull)
    #expect(accesses.last?["site"] is NSNull)
    #expect(try #require(first(document["races"])["sites"] as? [Any]).last is NSNull)
  }
}
