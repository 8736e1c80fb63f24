import GrammarExamples
import Testing

@testable import RaceModel

/// The prefixes and escapes that transport adds to reports. The text must read as before.
@Suite struct TransportTests {
  /// A small report of a detector and its expected outline.
  struct Plain: CustomTestStringConvertible, Sendable {
    let detector: String
    let log: String
    let outline: String
    var testDescription: String { detector }
  }

  static let plain = [
    Plain(detector: "go", log: GoExamples.plain, outline: GoExamples.plainOutline),
    Plain(detector: "tsan", log: TSanExamples.plain, outline: TSanExamples.plainOutline),
    Plain(detector: "kcsan", log: KCSANExamples.plain, outline: KCSANExamples.plainOutline),
    Plain(detector: "helgrind", log: HelgrindExamples.plain, outline: HelgrindExamples.plainOutline),
    Plain(detector: "drd", log: DRDExamples.plain, outline: DRDExamples.plainOutline),
  ]

  private static func wrapped(_ text: String, _ change: (Int, String) -> String) -> String {
    GoExamples.wrapped(text, change)
  }

  private static func expect(
    _ text: String, _ outline: String, _ what: String, location: SourceLocation = #_sourceLocation
  ) throws {
    for (end, text) in [("LF", text), ("CRLF", text.replacing("\n", with: "\r\n"))] {
      try expectRead(text, outline, "\(what), \(end)", location: location)
    }
  }

  // MARK: Strings of programs

  /// A report as one string per line, as in program code and loggers' output.
  private static let strings: [(name: String, line: @Sendable (Int, String) -> String)] = [
    ("C", { "    \"\($1)\\n\"" }), ("Go", { "\t\"\($1)\\n\" +" }), ("a list", { "    \"\($1)\"," }),
    ("logfmt", { "level=error msg=\"\($1)\"" }), ("gdb/MI", { "~\"\($1)\\n\"" }),
  ]

  @Test(arguments: plain, strings.indices)
  func `escaped quotes, one string per line`(_ report: Plain, _ position: Int) throws {
    let (name, line) = Self.strings[position]
    let text = report.log.replacing("\"", with: "\\\"")
    try Self.expect(Self.wrapped(text, line), report.outline, name)
  }

  @Test(arguments: strings.indices)
  func `escaped quotes in a title`(_ position: Int) throws {
    let (name, line) = Self.strings[position]
    let text = """
      ==7== Thread #1: lock order \\"0x30A0C0 before 0x30A0F0\\" violated
      ==7==
      ==7== Observed (incorrect) order is: acquisition of lock at 0x30A0F0
      ==7==    at 0x4C2BC62: pthread_mutex_lock (hg_intercepts.c:494)
      ==7==    by 0x400825: main (t.c:23)
      ==7==
      ==7==  followed by a later acquisition of lock at 0x30A0C0
      ==7==    at 0x4C2BC62: pthread_mutex_lock (hg_intercepts.c:494)
      ==7==    by 0x400853: main (t.c:24)
      """
    let log = try ReadLog(Self.wrapped(text, line))
    #expect(log.entries.map(\.kind) == [.lockOrder], "\(name)")
    #expect(log.reports.first?.report.sections.count { $0.kind == .acquisition } == 2, "\(name)")
  }

  @Test(arguments: [
    ("const want = ", "\t", "\n\" +"), ("return ", "\t\t", "\n\" +"), ("x = (", "     ", "\n\""),
  ])
  func `a variable before the first of the strings`(before: String, indent: String, end: String) throws {
    for report in Self.plain where ["go", "tsan"].contains(report.detector) {
      let lines = GoExamples.lines(report.log).dropFirst()
      let text = lines.enumerated().map { position, line in
        (position == 0 ? before : indent) + "\"" + line + end.replacing("\n", with: "\\n")
      }.joined(separator: "\n")
      let log = try ReadLog(text)
      #expect(log.entries.count == 1, "\(report.detector)")
      let found = try #require(log.reports.first?.report)
      #expect(found.accesses.count == 2, "\(report.detector)")
      #expect(found.accesses.allSatisfy { $0.stack?.isEmpty == false }, "\(report.detector)")
    }
  }

