package import RaceModel
package import RaceText
internal import RaceWork

/// Code that a finder finds, but whose age compared with the log is unknown: files of a checkout may have any date.
package struct UndatedCode: CodeSearch {
  private let code: InstalledCode

  /// Searches the folders.
  package init(_ sources: [String]) { code = InstalledCode(SourceFinder(sources: sources)) }

  package func find(_ printed: String) -> SourceFinding { code.find(printed) }
  package func lookup(_ place: CodePlace, _ logModified: FileTime?) -> CodeLookup { code.lookup(place, nil) }
  package func testimony(of detail: DetailedReport, logModified: FileTime?) -> SourceTestimony {
    code.testimony(of: detail, logModified: nil)
  }
  package func blame(_ place: CodePlace) -> String { code.blame(place) }
  package func owner(_ place: CodePlace) -> String? { code.owner(place) }
  package func demangle(_ names: [String]) -> Demangling { code.demangle(names) }
  package func listFolders() { code.listFolders() }
}
