package import RaceModel

/// What was found for a place.
package enum CodeLookup: Sendable {
  /// The code around the line.
  case found(CodeExcerpt)
  /// Why there is none, in words.
  case absent(String)

  /// The code, when there is some.
  package var excerpt: CodeExcerpt? { if case .found(let excerpt) = self { excerpt } else { nil } }
}

extension SourceFinding {
  /// Why there is no file to show for a path that a log prints; nil when there is one.
  package func absence(of printed: String) -> String? {
    switch self {
    case .found: nil
    case .ambiguous(let paths):
      "\(paths.count) files could be \(lastComponent(printed)); --source or --map tells which"
    case .missing: "\(printed) is not here; --source and --map say where to look"
    }
  }
}
