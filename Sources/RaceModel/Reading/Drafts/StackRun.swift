/// The lines of one stack while a grammar reads many lines at once: from its first frame on, to keep it for others
/// that have the same bytes.
struct StackRun {
  private let start: Int
  private let startLine: Int
  private var last: (at: Int, line: Int)
  private var frames = 0

  /// A stack whose first frame begins at `start`, so many lines into the run.
  init(at start: Int, line: Int) {
    self.start = start
    startLine = line
    last = (start, line)
  }

  /// Takes note of a frame that begins at `place`, so many lines into the run.
  mutating func addFrame(at place: Int, line: Int) {
    last = (place, line)
    frames += 1
  }

  /// Takes note of frames that an index only counts.
  mutating func add(frames count: Int) { frames += count }

  /// Keeps the stack; it must have the frames of which was taken note.
  ///
  /// - Parameters:
  ///   - end: where its lines end, so many lines into the run.
  ///   - lastMayChange: whether what follows may tell more of the last frame, that it was inlined: where that makes a
  ///     difference the frame is no part of what is kept, and is read anew each time.
  /// - Returns: its position, for `ReportDraft.completeStack`; nil when it is not kept.
  @discardableResult
  func keep(
    _ bytes: Span<UInt8>, to end: Int, line: Int, lastMayChange: Bool, _ draft: ReportDraft,
    _ naming: inout Naming
  ) -> KnownStacks.ID? {
    let isIndex = draft.detail == .index
    let isWhole = isIndex || !lastMayChange
    let count = isWhole ? frames : frames - 1
    guard count > 0, let stack = draft.stacks.all.last, stack.frameCount == count,
      isIndex || stack.frames.count == count
    else { return nil }
    return naming.stacks.keep(
      bytes, start..<end, resume: isWhole ? end : last.at, lines: (isWhole ? line : last.line) - startLine,
      tellsSite: !isIndex || stack.isSide, stack)
  }
}
