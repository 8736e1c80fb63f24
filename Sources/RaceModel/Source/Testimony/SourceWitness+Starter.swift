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
        start < next, let text = text(of: frames.b, logModified), self.text(of: frames.a, logModified) != nil,
        text.language.isGo || other.legs.count == 2,
        let calls = text.language.isGo
          ? []
          : calls(
            detail.frames(of: detail.report.stack(at: started.stackID))[started.frames], logModified),
        case let steps = detail.frames(of: detail.report.stack(at: leg.stackID)).prefix(leg.frames.upperBound),
        isStraight(steps, logModified), text.language.isGo || isPassedOnce(side.other, detail, logModified)
      else { continue }
      let access = detail.report.access(side.other).flatMap { detail.site(of: $0) }
      let path = StarterPath(
        StarterPath.Lines(
          text: text, start: SourcePlace(file: file, line: start), next: SourcePlace(file: file, line: next),
          starter: side, calls: calls,
          mayEndIt: text.language.isGo
            ? isInGoLoop(side.other, detail, logModified) : steps.contains { !$0.isPlumbing },
          started: access?.file == file ? access?.line : nil))
      if let path { return path }
    }
    return nil
  }

  /// Whether a loop of Go is around an access: what it looks at may be meant to end it.
  private func isInGoLoop(_ side: Side, _ detail: DetailedReport, _ logModified: FileTime?) -> Bool {
    guard let frame = detail.report.access(side).flatMap({ detail.site(of: $0) }), let line = frame.line,
      let text = text(of: frame, logModified), let body = GoFunctionBody(around: line, in: text)
    else { return false }
    if text.words(line).first?.text == "for" { return true }
    // The loop that starts goroutines is around the function that they run.
    guard let blocks = GoBlocks(body, in: text), let token = blocks.tokens.first(where: { $0.line == line })
    else { return true }
    return !blocks.loops(around: token.block).isEmpty
  }

  /// Whether no loop is around an access, as far as the thread's stack goes: one that never ends cannot be waited for.
  private func isPassedOnce(_ side: Side, _ detail: DetailedReport, _ logModified: FileTime?) -> Bool {
    detail.frames(of: detail.report.access(side)?.stack).allSatisfy { frame in
      if frame.isPlumbing || Self.isOfLibrary(frame) { return true }
      guard let line = frame.line, let text = text(of: frame, logModified) else { return false }
      return !FunctionWords.isInLoop(line, in: text)
    }
  }

  /// The functions that a line calls in order to start a thread, the innermost first; nil where they are more than two, or
  /// cannot be read.
  private func calls(
    _ frames: ArraySlice<Frame>, _ logModified: FileTime?
  ) -> [(text: SourceText, place: SourcePlace)]? {
    let own = frames.filter { !$0.isPlumbing }
    let calls = own.compactMap { frame -> (text: SourceText, place: SourcePlace)? in
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
