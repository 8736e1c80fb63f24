import Testing

@testable import RaceModel

@Suite struct `The end of a block behind a bar` {
  private static let bar = String(repeating: "=", count: 18)

  private func removed(_ line: String) -> String {
    let bytes = Array(line.utf8)
    let end = BarEnd.find(bytes.span, 0..<bytes.count).flatMap { $0.isClosed ? $0.end : nil }
    return bytes.span.string(0..<(end ?? bytes.count))
  }

  @Test(arguments: [
    "\"#;", "\"", "\",", "\\n\",", "\")", ")\";", ")log\";", "\"##,", "\"\"\"", "'''", "```", "`;",
    "{noformat}", "{code}", "[/code]", "[/quote]", " */", "*/", "-->", " -->", "]]>", "}}}", "~~~",
    "\\end{verbatim}",
    "\\end{lstlisting}", "\" +", "\"};",
  ])
  func `is not the bar's`(_ end: String) {
    #expect(removed(Self.bar + end) == Self.bar)
    #expect(removed("  " + Self.bar + end + " ") == "  " + Self.bar)
  }

  @Test(arguments: [
    "", "   ", ">", "]", " done", "\" said he", "> 40%", "{x}", "--", "'s", " --- FAIL: TestCart (0.00s)",
  ])
  func `is none of these`(_ end: String) {
    #expect(removed(Self.bar + end) == Self.bar + end)
  }

  @Test(arguments: ["=========\"#;", "[==================]", "x ==================\"#;", " ", "\"#;"])
  func `has a bar before it that is as long as a detector's and alone`(_ line: String) {
    #expect(removed(line) == line)
  }
}
