internal import RaceModel

/// Writes why a race is a race as the JSON of `docs/export.md`.
enum VerdictJSON {
  /// Writes the sentence about a race or another problem as an object; null if there is none.
  ///
  /// - Parameter report: the number of the report behind it; nil if that is not exported.
  static func write(_ explanation: RaceExplanation, report: Int?, to json: inout JSONWriter) {
    guard let verdict = Verdict(explanation) else { return json.raw("null") }
    let facts = explanation.verdict
    let parts = VerdictPart.all(explanation)
    json.begin()
    json.field("text", verdict.text)
    json.field("basis", basis(verdict.isFromSource))
    json.field("shared", verdict.shared)
    json.list("accesses", facts?.sides.both.compactMap(\.self) ?? []) { write($1, to: &$0) }
    json.list("parts", parts) { write($1, to: &$0) }
    json.object("evidence") { json in
      json.field("report", report)
      json.field("line", explanation.reportLines?.lowerBound)
      json.field("endLine", explanation.reportLines?.upperBound)
      let places = parts.flatMap(\.evidence).reduce(into: [Frame]()) { places, frame in
        if !places.contains(where: { isSame($0, frame) }) { places.append(frame) }
      }
      json.list("places", places) { write($1, to: &$0) }
    }
    json.end()
  }

  private static func basis(_ isFromSource: Bool) -> String { isFromSource ? "source" : "report" }

  private static func isSame(_ one: Frame, _ two: Frame) -> Bool {
    one.function == two.function && one.file == two.file && one.line == two.line
  }

  private static func write(_ part: VerdictPart, to json: inout JSONWriter) {
    json.begin()
    json.field("part", part.kind.rawValue)
    json.field("text", part.text)
    json.field("access", part.side?.rawValue)
    json.field("basis", basis(part.isFromSource))
    json.list("evidence", part.evidence) { write($1, to: &$0) }
    json.end()
  }

  private static func write(_ place: Frame, to json: inout JSONWriter) {
    json.begin()
    json.field("function", place.function)
    json.field("file", place.file)
    json.field("line", place.line)
    json.end()
  }

  /// What a side does, and the locks that it holds; null if unknown.
  private static func write(_ access: VerdictFacts.Access, to json: inout JSONWriter) {
    json.begin()
    json.field("function", access.function)
    json.field("operation", access.operation.rawValue)
    json.field("atomic", access.isAtomic)
    json.name("locks")
    switch access.locks {
    case .unknown: json.raw("null")
    case .none: json.raw("[]")
    case .held(let names, _): json.list(names) { $0.string($1) }
    }
    json.end()
  }
}
