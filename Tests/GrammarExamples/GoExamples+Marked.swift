/// Functions and places with something before them, and frames of which a part is lost.
extension GoExamples {
  package static let marked: [GrammarExample] =
    marks + lost + lostParts + outputBeforePlaces + lists + leftOut + spaced
  /// Those that do not depend on the column in which a line begins.
  static let lost: [GrammarExample] = outputs + lostFunctions

  private static let function = "  main.main()\n      /app/main.go:14"

  /// The small report with another text in place of the second stack's frame, up to the offset.
  private static func altered(_ text: String) -> String { plain.replacing(function, with: text) }

  /// The outline of the small report with other words for the second stack, with notes and damage.
  private static func outline(
    _ span: String = "2-14", _ stack: String = "1 main.main /app/main.go:14", notes: [String] = [],
    damage: [String] = []
  ) -> String {
    let outline = moved(plainOutline, to: span).replacing("1 main.main /app/main.go:14", with: stack)
    let lines = [outline] + notes.map { "  note: \($0)" } + damage.map { "  damage: \($0)" }
    return lines.joined(separator: "\n")
  }

  private static let marks: [GrammarExample] =
    [
      "> ", "=> ", "* ", "+ ", "-> ", "->", ">", "• ", "\u{2192} ", "\u{1F449} ", "\u{1F449}",
    ].map { (mark: String) -> GrammarExample in
      GrammarExample(
        "somebody points at a function: \(mark)", log: altered("\(mark)main.main()\n      /app/main.go:14"),
        outline: outline())
    } + [
      GrammarExample(
        "a function in bold letters that lost its indentation",
        log: altered("**main.main()**\n      /app/main.go:14"), outline: outline()),
      GrammarExample(
        "somebody points at a function and its place",
        log: altered("->main.main()\n   -> /app/main.go:14"), outline: outline()),
      GrammarExample(
        "somebody points at a function without a place that has an offset",
        log: plain.replacing("8 +0x44\n", with: "8 +0x44\n> main.run()\n  /app/main.go:5\n"),
        outline: outline("2-16", notes: ["> main.run()", "/app/main.go:5"])),
    ]

  private static let outputs: [GrammarExample] =
    [
      ".", "...", "ok", "45%", "connecting...", "2024/03/05 10:00:01 started",
    ].map { (output: String) -> GrammarExample in
      GrammarExample(
        "output before a function: \(output)", log: altered("\(output)\(function)"),
        outline: outline(notes: [output]))
    } + [
      GrammarExample(
        "output before the first function, behind a line of output",
        log: plain.replacing("  main.add()", with: "got a request\nsending  main.add()"),
        outline: outline("2-15", notes: ["got a request", "sending"]))
    ]

  /// Its place shows that there was a frame.
  private static let lostFunctions: [GrammarExample] =
    [
      "main.main(", "main.main)", "main. main()", "ma in.main()", "main.main ()", "main. (*T).main()",
    ].map { (text: String) -> GrammarExample in
      GrammarExample(
        "a function that is damaged: \(text)", log: altered("  \(text)\n      /app/main.go:14"),
        outline: outline(
          "2-14", "1 ? /app/main.go:14", notes: [text], damage: ["a frame is damaged at line 9"]))
    } + [
      GrammarExample(
        "a place below a header", log: altered("      /app/main.go:14"),
        outline: outline("2-13", "1 ? /app/main.go:14", damage: ["a frame is damaged at line 8"])),
      GrammarExample(
        "the first function of a report is damaged",
        log: plain.replacing(
          "main.add()\n      /app/main.go:8 +0x44",
          with: "main.add(\n      /app/main.go:8 +0x44\n  main.run()\n      /app/main.go:5 +0x11"),
        outline: outline("2-16", notes: ["main.add("], damage: ["a frame is damaged at line 5"])
          .replacing("1 main.add", with: "2 ?")),
      GrammarExample(
        "a frame in the first column below a damaged function",
        log: altered("  main.main(\n/app/main.go:14"),
        outline: outline(
          "2-14", "no stack", notes: ["main.main(", "/app/main.go:14 +0x88"],
          damage: ["a frame is damaged at line 9", "the stack of an access is cut off"])),
    ]