  @Test(arguments: ["`, \"the title\"},", "`)", "`},", "`, 3)"])
  func `values of a program after a raw string`(end: String) throws {
    let lines = GoExamples.lines(KCSANExamples.plain)[1...9]
    let text = "\t{`" + lines.joined(separator: "\n") + end + "\n"
    let report = try #require(try ReadLog(text).reports.first)
    #expect(report.report.accesses.map { report.site(of: $0)?.function } == ["oven_bake", "oven_taste"])
    #expect(
      report.frames(of: report.report.accesses[1].stack).map(\.function) == [
        "oven_taste", "oven_timer",
      ])
  }

  // MARK: Searches

  /// A search tool's prefix for a line, numbered from 1; the title is a hit.
  private static let searches: [(name: String, before: @Sendable (Int, Bool) -> String)] = [
    ("grep -n -A", { "\($0)\($1 ? ":" : "-")" }),
    ("grep -n -A in several files", { "logs/race-2.log\($1 ? ":" : "-")\($0)\($1 ? ":" : "-")" }),
    ("grep -A in several files", { "logs/race-2.log\($1 ? ":" : "-")" }),
    ("grep -A of stamped lines", { "logs/race-2.log\($1 ? ":" : "-")[12:01:\($0)] " }),
    ("grep -A of a container's lines", { "race.txt\($1 ? ":" : "-")api-1  | " }),
    ("an editor", { "  \($0)\($1 ? ":" : " ") " }),
  ]

  /// The hits: titles alone, or titles and second accesses.
  private static let hits: [[String]] = [
    ["WARNING: ", "BUG: KCSAN", "Possible data race", "Conflicting store"],
    [
      "WARNING: ", "BUG: KCSAN", "Possible data race", "Conflicting store", "revious ", "read to ",
      "Allocation",
    ],
  ]

  @Test(arguments: plain, searches.indices)
  func `results of a search with the lines around them`(_ report: Plain, _ position: Int) throws {
    let (name, before) = Self.searches[position]
    for hits in Self.hits {
      let text = Self.wrapped(report.log) { number, line in
        before(number + 10, hits.contains { line.contains($0) }) + line
      }
      try Self.expect(text, report.outline, "\(name), hits \(hits)")
    }
  }

  // MARK: Docker

  /// Lines as Docker's API sends them, so many in each piece.
  private static func framed(_ text: String, lines count: Int, end: String = "\n") -> [UInt8] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return stride(from: 0, to: lines.count, by: count).flatMap { first -> [UInt8] in
      let piece = lines[first..<min(lines.count, first + count)].map { "\($0)\(end)" }.joined()
      let length = piece.utf8.count
      return [2, 0, 0, 0, 0, 0, UInt8(length >> 8), UInt8(length & 0xFF)] + Array(piece.utf8)
    }
  }

  @Test(arguments: plain)
  func `pieces of Docker's raw stream`(_ report: Plain) throws {
    let plain = try ReadLog(report.log + "\n")
    for (count, end) in [(1, "\n"), (1, "\r\n"), (3, "\n")] {
      for chunkSize in [7, 1 << 20] {
        let log = try ReadLog(Self.framed(report.log, lines: count, end: end), chunkSize: chunkSize)
        #expect(log.stacks == plain.stacks)
        #expect(log.entries.map(\.isComplete) == plain.entries.map(\.isComplete))
        #expect(log.contradictions == [])
      }
    }
  }

  /// The last byte of the length may be any sign, a line end among them.
  @Test func `pieces of Docker's raw stream of any length`() throws {
    let text = (1...120).map { number in
      GoExamples.plain.replacing("main.add", with: "m.\(String(repeating: "x", count: number))")
    }.joined(separator: "\n")
    let plain = try ReadLog(text)
    let log = try ReadLog(Self.framed(text, lines: 1))
    #expect(plain.stacks.count == 360)
    #expect(log.stacks == plain.stacks)
    #expect(log.entries.allSatisfy { $0.isComplete })
    #expect(log.contradictions == [])
  }

  // MARK: TeamCity

  private static func escaped(_ text: String) -> String {
    var result = text.replacing("|", with: "||")
    for (mark, character) in [("|n", "\n"), ("|r", "\r"), ("|'", "'"), ("|[", "["), ("|]", "]")] {
      result = result.replacing(character, with: mark)
    }
    return result
  }

  // MARK: Web pages on one line

  /// Elements that are one line each, as in mails, tables and the log viewers of CI systems.
  private static let elements: [@Sendable (Int, String) -> String] = [
    { "<div>\($1)</div>" }, { "<p>\($1)</p>" }, { "<li>\($1)</li>" },
    { "<div class=\"l\"><span>\($1)</span></div>" }, { "<tr><td>\($0 + 12)</td><td>\($1)</td></tr>" },
    {
      "<div class=\"log-line\"><a href=\"#L\($0 + 9)\" class=\"number\">\($0 + 9)</a><span class=\"t\">\($1)</span></div>"
    },
  ]

  @Test(arguments: plain, elements.indices)
  func `elements that are lines`(_ report: Plain, _ position: Int) throws {
    let lines = report.log.split(separator: "\n", omittingEmptySubsequences: false)
    let page = lines.enumerated().map { index, line in
      let text = String(line).replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(
        ">", with: "&gt;")
      return Self.elements[position](index, text.replacing("  ", with: "&nbsp; "))
    }
    let log = try ReadLog("<body>" + page.joined() + "</body>\n")
    #expect(log.outline == "1-1" + String(report.outline.drop { $0 != " " }))
    #expect(log.contradictions == [])
  }

  @Test(arguments: plain)
  func `one message of TeamCity`(_ report: Plain) throws {
    let log =
      "##teamcity[testStdErr name='TestShelf' out='\(Self.escaped(report.log))|n' flowId='1']\n"
    let expected = report.outline.drop { $0 != " " }
    let found = try ReadLog(log).outline
    #expect(found == "1-1" + expected + "\n  during TestShelf in ?")
  }

  @Test(arguments: plain)
  func `one message of TeamCity per line`(_ report: Plain) throws {
    let log = Self.wrapped(report.log) {
      "##teamcity[testOutput name='Test|[Shelf|]' out='\(Self.escaped($1))|n']"
    }
    #expect(try ReadLog(log).outline == report.outline + "\n  during Test[Shelf] in ?")
  }
}

extension ReadLog {
  /// The reports, read in full.
  fileprivate var reports: [DetailedReport] { entries.compactMap { detailed($0) } }
}
