internal import Glibc
package import RaceModel
internal import RaceSystem
package import RaceText

/// The code on this machine, and the programs that know more about it.
package struct InstalledCode: CodeSearch {
  private let finder: SourceFinder
  private let witness: SourceWitness
  /// The working directory; files below it are named by their paths from there.
  private let folder: String

  /// Searches where a finder searches.
  package init(_ finder: SourceFinder, folder: String = InstalledCode.workingDirectory) {
    self.finder = finder
    witness = SourceWitness(finder)
    self.folder = folder
  }

  package func find(_ printed: String) -> SourceFinding { finder.find(printed) }

  package func lookup(_ place: CodePlace, _ logModified: FileTime?) -> CodeLookup {
    let finding = finder.find(place.file)
    switch finding {
    case .found(let path, let means):
      do {
        let file = try SourceFile(reading: path)
        let name = Self.shortened(path, in: folder)
        return .found(CodeExcerpt(file, name: name, line: place.line, means: means, logModified: logModified))
      } catch {
        return .absent("\(error)")
      }
    case .ambiguous, .missing: return .absent(finding.absence(of: place.file) ?? "")
    }
  }

  package func testimony(of detail: DetailedReport, logModified: FileTime?) -> SourceTestimony {
    witness.testimony(of: detail, logModified: logModified)
  }

  package func blame(_ place: CodePlace) -> String {
    guard let path = finder.find(place.file).path else { return "\(place.file) not found" }
    do {
      let blame = try SourceBlame.of(path, line: place.line)
      let name = "\(lastComponent(path)):\(place.line)"
      guard let commit = blame.shortCommit else { return "\(name) is not committed yet" }
      let words = [String(commit), blame.author, blame.time.map { "\(CalendarDay($0))" }, blame.summary]
      return "\(name)  " + words.compactMap(\.self).joined(separator: "  ")
    } catch {
      return "\(error)"
    }
  }

  package func owner(_ place: CodePlace) -> String? {
    guard let path = finder.find(place.file).path else { return nil }
    return (try? SourceBlame.of(path, line: place.line))?.author
  }

  package func demangle(_ names: [String]) -> Demangling { Demangler.demangle(names) }

  package func listFolders() { finder.load() }

  /// The shortest form of a path: relative to a folder that contains it.
  package static func shortened(_ path: String, in folder: String = InstalledCode.workingDirectory) -> String
  {
    let prefix = folder + "/"
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
  }

  /// The working directory; empty if it is gone.
  package static var workingDirectory: String { Environment.workingFolder ?? "" }
}
