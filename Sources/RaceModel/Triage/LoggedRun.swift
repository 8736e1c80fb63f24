/// The logs of one run of tests, read to their ends: for programs that use racetui's reader, see `docs/library.md`.
public struct LoggedRun: Sendable {
  /// The logs.
  public let files: [LogFile]
  /// Their contents: reports in the order of the input, and their races.
  public let index: LogIndex

  /// Reads logs.
  ///
  /// - Parameters:
  ///   - paths: files, compressed ones and named pipes too, or `-` for standard input.
  ///   - plumbing: rules for frames that are never a race's site, besides those of the detectors.
  /// - Throws: why a log cannot be opened. One that breaks off during reading is among the `doubts`.
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

  /// The races by their identities, for comparison with an older or a newer run.
  public var races: [RecordedRace] { index.recordedRaces }

  /// Why the run may not show everything; empty if it was read completely and came to its end.
  public var doubts: [RunDoubt] { RunDoubt.all(index, files) }

  /// A full report; nil if it is no longer in its file.
  public func report(_ entry: ReportEntry) -> DetailedReport? {
    entry.read(from: files[Int(entry.log)], during: index.printedDuring(entry))
  }
}
