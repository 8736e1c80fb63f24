import GrammarExamples
import Testing

@testable import RaceModel

/// Reports in fields of records, and the tests that the records name.
@Suite struct RecordFieldTests {
  private static let plain = TransportTests.plain

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
  }

  /// Package and test of each report, `-` if unknown.
  private static func names(_ text: String) throws -> [String] {
    try ReadLog(text).testNames
  }

  @Test(
    arguments: plain,
    [
      "exit status 66", "run failed: exit status 66", "panic: x", "race detected during execution of test",
    ])
  func `the output beside a message of its end`(_ report: TransportTests.Plain, _ message: String) throws {
    let output = Self.escaped(report.log + "\n")
    let expected = GoExamples.moved(report.outline, to: "1-1")
    for record in [
      "{\"message\": \"\(message)\", \"stderr\": \"\(output)\"}",
      "{\"level\":\"error\",\"error\":{\"message\":\"\(message)\",\"stderr\":\"\(output)\"}}",
      "{\"stderr\": \"\(output)\", \"message\": \"\(message)\"}",
    ] {
      try expectRead(record + "\n", expected, record)
    }
  }

  /// Events of `go test -json`, blanks behind colons and commas as Python has them.
  private static func events(_ lines: [String]) -> [String] {
    lines.map {
      #"{"Action": "output", "Package": "example.com/app", "Test": "TestX", "Output": "\#(escaped($0))"}"#
    }
  }

  private static let during = "\n  during TestX in example.com/app"

  private static let lines = GoExamples.lines(GoExamples.plain).map { $0 + "\n" }

  @Test func `a list of events, each on a line of its own`() throws {
    let text = "[" + Self.events(Self.lines).joined(separator: ",\n") + "]\n"
    try expectRead(text, GoExamples.plainOutline + Self.during)
    #expect(try Self.names(text) == ["example.com/app TestX"])
  }

  @Test func `a list of events on one line is not its first event`() {
    let line = Array(("[" + Self.events(["a\n", "b\n"]).joined(separator: ",") + "]").utf8)
    #expect(WrappedLine(line.span, 0..<line.count) == nil)
  }

  @Test func `a title in two records`() throws {
    let parts = Self.lines.flatMap { line -> [String] in
      line.count > 10 ? [String(line.prefix(9)), String(line.dropFirst(9))] : [line]
    }
    let text = Self.events(parts).joined(separator: "\n") + "\n"
    // Of 14 lines only the two blank ones are whole; the title is the second one.
    try expectRead(text, GoExamples.moved(GoExamples.plainOutline, to: "3-26") + Self.during)
    #expect(try Self.names(text) == ["example.com/app TestX"])
  }

  @Test func `events inside of Docker's records`() throws {
    let events = Self.events(Self.lines).map {
      "{\"log\": \"\(Self.escaped($0 + "\n"))\", \"stream\": \"stdout\"}"
    }
    let text = events.joined(separator: "\n") + "\n"
    try expectRead(text, GoExamples.plainOutline + Self.during)
    #expect(try Self.names(text) == ["example.com/app TestX"])
  }

  @Test func `events with a line for each field`() throws {
    let events = Self.lines.map {
      """
      {
        "Action": "output",
        "Package": "example.com/app",
        "Test": "TestX",
        "Output": "\(Self.escaped($0))"
      }

      """
    }
    #expect(try Self.names(events.joined()) == ["example.com/app TestX"])
  }

  @Test func `a whole log in one field`() throws {
    let log = Self.escaped("=== RUN   TestX\n" + GoExamples.plain + "\nFAIL\n")
    #expect(try Self.names("=== RUN   TestA\n{\"msg\": \"\(log)\"}\n") == ["- TestX"])
    let passed = Self.escaped("=== RUN   TestX\n--- PASS: TestX (0.00s)\n" + GoExamples.plain + "\n")
    #expect(try Self.names("{\"msg\": \"\(passed)\"}\n") == ["- -"])
  }

  @Test func `the result of a package in a logger's records`() throws {
    let below = [
      "    testing.go:1465: race detected during execution of test", "--- FAIL: TestX (0.02s)", "FAIL",
      "FAIL\texample.com/app/store\t0.034s", "FAIL",
    ]
    let lines = ["=== RUN   TestX"] + GoExamples.lines(GoExamples.plain) + below
    let text = lines.map {
      "{\"level\": \"info\", \"message\": \"\(Self.escaped($0).replacing("\t", with: "\\t"))\"}\n"
    }
    #expect(try Self.names(text.joined()) == ["example.com/app/store TestX"])
  }

  @Test(arguments: ["+", "##[error]", "[info]", "[info] "])
  func `the result of a package behind a mark`(_ mark: String) throws {
    let below = [
      "    testing.go:1465: race detected during execution of test", "FAIL\texample.com/app/store\t0.034s",
    ]
    let lines = ["=== RUN   TestX"] + GoExamples.lines(GoExamples.plain) + below
    #expect(try Self.names(lines.map { mark + $0 + "\n" }.joined()) == ["example.com/app/store TestX"])
  }

  // MARK: Texts in texts

  @Test(arguments: plain)
  func `a string in the text of a record`(_ report: TransportTests.Plain) throws {
    let string = Self.escaped(report.log + "\n")
    let expected = GoExamples.moved(report.outline, to: "1-1")
    for (record, text) in [
      ("{\"log\": \"@\", \"stream\": \"stderr\"}", "{\"level\": \"error\", \"output\": \"\(string)\"}\n"),
      ("{\"labels\": {\"app\": \"oven\"}, \"line\": \"@\"}", "level=error msg=\"\(string)\""),
      ("{\"level\": \"info\", \"msg\": \"@\"}", "started\nrun failed: \"\(string)\"\nstopped"),
    ] {
      try expectRead(record.replacing("@", with: Self.escaped(text)) + "\n", expected, record)
    }
  }

  @Test func `what a test says that it got`() throws {
    let string = Self.escaped(GoExamples.plain + "\n")
    let text = Self.events(["    x_test.go:12: got \"\(string)\"\n"])[0] + "\n"
    try expectRead(text, GoExamples.moved(GoExamples.plainOutline, to: "1-1") + Self.during)
  }

  /// What other programs put around each line of a log of records.
  private static let wraps: [(name: String, line: @Sendable (Int, String) -> String)] = [
    (
      "a page",
      {
        "<tr><td class=\"n\">\($0)</td><td>\($1.asElement.replacing("\"", with: "&quot;"))</td></tr>"
      }
    ),
    ("a table with commas", { "2024-05-03,error,\"\($1.replacing("\"", with: "\"\""))\"" }),
    ("a logger", { "level=info msg=\"\(RecordFieldTests.escaped($1))\"" }),
    ("a literal", { "\t\"\(RecordFieldTests.escaped($1))\\n\" +" }),
    ("Docker", { "{\"log\": \"\(RecordFieldTests.escaped($1 + "\n"))\", \"stream\": \"stdout\"}" }),
  ]

  @Test(arguments: wraps.indices)
  func `signs in records that are wrapped once more`(_ position: Int) throws {
    let (name, wrap) = Self.wraps[position]
    let lines = Self.lines.map { $0.replacing("/app/main.go:14", with: "<autogenerated>:1") }
    let events = Self.events(lines).map {
      $0.replacing("<", with: "\\u003c").replacing(">", with: "\\u003e")
    }
    let text = events.enumerated().map { wrap($0 + 1, $1) }.joined(separator: "\n") + "\n"
    let outline = GoExamples.plainOutline.replacing("/app/main.go:14", with: "<autogenerated>:1")
    try expectRead(text, outline + Self.during, name)
  }

  @Test(arguments: wraps.indices)
  func `quotes in records that are wrapped once more`(_ position: Int) throws {
    let (name, wrap) = Self.wraps[position]
    let lines = """
      ==7== Thread #1: lock order "0x30A0C0 before 0x30A0F0" violated
      ==7==
      ==7== Observed (incorrect) order is: acquisition of lock at 0x30A0F0
      ==7==    at 0x4C2BC62: lock (oven.c:494)
      ==7==    by 0x400825: main (oven.c:23)
      """.split(separator: "\n")
    let text = lines.enumerated().map { number, line in
      wrap(number + 1, "{\"log\": \"\(Self.escaped(String(line) + "\n"))\", \"stream\": \"stderr\"}") + "\n"
    }
    let log = try ReadLog(text.joined())
    let titles = log.entries.compactMap { log.detailed($0)?.report.title }
    #expect(titles == ["Thread #1: lock order \"0x30A0C0 before 0x30A0F0\" violated"], "\(name)")
    #expect(log.entries.map(\.kind) == [.lockOrder], "\(name)")
  }

  /// A line in the encoding of mails.
  private static func mailed(_ line: String) -> String {
    var lines: [String] = []
    var current = ""
    for character in line {
      let next = character == "=" ? "=3D" : String(character)
      if current.count + next.count > 75 {
        lines.append(current + "=")
        current = ""
      }
      current += next
    }
    return (lines + [current]).joined(separator: "\n")
  }

  @Test(arguments: plain.filter { ["go", "tsan", "kcsan"].contains($0.detector) })
  func `records in the encoding of mails`(_ report: TransportTests.Plain) throws {
    let records = GoExamples.lines(report.log).enumerated().map { number, line in
      Self.mailed(
        "{\"__REALTIME_TIMESTAMP\": \"\(1_714_737_704_000_000 + number)\", \"PRIORITY\": \"3\", "
          + "\"_PID\": \"2231\", \"MESSAGE\": \"\(Self.escaped(line))\"}")
    }
    // Each record is on two lines or more.
    let counts = records.map { $0.split(separator: "\n").count }
    let span = report.outline.prefix { $0 != " " }.split(separator: "-").compactMap { Int($0) }
    let first = counts[..<(span[0] - 1)].reduce(1, +)
    let last = counts[..<span[1]].reduce(0, +)
    try expectRead(
      records.joined(separator: "\n") + "\n", GoExamples.moved(report.outline, to: "\(first)-\(last)"))
  }

  // MARK: Lists of strings

  @Test func `signs in a list of strings`() throws {
    let log = GoExamples.plain.replacing("/app/main.go:8", with: "C:\\app\\main.go:8")
      .replacing("/app/main.go:14", with: "<autogenerated>:1").replacing("main.add", with: "main.größe")
    let text = GoExamples.lines(log).map { line in
      let string = Self.escaped(line).replacing("<", with: "\\u003c").replacing(">", with: "\\u003e")
        .replacing("ö", with: "\\u00f6").replacing("/", with: "\\/")
      return "  \"\(string)\""
    }
    try expectRead(
      "[\n" + text.joined(separator: ",\n") + "\n]\n",
      GoExamples.moved(GoExamples.plainOutline, to: "3-15").replacing(
        "/app/main.go:8", with: "C:\\app\\main.go:8"
      )
      .replacing("/app/main.go:14", with: "<autogenerated>:1").replacing("main.add", with: "main.größe"))
  }

  private func undone(_ line: String) -> String {
    let bytes = Array(line.utf8)
    return String(
      decoding: EscapedQuotes.undone(bytes, LineMarks(bytes.span, 0..<bytes.count)), as: UTF8.self)
  }

  @Test(arguments: [
    (#"  "C:\\a\/b \"c\" \u00e4\n","#, #"  "C:\a/b "c" ä\n","#),
    (#"- "\u003ca\u003e:1""#, #"- "<a>:1""#),
    (#"  'C:\\a',"#, #"  'C:\a',"#),
    (#"  "Output": "C:\\a\n""#, #"  "Output": "C:\a\n""#),
    (#"  "\ud83d\ude00 \\","#, #"  "😀 \","#),
    (#"{"out": "\u00e4 \"b\"\t"}"#, #"{"out": "ä "b"\t"}"#),
    (#"  "\uDBC0\uDC00 \\","#, "  \"\u{100000} \\\","),
  ])
  func `signs of a string`(_ line: String, _ text: String) {
    #expect(undone(line) == text)
  }

  /// A path that is not escaped, an item of YAML, a text that is no string.
  @Test(arguments: [
    #"  "C:\src\new.go:1 +0x1","#, #"  "C:\users\u.go","#, #"- 'C:\\a'"#, #"C:\\a"#, #""a" C:\\b "c" d"#,
    #""\"#, #"{"C:\users", "\u00e4"}"#, #"if a { "b\u00e4": 1 }"#,
  ])
  func `others stay`(_ line: String) {
    #expect(undone(line) == line)
  }

  @Test func `a list of YAML with quotes around some items`() throws {
    let items = GoExamples.lines(GoExamples.plain).map { $0.hasPrefix("==") ? "- \($0)" : "- '\($0)'" }
    try expectRead(
      "lines:\n" + items.joined(separator: "\n") + "\n", GoExamples.moved(GoExamples.plainOutline, to: "3-15")
    )
  }

  /// Records of which no field is known to hold a text.
  private static let unknown: [@Sendable (Int, String) -> String] = [
    { "{\"preview\": false, \"offset\": \($0), \"result\": {\"_raw\": \"\($1)\"}}" },
    { "{\"proc\": \"test\", \"pos\": \($0), \"out\": \"\($1)\"}" },
    { "  {\"pos\":\($0),\"out\":\"\($1)\"}," },
  ]

  @Test(arguments: unknown.indices)
  func `signs in records of unknown fields`(_ position: Int) throws {
    func changed(_ text: String) -> String {
      text.replacing("main.add", with: "main.größe").replacing("/app/main.go:14", with: "/app/😀/main.go:14")
        .replacing("/app/main.go:13", with: "C:\\app\\main.go:13")
    }
    let lines = GoExamples.lines(changed(GoExamples.plain)).enumerated().map { number, line in
      let text = Self.escaped(line).replacing("ö", with: "\\u00f6").replacing("ß", with: "\\u00DF")
        .replacing("😀", with: "\\ud83d\\ude00")
      return Self.unknown[position](number + 1, text)
    }
    try expectRead(lines.joined(separator: "\n") + "\n", changed(GoExamples.plainOutline), "\(position)")
  }

  // MARK: Other escapes

  @Test(
    arguments: plain, ["::error file=x.go,line=1::", "##vso[task.logissue type=error]", "12:00 ::warning::"])
  func `a command of a CI system`(_ report: TransportTests.Plain, _ command: String) throws {
    let text = (report.log + "\n").replacing("%", with: "%25").replacing("\n", with: "%0A")
    try expectRead(command + text + "\n", GoExamples.moved(report.outline, to: "1-1"), command)
  }

  @Test func `numbers of signs in YAML`() throws {
    let log = Self.escaped(GoExamples.plain.replacing("main.add", with: "main.größe") + "\n")
      .replacing("ö", with: "\\xF6").replacing("ß", with: "\\xDF").replacing(
        " by goroutine", with: " by\n  goroutine")
    let read = try ReadLog("msg: \"\(log)\"\n")
    #expect(read.outline.contains("1 main.größe /app/main.go:8"))
  }

  @Test(arguments: plain)
  func `blanks that are elements of a page without classes`(_ report: TransportTests.Plain) throws {
    let blank = "<span style=\"color: #BBB\"> </span>"
    try expectRead(report.log.asElement.replacing(" ", with: blank), report.outline)
  }
}
