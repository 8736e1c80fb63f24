internal import RaceModel

/// Writes races as the JSON of `docs/export.md`.
enum RaceJSON {
  /// Writes one race as an object.
  static func write(
    _ race: Race, of index: LogIndex, _ numbers: RaceNumbers, _ explanation: RaceExplanation,
    to json: inout JSONWriter
  ) {
    json.raw("{\"id\":")
    json.number(numbers.race)
    json.raw(",\"key\":")
    json.string(race.key.description)
    json.raw(",\"kind\":")
    json.string(race.kind.rawValue)
    json.raw(",\"detector\":")
    json.string(race.detector.name)
    json.raw(",\"title\":")
    json.string(index.title(of: race))
    json.raw(",\"sites\":")
    json.list(index.sites(of: race)) { json, site in
      guard let site else { return json.raw("null") }
      json.raw("{\"function\":")
      json.string(site.function)
      json.raw(",\"file\":")
      json.string(site.fileName)
      json.raw("}")
    }
    json.raw(",\"reports\":")
    json.list(numbers.reports) { $0.number($1) }
    json.raw(",\"family\":")
    json.number(numbers.family)
    json.raw(",\"fork\":")
    write(explanation.fork, to: &json)
    json.raw(",\"lockVerdict\":")
    json.string(explanation.lockVerdict?.rawValue)
    json.raw(",\"causes\":")
    json.list(explanation.causes) { json, cause in
      json.raw("{\"cause\":")
      json.string(cause.kind.rawValue)
      json.raw(",\"evidence\":")
      json.list(cause.evidence) { $0.string($1) }
      json.raw("}")
    }
    json.raw(",\"verdict\":")
    VerdictJSON.write(explanation, report: numbers.shown, to: &json)
    json.raw("}")
  }

  private static func write(_ fork: RaceExplanation.ForkPosition?, to json: inout JSONWriter) {
    guard let fork else { return json.raw("null") }
    json.raw("{\"function\":")
    json.string(fork.function)
    json.raw(",\"file\":")
    json.string(fork.file)
    json.raw(",\"lines\":")
    json.list(fork.lines.both) { $0.number($1) }
    json.raw(",\"sharedFrames\":")
    json.number(fork.sharedFrames)
    json.raw(",\"inferred\":")
    json.bool(fork.isInferred)
    json.raw("}")
  }
}
