/// Reports that somebody has typed again or shortened: frames on one line, functions without parentheses, offsets,
/// numbers and addresses left out.
extension GoExamples {
  package static let retold: [GrammarExample] =
    offsets + frameLines + mixedFrameLines + bareFunctions + mixedFunctions + hidden + items
    + nestedItems

  private static let frame = "  main.add()\n      /app/main.go:8 +0x44"
  private static let nextFrame = "  main.run()\n      /app/main.go:5 +0x11"

  /// The small report with another text in place of its first frame.
  private static func framed(_ text: String) -> String { plain.replacing(frame, with: text) }

  /// The outline of the small report with another line span, and with notes.
  private static func noted(_ span: String, frames: Int = 1, _ notes: String...) -> String {
    let outline = moved(plainOutline, to: span).replacing("1 main.add", with: "\(frames) main.add")
    return ([outline] + notes.map { "  note: \($0)" }).joined(separator: "\n")
  }

  private static let offsets: [GrammarExample] = [
    GrammarExample(
      "an offset of three dots", log: plain.replacing("+0x44", with: "+0x..."), outline: plainOutline),
    GrammarExample(
      "an offset of a question mark", log: plain.replacing("+0x44", with: "+0x?"), outline: plainOutline),
    GrammarExample(
      "an offset of letters", log: plain.replacing("+0x44", with: "+0xXX"), outline: plainOutline),
    GrammarExample(
      "offsets without their digits",
      log: plain.replacing("+0x44", with: "+0x...").replacing("+0x88", with: "+0x...")
        .replacing("+0x66", with: "+0x..."),
      outline: plainOutline),
    GrammarExample(
      "a comment in place of the offset", log: plain.replacing(" +0x44", with: "   // n++"),
      outline: noted("2-14", "// n++")),
    GrammarExample(
      "a comment in place of the offset that names another place",
      log: plain.replacing(" +0x44", with: "   // see main.go:14"),
      outline: noted("2-14", "// see main.go:14")),
  ]

  private static let frameLines: [GrammarExample] = [
    "main.add() (/app/main.go:8)", "main.add() at /app/main.go:8", "main.add() in /app/main.go:8",
    "main.add() - /app/main.go:8", "main.add() -> /app/main.go:8", "main.add(), /app/main.go:8",
    "main.add(): /app/main.go:8", "main.add /app/main.go:8", "main.add: /app/main.go:8",
    "main.add at /app/main.go:8", "main.add (/app/main.go:8)", "main.add(...) /app/main.go:8",
    "main.add /app/main.go:8 +0x44", "main.add() /app/main.go:8 +0x...",
  ].map { (line: String) -> GrammarExample in
    GrammarExample("a frame on one line: \(line)", log: framed("  " + line), outline: noted("2-13"))
  }

  private static let mixedFrameLines: [GrammarExample] = [
    GrammarExample(
      "a frame on one line that cgo made",
      log: framed("  _cgoexp_a1b2_goCallback() _cgo_gotypes.go:78 +0x1d"),
      outline: noted("2-13").replacing(
        "main.add /app/main.go:8", with: "_cgoexp_a1b2_goCallback _cgo_gotypes.go:78")),
    GrammarExample(
      "all frames on one line, without parentheses",
      log: plain.replacing("()\n      ", with: " ").replacing(" +0x44", with: "")
        .replacing(" +0x66", with: ""),
      outline: noted("2-11")),
    GrammarExample(
      "a frame on one line behind output",
      log: framed("\(frame)\ngot a request\n  main.run() at /app/main.go:5"),
      outline: noted("2-16", frames: 2, "got a request")),
    GrammarExample(
      "output that names a function and a place",
      log: framed("\(frame)\ncache.miss /app/main.go:5\nmain.run() at main.go:5 is slow"),
      outline: noted("2-16", "cache.miss /app/main.go:5", "main.run() at main.go:5 is slow")),
  ]

  private static let bareFunctions: [GrammarExample] = [
    "main.add", "main.add(...)", "main.add(0xc000012345, 0x1)", "main.add({0xc000012345, 0x3}, 0x1?, ...)",
  ].map { (function: String) -> GrammarExample in
    GrammarExample(
      "a function without its empty parentheses: \(function)",
      log: plain.replacing("main.add()", with: function), outline: plainOutline)
  }

  /// Functions that are items of a list, with their places below them as the rest of the item, or as items.
  private static let items: [GrammarExample] = ["-", "*", "+", "1.", "2)"].flatMap { (mark: String) in
    let blanks = String(repeating: " ", count: mark.utf8.count + 1)
    return [blanks, "\(mark) ", "\(blanks)\(mark) "].map { (below: String) -> GrammarExample in
      GrammarExample(
        "functions are items of a list: \(mark), and their places behind '\(below)'",
        log: plain.replacing("()\n      ", with: "()\n\(below)").replacing("  main.", with: "\(mark) main."),
        outline: plainOutline)
    }
  }

