internal import RaceModel

/// Writes races as the JSON of `docs/export.md`.
enum RaceJSON {
  /// Writes one race as an object.
  static func write(
    _ race: Race, of index: LogIndex, _ numbers: RaceNumbers, _ explanation: RaceExplanation,
    to json: inout JSONWriter
  ) {
    json.begin()
    json.field("id", numbers.race)
    json.field("key", race.key.description)
    json.field("kind", race.kind.rawValue)
    json.field("detector", race.detector.name)
    json.field("title", index.title(of: race))
    json.list("sites", index.sites(of: race)) { json, site in
      guard let site else { return json.raw("null") }
      json.begin()
      json.field("function", site.function)
      json.field("file", site.fileName)
      json.end()
    }
    json.list("reports", numbers.reports) { $0.number($1) }
    json.field("family", numbers.family)
    json.name("fork")
    write(explanation.fork, to: &json)
    json.field("lockVerdict", explanation.lockVerdict?.rawValue)
    json.list("causes", explanation.causes) { json, cause in
      json.begin()
      json.field("cause", cause.kind.rawValue)
      json.list("evidence", cause.evidence) { $0.string($1) }
      json.end()
    }
    json.name("verdict")
    VerdictJSON.write(explanation, report: numbers.shown, to: &json)
    json.end()
  }

  private static func write(_ fork: RaceExplanation.ForkPosition?, to json: inout JSONWriter) {
    guard let fork else { return json.raw("null") }
    json.begin()
    json.field("function", fork.frame.function)
    json.field("file", fork.frame.file)
    json.list("lines", fork.lines.both) { $0.number($1) }
    json.field("sharedFrames", fork.sharedFrames)
    json.field("inferred", fork.isInferred)
    json.end()
  }
}
