import Testing

@testable import RaceModel

/// XML of Valgrind that is in something else, or has lost its line ends.
@Suite struct `XML of Valgrind that was changed` {
  private static func document(_ kind: String, _ text: String, _ tool: String = "helgrind") -> String {
    """
    <valgrindoutput>
    <protocoltool>\(tool)</protocoltool>
    <error>
      <unique>0x0</unique>
      <tid>1</tid>
      <kind>\(kind)</kind>
      <xwhat>
        <text>\(text)</text>
        <hthreadid>1</hthreadid>
      </xwhat>
      <stack>
    \(`XML of Valgrind`.frame("peek(list&lt;int&gt;&amp;)", 16))  </stack>
      <xauxwhat>
        <text>This conflicts with a previous write of size 4 by thread #2</text>
        <hthreadid>2</hthreadid>
      </xauxwhat>
      <stack>
    \(`XML of Valgrind`.frame("bump", 9, ip: "0x20"))\(`XML of Valgrind`.frame("main", 30))  </stack>
    </error>

    """
  }

  private static let race = document("Race", "Possible data race during read of size 4 at 0x50 by thread #1")
  private static let conflict = document(
    "ConflictingAccess", "Conflicting store by thread 3 at 0x0010c048 size 8", "drd")

  private func expectRace(_ text: String, reports: Int = 1, contradictions: [String] = []) throws {
    let log = try ReadLog(text)
    #expect(log.entries.count == reports)
    #expect(log.contradictions == contradictions)
    for entry in log.entries {
      let report = try #require(log.detailed(entry)?.report)
      #expect(report.title == "Possible data race during read of size 4 at 0x50 by thread #1")
      #expect(report.isComplete && report.detector == .helgrind)
    }
    let stacks = ["peek(list<int>&) /opt/src/farm.c:16", "bump /opt/src/farm.c:9 | main /opt/src/farm.c:30"]
    #expect(log.stacks.map(Self.withoutModules) == (0..<reports).flatMap { _ in stacks })
  }

  private static func withoutModules(_ stack: String) -> String { stack.replacing(" (/opt/farm)", with: "") }

  @Test func `in an element of other XML it is escaped`() throws {
    try expectRace("<system-err>" + Self.race.asElement + "</system-err>\n")
    try expectRace("<system-err>" + (Self.race + Self.race).asElement + "</system-err>\n", reports: 2)
    let log = try ReadLog("<system-err>" + Self.conflict.asElement + "</system-err>\n")
    #expect(log.entries.map(\.detector) == [.drd])
    #expect(log.stacks.first?.hasPrefix("peek(list<int>&) /opt/src/farm.c:16 ") == true)
  }

  @Test(arguments: ["12%", "done.", "12% of all"])
  func `a program may print before it`(_ output: String) throws {
    try expectRace(Self.race.replacing("<error>", with: output + "<error>"))
    let stamped = { (text: String) in
      text.split(separator: "\n", omittingEmptySubsequences: false).map { "2026-11-22T09:41:06Z \($0)\n" }
        .joined()
    }
    try expectRace(stamped(Self.race))
  }

  @Test func `without its line ends each element is a line`() throws {
    let line = Self.race.split(separator: "\n").map { $0.drop { $0 == " " } }.joined()
    try expectRace(line + "\n")
    try expectRace(line + "</valgrindoutput>\n")
    try expectRace("begin\n" + line + "\n" + line + "\n", reports: 2)
  }

  /// What is behind a stamp on the same line: the stamp is before the other lines, too.
  @Test func `a stamp before what a program printed is before all lines`() throws {
    let lines = Self.race.replacing("<error>", with: "12%<error>").split(separator: "\n")
    try expectRace(lines.map { "2026-11-22T09:41:06Z \($0)\n" }.joined())
  }

  private static func dressed(_ text: String, _ dress: (Substring) -> String) -> String {
    text.split(separator: "\n").map { dress($0) + "\n" }.joined()
  }

  @Test(arguments: ["\n", "\r\n"])
  func `rows of a table, or strings of a list, are around each element`(_ lineEnd: String) throws {
    let rows = Self.dressed(Self.race) {
      "| \($0)" + String(repeating: " ", count: max(1, 80 - $0.count)) + "|"
    }
    try expectRace(rows.replacing("\n", with: lineEnd))
    let list = Self.dressed(Self.race) { "    \"\($0)\"," }
    try expectRace("[\n\(list)    \"\"\n]\n".replacing("\n", with: lineEnd))
    try expectRace(Self.dressed(Self.race + Self.race) { "| \($0) |" }, reports: 2)
  }

  @Test(arguments: ["- ", "+ ", "\u{2212}", "\u{25BC}"])
  func `a browser puts marks before what can be folded`(_ mark: String) throws {
    let marked = Self.dressed(Self.race) { line in
      let indent = line.prefix { $0 == " " }
      let tag = line.dropFirst(indent.count)
      let isFolder = !tag.hasPrefix("</") && !tag.contains("</")
      return isFolder ? "\(indent)\(mark)\(tag)" : "\(indent)  \(tag)"
    }
    try expectRace(marked)
    // A list in which each line is an item.
    try expectRace(Self.dressed(Self.race) { "- \($0)" })
  }

  /// `<kind>`, `Race` and `</kind>` are three lines.
  private static func prettified(_ text: String) -> String {
    dressed(text) { line in
      guard let open = line.firstIndex(of: ">"), let close = line.ranges(of: "</").last,
        open < close.lowerBound
      else { return String(line) }
      let content = line[line.index(after: open)..<close.lowerBound]
      return "\(line[...open])\n       \(content)\n\(line[close.lowerBound...])"
    }
  }

  @Test func `each text may be on a line of its own`() throws {
    try expectRace(Self.prettified(Self.race + Self.race), reports: 2)
    let log = try ReadLog(Self.prettified(Self.conflict))
    #expect(log.entries.map(\.detector) == [.drd])
    #expect(log.stacks.first?.hasPrefix("peek(list<int>&) /opt/src/farm.c:16 ") == true)
    #expect(log.contradictions == [])
  }

  /// As those of methods of Rust's traits do.
  @Test func `such a text may begin as an element does`() throws {
    let text = Self.race.replacing("bump", with: "&lt;oven::Tray as oven::Bake&gt;::bump")
    let (log, clean) = (try ReadLog(Self.prettified(text)), try ReadLog(text))
    #expect(log.stacks == clean.stacks)
    #expect(log.stacks.last?.hasPrefix("<oven::Tray as oven::Bake>::bump ") == true)
  }

  /// Somebody writes about the element.
  @Test(arguments: ["parse <error> first\n", "the <error>, or another\n"])
  func `a mention opens nothing`(_ text: String) throws {
    try expectRace(text + Self.race)
  }

  /// The first apostrophe is in what Valgrind prints at the beginning.
  @Test func `apostrophes in a string of JSON end nothing`() throws {
    let block = "Address 0x50 is 0 bytes inside a block of size 4 alloc'd"
    let text =
      "<line>Copyright (C) 2007-2017, and GNU GPL'd, by OpenWorks LLP et al.</line>\n"
      + Self.race.replacing("</error>", with: "  <auxwhat>\(block)</auxwhat>\n</error>")
    let json = "{\"xml\": \"\(text.replacing("\n", with: "\\n"))\"}\n"
    try expectRace(json)
    let log = try ReadLog(json)
    let report = try #require(log.entries.first.flatMap { log.detailed($0) }?.report)
    #expect(report.locations.map(\.text) == [block])
  }
}
