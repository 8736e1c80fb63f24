import Foundation
import Testing

@testable import RaceModel

/// The text of a report with the wrapping of its lines removed.
@Suite struct UnwrappedTextTests {
  private static let report = """
    ==================
    WARNING: DATA RACE
    Write at 0x00c000012345 by goroutine 7:
      main.fill()
          /src/pond.go:12 +0x44

    Previous read at 0x00c000012345 by goroutine 8:
      main.look()
          /src/pond.go:30 +0x55

    Goroutine 7 (running) created at:
      main.main()
          /src/pond.go:40 +0x66

    Goroutine 8 (running) created at:
      main.main()
          /src/pond.go:41 +0x77
    ==================

    """

  private func unwrapped(_ log: String) throws -> String {
    let read = try ReadLog(log)
    let entry = try #require(read.entries.first)
    let bytes = Array(log.utf8)[entry.bytes]
    return String(decoding: entry.unwrapped(Array(bytes)), as: UTF8.self)
  }

  private func record(_ line: String, _ package: String = "pond") -> String {
    let text = line.replacingOccurrences(of: "\"", with: "\\\"")
    return #"{"Time":"2026-01-02T03:04:05Z","Action":"output","Package":"\#(package)","Output":"\#(text)\n"}"#
      + "\n"
  }

  @Test func `records of JSON become the lines that they hold, without those of other streams`() throws {
    let lines = Self.report.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(
      String.init)
    var log = ""
    for (number, line) in lines.enumerated() {
      log += record(line)
      if number == 3 { log += record("ok  \tother\t0.1s", "other") }
    }
    #expect(try unwrapped(log).hasPrefix("WARNING: DATA RACE\nWrite at"))
    #expect(try !unwrapped(log).contains("other"))
    #expect(try unwrapped(log).contains("  main.look()\n      /src/pond.go:30 +0x55\n"))
  }

  @Test func `a report on one line gets its lines back`() throws {
    let line = Self.report.replacingOccurrences(of: "\n", with: "\\n")
    let text = try unwrapped("error: \"\(line)\"\n")
    #expect(text.contains("WARNING: DATA RACE\nWrite at 0x00c000012345 by goroutine 7:\n  main.fill()\n"))
  }

  @Test func `a report in a string of a record gets its lines back`() throws {
    let line = Self.report.replacingOccurrences(of: "\n", with: "\\\\n")
    let text = try unwrapped(#"{"log":"level=error msg=\""# + line + #"\"\n","stream":"stderr"}"# + "\n")
    #expect(text.contains("WARNING: DATA RACE\nWrite at 0x00c000012345 by goroutine 7:\n  main.fill()\n"))
  }

  @Test func `plain text is unchanged`() throws {
    let text = try unwrapped(Self.report)
    #expect(text.hasPrefix("WARNING: DATA RACE\n") && Self.report.contains(text))
  }
}
