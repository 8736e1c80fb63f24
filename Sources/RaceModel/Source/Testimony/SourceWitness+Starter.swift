/// What the files say of whoever started the other thread.
extension SourceWitness {
  /// What the one who started the other thread does until its access, at most two calls away.
  func starter(_ detail: DetailedReport, _ logModified: FileTime?) -> StarterPath? {
    guard let fork = detail.analyzed().fork, fork.thread != nil else { return nil }
    for side in Side.allCases {
      let (own, other) = (fork.branches[side], fork.branches[side.other])
      guard own.legs.count == 1, other.legs.count > 1, let leg = own.legs.first,
        let started = other.legs.first
      else { continue }
      let frames = Sides(detail.frames[own.frame], detail.frames[other.frame])
      guard let file = frames.a.file, file == frames.b.file, let next = frames.a.line,
        let start = frames.b.line,
        start < next, let text = text(of: frames.b, logModified),
        text.language.isGo || other.legs.count == 2,
        let calls = text.language.isGo
          ? []
          : calls(
            detail.frames(of: detail.report.stack(at: started.place))[started.frames], logModified),
        case let steps = detail.frames(of: detail.report.stack(at: leg.place)).prefix(leg.frames.upperBound),
        isStraight(steps, logModified)
      else { continue }
      let access = detail.report.access(side.other).flatMap { detail.site(of: $0) }
      let path = StarterPath(
        StarterPath.Lines(
          text: text, start: SourcePlace(file: file, line: start), next: SourcePlace(file: file, line: next),
          starter: side, calls: calls,
          mayEndIt: !text.language.isGo && steps.contains { !$0.isPlumbing },
          started: access?.file == file ? access?.line : nil))
      if let path { return path }
    }
    return nil
  }

  /// The functions that a line calls in order to start a thread, the outermost first; nil where they are more than two, or
  /// cannot be read.
  private func calls(
    _ frames: ArraySlice<Frame>, _ logModified: FileTime?
  ) -> [(text: SourceText, place: SourcePlace)]? {
    let own = frames.filter { !$0.isPlumbing }
    let calls = own.reversed().compactMap { frame -> (text: SourceText, place: SourcePlace)? in
      guard let file = frame.file, let line = frame.line, let text = text(of: frame, logModified),
        !FunctionWords.isInLoop(line, in: text)
      else { return nil }
      return (text, SourcePlace(file: file, line: line))
    }
    return own.count <= 2 && calls.count == own.count ? calls : nil
  }

  /// Whether calls lead to their lines without a loop, and are two of the program's own at most. What the standard library does
  /// between them starts and waits for goroutines of its own.
  private func isStraight(_ frames: ArraySlice<Frame>, _ logModified: FileTime?) -> Bool {
    let own = frames.filter { !$0.isPlumbing && !Self.isOfLibrary($0) }
    return own.count <= 2
      && own.allSatisfy { frame in
        guard let line = frame.line, let text = text(of: frame, logModified) else { return false }
        if !text.language.isGo { return !FunctionWords.isInLoop(line, in: text) }
        guard let body = GoFunctionBody(around: line, in: text) else { return false }
        return StarterPath.openLoops((body.lines.lowerBound...line).flatMap { text.words($0) }) == 0
      }
  }
}
