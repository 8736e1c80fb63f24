import GrammarExamples
import Testing

@testable import RaceModel

/// The answers of servers that keep logs: records, or pairs, on one line.
@Suite struct RecordListTests {
  /// What is before and behind the records, and a record.
  private static let answers:
    [(head: String, end: String, record: @Sendable (_ line: String, _ number: Int) -> String)] = [
      ("{\"hits\":{\"total\":14,\"hits\":[", "]}}", { line, _ in "{\"_source\":{\"message\":\"\(line)\"}}" }),
      ("{\"hits\": [", "]}", { "{\"_id\": \"a\($1)\", \"_source\": {\"log\": \"\($0)\", \"pod\": \"x\"}}" }),
      ("[", "]", { "{\"line\": \"\($0)\", \"timestamp\": \"17149792880\($1)\"}" }),
      ("[", "]", { "{\"pos\":\($1),\"out\":\"\($0)\"}" }),
      (
        "{\"data\": {\"result\": [{\"stream\": {\"app\": \"shop\"}, \"values\": [", "]}]}}",
        { "[\"17149792880\($1)\", \"\($0)\"]" }
      ),
      (
        "2024-05-06 answer: {\"values\":[", "]}",
        { "[\"17149792880\($1)\",\"\($0)\",{\"level\":\"error\"}]" }
      ),
    ]

  private static func answer(_ lines: [String], _ position: Int, reversed: Bool = false) -> String {
    let (head, end, record) = answers[position]
    let records = lines.enumerated().map { number, line in
      record(line.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""), number + 10)
    }
    return head + (reversed ? records.reversed() : records).joined(separator: ",") + end + "\n"
  }

  private static let plain = GoExamples.lines(GoExamples.plain)

  @Test(arguments: answers.indices, [false, true])
  func `lines in an answer, in either order`(_ position: Int, _ reversed: Bool) throws {
    try expectRead(
      Self.answer(Self.plain, position, reversed: reversed),
      GoExamples.moved(GoExamples.plainOutline, to: "1-1"), "\(position)")
  }

  @Test(arguments: answers.indices)
  func `the title is the first line of an answer`(_ position: Int) throws {
    try expectRead(
      Self.answer(Array(Self.plain.dropFirst()), position),
      GoExamples.moved(GoExamples.plainOutline, to: "1-1"), "\(position)")
  }

  @Test(arguments: answers.indices)
  func `two reports in an answer`(_ position: Int) throws {
    let lines = Self.plain + ["", "ready"] + GoExamples.lines(GoExamples.other)
    let log = try ReadLog(Self.answer(lines, position))
    #expect(log.entries.count == 2)
    #expect(log.stacks.first == "main.add /app/main.go:8")
    #expect(log.stacks.contains("db.put /app/db.go:40"))
  }

  @Test func `the text of a report has its lines back`() throws {
    let log = Self.answer(Self.plain, 0)
    let entry = try #require(try ReadLog(log).entries.first)
    let text = String(decoding: entry.unwrapped(Array(Array(log.utf8)[entry.bytes])), as: UTF8.self)
    #expect(text == GoExamples.plain + "\n")
  }

  private static func list(_ line: String) -> RecordList? {
    let bytes = Array(line.utf8)
    return bytes.span.first("DATA RACE", in: 0..<bytes.count)
      .flatMap { RecordList(around: $0, in: bytes.span, 0..<bytes.count) }
  }

  /// Too few lines, no header beside the title, lines with their ends, no list at all.
  @Test(arguments: [
    #"[{"a":"WARNING: DATA RACE"},{"a":"Write at 0x00c000012345 by goroutine 7:"},{"a":"x"}]"#,
    #"[{"a":"WARNING: DATA RACE"},{"a":"x"},{"a":"y"},{"a":"z"},{"b":"Write at 0x00c000012345 by goroutine 7:"}]"#,
    #"[{"a":"WARNING: DATA RACE\n"},{"a":"Write at 0x00c000012345 by goroutine 7:\n"},{"a":"x\n"},{"a":"y\n"}]"#,
    #"say "WARNING: DATA RACE", "a", "b", "c""#,
  ])
  func `other lines are no answer`(_ line: String) {
    #expect(Self.list(line) == nil)
  }

  @Test func `a list of records`() {
    let line =
      #"[{"a":"WARNING: DATA RACE"},{"a":"Write at 0x00c000012345 by goroutine 7:"},{"a":"x"},{"a":"y"}]"#
    #expect(Self.list(line)?.range == 0..<line.utf8.count)
  }
}
