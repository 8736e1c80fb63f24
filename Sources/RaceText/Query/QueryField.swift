/// What a term of a query is about, as the user types it before a colon.
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
  /// What the reports are about: `data race`, `lock order`.
  case kind
  /// The likely cause.
  case cause
  /// A lock.
  case lock
  /// What the race is on.
  case on
  /// What the user marked the race as.
  case mark
  /// A state of the race or of its reports, see `QueryState`.
  case `is`
  /// A thread, a goroutine or a task.
  case thread
  /// An address of an access.
  case address = "addr"
  /// A line inside a report that is no part of what it tells of the race.
  case note
  /// The detector.
  case detector

  /// Takes `fn:` off the beginning of a text; a name with a double colon is no field.
  package static func take(from text: inout Substring) -> QueryField? {
    guard let colon = text.firstIndex(of: ":"), let field = QueryField(rawValue: String(text[..<colon]))
    else { return nil }
    let value = text[text.index(after: colon)...]
    if value.utf8.first == UInt8(ascii: ":") { return nil }
    text = value
    return field
  }

  /// Whether reports must be read whole to answer.
  var needsReports: Bool {
    switch self {
    case .function, .file, .path, .lock, .on, .thread, .address, .note: true
    case .package, .test, .log, .kind, .cause, .mark, .is, .detector: false
    }
  }

  /// Whether races must be explained to answer.
  var needsExplanations: Bool { self == .cause || self == .on }
}
