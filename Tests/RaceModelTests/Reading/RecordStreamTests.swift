import GrammarExamples
import Testing

@testable import RaceModel

/// Records of several writers in one log, told apart by what the records name.
@Suite struct RecordStreamTests {
  private static let plain = GoExamples.lines(GoExamples.plain)
  /// The same report of another writer.
  private static let other = plain.map {
    $0.replacing("main.", with: "mill.").replacing("/app/main.go", with: "/app/mill.go")
      .replacing("0x00c000012345", with: "0x00c000067890")
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
  }

  /// The records of both writers, which take turns.
  private static func records(_ record: (_ line: String, _ writer: String) -> String) -> String {
    zip(plain, other).map { record(escaped($0), "shop") + "\n" + record(escaped($1), "mill") + "\n" }.joined()
  }

  // The titles are on lines 3 and 4, each writer's 13 lines below its bar on every second one.
  private static let outline = """
    3-27 DATA RACE
      write 0x00c000012345 goroutine 7: 1 main.add /app/main.go:8
      previous read 0x00c000012345 main: 1 main.main /app/main.go:14
      goroutine 7 running: 1 main.main /app/main.go:13
    4-28 DATA RACE
      write 0x00c000067890 goroutine 7: 1 mill.add /app/mill.go:8
      previous read 0x00c000067890 main: 1 mill.main /app/mill.go:14
      goroutine 7 running: 1 mill.main /app/mill.go:13
    """

  private static let names: [@Sendable (String, String) -> String] = [
    { "{\"log\": \"\($0)\\n\", \"stream\": \"stderr\", \"kubernetes\": {\"pod_name\": \"\($1)-1\"}}" },
    { "{\"log\":\"\($0)\\n\",\"kubernetes\":{\"pod\":{\"name\":\"\($1)\"},\"node\":{\"name\":\"n\"}}}" },
    { "{\"log\":\"\($0)\\n\",\"pod\":\"one\",\"container\":{\"id\":\"\($1)\",\"image\":{\"name\":\"i\"}}}" },
    { "{\"message\": \"\($0)\", \"container_name\": \"\($1)\"}" },
    { "{\"container_id\":\"\($1)\",\"msg\":\"\($0)\"}" },
    { "{\"MESSAGE\":\"\($0)\",\"_PID\":\"7\",\"CONTAINER_NAME\":\"\($1)\"}" },
    { "{\"labels\": {\"container\": \"\($1)\"}, \"line\": \"\($0)\"}" },
    { "{\"textPayload\":\"\($0)\",\"resource\":{\"labels\":{\"container_name\":\"\($1)\"}}}" },
  ]

  @Test(arguments: names.indices)
  func `pods and containers take turns`(_ position: Int) throws {
    try expectRead(Self.records(Self.names[position]), Self.outline, "\(position)")
  }

  @Test func `the streams of a container stay apart`() throws {
    let lines = Self.plain.flatMap { line in
      [
        "{\"log\":\"\(Self.escaped(line))\\n\",\"stream\":\"stderr\",\"pod\":\"shop\"}",
        "{\"log\":\"      /app/x.go:1 +0x1\\n\",\"stream\":\"stdout\",\"pod\":\"shop\"}",
      ]
    }
    try expectRead(
      lines.joined(separator: "\n") + "\n", GoExamples.moved(GoExamples.plainOutline, to: "3-27"))
  }

  @Test func `the text of a report leaves out other containers`() throws {
    let log = Self.records(Self.names[3])
    let entry = try #require(try ReadLog(log).entries.first)
    let text = String(decoding: entry.unwrapped(Array(Array(log.utf8)[entry.bytes])), as: UTF8.self)
    #expect(text.contains("  main.add()\n      /app/main.go:8 +0x44\n"))
    #expect(!text.contains("mill"))
  }

  // MARK: Events with a line for each field

  /// An event as `jq` prints it, on six lines.
  private static func event(_ line: String, _ package: String) -> String {
    """
    {
      "Action": "output",
      "Package": "\(package)",
      "Test": "TestX",
      "Output": "\(line)\\n"
    }
    """
  }

  @Test(arguments: ["", "\r"])
  func `packages take turns`(_ end: String) throws {
    let log = Self.records(Self.event).replacing("\n", with: end + "\n")
    let reports = Self.outline.replacing("\n4-28", with: "\n  during TestX in shop\n4-28")
      .replacing("3-27", with: "13-161").replacing("4-28", with: "19-167")
    try expectRead(log, reports + "\n  during TestX in mill")
    #expect(try ReadLog(log).testNames == ["shop TestX", "mill TestX"])
  }

  @Test func `a package alone`() throws {
    let log = Self.plain.map { Self.event(Self.escaped($0), "shop") + "\n" }.joined()
    try expectRead(log, GoExamples.moved(GoExamples.plainOutline, to: "7-83") + "\n  during TestX in shop")
    // In a list each has a comma behind it.
    try expectRead(
      "[\n" + log.replacing("\n}\n", with: "\n},\n") + "]\n",
      GoExamples.moved(GoExamples.plainOutline, to: "8-84") + "\n  during TestX in shop")
  }

  // MARK: Labels

  private static let labels: [@Sendable (String) -> String] = [
    { "{\"level\": \"INFO\", \"msg\": \"output\", \"line\": \"\($0)\"}" },
    { "{\"time\":\"2026-01-02T03:04:05Z\",\"message\":\"shop\",\"stderr\":\"\($0)\\n\"}" },
    // Sorted by their names.
    { "{\"level\":\"info\",\"line\":\"\($0)\",\"msg\":\"from the shop\"}" },
  ]

  @Test(arguments: labels.indices)
  func `a label beside each line`(_ position: Int) throws {
    let lines = Self.plain.map { Self.labels[position](Self.escaped($0)) }
    try expectRead(lines.joined(separator: "\n") + "\n", GoExamples.plainOutline, "\(position)")
    let log = lines.joined(separator: "\n") + "\n"
    let entry = try #require(try ReadLog(log).entries.first)
    let text = String(decoding: entry.unwrapped(Array(Array(log.utf8)[entry.bytes])), as: UTF8.self)
    #expect(text.hasPrefix("WARNING: DATA RACE\nWrite at"))
  }

  @Test func `records with another label stay messages`() throws {
    let lines = Self.plain.flatMap { line in
      let record = "{\"msg\": \"output\", \"line\": \"\(Self.escaped(line))\"}"
      let sold = "{\"msg\": \"sold\", \"line\": \"      /app/x.go:1 +0x1\"}"
      return line.contains("/app/") ? [record, sold] : [record]
    }
    let log = try ReadLog(lines.joined(separator: "\n") + "\n")
    #expect(
      log.stacks == ["main.add /app/main.go:8", "main.main /app/main.go:14", "main.main /app/main.go:13"])
    #expect(log.outline.contains("note: sold"))
  }

  /// The place in the code of the call that logs.
  @Test func `a line beside a report's is no text`() throws {
    let lines = Self.plain.map { "{\"msg\": \"\(Self.escaped($0))\", \"line\": \"main.go:7\"}" }
    try expectRead(lines.joined(separator: "\n") + "\n", GoExamples.plainOutline)
  }
}
