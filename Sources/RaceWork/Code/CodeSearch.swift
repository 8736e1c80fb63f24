package import RaceModel
package import RaceText

/// Answers questions about the code that a log names. Any thread may ask.
package protocol CodeSearch: Sendable {
  /// The file that a path in a log means.
  func find(_ printed: String) -> SourceFinding
  /// The code around a place.
  ///
  /// - Parameter logModified: when the log was written; nil when not known.
  func lookup(_ place: CodePlace, _ logModified: FileTime?) -> CodeLookup
  /// What source files say of the calls in a report.
  func testimony(of detail: DetailedReport, logModified: FileTime?) -> SourceTestimony
  /// Who last changed a line, in words.
  func blame(_ place: CodePlace) -> String
  /// Who last changed a line; nil where that is not known.
  func owner(_ place: CodePlace) -> String?
  /// What mangled names stand for.
  func demangle(_ names: [String]) -> Demangling
  /// Lists the folders now, so that no question has to wait for them.
  func listFolders()
}

/// Where no code is at hand, as for a command that is not told where to look.
package struct NoCode: CodeSearch {
  /// Nothing to ask.
  package init() {}

  package func find(_ printed: String) -> SourceFinding { .missing }
  package func lookup(_ place: CodePlace, _ logModified: FileTime?) -> CodeLookup {
    .absent("\(place.file) is not here")
  }
  package func testimony(of detail: DetailedReport, logModified: FileTime?) -> SourceTestimony {
    SourceTestimony()
  }
  package func blame(_ place: CodePlace) -> String { "\(place.file) is not here" }
  package func owner(_ place: CodePlace) -> String? { nil }
  package func demangle(_ names: [String]) -> Demangling { Demangling() }
  package func listFolders() {}
}
