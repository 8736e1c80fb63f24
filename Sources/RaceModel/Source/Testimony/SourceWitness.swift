internal import Synchronization

/// Asks the source files that are here whether their lines call what the stacks of reports say, and what the
/// racing lines assign.
///
/// It may be asked by several threads. Files that were taken apart are kept for the next report.
package final class SourceWitness: Sendable {
  /// How many files are kept.
  static let mostFiles = 48

  /// Lines of a file that is read: more would take longer than somebody waits who opens a race.
  static let longestFile = 30_000
  /// Lines of a package that is looked through.
  static let mostLines = 20_000

  private let finder: SourceFinder
  private let files = Mutex<[String: File?]>([:])

  struct File: Sendable {
    var path: String
    var text: SourceText
    var modified: FileTime
  }

  /// A witness that looks where a finder looks.
  package init(_ finder: SourceFinder) { self.finder = finder }

  /// What the files say of the calls in a report's stacks and of its racing lines.
  ///
  /// A file says nothing when it is newer than the log, in another folder than the log says, part of Go itself, or has
  /// another function at the line. Stale frames are read from Go alone.
  ///
  /// - Parameter logModified: when the log was last written; nil when unknown, as for a stream.
  package func testimony(of detail: DetailedReport, logModified: FileTime?) -> SourceTestimony {
    var testimony = SourceTestimony()
    if detail.report.detector.profile.leavesStaleFrames {
      for id in detail.report.stackIDs {
        let frames = detail.frames(of: detail.report.stack(at: id))
        let calls = frames.indices.dropLast().map { support(frames, at: $0, logModified) }
        if calls.contains(where: { $0 != .unknown }) { testimony.calls[id] = calls }
      }
      testimony.variable = variable(detail, logModified)
    }
    testimony.lockOrder = lockOrder(detail, logModified)
    guard detail.report.kind.hasTwoSides else { return testimony }
    testimony.locks = Sides { side in detail.report.access(side).flatMap { locks($0, detail, logModified) } }
    testimony.starter = starter(detail, logModified)
    let lines = Sides { line($0, detail, logModified) }
    guard let first = lines.a, let second = lines.b else {
      // A line that writes tells the name, whatever the other one is. One that reads does where it is all that the report has.
      if let line = lines.a ?? lines.b {
        if line.operation.writes || lacksLine(lines.a == nil ? .a : .b, detail) {
          testimony.written = written(line, detail)
        }
      } else {
        testimony.written = libraryObject(detail, logModified)
      }
      return testimony
    }
    testimony.check = CheckedWrite(Sides(first, second))
    testimony.loopVariable = loopVariable(Sides(first, second))
    testimony.copy = CopiedValue(Sides(first, second)) { method, type in
      self.isByValue(method, of: type, beside: second, logModified)
        || self.isByValue(method, of: type, beside: first, logModified)
    }
    testimony.written =
      written(Sides(first, second), detail) ?? testimony.loopVariable.map { WrittenName($0) }
    if testimony.written == nil { testimony.guessedName = GuessedName.of(Sides(first, second)) }
    testimony.fieldUses =
      Side.allCases.lazy.compactMap { side in
        self.fieldUses(side == .a ? first : second, logModified)
      }.first
    return testimony
  }

  // MARK: Racing lines

  /// Whether the report lacks the function that made an access, or its line.
  private func lacksLine(_ side: Side, _ detail: DetailedReport) -> Bool {
    guard let access = detail.report.access(side), access.stack != nil,
      let site = detail.site(of: access), site.line != nil, !site.isPlumbing
    else { return true }
    return GoRuntimeFunction.hideFunction(of: access, detail.frames)
  }

  /// The racing line of a side; nil where it cannot be read.
  private func line(_ side: Side, _ detail: DetailedReport, _ logModified: FileTime?) -> RacingLine? {
    guard let access = detail.report.access(side), let frame = detail.site(of: access), !frame.isPlumbing,
      let function = frame.function, let file = frame.file, let number = frame.line,
      let text = text(of: frame, logModified), !GoRuntimeFunction.hideFunction(of: access, detail.frames)
    else { return nil }
    let lead = detail.frames(of: access.stack).prefix(access.siteIndex ?? 0)
    // What the runtime of a language does to memory is what the statement says.
    let isDirect =
      lead.allSatisfy { text.language.isGo && $0.function?.hasPrefix("runtime.") == true }
      && (lead.last.map { isBorneOut(frame, by: $0, logModified) } ?? true)
    return RacingLine(
      text: text, function: DecodedName.of(function), file: file, number: number,
      statement: SourceStatement(number, in: text),
      operation: access.operation, isDirect: isDirect,
      isInMap: lead.contains { $0.function.map { GoRuntimeFunction.subject($0) == .map } == true },
      container: lead.last?.function.flatMap(ContainerFunction.called))
  }

  // MARK: Names

  /// What both racing lines are about.
  private func written(_ lines: Sides<RacingLine>, _ detail: DetailedReport) -> WrittenName? {
    guard detail.report.kind == .swiftAccessRace else { return WrittenName(lines) }
    return WrittenName(handedOverOn: lines) ?? WrittenName(lines) ?? WrittenName(receiverOn: lines)
  }

  /// The same where one line is all that there is.
  private func written(_ line: RacingLine, _ detail: DetailedReport) -> WrittenName? {
    let isOfSwift = detail.report.kind == .swiftAccessRace
    if let name = WrittenName(ofWriting: line) ?? (isOfSwift ? WrittenName(ofSwiftAccess: line) : nil) {
      return name
    }
    // Each call has variables of its own.
    return WrittenName(ofReading: line).flatMap { name in
      LocalNames.declares(name.name, before: line.number, in: line.text) ? nil : name
    }
  }

  /// The variable that one racing line assigns and the other names. Code of the program alone must have
  /// made the accesses: what runtime and libraries do to memory is in none of its lines.
  private func variable(_ detail: DetailedReport, _ logModified: FileTime?) -> AssignedVariable? {
    guard detail.report.kind.hasTwoSides, detail.report.accesses.count == 2 else { return nil }
    var lines: [AssignedVariable.Line] = []
    for access in detail.report.accesses {
      guard access.siteIndex == 0, let frame = detail.site(of: access), !frame.isPlumbing,
        let path = frame.file, let number = frame.line,
        let text = text(of: frame, logModified)
      else { return nil }
      lines.append(
        AssignedVariable.Line(text: text, path: path, number: number, isWrite: access.operation == .write))
    }
    return AssignedVariable(lines[0], lines[1])
  }

  /// Whether the frame behind a position calls the one at it.
  private func support(_ frames: [Frame], at position: Int, _ logModified: FileTime?) -> SourceSupport {
    let (inner, outer) = (frames[position], frames[position + 1])
    guard let function = inner.function, let caller = outer.function, let line = outer.line,
      !outer.isPlumbing, let text = text(of: outer, logModified)
    else { return .unknown }
    let reappears = frames[(position + 1)...].contains { $0.function == function }
    return SourceSupport.of(text, line: line, function: function, caller: caller, reappears: reappears)
  }

  /// The file of a frame, when it is old enough and has the frame's function at its line.
  func text(of frame: Frame, _ logModified: FileTime?) -> SourceText? {
    guard let function = frame.function, let path = frame.file, let line = frame.line,
      GoPath.standardLibrary(path) == nil, let file = file(path),
      logModified.map({ file.modified.isEdited(after: $0) }) != true, !file.text.words(line).isEmpty,
      DeclaredName.isPlausible(DecodedName.of(function), at: line, in: file.text)
    else { return nil }
    return file.text
  }

  func file(_ printed: String) -> File? {
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
    guard case .found(let path, let means) = finder.find(printed),
      // Valgrind prints no folder that could differ.
      means != .nameOnly || SourcePaths.components(printed).count == 1,
      means != .standardLibrary, let file = try? SourceFile(reading: path),
      file.lineCount <= Self.longestFile,
      let text = SourceText(file)
    else { return nil }
    return File(path: path, text: text, modified: file.modified)
  }
}
