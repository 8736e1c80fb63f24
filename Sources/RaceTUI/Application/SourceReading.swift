internal import Glibc
internal import RaceModel
internal import RaceView

/// Finds and reads source files on threads of its own: a tree may have to be listed first.
struct SourceReading {
  private let finder: SourceFinder
  private let witness: SourceWitness

  /// Looks where a finder looks.
  init(_ finder: SourceFinder) {
    self.finder = finder
    witness = SourceWitness(finder)
  }

  /// Lists the trees, so that the first question is answered at once.
  func prepare() {
    let finder = finder
    BackgroundThread.start { finder.load() }
  }

  /// Looks for places, and posts what is found.
  ///
  /// - Parameter log: the log that names them; a file that is newer may have other lines.
  func read(_ places: [SourcePlace], log: String, into mailbox: Mailbox<Event>) {
    let finder = finder
    BackgroundThread.start {
      let modified = FileTime.modified(log)
      let folder = Self.workingDirectory
      for place in places { mailbox.post(.source(place, Self.lookup(place, finder, modified, in: folder))) }
    }
  }

  /// Asks the files whether they have the calls that a report shows, and posts what they say.
  ///
  /// - Parameters:
  ///   - report: its position in the index.
  ///   - log: the log that it stands in.
  func ask(_ detail: DetailedReport, report: Int, log: String, into mailbox: Mailbox<Event>) {
    let witness = witness
    BackgroundThread.start {
      let testimony = witness.testimony(of: detail, logModified: FileTime.modified(log))
      if !testimony.isEmpty { mailbox.post(.testimony(report, testimony)) }
    }
  }

  /// What is found for a place.
  ///
  /// - Parameters:
  ///   - modified: when the log was written.
  ///   - folder: the working directory; files below it are called by their paths from there.
  static func lookup(
    _ place: SourcePlace, _ finder: SourceFinder, _ modified: FileTime?, in folder: String
  ) -> SourceLookup {
    let finding = finder.find(place.file)
    switch finding {
    case .found(let path, let means):
      do {
        let file = try SourceFile(reading: path)
        return .found(
          SourceView(
            file, name: shortened(path, in: folder), line: place.line, means: means, logModified: modified))
      } catch {
        return .absent("\(error)")
      }
    case .ambiguous, .missing: return .absent(finding.absence(of: place.file) ?? "")
    }
  }

  /// A path as short as it can be told from the working directory.
  static func shortened(_ path: String) -> String { shortened(path, in: workingDirectory) }

  private static var workingDirectory: String {
    guard let directory = getcwd(nil, 0) else { return "" }
    defer { free(directory) }
    return String(cString: directory)
  }

  /// A path as short as it can be told: from the working directory where it is below it.
  private static func shortened(_ path: String, in folder: String) -> String {
    let prefix = folder + "/"
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
  }

  /// Asks git who last changed lines, and posts the answers.
  func blame(_ places: [SourcePlace], into mailbox: Mailbox<Event>) {
    let finder = finder
    BackgroundThread.start {
      for place in places { mailbox.post(.blame(place, Self.blame(place, finder))) }
    }
  }

  private static func blame(_ place: SourcePlace, _ finder: SourceFinder) -> String {
    guard let path = finder.find(place.file).path else { return "\(place.file) is not here" }
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

  /// Looks for the file that a path of a log means, and posts what is found.
  func locate(_ place: PrintedPlace, into mailbox: Mailbox<Event>) {
    let finder = finder
    BackgroundThread.start { mailbox.post(.located(place, finder.find(place.file))) }
  }
}
