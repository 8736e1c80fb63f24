/// Prefixes that consoles add, and reports as mails and web pages change them.
extension KCSANExamples {
  package static let consoles: [GrammarExample] =
    [
      ("times", { (line: Int) in "[    \(9 + line / 5).99\(1000 + line)] " }),
      ("times and callers", { "[   12.\(345_678 + $0)][ T1234] " }),
      ("a caller that is a processor", { "[   12.\(345_678 + $0)][    C3]  " }),
      ("levels", { "<\($0 % 3 + 3)>[   12.\(345_678 + $0)] " }),
      ("syslog", { "Mar  3 04:05:\(10 + $0) oven1 kernel: [   12.\(345_678 + $0)] " }),
      ("journald", { "Mar 03 04:05:\(10 + $0) oven1 kernel: " }),
      ("dmesg -T", { "[Sun Mar  3 04:05:\(10 + $0) 2024] " }),
      ("/dev/kmsg", { "6,\(700 + $0),\(12_345_678 + $0 * 10),-,caller=T1234;" }),
      ("an indent", { _ in "    " }),
    ].map { (name: String, prefix: (Int) -> String) in
      GrammarExample("a console: \(name)", log: wrapped(plain) { prefix($0) + $1 }, outline: plainOutline)
    }
    + examples([
      (
        "two callers line by line",
        interleaved(
          lines(wrapped(plain) { "[   12.\(100_000 + $0)][ T1234] \($1)" }),
          lines(wrapped(other) { "[   12.\(100_000 + $0)][    C3] \($1)" })),
        moved(plainOutline, to: "3-27") + "\n" + moved(otherOutline, to: "4-20")
      )
    ])

  private static let encodedBar =
    String(repeating: "=3D", count: 25) + "=\n" + String(repeating: "=3D", count: 25) + "=\n"
    + String(repeating: "=3D", count: 16)

  package static let pastes = examples([
    (
      "a mail's encoding",
      plain.replacing(String(repeating: "=", count: 66), with: encodedBar).replacing(
        "by task 311", with: "by =\ntask 311"),
      moved(plainOutline, to: "4-22")
    ),
    (
      "a title that a mail program wrapped",
      plain.replacing("oven_bake / oven_taste", with: "oven_bake /\noven_taste"),
      moved(plainOutline, to: "2-18")
    ),
    (
      "an access that a mail program wrapped", plain.replacing(" on cpu 0:", with: " on\ncpu 0:"),
      moved(plainOutline, to: "2-18")
    ),
    ("the arrow as a web page writes it", plain.replacing("->", with: "-&gt;"), plainOutline),
    (
      "the message of a commit",
      "commit 1f2e3d\n\n    oven: mark a race\n\n" + wrapped(plainLines(2...12)) { "    \($1)" }
        + "\n\n    Mark it.\n",
      moved(plainOutline, to: "5-15").replacing(" pid 77", with: "").replacing(summary, with: "")
    ),
    ("a fence of Markdown", "It fails:\n```\n\(plain)\n```\nThanks!\n", moved(plainOutline, to: "4-19")),
    ("no indentation", wrapped(plain) { String($1.trimmingPrefix { $0 == " " }) }, plainOutline),
    (
      "bars of another length",
      plain.replacing(String(repeating: "=", count: 66), with: String(repeating: "=", count: 80)),
      plainOutline
    ),
  ])
}
