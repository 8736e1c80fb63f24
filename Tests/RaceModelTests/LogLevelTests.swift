import Testing

@testable import RaceModel

/// Levels before the lines of reports: loggers and CI systems guess them from each line's words.
@Suite struct `Log levels before lines` {
  private static let report = GoExamples.plain.replacing("main.add", with: "main.errorCount")
  private static let outline = GoExamples.plainOutline.replacing("main.add", with: "main.errorCount")

  /// The level that such a program would guess.
  private static func level(_ line: String) -> String {
    if line.hasPrefix("WARNING") { return "WARN" }
    return line.lowercased().contains("error") ? "ERROR" : "INFO"
  }

  private static let wrappings: [@Sendable (Int, String) -> String] = [
    { "[\(level($1))] \($1)" },
    { "2026-01-02 03:04:\($0 + 10) \(level($1)) \($1)" },
    { "2026-01-02 03:04:\($0 + 10) \((level($1) + "    ").prefix(6))\($1)" },
    { "##[\(level($1).lowercased())]\($1)" },
    { "level=\(level($1).lowercased()) pod=web-1 \($1)" },
  ]

  @Test(arguments: wrappings.indices) func `each line has a level of its own`(_ wrapping: Int) {
    let text = GoExamples.wrapped(Self.report, Self.wrappings[wrapping])
    #expect(ScannedText(text).outline == Self.outline)
  }

  @Test func `two sources of different levels are two sources`() {
    let first = GoExamples.lines(GoExamples.wrapped(GoExamples.plain) { "[INFO] \($1)" })
    let second = GoExamples.lines(GoExamples.wrapped(GoExamples.other) { "[ERROR] \($1)" })
    let outline =
      GoExamples.moved(GoExamples.plainOutline, to: "3-27") + "\n"
      + GoExamples.moved(GoExamples.otherOutline, to: "4-32")
    #expect(ScannedText(GoExamples.interleaved(first, second)).outline == outline)
  }
}
