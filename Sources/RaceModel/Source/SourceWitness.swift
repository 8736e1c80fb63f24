internal import Synchronization

/// Asks the source files that are here whether their lines call what the stacks of reports say.
///
/// It may be asked by several threads. Files that were taken apart are kept for the next report.
public final class SourceWitness: Sendable {
  /// How many files are kept.
  private static let mostFiles = 48

  private let finder: SourceFinder
  private let files = Mutex<[String: File?]>([:])

  private struct File: Sendable {
    var text: SourceText
    var modified: FileTime
  }

  /// A witness that looks where a finder looks.
  public init(_ finder: SourceFinder) { self.finder = finder }

  /// What the files say of the calls in a report's stacks.
  ///
  /// Nothing is said of a file that is newer than the log, that was found by its name alone, that is part
  /// of Go itself, or that has another function at the line than the log says. Only for reports of Go
  /// there is a use for it: other detectors leave no stale frames.
  ///
  /// - Parameter logModified: when the log was last written; nil when unknown, as for a stream.
  public func testimony(of detail: DetailedReport, logModified: FileTime?) -> SourceTestimony {
    var testimony = SourceTestimony()
    guard detail.report.detector == .go else { return testimony }
    for place in detail.report.stackPlaces {
      let frames = detail.frames(of: detail.report.stack(at: place))
      let calls = frames.indices.dropLast().map { support(frames, at: $0, logModified) }
      if calls.contains(where: { $0 != .unknown }) { testimony.calls[place] = calls }
    }
    return testimony
  }

  /// Whether the frame behind a position calls the one at it.
  private func support(_ frames: [Frame], at position: Int, _ logModified: FileTime?) -> SourceSupport {
    let (inner, outer) = (frames[position], frames[position + 1])
    guard let function = inner.function, let caller = outer.function, let path = outer.file,
      let line = outer.line, !outer.isPlumbing, GoPath.standardLibrary(path) == nil,
      let file = file(path), logModified.map({ file.modified <= $0 }) != false,
      !file.text.words(line).isEmpty,
      GoFunctionBody(around: line, in: file.text)?.name == Self.declaredName(caller)
    else { return .unknown }
    let reappears = frames[(position + 1)...].contains { $0.function == function }
    return SourceSupport.of(file.text, line: line, function: function, caller: caller, reappears: reappears)
  }

  /// The name by which a function is declared, closures by that of the function they stand in.
  private static func declaredName(_ function: String) -> String {
    let base = GoFunctionName(function).base
    return String(base.prefix { $0 != "[" })
  }

  private func file(_ printed: String) -> File? {
    if let known = files.withLock({ $0[printed] }) { return known }
    // Not held while reading: two threads may read the same, which harms nothing.
    let file = read(printed)
    files.withLock { files in
      if files.count >= Self.mostFiles { files.removeAll() }
      files[printed] = .some(file)
    }
    return file
  }

  private func read(_ printed: String) -> File? {
    guard case .found(let path, let means) = finder.find(printed), means != .nameOnly,
      means != .standardLibrary, let file = try? SourceFile(reading: path), let text = SourceText(file),
      text.language == .go
    else { return nil }
    return File(text: text, modified: file.modified)
  }
}
