/// The lines of one stack while a grammar reads many lines at once: from its first frame on, to keep it for others
/// that have the same bytes.
struct StackCapture {
  private let start: Int
  private let startLine: Int
  private var last: (at: Int, line: Int)
  private var frames = 0

  /// A stack whose first frame is on the next line of a batch.
  init(at batch: LineBatch) {
    start = batch.end
    startLine = batch.lines
    last = (batch.end, batch.lines)
  }

  /// Takes note of a frame on the next line of the batch.
  mutating func addFrame(at batch: LineBatch) {
    last = (batch.end, batch.lines)
    frames += 1
  }

  /// Takes note of frames that an index only counts.
  mutating func add(frames count: Int) { frames += count }

  /// Keeps the stack; it must have the frames of which was taken note.
  ///
  /// - Parameters:
  ///   - batch: the batch, which has passed its lines and no others.
  ///   - lastMayChange: whether what follows may tell more of the last frame, that it was inlined: where that makes a
  ///     difference the frame is no part of what is kept, and is read anew each time.
  /// - Returns: its position, for `ReportDraft.completeStack`; nil when it is not kept.
  @discardableResult
  func keep(
    _ bytes: Span<UInt8>, to batch: LineBatch, lastMayChange: Bool, _ draft: ReportDraft,
    _ naming: inout Naming
  ) -> KnownStacks.ID? {
    let isIndex = draft.depth == .index
    let isWhole = isIndex || !lastMayChange
    let count = isWhole ? frames : frames - 1
    guard count > 0, let stack = draft.stacks.all.last, stack.frameCount == count,
      isIndex || stack.frames.count == count
    else { return nil }
    let beginning = KnownStacks.Part(
      byteCount: (isWhole ? batch.end : last.at) - start,
      lines: (isWhole ? batch.lines : last.line) - startLine, stack: stack)
    return naming.stacks.keep(bytes, start..<batch.end, beginning, tellsSite: !isIndex || stack.isSide)
  }
}
