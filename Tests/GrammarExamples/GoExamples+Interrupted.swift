/// Results between a report's last frame and a bar.
extension GoExamples {
  private static let bar = "=================="
  /// The small report without its closing bar.
  private static let unclosed = lines(plain).dropLast().joined(separator: "\n")
  private static let unclosedOutline =
    moved(plainOutline, to: "2-13") + "\n  damage: cut off before its closing line"
  private static let failure = "--- FAIL: TestOther (0.00s)"

  /// The outline of the small report with a result before its closing bar.
  private static func outline(with result: String) -> String {
    moved(plainOutline, to: "2-15") + "\n  note: " + result
  }

  package static let interrupted: [GrammarExample] = closed + unsure

  private static let closed: [GrammarExample] = [
    failure, "PASS", "ok  \texample.com/app\t0.412s", "exit status 66", "panic: oven is cold",
  ].map { (result: String) -> GrammarExample in
    GrammarExample(
      "a result before the closing bar: \(result)",
      log: "\(unclosed)\n\(result)\n\(bar)\n=== RUN   TestNext\n",
      outline: outline(with: result))
  }

  private static let unsure: [GrammarExample] = [
    GrammarExample(
      "a result before the closing bar, with which the log ends", log: "\(unclosed)\n\(failure)\n\(bar)",
      outline: outline(with: failure)),
    GrammarExample(
      "a result before the closing bar, and another report", log: "\(unclosed)\n\(failure)\n\(bar)\n\(plain)",
      outline: "\(outline(with: failure))\n\(moved(plainOutline, to: "17-29"))"),
    GrammarExample(
      "a result below a report without its closing bar, and another report",
      log: "\(unclosed)\n\(failure)\n\(plain)",
      outline: "\(unclosedOutline)\n\(moved(plainOutline, to: "16-28"))"),
    GrammarExample(
      "a result below a report without its closing bar, and another one without it",
      log: "\(unclosed)\n\(failure)\n\(unclosed)\n",
      outline: "\(unclosedOutline)\n\(moved(unclosedOutline, to: "16-27"))"),
    GrammarExample(
      "a report without its closing bar, and one of the next test",
      log: "=== RUN   TestOther\n\(unclosed)\n\(failure)\n=== RUN   TestNext\n\(plain)",
      outline: """
        \(moved(plainOutline, to: "3-14"))
          during TestOther in ?
          damage: cut off before its closing line
        \(moved(plainOutline, to: "18-30"))
          during TestNext in ?
        """),
    GrammarExample(
      "a result and a bar below a function without its place",
      log: "\(plainLines(1...12))\n\(failure)\n\(bar)\n=== RUN   TestNext\n",
      outline: """
        2-14 DATA RACE
          write 0x00c000012345 goroutine 7: 1 main.add /app/main.go:8
          previous read 0x00c000012345 main: 1 main.main /app/main.go:14
          goroutine 7 running: 1 main.main ?
          note: \(failure)
          damage: a frame is damaged at line 12
        """),
  ]
}
