package import RaceModel
package import RaceText

/// Answers questions about the code that a log names, from any thread.
package protocol CodeSearch: Sendable {
  /// The file for a path in a log.
  func find(_ printed: String) -> SourceFinding
  /// The code around a place.
  ///
  /// - Parameter logModified: when the log was written; nil if unknown.
  func lookup(_ place: CodePlace, _ logModified: FileTime?) -> CodeLookup
  /// What source files say about the calls in a report.
  func testimony(of detail: DetailedReport, logModified: FileTime?) -> SourceTestimony
  /// Who last changed a line, in words.
  func blame(_ place: CodePlace) -> String
  /// Who last changed a line; nil if unknown.
  func owner(_ place: CodePlace) -> String?
  /// The demangled forms of names.
  func demangle(_ names: [String]) -> Demangling
  /// Lists the folders now, so that questions need not wait for them.
  func listFolders()
}

/// For use without code, as in a command without a place to search.
package struct NoCode: CodeSearch {
  /// Nothing to search.
  package init() {}

  package func find(_ printed: String) -> SourceFinding { .missing }
  package func lookup(_ place: CodePlace, _ logModified: FileTime?) -> CodeLookup {
    .absent("\(place.file) not found")
  }
  package func testimony(of detail: DetailedReport, logModified: FileTime?) -> SourceTestimony {
    SourceTestimony()
  }
  package func blame(_ place: CodePlace) -> String { "\(place.file) not found" }
  package func owner(_ place: CodePlace) -> String? { nil }
  package func demangle(_ names: [String]) -> Demangling { Demangling() }
  package func listFolders() {}
}
