/// The logs of one run of tests, read to their ends: for programs that use racetui's reader, see `docs/library.md`.
public struct LoggedRun: Sendable {
  /// The logs.
  public let files: [LogFile]
  /// What is in them: reports in the order of the input, and their races.
  public let index: LogIndex

  /// Reads logs.
  ///
  /// - Parameters:
  ///   - paths: files, compressed ones and named pipes too, or `-` for standard input.
  ///   - plumbing: rules for frames that are never a race's site, besides those of the detectors.
  /// - Throws: why a log cannot be opened. One that breaks off while it is read is among the `doubts`.
  public init(_ paths: [String], plumbing: UserPlumbing = .none) throws(InputError) {
    var files: [LogFile] = []
    for path in paths { files.append(try LogFile.open(path, plumbing: plumbing)) }
    var (index, reader) = (LogIndex(), LogReader())
    reader.read(files) { batch in
      index.append(batch)
      return true
    }
    self.files = files
    self.index = index
  }

  /// The races by their identities, as an older or a newer run is compared with them.
  public var races: [RecordedRace] { index.races.map { RecordedRace($0) } }

  /// Why it cannot be told what the run would have found; empty when it was read whole and came to its end.
  public var doubts: [RunDoubt] { RunDoubt.all(index, files) }

  /// A report with all that the log says of it; nil when it is not in its file any more.
  public func report(_ entry: ReportEntry) -> DetailedReport? {
    entry.read(from: files[Int(entry.log)], during: index.printedDuring(entry))
  }
}
