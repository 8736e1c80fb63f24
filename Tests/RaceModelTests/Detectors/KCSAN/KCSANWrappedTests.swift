import Testing

@testable import RaceModel

/// Reports in the prefixes and encodings of consoles, loggers and mail programs.
@Suite struct `Wrapped KCSAN reports` {
  @Test(
    arguments: [
      { (line: Int) in "[    \(9 + line / 5).99\(1000 + line)] " },
      { "[   12.\(345_678 + $0)][ T1234] " },
      { "[   12.\(345_678 + $0)][    C3]  " },
      { "<\($0 % 3 + 3)>[   12.\(345_678 + $0)] " },
      { "Mar  3 04:05:\(10 + $0) pond1 kernel: [   12.\(345_678 + $0)] " },
      { "Mar 03 04:05:\(10 + $0) pond1 kernel: " },
      { "2024-03-03T04:05:\(10 + $0).123456+01:00 pond1 kernel: " },
      { "6,\(700 + $0),\(12_345_678 + $0 * 10),-,caller=T1234;" },
      { "[Sun Mar  3 04:05:\(10 + $0) 2024] " },
      { _ in "> > " }, { _ in "| " }, { _ in "    " }, { _ in "\t" }, { "\(100 + $0)  " },
    ] as [@Sendable (Int) -> String])
  func `lose their prefix`(_ prefix: @Sendable (Int) -> String) {
    #expect(KCSANReading(KCSANText.prefixed(KCSANText.pair, prefix)).outline == KCSANText.pairOutline())
  }

  @Test func `a prefix without its trailing blank`() {
    let text = KCSANText.prefixed(KCSANText.pair) { "[   67.0\(53553 + $0 * 7)][ T4926] " }
    #expect(KCSANReading(text.replacing("] \n", with: "]\n")).outline == KCSANText.pairOutline())
  }

  @Test func `two callers that alternate line by line are two reports`() {
    let first = KCSANText.lines(KCSANText.prefixed(KCSANText.pair) { "[   12.\(100_000 + $0)][ T1234] " })
    let second = KCSANText.lines(
      KCSANText.prefixed(KCSANText.unknownOrigin) { "[   12.\(100_000 + $0)][    C3] " })
    var mixed = ""
    for (index, line) in first.enumerated() {
      mixed += line + "\n"
      if index < second.count { mixed += second[index] + "\n" }
    }
    let outline = KCSANReading(mixed).outline
    #expect(outline == KCSANText.pairOutline("3-28") + "\n" + KCSANText.unknownOriginOutline("4-20"))
  }

  @Test func `messages of other callers do not belong to the report`() {
    var lines = KCSANText.lines(KCSANText.prefixed(KCSANText.pair) { "[   12.\(100_000 + $0)][ T1234] " })
    for index in stride(from: lines.count - 1, to: 2, by: -3) {
      lines.insert("[   12.100000][  T77]  reed_bend+0x30/0x70", at: index)
      lines.insert("[   12.100000][  T77] eth0: link is up", at: index)
    }
    let outline = KCSANReading(lines.joined(separator: "\n")).outline
    #expect(outline == KCSANText.pairOutline("2-28"))
  }

