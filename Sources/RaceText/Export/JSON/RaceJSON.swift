internal import RaceModel

/// Writes races as the JSON of `docs/export.md`.
enum RaceJSON {
  /// Writes one race as an object.
  ///
  /// - Parameters:
  ///   - reports: the numbers of its reports.
  ///   - family: the number of its family.
  ///   - shown: the number of the explained report; nil if none could be read.
  static func write(
    _ race: Race, id: Int, reports: [Int], family: Int, _ explanation: RaceExplanation, shown: Int?,
    to json: inout JSONWriter
  ) {
    json.raw("{\"id\":")
    json.number(id)
    json.raw(",\"key\":")
    json.string(race.key.description)
    json.raw(",\"kind\":")
    json.string(race.kind.rawValue)
    json.raw(",\"detector\":")
    json.string(race.detector.name)
    json.raw(",\"title\":")
    json.string(race.title)
    json.raw(",\"sites\":")
    json.list(race.sites) { json, site in
      guard let site else { return json.raw("null") }
      json.raw("{\"function\":")
      json.string(site.function)
      json.raw(",\"file\":")
      json.string(site.fileName)
      json.raw("}")
    }
    json.raw(",\"reports\":")
    json.list(reports) { $0.number($1) }
    json.raw(",\"family\":")
    json.number(family)
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
    VerdictJSON.write(explanation, report: shown, to: &json)
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
