import GrammarExamples
import Testing

@testable import RaceModel

/// Reports that mails, web pages, trackers and people have rewritten line by line, so that nothing but the reading of each
/// line tells. They must read as they were printed.
@Suite struct RewrittenReportTests {
  private static let plain = TransportTests.plain
  private static let barred = plain.filter { ["go", "tsan", "kcsan"].contains($0.detector) }

  private static func wrapped(_ text: String, _ change: (String) -> String) -> String {
    GoExamples.wrapped(text) { change($1) }
  }

  // MARK: Mails

  @Test(arguments: plain)
  func `wide blanks in the encoding of mails`(_ report: TransportTests.Plain) throws {
    let text = report.log.replacing("=", with: "=3D")
    for blanks in ["=C2=A0=C2=A0", "=C2=A0 ", "=A0 ", "=A0=A0"] {
      try expectRead(text.replacing("  ", with: blanks), report.outline, blanks)
    }
  }

  @Test func `names that are not ASCII in the encoding of mails`() throws {
    let text = GoExamples.plain.replacing("=", with: "=3D").replacing("main.add", with: "main.a=C3=B6d")
    try expectRead(text, GoExamples.plainOutline.replacing("main.add", with: "main.aöd"))
  }

  @Test func `the page of a mail`() throws {
    try expectRead(
      """
      <div dir=3D"ltr"><div>Hi,</div><div>=3D=3D7=3D=3D Possible data race during=
       read of size 4 at 0x10C08C by thread #1</div><div>=3D=3D7=3D=3D Locks held=
      : none</div><div>=3D=3D7=3D=3D &nbsp; &nbsp;at 0x109532: rd (m.c:16)</div><=
      div>=3D=3D7=3D=3D &nbsp; &nbsp;by 0x109533: main (m.c:20)</div><div>=3D=3D7=
      =3D=3D </div><div>=3D=3D7=3D=3D This conflicts with a previous write of siz=
      e 4 by thread #2</div><div>=3D=3D7=3D=3D Locks held: none</div><div>=3D=3D7=
      =3D=3D &nbsp; &nbsp;at 0x1094E5: wr (m.c:9)</div><div>=3D=3D7=3D=3D &nbsp;A=
      ddress 0x10c08c is 0 bytes inside data symbol &quot;balance&quot;</div><div=
      ><br></div></div>

      """,
      """
      1-9 Possible data race during read of size 4 at 0x10C08C by thread #1 pid 7
        read 4 0x10c08c main: 2 rd m.c:16
        previous write 4 thread #2: 1 wr m.c:9
        global: Address 0x10c08c is 0 bytes inside data symbol "balance"
      """, "Helgrind")
    try expectRead(
      """
      <div dir=3D"ltr"><div>Hi,</div><div>=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=
      =3D=3D=3D=3D=3D</div><div>WARNING: ThreadSanitizer: data race (pid=3D31605)=
      </div><div>&nbsp; Read of size 4 at 0x7b0400000000 by main thread:</div><di=
      v>&nbsp; &nbsp; #0 peek /src/uaf/uaf.c:19 (uaf+0x129e)</div><div><br></div>=
      <div>&nbsp; Previous write of size 8 at 0x7b0400000000 by thread T1:</div><=
      div>&nbsp; &nbsp; #0 drop /src/uaf/uaf.c:18 (uaf+0x11fe)</div><div><br></di=
      v><div>SUMMARY: ThreadSanitizer: data race /src/uaf/uaf.c:19 in peek</div><=
      div>=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D</div></div>

      """,
      """
      1-8 data race pid 31605
        read 4 0x7b0400000000 main: 1 peek /src/uaf/uaf.c:19
        previous write 8 0x7b0400000000 thread T1: 1 drop /src/uaf/uaf.c:18
        summary: SUMMARY: ThreadSanitizer: data race /src/uaf/uaf.c:19 in peek
        damage: where thread T1 was created is not in the log
      """, "ThreadSanitizer")
  }

  // MARK: Web pages

  /// The words of a line, each an element, blanks between them.
  private static func words(_ line: String, blank: String) -> String {
    line.split(separator: " ", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "<span class=\"k\">\(String($0).asElement)</span>" }.joined(separator: blank)
  }

  @Test(arguments: plain, [" ", "<span class=\"w\"> </span>"])
  func `each word an element of a page`(_ report: TransportTests.Plain, _ blank: String) throws {
    try expectRead(Self.wrapped(report.log) { Self.words($0, blank: blank) }, report.outline)
  }

