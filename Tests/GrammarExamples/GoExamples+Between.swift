/// Headers with other text on their line, headers that a screen has cut, and reports that became paragraphs.
extension GoExamples {
  /// The outline of the small report with notes.
  private static func noted(_ notes: String...) -> String {
    ([plainOutline] + notes.map { "  note: \($0)" }).joined(separator: "\n")
  }

  private static let started = "2024/03/05 10:00:01 started worker 3"

  /// Text that a program, or another writer, has put on a header's line.
  package static let between: [GrammarExample] = [
    GrammarExample(
      "output that ends with a blank before the second access",
      log: plain.replacing("Previous", with: "connecting... Previous"), outline: noted("connecting...")),
    GrammarExample(
      "output that ends with a blank before the first access",
      log: plain.replacing("Write at", with: "connecting... Write at"), outline: noted("connecting...")),
    GrammarExample(
      "output that ends with a blank before a creation",
      log: plain.replacing("Goroutine", with: "connecting... Goroutine"), outline: noted("connecting...")),
    GrammarExample(
      "output that ends with a bracket before the second access",
      log: plain.replacing("Previous", with: "&{1 2 3}Previous"), outline: noted("&{1 2 3}")),
    GrammarExample(
      "another writer's line behind the second access",
      log: plain.replacing("main goroutine:", with: "main goroutine:" + started), outline: noted(started)),
    GrammarExample(
      "another writer's line behind the first access",
      log: plain.replacing("by goroutine 7:", with: "by goroutine 7:" + started), outline: noted(started)),
    GrammarExample(
      "another writer's line behind a creation",
      log: plain.replacing("created at:", with: "created at:" + started), outline: noted(started)),
    GrammarExample(
      "text before a header and behind it",
      log: plain.replacing("Previous", with: "connecting... Previous")
        .replacing("main goroutine:", with: "main goroutine:" + started),
      outline: noted("connecting...", started)),
    GrammarExample(
      "a header at another address between other text",
      log: plain.replacing(
        "\n\nPrevious", with: "\nsaw Previous read at 0x00c000099999 by goroutine 16: slow\n\nPrevious"),
      outline: moved(plainOutline, to: "2-15")
        + "\n  note: saw Previous read at 0x00c000099999 by goroutine 16: slow"),
  ]

  /// Lines that a table, or a screen, has cut at a column.
  package static let cutHeaders: [GrammarExample] =
    ["m", "main goro", "goroutine"].map { (end: String) -> GrammarExample in
      GrammarExample(
        "the second access cut at its right: \(end)",
        log: plain.replacing("main goroutine:", with: end),
        outline: """
          2-14 DATA RACE
            write 0x00c000012345 goroutine 7: 1 main.add /app/main.go:8
            previous read 0x00c000012345 ?: 1 main.main /app/main.go:14
            goroutine 7 running: 1 main.main /app/main.go:13
            damage: a header was cut in two at line 7
          """)
    } + [
      GrammarExample(
        "the second access cut in its address",
        log: plain.replacing("read at 0x00c000012345 by main goroutine:", with: "read at 0x00c0000"),
        outline: """
          2-14 DATA RACE
            write 0x00c000012345 goroutine 7: 1 main.add /app/main.go:8
            goroutine 7 running: 1 main.main /app/main.go:13
            note: Previous read at 0x00c0000
            note: main.main()
            note: /app/main.go:14 +0x88
            damage: one access is not in the log
          """)
    ]

  /// A section of a report each.
  private static let sections = [
    """
    ================== WARNING: DATA RACE Write at 0x00c000012345 by goroutine 7: main.add() /app/main.go:8 +0x44 \
    main.run() /app/main.go:5 +0x11
    """,
    """
    Previous read at 0x00c000012345 by main goroutine: main.main() /app/main.go:14 +0x88 \
    main.start() /app/main.go:3 +0x77
    """,
    "Goroutine 7 (running) created at: main.main() /app/main.go:13 +0x66 ==================",
  ]

  /// The outline of these sections, without the lines.
  private static let sectionsOutline = """
    1-1 DATA RACE
      write 0x00c000012345 goroutine 7: 2 main.add /app/main.go:8
      previous read 0x00c000012345 main: 2 main.main /app/main.go:14
      goroutine 7 running: 1 main.main /app/main.go:13
    """

  /// The words of a text in lines of a width at most.
  private static func filled(_ text: String, _ width: Int) -> [String] {
    text.split(separator: " ").reduce(into: [String]()) { lines, word in
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
  }

  package static let paragraphs: [GrammarExample] = sectionLines + filledSections + filledReports

  private static let sectionLines: [GrammarExample] = [
    GrammarExample(
      "a paragraph for each section", log: sections.joined(separator: "\n\n"),
      outline: moved(sectionsOutline, to: "1-5")),
    GrammarExample(
      "a paragraph for each section, the title on its own line",
      log: sections.joined(separator: "\n\n").replacing("RACE Write", with: "RACE\n\nWrite"),
      outline: moved(sectionsOutline, to: "1-7")),
    GrammarExample(
      "a line for each section",
      log: sections.joined(separator: "\n").replacing("RACE Write", with: "RACE\nWrite"),
      outline: moved(sectionsOutline, to: "1-4")),
  ]

  private static let filledSections: [GrammarExample] = [60, 64, 72, 78, 100].map {
    (width: Int) -> GrammarExample in
    let lines = Array(sections.map { filled($0, width) }.joined(separator: [""]))
    return GrammarExample(
      "sections filled to \(width) columns", log: lines.joined(separator: "\n"),
      outline: moved(sectionsOutline, to: "1-\(lines.count)"))
  }

  private static let filledReports: [GrammarExample] = [60, 62, 64, 72, 80, 100].flatMap {
    (width: Int) -> [GrammarExample] in
    let lines = filled(sections.joined(separator: " "), width)
    let outline = moved(sectionsOutline, to: "1-\(lines.count)")
    return [
      GrammarExample(
        "a report filled to \(width) columns", log: lines.joined(separator: "\n"), outline: outline),
      GrammarExample(
        "a report filled to \(width) columns, then quoted",
        log: lines.map { "> " + $0 }.joined(separator: "\n"), outline: outline),
    ]
  }
}
