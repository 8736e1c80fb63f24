/// Two reports in one line, as programs that print strings encode them.
extension ExampleTable {
  /// Both reports of a table on the given line.
  private static func both(_ line: Int) -> String {
    moved(plainOutline, to: "\(line)-\(line)") + "\n" + moved(otherOutline, to: "\(line)-\(line)")
  }

  /// The same examples for every detector.
  package static var encoded: [GrammarExample] {
    let two = plain + "\n" + other
    let string = Dressing.escaped(two).replacing("\n", with: "\\n")
    let xml = two.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&#34;").replacing("'", with: "&#39;").replacing("\n", with: "&#xA;")
    let html = two.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    return examples([
      ("a message that holds two reports", #"{"level":"error","msg":"\#(string)"}"#, both(1)),
      (
        "a field of any name that holds two reports",
        "{\n  \"name\": \"oven\",\n  \"result\": \"\(string)\"\n}\n",
        both(3)
      ),
      (
        "a test's result in XML that holds two reports", "<failure message=\"Failed\">\(xml)</failure>\n",
        both(1)
      ),
      (
        "a message of rsyslog that holds two reports",
        "Nov 25 10:00:00 h app[7]: it says:#012" + two.replacing("\n", with: "#012") + "\n", both(1)
      ),
      ("the bytes of Python", "stderr=b'\(string.replacing("'", with: "\\'"))' rc=66", both(1)),
      (
        "line breaks of HTML, all on one line",
        "<p>It says:<br />" + html.replacing("\n", with: "<br />") + "<br /></p>\n",
        both(1)
      ),
      (
        "a list of strings, each a line",
        lines(plain.replacing("\"", with: "'")).map { "  \"\($0)\"," }.joined(separator: "\n"),
        plainOutline.replacing("\"", with: "'")
      ),
      ("rows of HTML", wrapped(html) { "<tr><td>\($1)</td></tr>" }, stacked),
      ("rows of a table of Markdown", wrapped(plain) { "| \($1)   |" }, plainOutline),
      ("blanks that do not break", plain.replacing("  ", with: "\u{A0} "), plainOutline),
      ("colours as cat -v and syslog show them", wrapped(plain) { "^[[31m\($1)#033[0m" }, plainOutline),
    ])
  }

  /// Both reports of a table, one below the other.
  static var stacked: String {
    let span = otherOutline.prefix { $0 != " " }.split(separator: "-").compactMap { Int($0) }
    let above = lines(plain).count
    return plainOutline + "\n" + moved(otherOutline, to: "\(span[0] + above)-\(span[1] + above)")
  }
}