  @Test func `words of frames alone are elements`() throws {
    let go = GoExamples.plain.replacing("main", with: "<span class=\"hljs-title\">main</span>")
    try expectRead(go, GoExamples.plainOutline, "Go")
    let tsan = TSanExamples.plain.replacing(
      "/src/oven.c", with: "<span class=\"token path\">/src/oven.c</span>")
    try expectRead(tsan, TSanExamples.plainOutline, "ThreadSanitizer")
  }

  @Test(arguments: plain, ["/<wbr>", "/\u{200B}", "/\u{AD}", "\u{FEFF}/"])
  func `places where long words may be broken`(_ report: TransportTests.Plain, _ slash: String) throws {
    try expectRead(report.log.replacing("/", with: slash), report.outline)
  }

  /// A page, or a program that sets text, has said where they may be.
  @Test func `words of titles and names that may be broken`() throws {
    let tsan = TSanExamples.plain.replacing("ThreadSan", with: "Thread\u{AD}San")
      .replacing("oven", with: "o\u{AD}ven")
    try expectRead(tsan, TSanExamples.plainOutline, "ThreadSanitizer")
    let kcsan = KCSANExamples.plain.replacing("oven_", with: "oven_\u{AD}")
    try expectRead(kcsan, KCSANExamples.plainOutline, "KCSAN")
  }

  // MARK: Links

  @Test func `places that are links`() throws {
    let server = "https://github.com/oven/oven/blob/main"
    let go = GoExamples.wrapped(GoExamples.plain) { _, line in
      guard let slash = line.firstIndex(of: "/"), let plus = line.firstRange(of: " +") else { return line }
      let place = line[slash..<plus.lowerBound]
      return "\(line[..<slash])[\(place)](\(server)/main.go#L8)\(line[plus.lowerBound...])"
    }
    try expectRead(go, GoExamples.plainOutline, "Go")
    let tsan = TSanExamples.plain.replacing(
      "/src/oven.c:12:9", with: "[/src/oven.c:12:9](\(server)/src/oven.c#L12)")
    try expectRead(tsan, TSanExamples.plainOutline, "ThreadSanitizer")
  }

  @Test(arguments: ["[app/store](http://app/store)", "<http://app/store|app/store>"])
  func `packages that are links`(_ link: String) throws {
    let outline = GoExamples.plainOutline.replacing("main.add", with: "app/store.add")
    try expectRead(GoExamples.plain.replacing("main.add", with: link + ".add"), outline)
  }

  @Test(arguments: [
    "https://github.com/oven/oven/issues/2", "[#2](../issues/2)", "[#2](https://h/o/issues/2 \"Burnt\")",
  ])
  func `threads that are links`(_ link: String) throws {
    let text = HelgrindExamples.plain.replacing("#2", with: link)
    try expectRead(text, HelgrindExamples.plainOutline)
  }

  // MARK: Literals

  /// What stands before the first bar, and behind the last one.
  private static let blocks: [(before: String, after: String)] = [
    ("{noformat}", "{noformat}"), ("let expected = r#\"", "\"#;"), ("const char *want = R\"(", ")\";"),
    ("/*", " */"), ("<!--", "-->"), ("[code]", "[/code]"), ("\\begin{verbatim}", "\\end{verbatim}"),
  ]

  @Test(arguments: barred, blocks.indices)
  func `the end of a block behind the last bar`(_ report: TransportTests.Plain, _ number: Int) throws {
    let (before, after) = Self.blocks[number]
    try expectRead(before + report.log + after + "\n", report.outline, after)
  }

  @Test func `quotes that are escaped in other ways`() throws {
    for quote in ["\\'", "''"] {
      let text = TSanExamples.other.replacing("'", with: quote)
      try expectRead(Self.wrapped(text) { "  '\($0)'," }, TSanExamples.otherOutline, quote)
    }
    let text = HelgrindExamples.plain.replacing("\"", with: "\"\"")
    try expectRead(Self.wrapped(text) { "\"\($0)\"," }, HelgrindExamples.plainOutline, "CSV")
  }

