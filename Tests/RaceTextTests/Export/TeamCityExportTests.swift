import GrammarExamples
import Testing

@Suite struct `Inspections of a TeamCity build` {
  /// A line as TeamCity parses it: the name and its values, escapes decoded.
  private struct Message {
    var name: String
    var values: [String: String] = [:]

    init?(_ line: Substring) {
      guard let whole = line.wholeMatch(of: #/##teamcity\[(\w+)((?: \w+='(?:\|.|[^'|\[\]])*')+)\]/#) else {
        return nil
      }
      name = String(whole.1)
      for pair in whole.2.matches(of: #/ (\w+)='((?:\|.|[^'|\[\]])*)'/#) {
        values[String(pair.1)] = Self.unescaped(pair.2)
      }
    }

    private static func unescaped(_ text: Substring) -> String {
      var units: [UInt16] = []
      var rest = text.utf16[...]
      while let unit = rest.popFirst() {
        guard unit == 0x7C, let next = rest.popFirst() else {
          units.append(unit)
          continue
        }
        switch next {
        case 0x6E: units.append(0x0A)
        case 0x30:
          // `0x`, then four digits.
          rest = rest.dropFirst()
          units.append(UInt16(String(Substring(rest.prefix(4))), radix: 16) ?? 0)
          rest = rest.dropFirst(4)
        default: units.append(next)
        }
      }
      return String(decoding: units, as: UTF16.self)
    }
  }

  private func messages(_ text: String) throws -> [Message] {
    #expect(text.utf8.allSatisfy { $0 == 0x0A || (0x20..<0x7F).contains($0) })
    return try text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { line in
      try #require(Message(line), "\(line)")
    }
  }

  @Test func `a race is an inspection, its kind a type`() throws {
    #expect(
      try exported(GoExamples.plain, "teamcity", root: "/app") == """
        ##teamcity[inspectionType id='racetui.data-race' name='data race' description='Two threads access the same \
        memory, one of them writes, and nothing orders the accesses.' category='Data races and threads']
        ##teamcity[inspection typeId='racetui.data-race' message='Data race on heap: main.add and main.main|nwrite by \
        goroutine 7 in main.add|nprevious read by main goroutine in main.main (main.go:14)|nmain.add writes what \
        main.main reads|ngoroutine 7 created in main.main (main.go:13)|n1 report, showing race.log:2, race \
        7cb3cbe994cc2e55' file='main.go' line='8' SEVERITY='WARNING']

        """)
  }

  @Test func `reports each type once`() throws {
    let found = try messages(try exported(GoExamples.plain + "\n" + GoExamples.other + "\n", "teamcity"))
    #expect(found.map(\.name) == ["inspectionType", "inspection", "inspection"])
  }

  @Test(arguments: [
    "|", "'", "]", "[", "|n", "|0x0041", "é", "\u{1F600}", "\u{202E}", "%", "]]>", "::",
  ])
  func `no name ends a value`(_ name: String) throws {
    let log =
      GoExamples.plain.replacing("main.add()", with: "main.add[\(name)]()")
      .replacing("/app/main.go:8", with: "/app/\(name)/main.go:8") + "\n"
    let found = try messages(try exported(log, "teamcity", root: "/app"))
    #expect(found.count == 2)
    #expect(found[1].values.keys.sorted() == ["SEVERITY", "file", "line", "message", "typeId"])
    let shown = name.replacing("\u{202E}", with: "\u{FFFD}")
    #expect(found[1].values["file"] == "\(shown)/main.go")
    #expect(found[1].values["message"]?.contains("write by goroutine 7 in main.add[\(shown)]\n") == true)
  }

  @Test func `a very long name is cut before it is escaped`() throws {
    let name = "main." + String(repeating: "\u{1F600}|", count: 5000)
    let log = GoExamples.plain.replacing("main.add()", with: "\(name)()") + "\n"
    let found = try messages(try exported(log, "teamcity", root: "/app"))
    let message = try #require(found[1].values["message"])
    #expect(message.utf16.count == 4000 && message.hasSuffix("…"))
  }

  @Test func `writes nothing for a log without races`() throws {
    #expect(try exported("all is well\n", "teamcity").isEmpty)
  }
}
