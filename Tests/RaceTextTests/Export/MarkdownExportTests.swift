import GrammarExamples
import RaceModel
import Testing

@testable import RaceText

@Suite struct `Races as the text of issues` {
  @Test func `a race has a heading, both stacks, the explanation, and the report`() throws {
    #expect(
      try exported(GoExamples.plain, "markdown") == """
        1 race in 1 report, 14 lines.

        ## 1. Data race on `heap`: `main.add` and `main.main`

        1 report, key `7cb3cbe994cc2e55`, showing `race.log:2`.

        ### A: `WRITE  goroutine 7 running`

        1. `main.add()  /app/main.go:8 +0x44`

        `created by main goroutine (inferred)`

        1. `main.main()  /app/main.go:13 +0x66`

        ### B: `previous READ  main goroutine`

        1. `main.main()  /app/main.go:14 +0x88`

        `main goroutine, not created by another`

        ### What racetui infers

        - why: `main.add writes what main.main reads`
        - on: `heap (inferred from the address)`
        - fork: `main.main, line 13 leads to A, line 14 to B (inferred)`
        - creator: `main goroutine created goroutine 7 (inferred: the creation begins in the main function)`

        <details><summary>The report</summary>

        ```text
        \(GoExamples.plain.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().joined(separator: "\n"))
        ```

        </details>

        """)
  }

  @Test func `marks the code of a racing line`() throws {
    let file = SourceFile(
      path: "/app/main.go", modified: FileTime(seconds: 0),
      bytes: Array((1...20).map { "line \($0)\n" }.joined().utf8))
    let code = CodeExcerpt(file, line: 8, means: .printed, logModified: nil)
    let text = MarkdownText.excerpt(code, height: 9)
    #expect(text.hasPrefix("`/app/main.go:8`\n\n```text\n"))
    #expect(text.split(separator: "\n").filter { $0.hasPrefix("> ") } == [">  8  line 8"])
  }

  /// The Markdown left when all code is removed by CommonMark's rules: possible links, HTML and mentions. Each code
  /// span becomes a `C`.
  private func withoutCode(_ markdown: String) -> String {
    var text = ""
    var fence: Substring?
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      let ticks = line.prefix { $0 == "`" }
      if let open = fence {
        if line == ticks, ticks.count >= open.count { fence = nil }
      } else if ticks.count >= 3, !line.dropFirst(ticks.count).contains("`") {
        fence = ticks
      } else {
        text += withoutSpans(line) + "\n"
      }
    }
    return text
  }

  private func withoutSpans(_ line: Substring) -> String {
    var runs: [(range: Range<Substring.Index>, count: Int)] = []
    var index = line.startIndex
    while index < line.endIndex {
      let end = line[index...].firstIndex { $0 != "`" } ?? line.endIndex
      if end > index { runs.append((index..<end, line.distance(from: index, to: end))) }
      index = end > index ? end : line.index(after: index)
    }
    var text = ""
    var place = line.startIndex
    while let open = runs.first {
      runs.removeFirst()
      guard open.range.lowerBound >= place, let close = runs.first(where: { $0.count == open.count }) else {
        continue
      }
      text += line[place..<open.range.lowerBound] + "C"
      place = close.range.upperBound
    }
    return text + line[place...]
  }

  private static let names = [
    "`", "``", "`x`", "a`b``c", "```", "|", "<script>alert(1)</script>", "</summary></details>", "<!--",
    "@octocat",
    "#123", "[x](http://y)", "![x](http://y)", "**x**", "\u{1B}[2J", "\u{202E}", "\u{2028}# x", "~~~",
  ]

  @Test(arguments: names)
  func `every name stays inside its code`(_ name: String) throws {
    let plain = withoutCode(try exported(GoExamples.plain, "markdown"))
    let log = GoExamples.plain.replacing("main.add()", with: "main.add[\(name)]()")
      .replacing("/app/main.go:8", with: "/app/\(name)/main.go:8")
    let text = try exported(log, "markdown")
    #expect(withoutCode(text) == plain)
    #expect(!text.unicodeScalars.contains { $0 != "\n" && $0 != "\t" && $0.isHarmful })
  }

  /// A log with the given number of races, each with a long frame name.
  private func log(races: Int, long: Int) -> String {
    (0..<races).map { number in
      GoExamples.plain.replacing(
        "main.add()", with: "main.f\(number)_" + String(repeating: "x", count: long) + "()") + "\n"
    }.joined()
  }

  @Test func `a document is at most 1 MB, and says what it leaves out`() throws {
    let text = try exported(log(races: 3000, long: 300), "markdown")
    #expect(text.utf8.count <= 1 << 20)
    #expect(text.utf8.count > 1 << 19)
    let shown = text.split(separator: "\n").count { $0.hasPrefix("## ") }
    #expect(shown > 0)
    let last = text.split(separator: "\n").last
    #expect(
      last == "Left out: \(3000 - shown) of 3000 races, to stay below 1 MiB. `racetui list` shows them all.")
  }

  @Test func `a report that is too long leaves room for others`() throws {
    let frame = "  main.deep()\n      /app/main.go:9 +0x1\n"
    let long = GoExamples.plain.replacing(
      "  main.add()\n",
      with: "  main.add()\n      /app/main.go:8 +0x44\n" + String(repeating: frame, count: 30_000)
        + "  main.start()\n")
    let text = try exported(long + "\n" + GoExamples.other + "\n", "markdown")
    #expect(text.contains("The report itself is left out: it is too long."))
    #expect(text.contains("and 29942 more frames"))
    #expect(text.contains("## 2. "))
    #expect(!text.contains("Left out:"))
  }

  @Test func `says when a log has no races`() throws {
    #expect(try exported("all is well\n", "markdown") == "`No race report in 1 line.`\n")
  }
}
