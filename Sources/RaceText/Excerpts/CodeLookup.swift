package import RaceModel

/// The result for a place.
package enum CodeLookup: Sendable {
  /// The code around the line.
  case found(CodeExcerpt)
  /// Why there is none, in words.
  case absent(String)

  /// The code, if there is some.
  package var excerpt: CodeExcerpt? { if case .found(let excerpt) = self { excerpt } else { nil } }
}

extension SourceFinding {
  /// Why there is no file for a printed path; nil if there is one.
  package func absence(of printed: String) -> String? {
    switch self {
    case .found: nil
    case .ambiguous(let paths):
      "\(paths.count) files could be \(lastComponent(printed)); --source or --map says which"
    case .missing: "\(printed) not found; --source and --map say where to look"
    }
  }
}
