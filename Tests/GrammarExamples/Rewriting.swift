/// A log as programs rewrite it in transport: the words stay the same, the lines do not.
package struct Rewriting: Sendable {
  /// The program that rewrites it.
  package let name: String
  /// The maximum number of bytes per line; 0 if lines are not wrapped.
  package private(set) var width = 0
  /// Whether each line has a timestamp before it.
  package private(set) var isStamped = false
  private let change: @Sendable (String) -> String

  /// The rewritten text.
  package func rewrite(_ text: String) -> String { change(text) }

  private init(_ name: String, _ change: @escaping @Sendable (String) -> String) {
    self.name = name
    self.change = change
  }

  /// Wraps lines between words, as mail programs do; the rest begins at the left edge.
  private static func wrapped(_ text: String, at width: Int, _ prefix: String = "") -> String {
    lines(text).flatMap { line in
      var pieces: [String] = []
      var rest = prefix + line
      while rest.count > width, let end = lastBlank(rest, before: width) {
        pieces.append(String(rest[..<end]))
        rest = String(rest[rest.index(after: end)...])
      }
      return pieces + [rest]
    }.joined(separator: "\n")
  }

  /// The last blank after a line's first word where it fits the width; nil without one.
  private static func lastBlank(_ line: String, before width: Int) -> String.Index? {
    let word = line.firstIndex { $0 != " " } ?? line.startIndex
    guard let found = line.prefix(width + 1).lastIndex(of: " "), found > word else { return nil }
    return found
  }

  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// Mail programs that wrap outgoing text.
  package static let wraps = [60, 64, 68, 72, 76, 80, 88, 94, 100].flatMap { width in
    var all = [
      Rewriting("wrapped at \(width)") { wrapped($0, at: width) },
      Rewriting("stamped and then wrapped at \(width)") { wrapped($0, at: width, "[   12.345678] ") },
      Rewriting("wrapped at \(width), then quoted") {
        lines(wrapped($0, at: width)).map { "> " + $0 }.joined(separator: "\n")
      },
    ]
    for index in all.indices { all[index].width = width }
    all[1].isStamped = true
    return all
  }

  /// Quoted-printable: `=3D` for `=`, no line longer than 76.
  private static func quotedPrintable(_ text: String, width: Int) -> String {
    lines(text.replacing("=", with: "=3D")).map { line in
      var line = line.hasSuffix(" ") ? String(line.dropLast()) + "=20" : line
      var pieces: [String] = []
      while line.count > width {
        var end = line.index(line.startIndex, offsetBy: width - 1)
        // Do not split an encoded byte.
        while line[..<end].suffix(2).contains("=") { end = line.index(before: end) }
        pieces.append(line[..<end] + "=")
        line = String(line[end...])
      }
      return (pieces + [line]).joined(separator: "\n")
    }.joined(separator: "\n")
  }

  /// A web page highlighter: puts numbers, words and brackets in elements.
  private static func highlighted(_ text: String) -> String {
    var page = ""
    for line in lines(text) {
      page += #"<span class="line">"#
      var number = ""
      for character in line {
        if character.isNumber {
          number.append(character)
          continue
        }
        if !number.isEmpty { page += "<span class=\"m\">\(number)</span>" }
        number = ""
        switch character {
        case "(", ")", ":": page += "<span class=\"o\">\(character)</span>"
        case "<": page += "&lt;"
        case ">": page += "&gt;"
        case "&": page += "&amp;"
        default: page.append(character)
        }
      }
      if !number.isEmpty { page += "<span class=\"m\">\(number)</span>" }
      page += "</span>\n"
    }
    return page
  }

  /// A double-quoted YAML string, folded at blanks.
  private static func folded(_ text: String, width: Int) -> String {
    let string = Dressing.escaped(text).replacing("\n", with: "\\n")
    var result = ["message: \""]
    // A blank next to a fold is escaped, or it would be lost.
    for word in string.split(separator: " ", omittingEmptySubsequences: false) {
      if word.isEmpty || result[result.count - 1].count + word.count < width
        || result[result.count - 1].hasSuffix(" ")
      {
        result[result.count - 1] += (result[result.count - 1] == "message: \"" ? "" : " ") + word
      } else {
        result.append("  " + word)
      }
    }
    return result.joined(separator: "\n") + "\"\n"
  }

  /// A rich text editor that writes Markdown: a backslash escapes characters that would be markup.
  private static func markdown(_ text: String, _ marks: String) -> String {
    lines(text).map { line in
      let escaped = line.map { marks.contains($0) ? "\\\($0)" : String($0) }.joined()
      return line.hasPrefix("=") || line.hasPrefix("-") ? "\\" + escaped : escaped
    }.joined(separator: "\n")
  }

  /// A program that turns file names into links.
  private static func withLinks(_ text: String, _ link: (String) -> String) -> String {
    text.replacing(#/[a-z_]+\.(?:go|c|h)\b/#) { link(String($0.output)) }
  }

  /// A program that turns numbers into links to issues.
  private static func withIssues(_ text: String, _ link: (Substring) -> String) -> String {
    text.replacing(#/#\d+/#) { link($0.output.dropFirst()) }
  }

  /// Programs that write a log in their own encoding.
  package static let encodings = [
    Rewriting("an editor that writes Markdown") { markdown($0, "_*[]<>#") },
    Rewriting("a gateway of mails that writes Markdown") { markdown($0, "_*[]()<>#!~|`") },
    Rewriting("Markdown, quoted") {
      lines(markdown($0, "_*[]()<>#")).map { "> " + $0 }.joined(separator: "\n")
    },
    Rewriting("blanks that do not break") { $0.replacing(" ", with: "\u{A0}") },
    Rewriting("blanks that do not break, of a page") {
      let page = $0.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      return lines(page).map { $0.replacing(" ", with: "&nbsp;") + "<br />" }.joined(separator: "\n")
    },
    Rewriting("names of files made links, in Markdown") { withLinks($0) { "[\($0)](http://\($0))" } },
    Rewriting("names of files made links, as a chat has them") { withLinks($0) { "<http://\($0)|\($0)>" } },
    Rewriting("names of files made links, in a page") {
      withLinks($0) { "<a href=\"http://\($0)\">\($0)</a>" }
    },
    Rewriting("numbers made links to issues, in Markdown") {
      withIssues($0) { "[#\($0)](https://example.com/shop/issues/\($0))" }
    },
    Rewriting("numbers made links to issues, in a page") {
      withIssues($0) { "<a class=\"issue\" href=\"https://example.com/shop/issues/\($0)\">#\($0)</a>" }
    },
    Rewriting("a mail in quoted-printable") { quotedPrintable($0, width: 76) },
    Rewriting("a mail in quoted-printable, quoted before") {
      quotedPrintable(lines($0).map { "> " + $0 }.joined(separator: "\n"), width: 72)
    },
    Rewriting("a page that a highlighter made") { highlighted($0) },
    Rewriting("rows of a page, with line numbers") { text in
      lines(text).enumerated().map { number, line in
        let line = line.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(
          ">", with: "&gt;")
        return "<tr><td data-line-number=\"\(number)\"></td><td class=\"code\">\(line)</td></tr>"
      }.joined(separator: "\n")
    },
    Rewriting("a field of JSON") { "{\"body\": \"\(Dressing.escaped($0).replacing("\n", with: "\\n"))\"}\n" },
    Rewriting("a field of JSON, with carriage returns") {
      "{\"id\": 7, \"trace\": \"\(Dressing.escaped($0).replacing("\n", with: "\\r\\n"))\", \"ok\": false}\n"
    },
    Rewriting("a string of a string") {
      let once = Dressing.escaped($0).replacing("\n", with: "\\n")
      return "{\"event\": \"{\\\"log\\\": \\\"\(Dressing.escaped(once))\\\"}\"}\n"
    },
    Rewriting("a key of TOML") { "output = \"\(Dressing.escaped($0).replacing("\n", with: "\\n"))\"\n" },
    Rewriting("a string of source code") {
      "\tlog := \"\(Dressing.escaped($0).replacing("\n", with: "\\n"))\"\n"
    },
    Rewriting("rsyslog") { "Nov 25 10:00:00 h app: " + $0.replacing("\n", with: "#012") + "\n" },
    Rewriting("a string of YAML, folded") { folded($0, width: 78) },
    Rewriting("a raw string") { "var log = `" + $0 + "`,\n" },
    Rewriting("a comment of source code") { lines($0).map { "// " + $0 }.joined(separator: "\n") },
    Rewriting("a comment of a script") { lines($0).map { "# " + $0 }.joined(separator: "\n") },
    Rewriting("a comment of C") { "/*\n" + lines($0).map { " * " + $0 }.joined(separator: "\n") + "\n */\n" },
  ]
}
