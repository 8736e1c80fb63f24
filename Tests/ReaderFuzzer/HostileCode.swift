import RaceModel
import RaceText
import RaceWork

/// Hostile code: the log itself is every source file.
struct HostileCode: CodeSearch {
  let log: LogFile

  func find(_ printed: String) -> SourceFinding { .found(path: "/src/app.go", by: .nameOnly) }

  func lookup(_ place: CodePlace, _ logModified: FileTime?) -> CodeLookup {
    let file = SourceFile(path: "/src/app.go", modified: FileTime(seconds: 0), bytes: log.bytes(0..<1 << 16))
    return .found(CodeExcerpt(file, line: place.line, means: .nameOnly, logModified: nil))
  }

  /// Source files that confirm, deny or say nothing in turn, for all stacks.
  func testimony(of detail: DetailedReport, logModified: FileTime?) -> SourceTestimony {
    let answers: [SourceSupport] = [.calls, .doesNotCall, .unknown]
    let report = detail.report
    let calls = report.accesses.indices.map { StackID.access($0) }.map { place in
      (place, report.stack(at: place).indices.dropLast().map { answers[($0 + report.lines.lowerBound) % 3] })
    }
    return SourceTestimony(calls: Dictionary(uniqueKeysWithValues: calls))
  }

  func blame(_ place: CodePlace) -> String { "nobody yet" }

  func owner(_ place: CodePlace) -> String? { place.line.isMultiple(of: 2) ? place.file : nil }

  func demangle(_ names: [String]) -> Demangling {
    Demangling(names: Dictionary(names.map { ($0, "duck::\($0)") }) { first, _ in first })
  }

  func listFolders() {}
}
