/// Reports as terminals, mails, issues and web pages change them.
extension TSanExamples {
  package static let pastes = examples([
    (
      "no indentation", wrapped(plain) { String($1.trimmingPrefix { $0 == " " }) }, plainOutline
    ),
    ("tabs", plain.replacing("    #", with: "\t\t#").replacing("\n  ", with: "\n\t"), plainOutline),
    (
      "no blank lines", plain.replacing("\n\n", with: "\n"), moved(plainOutline, to: "2-15")
    ),
    (
      "a blank line between any two lines", plain.replacing("\n", with: "\n\n"),
      moved(plainOutline, to: "3-37")
    ),
    ("a fence of Markdown", "It fails:\n```\n\(plain)\n```\nThanks!\n", moved(plainOutline, to: "4-21")),
    (
      "numbers for what HTML would take for tags", plain.replacing("<null>", with: "&lt;null&gt;"),
      plainOutline
    ),
    (
      "bars of another length", plain.replacing("==================", with: "============================="),
      plainOutline
    ),
    ("a blank behind the bars", plain.replacing("==\n", with: "== \n") + " ", plainOutline),
    (
      "a title that was wrapped before its words",
      plain.replacing("ThreadSanitizer: data race (pid", with: "ThreadSanitizer:\ndata race (pid"),
      moved(plainOutline, to: "2-20")
    ),
    (
      "a page that made one line of it",
      lines(plain).map { String($0.trimmingPrefix { $0 == " " }) }.filter { !$0.isEmpty }.joined(
        separator: " "),
      moved(plainOutline, to: "1-1")
    ),
    (
      "two services by turns",
      interleaved(lines(wrapped(plain) { "app-1  | \($1)" }), lines(wrapped(other) { "db-1   | \($1)" })),
      moved(plainOutline, to: "3-34") + "\n" + moved(otherOutline, to: "4-30")
    ),
    (
      "go test -json, of a program with C in it",
      wrapped(plain) {
        #"{"Time":"2024-08-09T01:45:13Z","Action":"output","Package":"oven","Test":"TestBake","Output":"\#($1)\n"}"#
      },
      plainOutline + "\n  during TestBake in oven"
    ),
  ])
}
