import Foundation
import GrammarExamples
import RaceModel
import Testing

@Suite struct `A Code Quality report of GitLab` {
  private func findings(_ text: String) throws -> [[String: Any]] {
    #expect(!text.unicodeScalars.contains { $0 != "\n" && $0.isHarmful })
    return try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
  }

  @Test func `a race is a finding`() throws {
    #expect(
      try exported(GoExamples.plain, "gitlab", root: "/app") == """
        [
        {"description":"data race on heap: write by goroutine 7 in main.add; previous read by main goroutine in \
        main.main (main.go:14); main.add writes what main.main reads; 1 report, showing race.log:2, race \
        7cb3cbe994cc2e55","check_name":"data-race","fingerprint":"7cb3cbe994cc2e55","severity":"major",\
        "location":{"path":"main.go","lines":{"begin":8}}}
        ]

        """)
  }

  @Test func `each race has a unique fingerprint, those with most reports first`() throws {
    let log = [GoExamples.plain, GoExamples.other, GoExamples.other].joined(separator: "\n") + "\n"
    let found = try findings(try exported(log, "gitlab", root: "/app"))
    #expect(found.compactMap { $0["fingerprint"] as? String }.last == "7cb3cbe994cc2e55")
    #expect(Set(found.compactMap { $0["fingerprint"] as? String }).count == 2)
    #expect(
      found.compactMap { ($0["location"] as? [String: Any])?["path"] as? String } == ["db.go", "main.go"])
  }

  @Test func `a log without races is an empty array`() throws {
    #expect(try exported("all is well\n", "gitlab") == "[]\n")
  }

  @Test(arguments: ["\"", "\\", "\\u0000", "\u{202E}", "]]>", "<script>", "%", "|", "::"])
  func `no name leaves its string`(_ name: String) throws {
    let log =
      GoExamples.plain.replacing("main.add()", with: "main.add[\(name)]()")
      .replacing("/app/main.go:8", with: "/app/\(name)/main.go:8") + "\n"
    let found = try findings(try exported(log, "gitlab", root: "/app"))
    #expect(found.count == 1)
    #expect(found[0].keys.sorted() == ["check_name", "description", "fingerprint", "location", "severity"])
  }

  @Test func `a very long name is cut`() throws {
    let name = "main." + String(repeating: "é", count: 40_000)
    let log = GoExamples.plain.replacing("main.add()", with: "\(name)()") + "\n"
    let found = try findings(try exported(log, "gitlab", root: "/app"))
    let description = try #require(found[0]["description"] as? String)
    #expect(description.utf8.count <= 4096 && description.hasSuffix("é…"))
  }
}
