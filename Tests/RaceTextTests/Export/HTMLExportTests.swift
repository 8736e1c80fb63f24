import Foundation
import GrammarExamples
import RaceModel
import RaceWork
import Testing

@testable import RaceText

@Suite struct `Races as a page` {
  /// The tags of a page, names and values of attributes included.
  private func tags(_ page: String) -> [String] {
    page.matches(of: #/<[^>]*>/#).map { String($0.0) }
  }

  /// The text that a page shows: without tags and style, entities decoded.
  private func shown(_ page: String) -> String {
    page.replacing(#/<style>[^<]*<\/style>/#, with: "").replacing(#/<[^>]*>/#, with: "")
      .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }

  @Test func `a race has both sides, the explanation, and the report`() throws {
    let page = try exported(GoExamples.plain, "html", root: "/app")
    let body = try #require(page.split(separator: "<body>").last)
    #expect(
      body == """

        <h1>1 race in 1 report, 14 lines.</h1>
        <section id="race-7cb3cbe994cc2e55">
        <h2>1. Data race on heap: main.add and main.main</h2>
        <p class="why">main.add writes what main.main reads</p>
        <p class="dim">1 report, showing race.log:2, race 7cb3cbe994cc2e55</p>
        <div class="pair">
        <div class="a">
        <h3>A: WRITE  goroutine 7 running</h3>
        <ol>
        <li class="site">main.add()  /app/main.go:8 +0x44</li>
        </ol>
        <div>created by main goroutine (inferred)</div>
        <ol>
        <li>main.main()  /app/main.go:13 +0x66</li>
        </ol>
        </div>
        <div class="b">
        <h3>B: previous READ  main goroutine</h3>
        <ol>
        <li class="site">main.main()  /app/main.go:14 +0x88</li>
        </ol>
        <div>main goroutine, not created by another</div>
        </div>
        </div>
        <dl>
        <dt>on</dt><dd>heap (inferred from the address)</dd>
        <dt>fork</dt><dd>main.main, line 13 leads to A, line 14 to B (inferred)</dd>
        <dt>creator</dt><dd>main goroutine created goroutine 7 (inferred: the creation begins in the main function)</dd>
        </dl>
        <details><summary>The report</summary>
        <pre>\(GoExamples.plain.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().joined(separator: "\n"))</pre></details>
        </section>
        </body>
        </html>

        """)
  }

  @Test func `a page loads nothing and runs nothing`() throws {
    let page = try exported(GoExamples.plain + "\n" + GoExamples.other + "\n", "html")
    #expect(page.contains("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"))
    let names = Set(tags(page).map { $0.prefix { $0 != " " && $0 != ">" } })
    for name in ["<script", "<link", "<img", "<iframe", "<object", "<form", "<base"] {
      #expect(!names.contains(name[...]))
    }
    for tag in tags(page) where tag.contains("href") { #expect(tag.hasPrefix("<a href=\"#race-")) }
    #expect(!page.contains("url(") && !page.contains("@import") && !page.contains(" on" + "click"))
    #expect(page.contains("@media (prefers-color-scheme: dark)"))
  }

  @Test func `the list of a page links to each race`() throws {
    let page = try exported(GoExamples.plain + "\n" + GoExamples.other + "\n", "html")
    let targets = page.matches(of: #/<a href="#([^"]*)"/#).map { $0.1 }
    let ids = page.matches(of: #/<section id="([^"]*)"/#).map { $0.1 }
    #expect(targets == ids && ids.count == 2)
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "</textarea></template>", "\" onmouseover=\"x", "' onmouseover='x", "<!--",
    "-->",
    "]]>",
    "&x;", "<style>*{}</style>", "{{x}}", "`", "\u{202E}", "%", "|", "::",
  ])
  func `no name is markup`(_ name: String) throws {
    let plain = try exported(GoExamples.plain, "html")
    let log =
      GoExamples.plain.replacing("main.add()", with: "main.add[\(name)]()")
      .replacing("/app/main.go:8", with: "/app/\(name)/main.go:8") + "\n"
    let page = try exported(log, "html")
    // The function's name is part of the key.
    func kinds(_ page: String) -> [String] {
      tags(page).map { $0.replacing(#/race-[0-9a-f]{16}/#, with: "race-") }
    }
    #expect(kinds(page) == kinds(plain))
    #expect(!page.unicodeScalars.contains { $0 != "\n" && $0 != "\t" && $0.isHarmful })
    let clean = String(String.UnicodeScalarView(name.unicodeScalars.map { $0.isHarmful ? "\u{FFFD}" : $0 }))
    #expect(shown(page).contains("main.add[\(clean)]()  /app/\(clean)/main.go:8 +0x44"))
  }

  @Test func `marks the code of a racing line`() throws {
    let file = SourceFile(
      path: "/app/main.go", modified: FileTime(seconds: 0),
      bytes: Array((1...20).map { "if a < \($0) {\n" }.joined().utf8))
    let folder = try ScratchFolder()
    try GoExamples.plain.write(toFile: folder.path + "/race.log", atomically: true, encoding: .utf8)
    let files = [try LogFile.open(folder.path + "/race.log")]
    let index = Workspace(OpenLogs(files: files), code: NoCode()).index()
    var logs = ExportedLogs(index, files: files)
    logs.code = { CodeExcerpt(file, line: $0.line, means: .printed, logModified: nil) }
    var bytes: [UInt8] = []
    var format = HTMLExport()
    try format.finish(logs) { bytes += $0 }
    let page = String(decoding: bytes, as: UTF8.self)
    #expect(page.matches(of: #/<b>(.*)<\/b>/#).map { $0.1 } == [" 8  if a &lt; 8 {", "14  if a &lt; 14 {"])
    #expect(page.contains("<code>/app/main.go:8</code>"))
  }

  @Test func `a page has 10 MiB at most`() { #expect(HTMLExport().limit == 10 << 20) }

  @Test func `a page stays below its limit, and says what it leaves out`() throws {
    let long = String(repeating: "x", count: 1000)
    let log = (0..<200).map { number in
      GoExamples.plain.replacing("main.add()", with: "main.f\(number)_\(long)()") + "\n"
    }.joined()
    let limit = 600_000
    let page = try exported(log.utf8, as: HTMLExport(limit: limit), name: "race.log")
    #expect(page.utf8.count <= limit && page.utf8.count > limit / 10 * 9)
    let shown = page.matches(of: #/<section /#).count
    #expect(
      page.contains("<p>Left out: \(200 - shown) of 200 races, to stay below 10 MiB."), "\(shown)")
  }

  @Test func `says when a log has no races`() throws {
    let page = try exported("all is well\n", "html")
    #expect(page.contains("<h1>No race report in 1 line.</h1>") && !page.contains("<section"))
  }
}