  private static let nestedItems: [GrammarExample] = [
    GrammarExample(
      "functions and their places are items of lists below the headers",
      log: plain.replacing("  main.", with: "  - main.").replacing("      /app", with: "    - /app"),
      outline: plainOutline),
    GrammarExample(
      "functions and places without their folder are items of a list",
      log: plain.replacing("  main.", with: "- main.").replacing("      /app", with: "- example.com/app"),
      outline: plainOutline.replacing("/app", with: "example.com/app")),
  ]

  /// Places, and items of lists, that are no frames of the stack. Where all lines are further in, an item is a name that is dropped.
  package static let advice: [GrammarExample] = [
    GrammarExample(
      "a place twice", log: framed("\(frame)\n      /app/main.go:8 +0x44"),
      outline: noted("2-15", "/app/main.go:8 +0x44")),
    GrammarExample(
      "a place behind a blank line", log: framed("\(frame)\n\n      /app/x.go:5 +0x11"),
      outline: noted("2-16", "/app/x.go:5 +0x11")),
    GrammarExample(
      "advice in a list", log: framed("\(frame)\n- mu.Lock()\n- main.run()"),
      outline: noted("2-16", "- mu.Lock()", "- main.run()")),
    GrammarExample(
      "an item with a place without an offset", log: framed("\(frame)\n- main.run()\n  /app/main.go:5"),
      outline: noted("2-16", "- main.run()", "/app/main.go:5")),
    GrammarExample(
      "an item without a package, and a place", log: framed("\(frame)\n- run()\n  /app/main.go:5 +0x11"),
      outline: noted("2-16", "- run()", "/app/main.go:5 +0x11")
        + "\n  damage: a frame is damaged at line 7"),
  ]

  private static let depotName = "example.com/depot/warehouse.(*Warehouse).ReplaceAllPallets"
  private static let genericName = "example.com/app/store.(*Box[go.shape.struct { A int }]).Set"

  private static let mixedFunctions: [GrammarExample] = [
    GrammarExample(
      "functions without parentheses", log: plain.replacing("()", with: ""), outline: plainOutline),
    GrammarExample(
      "functions with long names, without parentheses",
      log: plain.replacing("()", with: "").replacing("main.add", with: depotName)
        .replacing("  main.main\n      /app/main.go:13", with: "  \(depotName)\n      /app/main.go:13"),
      outline: plainOutline.replacing("main.add", with: depotName).replacing(
        "main.main /app/main.go:13", with: "\(depotName) /app/main.go:13")),
    GrammarExample(
      "functions without parentheses and indentation",
      log: plain.replacing("()", with: "").replacing("      /", with: "/").replacing("  main", with: "main"),
      outline: plainOutline),
    GrammarExample(
      "a method of a generic type without parentheses", log: plain.replacing("main.add()", with: genericName),
      outline: plainOutline.replacing("main.add", with: genericName)),
    GrammarExample(
      "a word with a dot that the program has printed between two frames",
      log: framed("\(frame)\ncache.miss\n\(nextFrame)"), outline: noted("2-17", frames: 2, "cache.miss")),
    GrammarExample(
      "a word with a dot between a function and its place",
      log: plain.replacing("main.add()\n", with: "main.add()\n  cache.miss\n"),
      outline: noted("2-15", "cache.miss")),
    GrammarExample(
      "a stack that the program has printed between two frames",
      log: framed("\(frame)\ntrace:\nmain.fail(0x1)\n\t/app/fail.go:3 +0x1d\n\(nextFrame)"),
      outline: noted("2-19", frames: 2, "trace:", "main.fail(0x1)", "/app/fail.go:3 +0x1d")),
  ]

  private static let hidden: [GrammarExample] =
    ["A", "N", "XX", "<id>", "[redacted]", "?", "…"].map(withoutNumber)
    + ["<addr>", "ADDR", "[redacted]", "address"].map(withoutAddress)

  private static func withoutNumber(_ name: String) -> GrammarExample {
    GrammarExample(
      "a goroutine without its number: \(name)", log: plain.replacing("oroutine 7", with: "oroutine " + name),
      outline: """
        2-14 DATA RACE
          write 0x00c000012345 ?: 1 main.add /app/main.go:8
          previous read 0x00c000012345 main: 1 main.main /app/main.go:14
          other: Goroutine \(name) (running) created at:
            1 main.main /app/main.go:13
        """)
  }

  private static func withoutAddress(_ word: String) -> GrammarExample {
    GrammarExample(
      "a word in place of the addresses: \(word)", log: plain.replacing("0x00c000012345", with: word),
      outline: plainOutline.replacing("0x00c000012345 ", with: ""))
  }
}
