import Foundation
import FoundationXML
import GrammarExamples
import RaceModel
import RaceText
import Testing

@Suite struct `A test report with races` {
  /// An element as an independent parser reads it.
  private struct Element {
    var name: String
    var values: [String: String]
    var text = ""
  }

  private final class Reader: NSObject, XMLParserDelegate {
    var elements: [Element] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String] = [:]
    ) {
      elements.append(Element(name: name, values: attributes))
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
      elements[elements.count - 1].text += text
    }
  }

  private func elements(_ text: String) throws -> [Element] {
    #expect(!text.unicodeScalars.contains { $0 != "\n" && $0.isHarmful })
    let reader = Reader()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = reader
    try #require(parser.parse(), "\(text)")
    return reader.elements
  }

  @Test func `a race is a failed test`() throws {
    #expect(
      try exported(GoExamples.plain, "junit", root: "/app") == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="racetui" tests="1" failures="1" errors="0">
        <testsuite name="racetui" tests="1" failures="1" errors="0">
        <testcase name="data race: main.add and main.main (7cb3cbe994cc2e55)" classname="main" file="main.go" line="8">
        <failure type="data-race" message="main.add writes what main.main reads">write by goroutine 7 in main.add \
        (main.go:8)
        previous read by main goroutine in main.main (main.go:14)
        main.add writes what main.main reads
        goroutine 7 created in main.main (main.go:13)
        1 report, showing race.log:2, race 7cb3cbe994cc2e55

        A: WRITE  goroutine 7 running
            main.add()  /app/main.go:8 +0x44
          created by main goroutine (inferred)
            main.main()  /app/main.go:13 +0x66

        B: previous READ  main goroutine
            main.main()  /app/main.go:14 +0x88
          main goroutine, not created by another</failure>
        </testcase>
        </testsuite>
        </testsuites>

        """)
  }

  @Test func `a log without races is one passed test`() throws {
    let found = try elements(try exported("all is well\n", "junit"))
    #expect(found.map(\.name) == ["testsuites", "testsuite", "testcase"])
    #expect(found[1].values["tests"] == "1" && found[1].values["failures"] == "0")
    #expect(found[2].values["name"] == "No race report in 1 line.")
  }

  @Test func `counts the tests`() throws {
    let found = try elements(try exported(GoExamples.plain + "\n" + GoExamples.other + "\n", "junit"))
    #expect(found[0].values["tests"] == "2" && found[0].values["failures"] == "2")
    #expect(found.count { $0.name == "testcase" } == 2 && found.count { $0.name == "failure" } == 2)
  }

  @Test(arguments: [
    "]]>", "<script>", "</failure>", "&x;", "\"", "'", "<!--", "<![CDATA[", "\u{202E}",
    "\u{FFFF}",
    "\u{1FFFE}", "%", "|",
  ])
  func `no name is markup`(_ name: String) throws {
    let log = GoExamples.plain.replacing("main.add()", with: "main.add[\(name)]()") + "\n"
    let found = try elements(try exported(log, "junit", root: "/app"))
    #expect(found.map(\.name) == ["testsuites", "testsuite", "testcase", "failure"])
    let lost: Set<Unicode.Scalar> = ["\u{202E}", "\u{FFFF}", "\u{1FFFE}"]
    let shown = String(
      String.UnicodeScalarView(name.unicodeScalars.map { lost.contains($0) ? "\u{FFFD}" : $0 }))
    #expect(found[3].text.contains("write by goroutine 7 in main.add[\(shown)] (main.go:8)\n"))
  }

  @Test func `replaces bytes that are not text`() throws {
    let parts = GoExamples.plain.split(separator: "main.add()")
    let log =
      Array(parts[0].utf8) + Array("main.add[".utf8) + [0xFF, 0xC0, 0x80] + Array("]()".utf8)
      + Array(parts[1].utf8) + [0x0A]
    for format in ["junit", "html", "gitlab", "github", "teamcity", "sarif"] {
      let text = try exported(log, as: #require(ExportFormats.named(format)).init(), name: "race.log")
      #expect(text.contains("\u{FFFD}") || text.contains("|0xfffd"), "\(format)")
      #expect(!text.isEmpty)
    }
  }

  @Test func `cuts a very long stack`() throws {
    let frames = String(repeating: "  main.deep()\n      /app/deep.go:7 +0x1\n", count: 500)
    let log = GoExamples.plain.replacing(
      "      /app/main.go:8 +0x44\n", with: "      /app/main.go:8 +0x44\n\(frames)")
    let found = try elements(try exported(log, "junit"))
    #expect(found[3].text.contains("    and 441 more frames\n"))
  }
}
