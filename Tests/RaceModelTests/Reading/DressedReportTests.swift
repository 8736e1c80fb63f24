import GrammarExamples
import Testing

@testable import RaceModel

/// Reports of which somebody has dressed up single lines, in a document or a chat.
@Suite struct DressedReportTests {
  private static let plain = TransportTests.plain.filter { ["go", "tsan", "kcsan"].contains($0.detector) }
  private static let numbered = plain.filter { $0.detector != "kcsan" }

  private static func isTitle(_ line: String) -> Bool {
    line.hasPrefix("WARNING: ") || line.hasPrefix("BUG: ")
  }

  private static func isHeader(_ line: String) -> Bool {
    line.hasSuffix(" at:") || (line.hasSuffix(":") && line.contains(" 0x") && !line.contains("Location"))
  }

  private static func isFrame(_ line: String) -> Bool {
    line.hasSuffix("()") || line.contains("#") && line.hasPrefix("    ") || line.hasPrefix(" oven_")
  }

  /// The text of a line, and the blanks before it.
  private static func parts(_ line: String) -> (blanks: String, text: String) {
    let blanks = line.prefix { $0 == " " }
    return (String(blanks), String(line.dropFirst(blanks.count)))
  }

  /// A log with its titles, its headers or its frames changed.
  private static func dressed(
    _ log: String, title: (String) -> String = { $0 }, header: (String) -> String = { $0 },
    frame: (String) -> String = { $0 }
  ) -> String {
    GoExamples.wrapped(log) { _, line in
      if isTitle(line) { return title(line) }
      if isHeader(line) { return header(parts(line).text) }
      return isFrame(line) ? parts(line).blanks + frame(parts(line).text) : line
    }
  }

  private static func expect(
    _ text: String, _ outline: String, _ what: String = "", location: SourceLocation = #_sourceLocation
  ) throws {
    for (name, text) in [("LF", text), ("CRLF", text.replacing("\n", with: "\r\n"))] {
      try expectRead(text, outline, "\(what), \(name)", location: location)
    }
  }

  @Test(arguments: plain)
  func `headings`(_ report: TransportTests.Plain) throws {
    let headings = [("### ", "#### "), ("", "### "), ("## ", "## "), ("# ", "## "), ("### ", "### ")]
    for (title, header) in headings {
      let text = Self.dressed(report.log, title: { title + $0 }, header: { header + $0 })
      try Self.expect(text, report.outline, "\(title)and \(header)")
    }
  }

  @Test(arguments: plain)
  func `arrows`(_ report: TransportTests.Plain) throws {
    for arrow in ["--> ", "=> "] {
      try Self.expect(Self.dressed(report.log, header: { arrow + $0 }), report.outline, arrow)
    }
  }

  @Test(arguments: plain)
  func `bold headers`(_ report: TransportTests.Plain) throws {
    for mark in ["**", "__"] {
      let text = Self.dressed(report.log, header: { mark + $0 + mark })
      try Self.expect(text, report.outline, mark)
    }
  }

  @Test(arguments: numbered)
  func `bold titles and headers`(_ report: TransportTests.Plain) throws {
    let text = Self.dressed(report.log, title: { "**\($0)**" }, header: { "**\($0)**" })
    try Self.expect(text, report.outline)
  }

  @Test(arguments: plain)
  func `frames that are items of a list`(_ report: TransportTests.Plain) throws {
    for item in ["- ", "* ", "1. "] {
      try Self.expect(Self.dressed(report.log, frame: { item + $0 }), report.outline, item)
    }
  }

  @Test(arguments: plain)
  func `frames that are code`(_ report: TransportTests.Plain) throws {
    try Self.expect(Self.dressed(report.log, frame: { "`\($0)`" }), report.outline)
  }

  @Test func `a heading ends the report above it`() throws {
    let reports = [GoExamples.plain, GoExamples.other].map { report in
      let lines = GoExamples.lines(report).dropFirst().dropLast()
      return Self.dressed(lines.joined(separator: "\n"), title: { "### " + $0 }, header: { "#### " + $0 })
    }
    try Self.expect(
      reports.joined(separator: "\n\n"),
      GoExamples.moved(GoExamples.plainOutline, to: "1-12") + "\n"
        + GoExamples.moved(GoExamples.otherOutline, to: "14-29"))
  }

  @Test(arguments: ["# ", "## ", "### ", "> ", "- ", "** "])
  func `what is before each line is a prefix as before`(_ prefix: String) throws {
    for report in Self.plain {
      let text = GoExamples.wrapped(report.log) { prefix + $1 }
      try Self.expect(text, report.outline, report.detector)
    }
  }

  @Test func `advice below a report is none of its frames`() throws {
    let lines = GoExamples.lines(GoExamples.plain).dropFirst().dropLast()
    let text = lines.joined(separator: "\n") + "\n\n- mu.Lock()\n* mu.Unlock()\n`wg.Wait()`\n1. go.vet()\n"
    let log = try ReadLog(text)
    let entry = try #require(log.entries.first)
    let report = try #require(log.detailed(entry))
    let stacks = report.report.accesses.map(\.stack) + report.report.threads.map(\.created)
    #expect(stacks.map { report.frames(of: $0).count }.max() == 1)
  }

  @Test func `code in a message is no report`() throws {
    let text = """
      ### How to read it
      **Read at 0x00c000012345 by goroutine 7:**
      - the address
      `main.add()`

      """
    #expect(try ReadLog(text).outline.isEmpty)
  }
}
