/// The stack of a ThreadSanitizer report that is being read.
struct TSanStack {
  /// How the frames of the report look.
  enum FrameFormat {
    /// No frame was read yet.
    case unknown
    /// `#N FUNC ...`, which nothing else looks like.
    case numbered
    /// The user's own: whatever stands between a header and a blank line.
    case free
  }

  var format = FrameFormat.unknown
  /// Whether the numbers of frames have no `#` before them.
  var isBare = false
  /// Its frames, the pending one among them.
  var frameCount = 0
  /// Whether its first frame has an address of the code before its name: `0xHEX in FUNC`.
  var hasCounters = false
  /// How many `=` a bar right above has that may be no end of the report; 0 where there is none.
  var barLength = 0
  /// The frame that waits for the next one, which tells whether it was inlined.
  var pending: TSanPendingFrame?
  /// The stack, when all of it but that frame is kept for others like it.
  var kept: KnownStacks.ID?
  /// Lines that were taken for frames of the user's own format.
  var freeLines = ForeignLines()
  /// Whether a blank line was read since the last header or frame.
  var isBelowBlank = false
}
