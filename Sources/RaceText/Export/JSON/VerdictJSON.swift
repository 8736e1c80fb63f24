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
    json.raw("{\"text\":")
    json.string(verdict.text)
    json.raw(",\"basis\":")
    json.string(basis(verdict.isFromSource))
    json.raw(",\"shared\":")
    json.string(verdict.shared)
    json.raw(",\"accesses\":")
    json.list(facts?.sides.both.compactMap(\.self) ?? []) { write($1, to: &$0) }
    json.raw(",\"parts\":")
    json.list(parts) { write($1, to: &$0) }
    json.raw(",\"evidence\":{\"report\":")
    json.number(report)
    json.raw(",\"line\":")
    json.number(explanation.reportLines?.lowerBound)
    json.raw(",\"endLine\":")
    json.number(explanation.reportLines?.upperBound)
    json.raw(",\"places\":")
    let places = parts.flatMap(\.evidence).reduce(into: [Frame]()) { places, frame in
      if !places.contains(where: { isSame($0, frame) }) { places.append(frame) }
    }
    json.list(places) { write($1, to: &$0) }
    json.raw("}}")
  }

  private static func basis(_ isFromSource: Bool) -> String { isFromSource ? "source" : "report" }

  private static func isSame(_ one: Frame, _ two: Frame) -> Bool {
    one.function == two.function && one.file == two.file && one.line == two.line
  }

  private static func write(_ part: VerdictPart, to json: inout JSONWriter) {
    json.raw("{\"part\":")
    json.string(part.kind.rawValue)
    json.raw(",\"text\":")
    json.string(part.text)
    json.raw(",\"access\":")
    json.number(part.side?.rawValue)
    json.raw(",\"basis\":")
    json.string(basis(part.isFromSource))
    json.raw(",\"evidence\":")
    json.list(part.evidence) { write($1, to: &$0) }
    json.raw("}")
  }

  private static func write(_ place: Frame, to json: inout JSONWriter) {
    json.raw("{\"function\":")
    json.string(place.function)
    json.raw(",\"file\":")
    json.string(place.file)
    json.raw(",\"line\":")
    json.number(place.line)
    json.raw("}")
  }

  /// What a side does, and the locks that it holds; null if unknown.
  private static func write(_ access: VerdictFacts.Access, to json: inout JSONWriter) {
    json.raw("{\"function\":")
    json.string(access.function)
    json.raw(",\"operation\":")
    json.string(access.operation.rawValue)
    json.raw(",\"atomic\":")
    json.bool(access.isAtomic)
    json.raw(",\"locks\":")
    switch access.locks {
    case .unknown: json.raw("null")
    case .none: json.raw("[]")
    case .held(let names, _): json.list(names) { $0.string($1) }
    }
    json.raw("}")
  }
}
