internal import RaceModel

/// The rules of a SARIF document, one per kind of report.
struct SARIFRules {
  private let kinds: [ReportKind]

  /// The rules of some races.
  init(_ kinds: some Sequence<ReportKind>) {
    let used = Set(kinds)
    self.kinds = ReportKind.allCases.filter(used.contains)
  }

  /// The position of a kind's rule.
  func index(of kind: ReportKind) -> Int { kinds.firstIndex(of: kind) ?? 0 }

  /// The document up to its first result.
  var head: [UInt8] {
    var json = JSONWriter()
    json.raw(
      "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{")
    json.raw("\"tool\":{\"driver\":{\"name\":\"racetui\",\"version\":")
    json.string(ProgramVersion.text)
    json.raw(",\"rules\":")
    json.list(kinds) { json, kind in
      json.raw("{\"id\":")
      json.string(kind.rawValue)
      json.raw(",\"shortDescription\":{\"text\":")
      json.string(kind.words.prefix(1).uppercased() + kind.words.dropFirst())
      json.raw("},\"fullDescription\":{\"text\":")
      json.string(KindWords.sentence(kind))
      json.raw("},\"help\":{\"text\":")
      json.string("\(KindWords.sentence(kind)) A detector saw it happen while the program ran.")
      json.raw(
        "},\"defaultConfiguration\":{\"level\":\"warning\"},\"properties\":{\"tags\":[\"concurrency\"],")
      json.raw("\"precision\":\"high\",\"problem.severity\":\"warning\"}}")
    }
    json.raw(
      "}},\n\"originalUriBaseIds\":{\"%SRCROOT%\":{\"description\":{\"text\":\"the root of the repository\"}}},"
    )
    json.raw("\n\"results\":[")
    return json.bytes
  }
}
