import Testing

@testable import RaceModel

@Suite struct `A triage file` {
  private static let text = """
    # racetui triage 1
    # keys by rules 1

    # the counter, since 2024
    00000000000000a1 known by=ann on=2026-11-02 why="may be off, \\"by one\\"" detector=go race="data race: a.Get a.go / a.Put a.go"
    00000000000000b2 postponed by=bob colour=blue
    00000000000000c3 benign
    ??? what is this
    # the end

    """

  private func key(_ value: UInt64) -> RaceKey { RaceKey(value: value) }

  @Test func `is written as it was read, whatever is in it`() {
    let file = TriageFile(text: Self.text)
    #expect(file.text == Self.text)
    #expect(file.strange == [8])
    #expect(file.rules == 1 && !file.hasConflict)
  }

  @Test func `holds state, author, day and reason of each race`() throws {
    let entries = TriageFile(text: Self.text).entries
    let entry = try #require(entries[key(0xA1)])
    #expect(entry.state == .known)
    #expect(entry[.by] == "ann" && entry[.on] == "2026-11-02" && entry[.why] == "may be off, \"by one\"")
    #expect(entry[.race] == "data race: a.Get a.go / a.Put a.go")
    #expect(entries[key(0xC3)]?.state == .benign)
    // An unknown state from another version is kept but ignored.
    #expect(entries[key(0xB2)]?.state == nil && entries[key(0xB2)]?.stateText == "postponed")
  }

  @Test func `keeps comments above their entries, and unknown fields`() {
    var file = TriageFile(text: Self.text)
    file.set(key(0xA2), TriageEntry(key(0xA2), .important))
    var changed = file.entries[key(0xB2)]
    changed?.state = .fixed
    file.set(key(0xB2), changed)
    let lines = file.text.split(separator: "\n").map(String.init)
    #expect(
      lines[2...6].map { String($0.prefix(40)) } == [
        "# the counter, since 2024", "00000000000000a1 known by=ann on=2026-11",
        "00000000000000a2 important", "00000000000000b2 fixed by=bob colour=blu", "00000000000000c3 benign",
      ])
    #expect(lines.suffix(2) == ["??? what is this", "# the end"])
  }

  @Test func `may have the line ends of Windows`() {
    let file = TriageFile(text: Self.text.replacing("\n", with: "\r\n"))
    #expect(file.entries.count == 3 && file.strange == [8])
    #expect(file.entries[key(0xA1)]?[.race] == "data race: a.Get a.go / a.Put a.go")
  }

  @Test func `a removed entry leaves what people wrote above it`() {
    var file = TriageFile(text: Self.text)
    file.set(key(0xA1), nil)
    #expect(file.entries[key(0xA1)] == nil)
    #expect(file.text.contains("# the counter, since 2024\n00000000000000b2 postponed"))
  }

  @Test func `of two lines about a race the later day counts`() {
    let one = "00000000000000a1 known on=2026-11-02"
    let two = "00000000000000a1 benign on=2026-11-03"
    for text in ["\(one)\n\(two)\n", "\(two)\n\(one)\n"] {
      #expect(TriageFile(text: text).entries[key(0xA1)]?.state == .benign)
    }
    #expect(
      TriageFile(text: "\(one)\n\(one.replacing("known", with: "seen"))\n").entries[key(0xA1)]?.state == .seen
    )
  }

  @Test func `with a conflict says so and has the entries of both sides`() {
    let file = TriageFile(
      text: "<<<<<<< HEAD\n00000000000000a1 known\n=======\n00000000000000b2 seen\n>>>>>>> other\n")
    #expect(file.hasConflict)
    #expect(file.entries.count == 2)
  }

  @Test(arguments: ["a\nb", "a\u{1B}[2Jb", "\u{0}", "\"\\", " ", "=", "ä\u{202E}b", "why=x by=\"y\""])
  func `gives a reason in one line without control characters`(_ reason: String) throws {
    var entry = TriageEntry(key(1), .known)
    entry[.why] = reason
    #expect(!entry.line.unicodeScalars.contains { $0.value < 0x20 })
    let back = try #require(TriageEntry(line: entry.line))
    #expect(back == entry)
  }

  @Test(arguments: [
    "", "# 00000000000000a1 known", "00000000000000a1", "a1 known", "00000000000000a1 known why=\"open",
    "00000000000000a1 Known!", "0000000000000zz1 known",
  ])
  func `other lines are not entries`(_ line: String) {
    #expect(TriageEntry(line: line) == nil)
  }
}
