/// Offsets of which the last digits are found below their frames.
extension ReportDraft {
  /// Adds digits to the offset of the frame that was read last; an index has no offsets.
  mutating func extendOffset(by bytes: Span<UInt8>, _ digits: Range<Int>, _ naming: inout Naming) {
    guard depth == .full, let last = stacks.all.last?.frames.last, case let frame = naming.frames[last],
      let offset = frame.offset, offset.digits + digits.count <= 16
    else { return }
    var value = offset.value
    for index in digits { value = value << 4 | UInt64(hexDigit(bytes[index]) ?? 0) }
    let function = Array((frame.function ?? "").utf8)
    let file = Array((frame.file ?? "").utf8)
    let text = function + file
    let names = FrameNames(
      function: 0..<function.count, file: function.count..<text.count, module: text.count..<text.count)
    var place = FramePlace()
    place.line = frame.line ?? -1
    place.offset = HexNumber(value, digits: offset.digits + digits.count)
    let id = naming.frames.intern(names, place, of: text.span) { _, _ in frame.isPlumbing }
    stacks.withLast { stack in stack.frames[stack.frames.count - 1] = id }
  }
}