  /// Two writers in one pipe: a line of one is in the middle of a line of the other.
  private static let lostParts: [GrammarExample] = [
    GrammarExample(
      "a line inside a function",
      log: altered("  main.(*C2024/03/05 10:00:01 started worker 3\nache).Get()\n      /app/main.go:14"),
      outline: outline(
        "2-15", "1 ? /app/main.go:14",
        notes: ["main.(*C2024/03/05 10:00:01 started worker 3", "ache).Get()"],
        damage: ["a frame is damaged at line 10"])),
    GrammarExample(
      "a line inside a place",
      log: altered("  main.main()\n      /app/ma2024/03/05 10:00:01 started\nin.go:14"),
      outline: outline(
        "2-15", "1 main.main ?", notes: ["/app/ma2024/03/05 10:00:01 started", "in.go:14 +0x88"],
        damage: ["a frame is damaged at line 8"])),
  ]

  private static let outputBeforePlaces: [GrammarExample] = [
    "10 / 100 [==>----] 10.00%", "2024/03/05 10:00:01 started", "/tmp/x", "done",
  ].map { (output: String) -> GrammarExample in
    GrammarExample(
      "output before a place: \(output)", log: altered("  main.main()\n\(output)      /app/main.go:14"),
      outline: outline(notes: [output]))
  }

  private static let lists: [GrammarExample] =
    [
      GrammarExample(
        "functions and places behind bullets",
        log: plain.replacing("  main.", with: "  • main.").replacing("      /app", with: "    • /app"),
        outline: plainOutline),
      GrammarExample(
        "a whole report as nested lists",
        log: wrapped(
          plainLines(2...13).replacing("  main.", with: "  - main.").replacing("      /", with: "    - /")
        ) { $1.isEmpty || $1.hasPrefix(" ") ? $1 : "- \($1)" },
        outline: moved(plainOutline, to: "1-12")),
    ]
    + [
      "main.main() [/app/main.go:14]", "`main.main()` at `/app/main.go:14`", "main.main() `/app/main.go:14`",
      "- main.main() (/app/main.go:14)", "- `main.main()` in `/app/main.go:14`",
    ].map { (line: String) -> GrammarExample in
      GrammarExample(
        "a frame on one line: \(line)", log: altered("  \(line)").replacing(" +0x88", with: ""),
        outline: outline("2-13"))
    }

  private static let leftOut: [GrammarExample] =
    [
      "[snip]", "<snip>", "--- snip ---", "8<-----", "(...)", "// ...", "[truncated]", "<truncated>",
      "(omitted)",
      "+ 12 more", "(16 lines omitted)", "12 more frames", "etc.", "⋮",
    ].map { (mark: String) -> GrammarExample in
      GrammarExample(
        "lines left out: \(mark)", log: plain.replacing("8 +0x44\n", with: "8 +0x44\n  \(mark)\n"),
        outline: outline("2-15", notes: [mark], damage: ["lines were left out at line 6"]))
    } + [
      GrammarExample(
        "lines left out: three dots below each other",
        log: plain.replacing("8 +0x44\n", with: "8 +0x44\n  .\n  .\n  .\n"),
        outline: outline("2-17", notes: [".", ".", "."], damage: ["lines were left out at line 8"])),
      GrammarExample(
        "output that is no mark of lines left out",
        log: plain.replacing("8 +0x44\n", with: "8 +0x44\n12 more requests\nskipped\n"),
        outline: outline("2-16", notes: ["12 more requests", "skipped"])),
    ]

  private static let spaced: [GrammarExample] = [
    ("WARNING: DATA", "WARNING:  DATA"), ("Write at", "Write  at"), ("by goroutine", "by  goroutine"),
    ("goroutine 7:", "goroutine  7 :"), ("(running) created", "(running)  created"),
    ("Previous read at", "Previous  read at"), ("by main goroutine", "by main  goroutine"),
  ].map { (one: String, two: String) -> GrammarExample in
    GrammarExample(
      "words that are two blanks apart: \(two)", log: plain.replacing(one, with: two), outline: plainOutline)
  }
}
