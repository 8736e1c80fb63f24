import GrammarExamples
import Testing

@testable import RaceModel

/// Levels before the lines of reports: loggers and CI systems guess them from the words of each line.
@Suite struct `Log levels before lines` {
  private static let report = GoExamples.plain.replacing("main.add", with: "main.errorCount")
  private static let outline = GoExamples.plainOutline.replacing("main.add", with: "main.errorCount")

  /// The level that such a program guesses.
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
    { "[\(["INFO", "WARN", "ERROR", "DEBUG"][$0 * 7 % 4])] \($1)" },
  ]

  @Test(arguments: wrappings.indices) func `may differ between lines`(_ wrapping: Int) {
    let text = GoExamples.wrapped(Self.report, Self.wrappings[wrapping])
    #expect(ScannedText(text).outline == Self.outline)
  }

  @Test(arguments: ["INFO", "WARN"]) func `keep the summary of a ThreadSanitizer report`(_ title: String) {
    let text = """
      [\(title)] WARNING: ThreadSanitizer: data race (pid=7)
      [INFO]   Write of size 4 at 0x7b0400000010 by main thread:
      [INFO]     #0 add /src/pond.c:7:3 (pond+0x20)
      [INFO]
      [INFO]   Previous read of size 4 at 0x7b0400000010 by thread T1:
      [ERROR]     #0 error_count /src/pond.c:9:3 (pond+0x40)
      [INFO]
      [ERROR] SUMMARY: ThreadSanitizer: data race /src/pond.c:7:3 in add
      [INFO] ==================

      """
    let scanned = ScannedText(text)
    let report = scanned.entries.first.flatMap(scanned.detailed)?.report
    #expect(report?.accesses.map(\.stack?.count) == [1, 1])
    #expect(report?.summary == "SUMMARY: ThreadSanitizer: data race /src/pond.c:7:3 in add")
  }

  @Test func `separate two writers`() {
    let first = GoExamples.lines(GoExamples.wrapped(GoExamples.plain) { "[INFO] \($1)" })
    let second = GoExamples.lines(GoExamples.wrapped(GoExamples.other) { "[ERROR] \($1)" })
    let outline =
      GoExamples.moved(GoExamples.plainOutline, to: "3-27") + "\n"
      + GoExamples.moved(GoExamples.otherOutline, to: "4-32")
    #expect(ScannedText(GoExamples.interleaved(first, second)).outline == outline)
  }
}
