import GrammarExamples
import Testing

@testable import RaceModel

/// Recordings of terminals, whose events end anywhere.
@Suite struct TerminalRecordingTests {
  private static let headers = [
    #"{"version": 2, "width": 120, "height": 40}"#,
    #"{"version":3,"term":{"cols":120,"rows":40},"timestamp":1700000000}"#,
  ]

  private static let escapes: [UInt8: String] = [
    0x0A: "\\n", 0x0D: "\\r", UInt8(ascii: "\""): "\\\"", UInt8(ascii: "\\"): "\\\\",
  ]

  /// An event with a text of ASCII characters.
  private static func event(_ kind: String, _ text: some Sequence<UInt8>) -> String {
    let string = text.map { escapes[$0] ?? String(UnicodeScalar($0)) }.joined()
    return "[1.5e-05, \"\(kind)\", \"\(string)\"]\n"
  }

  /// The events of a text that was read in pieces of one size.
  private static func events(_ text: String, by size: Int) -> [String] {
    // As a terminal is given it.
    let bytes = Array(text.replacing("\n", with: "\r\n").utf8)
    return stride(from: 0, to: bytes.count, by: size).map { start in
      event("o", bytes[start..<min(bytes.count, start + size)])
    }
  }

  private static let outline = GoExamples.moved(GoExamples.plainOutline, to: "3-15")

  @Test(arguments: headers, [1, 5, 24, 100_000])
  func `is read as what the terminal was given`(_ header: String, _ size: Int) throws {
    let events = Self.events(GoExamples.plain + "\n", by: size)
    try expectRead(header + "\n" + events.joined(), Self.outline, "\(size)")
  }

  @Test func `other events are no output`() throws {
    let typed = Self.event("i", "ls\r\n".utf8)
    let events = Self.events(GoExamples.plain + "\n", by: 30).flatMap { [$0, typed] }
    try expectRead(Self.headers[0] + "\n" + Self.event("r", "80x24".utf8) + events.joined(), Self.outline)
  }

  @Test func `the last event may have lost its end`() throws {
    let whole = Self.headers[0] + "\n" + Self.events(GoExamples.plain, by: 40).joined()
    try expectRead(whole.trimming("\n"), Self.outline)
    try expectRead(String(whole.trimming("\n").dropLast(2)), Self.outline)
  }

  @Test func `the rest of the log is no event`() throws {
    let prompt = Self.event("o", "$ exit".utf8)
    // The header, the prompt, the bar.
    try expectRead(
      Self.headers[0] + "\n" + prompt + GoExamples.plain + "\n",
      GoExamples.moved(GoExamples.plainOutline, to: "4-16"))
  }

  @Test func `a stack of Valgrind goes on in the next event`() throws {
    let log = helgrindRace(pid: 7, read: "bake", write: "worker", variable: "dough")
    let text = Self.headers[0] + "\n" + Self.events(log, by: 53).joined()
    let expected = try ReadLog("\n" + log).outline
    #expect(expected.contains("worker"))
    try expectRead(text, expected)
  }

  @Test(arguments: [
    #"{"version": 2, "name": "shop"}"#, #"{"version": 1, "width": 120, "height": 40}"#,
    #"{"version": 3, "width": 120, "height": 40}"#, #"{"version": 23, "term": {}}"#,
    #" {"version": 2, "width": 120, "height": 40}"#,
  ])
  func `other records are no header`(_ line: String) {
    #expect(LogDecoder(head: Array((line + "\n[0.1, \"o\", \"x\"]\n").utf8)) == nil)
  }
}
