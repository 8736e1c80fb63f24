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
    // The document, and its run, end behind the results.
    json.begin()
    json.field("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
    json.field("version", "2.1.0")
    json.name("runs")
    json.raw("[")
    json.begin()
    json.object("tool") { json in
      json.object("driver") { json in
        json.field("name", "racetui")
        json.field("version", ProgramVersion.text)
        json.list("rules", kinds) { json, kind in Self.write(kind, to: &json) }
      }
    }
    json.endLine()
    json.object("originalUriBaseIds") { json in
      json.object("%SRCROOT%") { $0.text("description", "the root of the repository") }
    }
    json.endLine()
    json.name("results")
    json.raw("[")
    return json.bytes
  }

  private static func write(_ kind: ReportKind, to json: inout JSONWriter) {
    json.begin()
    json.field("id", kind.rawValue)
    json.text("shortDescription", kind.words.capitalizedFirst)
    json.text("fullDescription", KindWords.sentence(kind))
    json.text("help", "\(KindWords.sentence(kind)) A detector saw it happen while the program ran.")
    json.object("defaultConfiguration") { $0.field("level", "warning") }
    json.object("properties") { json in
      json.list("tags", ["concurrency"]) { $0.string($1) }
      json.field("precision", "high")
      json.field("problem.severity", "warning")
    }
    json.end()
  }
}
