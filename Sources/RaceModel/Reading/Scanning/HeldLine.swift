/// A line of a report that may have been wrapped: what the next line holds tells.
struct HeldLine {
  /// Its text behind the prefix, without blanks around it.
  var text: [UInt8]
  /// The blanks before it: how far a line is indented tells what it is, where it turns out to be one by itself.
  var indent: [UInt8] = []
  var extent: LineExtent
  /// Of a title that has opened the report: what stands before it.
  var prefix: [UInt8]?
  /// The lines that it is made of, where they may turn out to be lines of their own.
  var parts: [(text: [UInt8], extent: LineExtent)] = []
  /// How many lines it is made of.
  var count = 1
  /// How many bytes its last physical line has.
  var width: Int
  /// Whether a blank line has come between it and its rest.
  var isPastBlank = false
  /// Whether no more than its width tells that it may go on: then its rest is on the next line, without a prefix.
  var isCutByWidth = false
  /// Neither wrapped lines nor frames with the places of inlined calls have more.
  static let most = 8

  /// The same line below a blank one: in a document each line may be a paragraph. Nil unless it ends as a place without its
  /// offset does.
  var pastBlank: HeldLine? {
    let digits = text.reversed().prefix { $0 &- 0x30 < 10 }.count
    guard !isPastBlank, prefix == nil, parts.isEmpty, digits > 0,
      text.dropLast(digits).last == UInt8(ascii: ":")
    else { return nil }
    var later = self
    later.isPastBlank = true
    return later
  }
}

extension OpenReport {
  /// Takes the line that is kept; nil if none is.
  func takeHeld() -> HeldLine? {
    guard let held else { return nil }
    self.held = nil
    draft.progress.goesOn = false
    return held
  }

  /// Whether a line with the report's prefix is as wide as others that a terminal has cut: whatever it ends with may go on.
  func isAtCutWidth(_ line: LineExtent) -> Bool {
    cutWidth > 0 && !prefix.isEmpty && line.end - line.start - 1 == cutWidth
  }

  /// Keeps a line until the next one is there.
  func hold(_ bytes: Span<UInt8>, _ line: LogLine) {
    let extent = line.extent
    let text = bytes.trimmed(line.range)
    held = HeldLine(
      text: bytes.bytes(text), indent: bytes.bytes(line.range.lowerBound..<text.lowerBound), extent: extent,
      width: extent.end - extent.start - 1)
    draft.progress.goesOn = true
  }
}
