/// What other programs have printed in the middle of a stack and looks like a part of the report, or like its end.
extension TSanGrammar {
  /// Takes note of a line that stands behind reports as a rule, and is right below a frame: the detector prints an empty line
  /// behind each stack, so another program may have printed it.
  ///
  /// - Parameter barLength: how many `=` a bar has; 0 for any other line.
  /// - Returns: whether the line below has to tell.
  mutating func interrupt(barLength: Int = 0) -> Bool {
    guard state == .stack, current.format == .numbered, current.frameCount > 0, !current.isBelowBlank else {
      return false
    }
    (state, current.barLength) = (.interrupted, barLength)
    return true
  }

  /// Reads on below such a line: it was the end, unless this is the next frame.
  ///
  /// - Returns: nil for the frame, which is still to be read.
  mutating func readBelowInterruption(_ kind: TSanLine, _ draft: inout ReportDraft) -> Verdict? {
    switch kind {
    case .frame(let number, _) where number == current.frameCount:
      state = .stack
      guard current.barLength > 0 else { return nil }
      draft.progress.hasClosingBar = false
      let bar = [UInt8](repeating: UInt8(ascii: "="), count: current.barLength)
      draft.addNote(bar.span, 0..<bar.count)
      return nil
    // A process that ends says more than one thing.
    case .epilogue where current.barLength == 0: return .foreign
    default: return .ended
    }
  }

  /// Whether what stands behind the number of a frame is another program's: its number repeats one of the stack or goes
  /// back, or it is right below such a line.
  ///
  ///     #0 is the first worker
  ///     #0  0x00007f9c in raise () from /lib/libc.so.6
  ///     #0 0x55d5 in foo /src/a.c:3:2
  ///
  /// Some symbolizers give calls that were inlined one number: what looks as the stack's other frames is one of them.
  func isOfOther(_ number: Int, _ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
    guard current.format == .numbered, current.frameCount > 0,
      number < current.frameCount || foreign.count > 0
    else { return false }
    if Self.isOfDebugger(bytes, text) { return true }
    let frame = TSanFrame.parseRetold(bytes, text)
    if frame.counter != nil { return !current.hasCounters }
    return number < current.frameCount && frame.moduleOffset == nil && frame.module.isEmpty
      && frame.file.isEmpty && frame.line < 0 && bytes.hasBlankOutsideBrackets(text)
  }

  /// Whether gdb has printed a frame, with a blank before the arguments: `raise (sig=6) at raise.c:26`,
  /// `0x00007f9c in raise () from /lib/libc.so.6`.
  private static func isOfDebugger(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
    guard let end = bytes.first(") from ", in: text) ?? bytes.first(") at ", in: text) else { return false }
    return bytes.first(" (", in: text.lowerBound..<end) != nil
  }

  /// Whether the first frame of a stack has an address of the code before its name.
  static func hasCounter(_ bytes: Span<UInt8>, _ stack: Range<Int>) -> Bool {
    var index = stack.lowerBound
    while index < stack.upperBound, bytes[index] <= 0x20 { index += 1 }
    guard bytes.has("#0 ", at: index, end: stack.upperBound) else { return false }
    index += 3
    while index < stack.upperBound, bytes[index] == 0x20 { index += 1 }
    return bytes.has("0x", at: index, end: stack.upperBound)
  }
}
