/// Lines as logging libraries, web pages and programs that print strings encode them.
extension GoExamples {
  /// A line as the text of a JSON string.
  private static func escaped(_ line: String) -> String {
    line.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
  }

  /// A text as Go's `encoding/xml` writes it.
  private static func xml(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&#34;").replacing("'", with: "&#39;").replacing("\n", with: "&#xA;")
  }

  package static let loggers: [GrammarExample] = [
    GrammarExample(
      "journalctl -o json",
      log: wrapped(plain) {
        #"{"__CURSOR":"s=a;i=\#($0)","_PID":"42","PRIORITY":"6","MESSAGE":"\#(escaped($1))","_COMM":"app"}"#
      },
      outline: plainOutline),
    GrammarExample(
      "two processes in journalctl -o json",
      log: interleaved(
        lines(plain).map { #"{"_PID":"42","MESSAGE":"\#(escaped($0))"}"# },
        lines(other).map { #"{"_PID":"43","MESSAGE":"\#(escaped($0))"}"# }),
      outline: moved(plainOutline, to: "3-27") + "\n" + moved(otherOutline, to: "4-32")),
    GrammarExample(
      "zap", log: wrapped(plain) { #"{"level":"error","ts":17231678\#($0).5,"msg":"\#(escaped($1))"}"# },
      outline: plainOutline),
    GrammarExample(
      "zerolog with an object before the message",
      log: wrapped(plain) { #"{"level":"info","ctx":{"n":\#($0)},"message":"\#(escaped($1))"}"# },
      outline: plainOutline),
    GrammarExample(
      "Fluentd, which drops line ends, and a list of its records",
      log: wrapped(plain) {
        #"{"log":"\#(escaped($1))","stream":"stderr","kubernetes":{"pod":"a","line":\#($0)}},"#
      },
      outline: plainOutline),
    GrammarExample(
      "a message that holds two reports",
      log: #"{"level":"error","msg":"\#(escaped(plain + "\n" + other))"}"#,
      outline: moved(plainOutline, to: "1-1") + "\n" + moved(otherOutline, to: "1-1")),
    GrammarExample(
      "a field of any name that holds two reports",
      log: "{\n  \"name\": \"go\",\n  \"result\": \"\(escaped(plain + "\n" + other))\"\n}\n",
      outline: moved(plainOutline, to: "3-3") + "\n" + moved(otherOutline, to: "3-3")),
    GrammarExample(
      "a test's result in XML that holds two reports",
      log: "<failure message=\"Failed\">\(xml(plain + "\n" + other))</failure>\n",
      outline: moved(plainOutline, to: "1-1") + "\n" + moved(otherOutline, to: "1-1")),
    GrammarExample(
      "a message of rsyslog that holds two reports",
      log: "Nov 25 10:00:00 h app[7]: " + (plain + "\n" + other).replacing("\n", with: "#012") + "\n",
      outline: moved(plainOutline, to: "1-1") + "\n" + moved(otherOutline, to: "1-1")),
    GrammarExample(
      "the bytes of Python", log: "stderr=b'\(escaped(plain + "\n" + plain))' rc=66",
      outline: moved(plainOutline, to: "1-1") + "\n" + moved(plainOutline, to: "1-1")),
    GrammarExample(
      "logfmt",
      log: wrapped(plain) {
        "time=2024-08-09T01:45:\(10 + $0)Z level=error msg=\"\(escaped($1))\" try=\($0)"
      },
      outline: plainOutline),
    GrammarExample("a list of strings", log: wrapped(plain) { #"  "\#($1)","# }, outline: plainOutline),
    GrammarExample(
      "fields with commas", log: wrapped(plain) { #""\#($1)",17231678\#($0)"# }, outline: plainOutline),
  ]

  package static let pages: [GrammarExample] = [
    GrammarExample("line breaks of HTML", log: wrapped(plain) { "\($1)<br>" }, outline: plainOutline),
    GrammarExample(
      "line breaks of HTML, all on one line",
      log: "<p>" + (plain + "\n" + other).replacing("\n", with: "<br />") + "</p>\n",
      outline: moved(plainOutline, to: "1-1") + "\n" + moved(otherOutline, to: "1-1")),
    GrammarExample(
      "rows of HTML", log: wrapped(plain) { "<tr><td id=\"L\($0)\">\($0)</td><td>\($1)</td></tr>" },
      outline: plainOutline),
    GrammarExample(
      "rows of a table of Markdown", log: wrapped(plain) { "| \($0) | \($1)   |" }, outline: plainOutline),
    GrammarExample("back quotes", log: wrapped(plain) { $1.isEmpty ? "" : "`\($1)`" }, outline: plainOutline),
    GrammarExample("a box", log: wrapped(plain) { "│ \($1)  │" }, outline: plainOutline),
    GrammarExample("line ends that are escaped", log: wrapped(plain) { "\($1)\\" }, outline: plainOutline),
    GrammarExample(
      "what stands behind the title alone is a note",
      log: plain.replacing("RACE\n", with: "RACE 12 ducks\n"),
      outline: plainOutline + "\n  note: 12 ducks"),
    GrammarExample(
      "blanks that do not break", log: plain.replacing("  ", with: "\u{A0} "), outline: plainOutline),
    GrammarExample(
      "ideographic blanks, and marks of no width",
      log: wrapped(plain) { "\u{200B}\($1.replacing("  ", with: "\u{3000}"))\u{200E}" }, outline: plainOutline
    ),
    GrammarExample(
      "colours whose first byte is lost", log: wrapped(plain) { "[1m[31m\($1)[0m" }, outline: plainOutline),
    GrammarExample(
      "colours as cat -v and syslog show them", log: wrapped(plain) { "^[[31m\($1)#033[0m" },
      outline: plainOutline),
    GrammarExample(
      "numbers for what HTML would take for tags",
      log: plain.replacing("main.add()", with: "main.Of[chan&#x3c;- int]()").replacing(
        "/app/main.go:8", with: "&#60;autogenerated&#62;:1"),
      outline: plainOutline.replacing("main.add", with: "main.Of[chan<- int]").replacing(
        "/app/main.go:8", with: "<autogenerated>:1")),
    GrammarExample(
      "two reports on a page that made one line of them",
      log: lines(plain + "\n" + other).map { $0.drop { $0 == " " } }.filter { !$0.isEmpty }.joined(
        separator: " "),
      outline: moved(plainOutline, to: "1-1") + "\n" + moved(otherOutline, to: "1-1")),
  ]
}