  @Test(arguments: [
    "** 12 printk messages dropped **", "Mar  3 pond1 systemd-journald[9]: Missed 12 kernel messages",
  ])
  func `lines that the kernel dropped`(_ words: String) {
    var lines = KCSANText.lines(KCSANText.prefixed(KCSANText.pair) { "[   12.\(100_000 + $0)] " })
    lines[5] = words[...]
    let outline = KCSANReading(lines.joined(separator: "\n")).outline
    #expect(
      outline
        == KCSANText.pairOutline(damage: "\n  damage: lines were left out at line 6")
        .replacing("3 pond_fill", with: "2 pond_fill"))
  }

  @Test func `mail encoding is decoded`() {
    // A bar encoded as 66 `=` takes three lines of at most 76 characters; `=` ends a cut line.
    let encoded = KCSANText.unknownOrigin
      .replacing(String(repeating: "=", count: 66), with: Self.encodedBar)
      .replacing("by task 92", with: "by =\ntask 92")
      .replacing("bend+0x30/0x70\n\n", with: "bend+0x30/0x70\n=20\n")
    let outline = KCSANReading("Hello,\n\n" + encoded + "\nRegards\n").outline
    #expect(outline == KCSANText.unknownOriginOutline("6-17"))
  }

  /// The rest of a cut line has no prefix; the cut may fall in a module's name.
  @Test func `mail encoding is decoded after a prefix`() {
    let text = KCSANText.prefixed(KCSANText.pair) { "[   12.\(345_678 + $0)][ T1234] " }
      .replacing("pond_fill / pond_level", with: "pond_level / pond_fill [po=\nnd]")
      .replacing("by task 411", with: "by t=\nask 411").replacing("] \n", with: "]=20\n")
      .replacing(String(repeating: "=", count: 66), with: Self.encodedBar)
    #expect(
      KCSANReading(text).outline
        == KCSANText.pairOutline("4-24").replacing(
          "in pond_fill / pond_level", with: "in pond_level / pond_fill [pond]"))
  }

  private static let encodedBar =
    String(repeating: "=3D", count: 25) + "=\n" + String(repeating: "=3D", count: 25) + "=\n"
    + String(repeating: "=3D", count: 16)

  @Test(arguments: [
    "pond_fill / pond_=\nlevel", "pond_fill /\npond_level", "pond_fill\n/ pond_level",
    "=\npond_fill / pond_level",
  ])
  func `a title that was cut or wrapped`(_ names: String) {
    let text = KCSANText.pair.replacing("pond_fill / pond_level", with: names)
    #expect(KCSANReading(text).outline == KCSANText.pairOutline("2-19"))
  }

  @Test func `an access that a mail program wrapped`() {
    let text = KCSANText.pair.replacing(" on cpu 0:", with: " on\ncpu 0:")
    #expect(KCSANReading(text).outline == KCSANText.pairOutline("2-19"))
  }

  @Test func `entities of web pages`() {
    let text = KCSANText.pair.replacing("->", with: "-&gt;")
    #expect(KCSANReading(text).outline == KCSANText.pairOutline())
  }

  /// It follows the title and the lines of the report.
  @Test(arguments: [" | |", "<br>", "  (pond.c:7)", " [03:04:05]", " pod=web-1", "\""])
  func `lose the suffix of each line`(_ suffix: String) {
    let text = KCSANText.lines(KCSANText.pair).map { $0 + suffix }.joined(separator: "\n")
    #expect(KCSANReading(text).outline == KCSANText.pairOutline())
  }

  @Test func `words after a title alone are a note`() {
    let text = KCSANText.pair.replacing("pond_level\n\n", with: "pond_level (seen twice)\n\n")
    #expect(KCSANReading(text).outline == KCSANText.pairOutline(damage: "\n  note: (seen twice)"))
  }

  /// Only a report has an access after its title.
  @Test func `a sentence about a report is not a report`() {
    let text = "BUG: KCSAN: data-race in pond_fill / pond_level was fixed\n" + KCSANText.pair
    #expect(KCSANReading(text).outline == KCSANText.pairOutline("3-19"))
  }

  @Test(arguments: [("\n", "\\n"), ("\n", "#012"), ("\n", "<br>")])
  func `a whole report on one line`(_ end: String, _ mark: String) {
    let text = "kernel said: " + KCSANText.pair.replacing(end, with: mark) + "\n"
    #expect(KCSANReading(text).outline == KCSANText.pairOutline("1-1"))
  }

  @Test func `records of a container's log`() {
    let text = KCSANText.lines(KCSANText.pair)
      .map { #"{"log":"[   12.345678] \#($0)\n","stream":"stdout","time":"2024-03-03T04:05:06.7Z"}"# }
      .joined(separator: "\n")
    #expect(KCSANReading(text).outline == KCSANText.pairOutline())
  }
}
