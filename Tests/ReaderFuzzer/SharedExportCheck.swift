import Foundation
import FoundationXML
import RaceModel
import RaceText

/// Checks that another program can read its export of a log.
struct SharedExportCheck {
  let log: ReadLog

  /// The check for each format.
  private static let checks: [(format: String, fault: @Sendable (_ text: String, _ races: Int) -> String?)] =
    [
      ("sarif", sarif), ("gitlab", gitLab), ("junit", jUnit), ("teamcity", teamCity), ("github", gitHub),
      ("html", html),
    ]

  /// The faults of one format, chosen by the log's size, so that a log takes no longer than with one format.
  func faults() throws -> [Fault] {
    let (name, check) = Self.checks[log.index.logs.reduce(0) { $0 + $1.bytes } % Self.checks.count]
    guard var format = ExportFormats.named(name)?.init() else { return [Fault(.sharing, "no \(name)")] }
    var bytes: [UInt8] = []
    try format.finish(ExportedLogs(log.index, files: [log.file])) { bytes += $0 }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      return [Fault(.sharing, "\(name): not UTF-8")]
    }
    if let scalar = text.unicodeScalars.first(where: { $0.isHarmful && $0 != "\n" && $0 != "\t" }) {
      return [Fault(.sharing, "\(name): U+\(String(scalar.value, radix: 16))")]
    }
    return check(text, log.index.races.count).map { [Fault(.sharing, "\(name): \($0)")] } ?? []
  }

  private static func json(_ text: String) -> Any? {
    try? JSONSerialization.jsonObject(with: Data(text.utf8))
  }

  @Sendable private static func sarif(_ text: String, _ races: Int) -> String? {
    let runs = (json(text) as? [String: Any])?["runs"] as? [[String: Any]]
    guard let results = runs?.first?["results"] as? [[String: Any]] else { return "no results" }
    let isShort = text.contains("are left out, to stay below")
    if results.count != races, !isShort { return "\(results.count) results for \(races) races" }
    return text.utf8.count > 10_000_000 ? "\(text.utf8.count) bytes" : nil
  }

  @Sendable private static func gitLab(_ text: String, _ races: Int) -> String? {
    guard let issues = json(text) as? [[String: Any]] else { return "no list" }
    let prints = Set(issues.compactMap { $0["fingerprint"] as? String })
    return issues.count == races && prints.count == races ? nil : "\(issues.count) issues for \(races) races"
  }

  /// The number of elements by name; nil if a document is not well-formed.
  private static func elements(_ document: String) -> [String: Int]? {
    final class Counter: NSObject, XMLParserDelegate {
      var counts: [String: Int] = [:]
      func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String] = [:]
      ) { counts[name, default: 0] += 1 }
    }
    let (parser, counter) = (XMLParser(data: Data(document.utf8)), Counter())
    parser.delegate = counter
    return parser.parse() ? counter.counts : nil
  }

  @Sendable private static func jUnit(_ text: String, _ races: Int) -> String? {
    guard let found = elements(text) else { return "not well-formed" }
    return found["failure", default: 0] == races
      ? nil : "\(found["failure", default: 0]) failures for \(races) races"
  }

  /// The body of the page has no empty elements, so it is also XML.
  @Sendable private static func html(_ text: String, _ races: Int) -> String? {
    guard let start = text.range(of: "<body>"), let end = text.range(of: "</body>", options: .backwards),
      let found = elements(String(text[start.lowerBound..<end.upperBound]))
    else { return "the body is not well-formed" }
    let known: Set = [
      "body", "h1", "h2", "h3", "section", "p", "div", "ol", "li", "dl", "dt", "dd", "details", "summary",
      "pre",
      "code", "b", "nav", "table", "tr", "th", "td", "a",
    ]
    if let other = found.keys.first(where: { !known.contains($0) }) { return "an element \(other)" }
    let sections = found["section", default: 0]
    return sections == races || text.contains("Left out:") ? nil : "\(sections) sections for \(races) races"
  }

  @Sendable private static func teamCity(_ text: String, _ races: Int) -> String? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    for line in lines where line.wholeMatch(of: #/##teamcity\[\w+(?: \w+='(?:\|.|[^'|\[\]])*')+\]/#) == nil {
      return "no message: \(line.prefix(100))"
    }
    let count = lines.count { $0.hasPrefix("##teamcity[inspection ") }
    return count == races ? nil : "\(count) inspections for \(races) races"
  }

  @Sendable private static func gitHub(_ text: String, _ races: Int) -> String? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    for line in lines
    where line.prefixMatch(of: #/::(?:warning|notice) (?:(?:file|line|col|title)=[^,:]*,?)+::/#) == nil {
      return "no command: \(line.prefix(100))"
    }
    let count = lines.count { $0.hasPrefix("::warning ") }
    return count == min(races, 10) ? nil : "\(count) warnings for \(races) races"
  }
}
