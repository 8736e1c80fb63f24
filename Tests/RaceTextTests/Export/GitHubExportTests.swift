import GrammarExamples
import RaceModel
import Testing

@Suite struct `Annotations of a GitHub workflow` {
  /// A line as a runner parses it: properties up to the second `::`, escapes decoded in both parts.
  private struct Command {
    var name: String
    var properties: [String: String] = [:]
    var message: String

    init?(_ line: Substring) {
      guard line.hasPrefix("::"), let end = line.dropFirst(2).firstRange(of: "::") else { return nil }
      let head = line[line.index(line.startIndex, offsetBy: 2)..<end.lowerBound]
      let parts = head.split(separator: " ", maxSplits: 1)
      name = String(parts[0])
      for pair in parts.dropFirst().first?.split(separator: ",") ?? [] {
        let sides = pair.split(separator: "=", maxSplits: 1)
        guard sides.count == 2 else { return nil }
        properties[String(sides[0])] = Self.unescaped(sides[1])
      }
      message = Self.unescaped(line[end.upperBound...])
    }

    private static func unescaped(_ text: Substring) -> String {
      String(text).replacing("%0D", with: "\r").replacing("%0A", with: "\n").replacing("%3A", with: ":")
        .replacing("%2C", with: ",").replacing("%25", with: "%")
    }
  }

  private func commands(_ text: String) throws -> [Command] {
    try text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { line in
      try #require(Command(line), "\(line)")
    }
  }

  @Test func `a race is a warning at its line in the repository, with the other side in the message`() throws
  {
    #expect(
      try exported(GoExamples.plain, "github", root: "/app")
        == "::warning file=main.go,line=8,title=Data race on heap%3A main.add and main.main::"
        + "write by goroutine 7 in main.add%0A"
        + "previous read by main goroutine in main.main (main.go:14)%0A"
        + "main.add writes what main.main reads%0A"
        + "goroutine 7 created in main.main (main.go:13)%0A"
        + "1 report, showing race.log:2, race 7cb3cbe994cc2e55\n")
  }

  @Test func `a line outside the repository is in the message only`() throws {
    let found = try commands(try exported(GoExamples.plain, "github", root: "/ap"))
    #expect(found.map(\.name) == ["warning", "notice"])
    #expect(found[0].properties.keys.sorted() == ["title"])
    #expect(found[0].message.hasPrefix("write by goroutine 7 in main.add (/app/main.go:8)\n"))
    #expect(found[1].properties["title"] == "1 race outside the repository")
  }

  @Test func `annotates the side that is in the repository`() throws {
    let log = GoExamples.plain.replacing("/app/main.go:8", with: "/usr/lib/go/x.go:8")
    let found = try commands(try exported(log, "github", root: "/app"))
    #expect(found.count == 1)
    #expect(found[0].properties["file"] == "main.go" && found[0].properties["line"] == "14")
    #expect(
      found[0].message.hasPrefix(
        "previous read by main goroutine in main.main\nwrite by goroutine 7 in main.add (/usr/lib/go/x.go:8)\n"
      ))
  }

  @Test func `ten races are warnings, those with most reports, and one notice lists the others`() throws {
    let log = (1...13).map { number in
      let report = GoExamples.plain.replacing("main.add()", with: "main.f\(number)()") + "\n"
      return String(repeating: report, count: number == 13 ? 3 : 1)
    }.joined()
    let found = try commands(try exported(log, "github", root: "/app"))
    #expect(found.map(\.name) == Array(repeating: "warning", count: 10) + ["notice"])
    #expect(found[0].properties["title"] == "Data race on heap: main.f13 and main.main")
    #expect(found[10].properties["title"] == "3 more races")
    #expect(
      found[10].message.split(separator: "\n") == [
        "main.go:8: Data race on heap: main.f10 and main.main",
        "main.go:8: Data race on heap: main.f11 and main.main",
        "main.go:8: Data race on heap: main.f12 and main.main",
        "racetui export --format markdown prints all of them, for the job summary.",
      ])
  }

  @Test func `names the column where it is known`() throws {
    let log = """
      ==================
      WARNING: ThreadSanitizer: data race (pid=7)
        Write of size 4 at 0x000000000010 by thread T1:
          #0 set() /src/app.cpp:7:9 (app+0x10)

        Previous read of size 4 at 0x000000000010 by main thread:
          #0 main /src/app.cpp:12 (app+0x20)

      SUMMARY: ThreadSanitizer: data race /src/app.cpp:7:9 in set()
      ==================

      """
    let found = try commands(try exported(log, "github", root: "/src"))
    #expect(found[0].properties["col"] == "9")
    let plain = try commands(try exported(GoExamples.plain, "github", root: "/app"))
    #expect(plain[0].properties["col"] == nil)
  }

  @Test func `writes nothing for a log without races`() throws {
    #expect(try exported("all is well\n", "github").isEmpty)
  }

  private static let names = [
    "::error::x", "x%0A::error::y", "%", "%25", "a,file=b", "a:b", "\r\n::error::x", "\u{202E}",
    "##[error]x", "::stop-commands::t", "]]>", "<script>",
  ]

  @Test(arguments: names)
  func `no name is a command or a property`(_ name: String) throws {
    // A line end would end the line in the log.
    let shown = name.replacing("\r\n", with: "")
    let log =
      GoExamples.plain.replacing("main.add()", with: "main.add[\(shown)]()")
      .replacing("/app/main.go:8", with: "/app/\(shown)/main.go:8") + "\n"
    let text = try exported(log, "github", root: "/app")
    let found = try commands(text)
    #expect(found.map(\.name) == ["warning"])
    #expect(found[0].properties.keys.sorted() == ["file", "line", "title"])
    let clean = String(String.UnicodeScalarView(shown.unicodeScalars.map { $0.isHarmful ? "\u{FFFD}" : $0 }))
    #expect(found[0].properties["file"] == "\(clean)/main.go")
    #expect(found[0].message.contains("main.add[\(clean)]"))
    #expect(!text.unicodeScalars.contains { $0 != "\n" && $0.isHarmful })
  }

  @Test func `a very long name is cut, the line end stays`() throws {
    let name = "main." + String(repeating: "é%", count: 40_000)
    let log = GoExamples.plain.replacing("main.add()", with: "\(name)()") + "\n"
    let found = try commands(try exported(log, "github", root: "/app"))
    #expect(found.count == 1)
    let title = try #require(found[0].properties["title"])
    #expect(title.count == 255 && title.contains("…"))
    #expect(found[0].message.utf8.count <= 16 << 10 && found[0].message.hasSuffix("…"))
  }
}
