import Foundation
import GrammarExamples
import RaceModel
import Testing

@testable import RaceText

@Suite struct `Results for code scanning` {
  private typealias Object = [String: Any]

  private func object(_ value: Any?) throws -> Object { try #require(value as? Object) }
  private func objects(_ value: Any?) throws -> [Object] { try #require(value as? [Object]) }

  private func run(_ log: String, root: String? = "/app") throws -> Object {
    let text = try exported(log, "sarif", root: root)
    #expect(!text.unicodeScalars.contains { $0 != "\n" && $0.isHarmful })
    let document = try object(JSONSerialization.jsonObject(with: Data(text.utf8)))
    return try #require(objects(document["runs"]).first)
  }

  private func results(_ log: String, root: String? = "/app") throws -> [Object] {
    try objects(run(log, root: root)["results"])
  }

  private func place(_ location: Object) throws -> (uri: String?, isBased: Bool, line: Int?, column: Int?) {
    let physical = try object(location["physicalLocation"])
    let (artifact, region) = (try object(physical["artifactLocation"]), try object(physical["region"]))
    return (
      artifact["uri"] as? String, artifact["uriBaseId"] as? String == "%SRCROOT%",
      region["startLine"] as? Int,
      region["startColumn"] as? Int
    )
  }

  private func text(_ value: Any?) throws -> String { try #require(object(value)["text"] as? String) }

  @Test func `a race is a result with both sides, their flows and its key`() throws {
    func location(_ line: Int, _ words: String, id: String = "") -> String {
      """
      {\(id)"physicalLocation": {"artifactLocation": {"uri": "main.go", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": \(line)}}, "message": {"text": "\(words)"}}
      """
    }
    let sentence =
      "Two threads access the same memory, one of them writes, and nothing orders the accesses."
    let expected = """
      {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [{
        "tool": {"driver": {"name": "racetui", "version": "0.1.0", "rules": [{"id": "data-race",
          "shortDescription": {"text": "Data race"}, "fullDescription": {"text": "\(sentence)"},
          "help": {"text": "\(sentence) A detector saw it happen while the program ran."},
          "defaultConfiguration": {"level": "warning"},
          "properties": {"tags": ["concurrency"], "precision": "high", "problem.severity": "warning"}}]}},
        "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": "the root of the repository"}}},
        "results": [{"ruleId": "data-race", "ruleIndex": 0, "level": "warning",
          "message": {"text": "Data race on heap: write by goroutine 7 in main.add. [Other side](1): previous read \
      by main goroutine in main.main. main.add writes what main.main reads. [See also](2): goroutine 7 created in \
      main.main."},
          "locations": [\(location(8, "write by goroutine 7 in main.add"))],
          "relatedLocations": [
            \(location(14, "previous read by main goroutine in main.main", id: "\"id\": 1, ")),
            \(location(13, "goroutine 7 created in main.main", id: "\"id\": 2, "))],
          "codeFlows": [{
            "message": {"text": "The calls that lead to each side, from the creation of its thread on, as far as known"},
            "threadFlows": [
              {"id": "goroutine 7", "message": {"text": "write by goroutine 7"}, "locations": [
                {"location": \(location(13, "main.main: goroutine 7 created"))},
                {"location": \(location(8, "main.add: write by goroutine 7")), "importance": "essential"}]},
              {"id": "main goroutine", "message": {"text": "previous read by main goroutine"}, "locations": [
                {"location": \(location(14, "main.main: previous read by main goroutine")),
                  "importance": "essential"}]}]}],
          "partialFingerprints": {"primaryLocationLineHash": "7cb3cbe994cc2e55:1",
            "racetui/key/v1": "7cb3cbe994cc2e55"},
          "occurrenceCount": 1, "properties": {"detector": "go", "shown": "race.log:2"}}],
        "invocations": [{"executionSuccessful": true, "toolExecutionNotifications": []}]}]}
      """
    let written = try JSONSerialization.jsonObject(
      with: Data(try exported(GoExamples.plain, "sarif", root: "/app").utf8))
    let wanted = try JSONSerialization.jsonObject(with: Data(expected.utf8))
    #expect(try object(written) as NSDictionary == object(wanted) as NSDictionary)
  }

  @Test func `stacks start outermost, frames without a line are counted, plumbing is unimportant`() throws {
    let log = """
      ==================
      WARNING: ThreadSanitizer: data race (pid=7)
        Write of size 4 at 0x000000000010 by thread T1:
          #0 memset <null> (app+0x10)
          #1 set() /src/app.cpp:7:9 (app+0x10)
          #2 run() /src/app.cpp:5 (app+0x11)

        Previous read of size 4 at 0x000000000010 by main thread:
          #0 main /src/app.cpp:12:0 (app+0x20)

        Thread T1 (tid=9, running) created by main thread at:
          #0 pthread_create <null> (app+0x30)
          #1 start() /usr/include/thread:3 (app+0x40)
          #2 main /src/app.cpp:10:3 (app+0x40)

      SUMMARY: ThreadSanitizer: data race /src/app.cpp:7:9 in set()
      ==================

      """
    let result = try #require(results(log, root: "/src").first)
    let flows = try objects(objects(result["codeFlows"]).first?["threadFlows"])
    #expect(
      try text(flows[0]["message"]) == "write of 4 bytes by thread T1 (without 2 frames that have no line)")
    let steps = try objects(flows[0]["locations"])
    let places = try steps.map { try place(object($0["location"])) }
    #expect(places.map(\.uri) == ["app.cpp", "file:///usr/include/thread", "app.cpp", "app.cpp"])
    #expect(places.map(\.isBased) == [true, false, true, true])
    #expect(places.map(\.line) == [10, 3, 5, 7])
    #expect(places.map(\.column) == [3, nil, nil, 9])
    #expect(steps.map { $0["importance"] as? String }.last == "essential")
    // Column 0 means no column.
    #expect(try objects(flows[1]["locations"]).map { try place(object($0["location"])).column } == [nil])
  }

  @Test func `a race without a line in code is at its report in the log`() throws {
    let bare = """
      ==================
      WARNING: ThreadSanitizer: data race (pid=7)
        Write of size 4 at 0x000000000010 by thread T1:
          #0 <null> <null> (app+0x10)

        Previous read of size 4 at 0x000000000010 by main thread:
          #0 <null> <null> (app+0x20)

      SUMMARY: ThreadSanitizer: data race (app+0x10)
      ==================

      """
    let result = try #require(results(bare).first)
    let found = try place(objects(result["locations"])[0])
    #expect(found.uri == "race.log" && found.isBased && found.line == 2)
    #expect(result["codeFlows"] == nil)
    #expect(
      try text(result["message"]).contains("Other side: previous read of 4 bytes by main thread in app+0x20.")
    )
  }

  @Test func `every result has a file and a line, in every example`() throws {
    for example in DetectorExamples.all.flatMap({ table in table.examples }) {
      for result in try results(example.log) {
        let location = try place(#require(objects(result["locations"]).first))
        #expect(location.uri?.isEmpty == false && location.line ?? 0 > 0, "\(example.name)")
        let related = try objects(result["relatedLocations"])
        #expect(related.compactMap { $0["id"] as? Int } == Array(1..<related.count + 1))
      }
    }
  }

  @Test(arguments: [
    ("/app/a b/x#y?.go", "a%20b/x%23y%3F.go", true), ("/app/é.go", "%C3%A9.go", true),
    ("x:y/z.go", "x%3Ay/z.go", true),
    ("/app/100%.go", "100%25.go", true), ("/app/<script>/x.go", "%3Cscript%3E/x.go", true),
    ("C:\\lib\\x.go", "file:///C:/lib/x.go", false), ("C:\\app\\x.go", "x.go", true),
    ("/application/x.go", "file:///application/x.go", false),
    ("../x.go", "../x.go", false), ("./b/../x.go", "x.go", true),
  ])
  func `a path is an address`(_ path: String, _ uri: String, _ isInRepository: Bool) throws {
    let log = GoExamples.plain.replacing("/app/main.go:8", with: "\(path):8")
      .replacing("/app/main.go", with: "/elsewhere/main.go")
    let found = try place(objects(#require(results(log).first)["locations"])[0])
    #expect(found.uri == uri && found.isBased == isInRepository && found.line == 8)
  }

  @Test(arguments: ["[int](1)", "[a](2)", "{0}", "](1)", "{{0}}", "a\\](1)"])
  func `no name is a link or a placeholder`(_ name: String) throws {
    let log = GoExamples.plain.replacing("main.add()", with: "main.add\(name)()") + "\n"
    let message = try text(#require(results(log).first)["message"])
    let links = message.matches(of: #/\[([^\]]*)\]\((\d+)\)/#).map { String($0.1) }
    #expect(links == ["Other side", "See also"], "\(message)")
    #expect(!message.contains(#/\{\d+\}/#))
  }

  @Test func `a document is at most 10 MB`() { #expect(SARIFExport().limit == 10_000_000) }

  @Test func `a document stays below its limit, and says what it leaves out`() throws {
    let long = String(repeating: "x", count: 1500)
    let log = (0..<250).map { number in
      GoExamples.plain.replacing("main.add()", with: "main.f\(number)_\(long)()") + "\n"
    }.joined()
    let limit = 1_000_000
    let text = try exported(log.utf8, as: SARIFExport(limit: limit), name: "race.log", root: "/app")
    #expect(text.utf8.count <= limit && text.utf8.count > limit / 10 * 9)
    let document = try object(JSONSerialization.jsonObject(with: Data(text.utf8)))
    let run = try #require(objects(document["runs"]).first)
    let results = try objects(run["results"])
    let whole = results.filter { $0["codeFlows"] != nil }.count
    #expect(whole > 0 && whole < results.count && results.count < 250)
    let invocation = try #require(objects(run["invocations"]).first)
    #expect(
      try objects(invocation["toolExecutionNotifications"]).map { try self.text($0["message"]) } == [
        "\(results.count - whole) of 250 races are without stacks, to stay below 10 MB",
        "\(250 - results.count) of 250 races are left out, to stay below 10 MB and 25,000 results",
      ])
  }

  @Test func `a very deep stack keeps its innermost calls`() throws {
    let frames = (0..<3000).map { "  main.deep()\n      /app/deep.go:\($0 + 1) +0x1\n" }.joined()
    let log = GoExamples.plain.replacing(
      "      /app/main.go:8 +0x44\n", with: "      /app/main.go:8 +0x44\n\(frames)")
    let result = try #require(results(log).first)
    let code = try #require(objects(result["codeFlows"]).first)
    let flow = try #require(objects(code["threadFlows"]).first)
    let steps = try objects(flow["locations"])
    #expect(steps.count == 500)
    #expect(try place(object(steps.last?["location"])).line == 8)
    // 1 frame of the creation, 3001 of the access.
    #expect(try text(flow["message"]) == "write by goroutine 7 (without the outermost 2502 frames)")
  }

  @Test func `a log without races has no results`() throws {
    let run = try run("all is well\n")
    #expect(try objects(run["results"]).isEmpty)
  }
}
