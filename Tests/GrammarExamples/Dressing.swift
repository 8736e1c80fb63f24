/// Text that other programs put around each line of a log. It must not change how a report is read, its lines included.
package struct Dressing: Sendable {
  /// The program that adds it.
  package let name: String
  private let change: @Sendable (Int, String) -> String

  /// The text with the additions.
  package func dress(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { change($0, String($1)) }
      .joined(separator: "\n")
  }

  private init(_ name: String, _ change: @escaping @Sendable (Int, String) -> String) {
    self.name = name
    self.change = change
  }

  /// A line as the text of a JSON string.
  static func escaped(_ line: String) -> String {
    line.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\t", with: "\\t")
      .replacing("\u{1B}", with: "\\u001b")
  }

  /// A line as the text of an element.
  private static func entities(_ line: String) -> String {
    line.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;").replacing("'", with: "&#x27;")
  }

  /// Those that put a prefix before each line, or make a record of it.
  package static let all: [Dressing] = [
    Dressing("timestamps of GitHub Actions") {
      "2024-08-09T01:45:1\($0 % 10).\(2_083_163 + $0 * 977)Z \($1)"
    },
    Dressing("Docker Compose") { "app-1  | \($1)" },
    Dressing("kubectl logs --prefix") { "[pod/app-7f6d8/app] \($1)" },
    Dressing("journald") { "Aug 09 01:45:\(10 + $0 % 50) host app[4242]: \($1)" },
    Dressing("quoted in a mail") { "> \($1)" },
    Dressing("grep -n") { "\(98 + $0):\($1)" },
    Dressing("colours") { "\u{1B}[1;31m\($1)\u{1B}[0m" },
    Dressing("a comment of source code") { "// \($1)" },
    Dressing("a comment of C") { " * \($1)" },
    Dressing("an element of a page") { ($0 == 0 ? "<pre><code>" : "") + entities($1) },
    Dressing("a section of character data") { ($0 == 0 ? "<system-out><![CDATA[" : "") + $1 },
    Dressing("an item of a list") { ($0 == 0 ? "- " : "  ") + $1 },
    Dressing("a numbered item, quoted") { ($0 == 0 ? "> 1. " : ">    ") + $1 },
    Dressing("Docker's json-file driver") {
      #"{"log":"\#(escaped($1))\n","stream":"stderr","time":"2024-08-09T01:45:13.\#(100 + $0)Z"}"#
    },
  ]
}
