/// The field of a query term, as the user types it before a colon.
package enum QueryField: String, CaseIterable, Hashable, Sendable {
  /// A function on any stack.
  case function = "fn"
  /// A file's name, with the line: `pool.go:32`.
  case file
  /// A file's path or a module, with the line.
  case path
  /// The package whose tests ran.
  case package = "pkg"
  /// The test that ran.
  case test
  /// The log's path.
  case log
  /// The kind of the reports: `data race`, `lock order`.
  case kind
  /// The likely cause.
  case cause
  /// A lock.
  case lock
  /// What the race is on.
  case on
  /// The user's mark on the race.
  case mark
  /// A state of the race or of its reports, see `QueryState`.
  case `is`
  /// A thread, a goroutine or a task.
  case thread
  /// An address of an access.
  case address = "addr"
  /// A foreign line inside a report.
  case note
  /// The detector.
  case detector

  /// Removes `fn:` from the beginning of a text; a name with a double colon is not a field.
  package static func take(from text: inout Substring) -> QueryField? {
    guard let colon = text.firstIndex(of: ":"), let field = QueryField(rawValue: String(text[..<colon]))
    else { return nil }
    let value = text[text.index(after: colon)...]
    if value.utf8.first == UInt8(ascii: ":") { return nil }
    text = value
    return field
  }

  /// Whether the answer needs full reports.
  var needsReports: Bool {
    switch self {
    case .function, .file, .path, .lock, .on, .thread, .address, .note: true
    case .package, .test, .log, .kind, .cause, .mark, .is, .detector: false
    }
  }

  /// Whether the answer needs explanations of races.
  var needsExplanations: Bool { self == .cause || self == .on }
}