  @Test func `a title whose end only the string tells`() throws {
    let log = try ReadLog(
      """
      \t"==7== The object at address 0x10c1c0 is not a mutex.\\n" +
      \t"==7==    at 0x4852C57: pthread_mutex_unlock (in /usr/libexec/vgpreload_drd-amd64-linux.so)\\n" +
      \t"==7==    by 0x1091E5: main (badmutex.c:12)\\n" +
      \t"==7== \\n" +

      """)
    let entry = try #require(log.entries.first)
    let detailed = try #require(log.detailed(entry))
    #expect(log.entries.count == 1)
    #expect(detailed.report.title == "The object at address 0x10c1c0 is not a mutex.")
    #expect(
      detailed.frames(of: detailed.report.sections.first?.stack).map(\.function) == [
        "pthread_mutex_unlock", "main",
      ])
    #expect(detailed.report.notes.isEmpty)
  }

  @Test(arguments: plain, ["\"", "'"])
  func `a list of strings on one line`(_ report: TransportTests.Plain, _ quote: String) throws {
    let strings = GoExamples.lines(report.log.replacing(quote, with: "\\" + quote)).map { quote + $0 + quote }
    let expected = "1-1" + report.outline.drop { $0 != " " }
    for comma in [", ", ","] {
      try expectRead("error: [\(strings.joined(separator: comma))] != []\n", expected, comma)
    }
    guard quote == "\"" else { return }
    try expectRead(
      "{\"test\": \"TestOne\", \"output\": [\(strings.joined(separator: ", "))]}\n", expected, "an object")
  }

  @Test func `a list that only mentions a title`() throws {
    let list =
      #"run(["sh", "-c", "grep 'WARNING: DATA RACE' log", "Previous ", "Goroutine ", "exit status 66"])"#
    #expect(try ReadLog(list + "\n").outline.isEmpty)
  }

  @Test func `a folded string of YAML with a key in quotes`() throws {
    try expectRead(
      #"""
      "message": "==================\nWARNING: DATA RACE\nRead at 0x00c000012030 by goroutine\
        \ 7:\n  main.incr()\n      /src/counter/main.go:7 +0x3a\n  main.run()\n      /src/counter/main.go:13\
        \ +0x2e\n\nPrevious write at 0x00c000012030 by main goroutine:\n  main.incr()\n\
        \      /src/counter/main.go:7 +0xc7\n\nGoroutine 7 (running) created at:\n  main.main()\n\
        \      /src/counter/main.go:11 +0x99\n==================\n"

      """#,
      """
      1-5 DATA RACE
        read 0x00c000012030 goroutine 7: 2 main.incr /src/counter/main.go:7
        previous write 0x00c000012030 main: 1 main.incr /src/counter/main.go:7
        goroutine 7 running: 1 main.main /src/counter/main.go:11
      """)
  }

  // MARK: Pages and lists

  @Test(arguments: plain)
  func `the page of a result that was escaped before`(_ report: TransportTests.Plain) throws {
    var number = 0
    let text = Self.wrapped(report.log) { line in
      number += 1
      let once = line.asElement.replacing("\"", with: "&quot;").replacing("'", with: "&#x27;")
      return "<a id=\"L\(number)\"></a><span>\(once.asElement)</span>"
    }
    try expectRead(text, report.outline)
  }

  @Test(arguments: plain)
  func `the end of each line marked, as cat -A does`(_ report: TransportTests.Plain) throws {
    try expectRead(Self.wrapped(report.log) { $0 + "$" }, report.outline)
  }

  // MARK: Tests

  @Test(arguments: [
    ("\"", "\","), ("<span class=\"line\">", "</span>"), ("", "\u{A0}"), ("'", "');"), ("t.Log(`", "`)"),
    ("  \"", "\\n\" +"),
  ])
  func `the name of a test without what is behind it`(before: String, after: String) throws {
    let lines = ["=== RUN   TestCart", "=== RUN   TestCart/add"].map { before + $0 + after }
    let log = try ReadLog((lines + [GoExamples.plain, ""]).joined(separator: "\n"))
    #expect(log.entries.map { log.index.printedDuring($0)?.test } == ["TestCart/add"])
  }

  @Test func `blanks that do not break in the announcement of a test`() throws {
    let text = "=== RUN   TestCart/add\n".replacing(" ", with: "\u{A0}") + GoExamples.plain
    let log = try ReadLog(text)
    #expect(log.entries.map { log.index.printedDuring($0)?.test } == ["TestCart/add"])
  }

  @Test(arguments: ["TestLess/1<2", "TestQuote/\"a\"", "TestTag/<b", "TestSlash/a</b", "TestList/[a,b]"])
  func `names of tests keep their signs`(_ name: String) throws {
    let log = try ReadLog("=== RUN   \(name)\n" + GoExamples.plain)
    #expect(log.entries.map { log.index.printedDuring($0)?.test } == [name])
  }
}
