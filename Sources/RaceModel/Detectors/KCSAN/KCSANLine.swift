/// What a line of a KCSAN report is by its shape alone, white space around it aside.
///
/// Source of the shapes: the kernel's `kernel/kcsan/report.c` and
/// `Documentation/dev-tools/kcsan.rst`; lock and irq lines are lockdep's.
enum KCSANLine {
  /// `value changed: 0xOLD -> 0xNEW`, ranges of its parts.
  struct Change {
    var from: Range<Int>
    var to: Range<Int>
    /// What stands behind the values.
    var rest: Range<Int>
  }

  case blank
  /// `BUG: KCSAN: data-race in F / G` at `at`.
  case title(at: Int)
  /// `read to 0xHEX of 8 bytes by task 4711 on cpu 1:`
  case access(KCSANAccess)
  /// `fn+0x1d/0x30`
  case frame(KCSANFrame)
  /// `|` between a stack and where its access was moved to.
  case mark
  /// `+-> reordered to: fn+0x1d/0x30`
  case reorderedTo(KCSANFrame)
  case valueChange(Change)
  /// `bits changed: 0xHEX with mask 0xHEX`
  case bitsChanged
  /// `2 locks held by comm/4711:`
  case locksHeld
  /// `no locks held by comm/4711.`
  case noLocksHeld
  /// `#0: ADDRESS (NAME){+.+.}-{2:2}, at: fn+0x1d/0x30`: address and name stand in the range.
  case lock(Range<Int>)
  /// `irq event stamp: N`, `hardirqs last enabled at (N): ...`
  case irqTrace
  /// `Reported by Kernel Concurrency Sanitizer on:`
  case reporter
  /// `CPU: ...`, `Hardware name: ...`, `Workqueue: ...`
  case machine
  /// At least ten `=` and nothing else.
  case bar
  /// The kernel left lines out, or somebody may have: `** 12 printk messages dropped **`, `... and so on`
  case loss
  /// Somebody left lines out: `[...]`, `[snip]`
  case elision
  /// What begins another dump of the kernel.
  case otherDump
  case other

  /// What the line in `range` is; no white space around it.
  static func classify(_ bytes: Span<UInt8>, _ range: Range<Int>) -> KCSANLine {
    guard !range.isEmpty else { return .blank }
    if let special = special(bytes, range) { return special }
    if let access = KCSANAccess.parse(bytes, range) { return .access(access) }
    if let frame = KCSANFrame.parse(bytes, range) { return .frame(frame) }
    if let title = KCSANTitle.find(bytes, range) ?? KCSANTitle.findBeheaded(bytes, range) {
      return .title(at: title)
    }
    if machineWords.begin(bytes, range) { return .machine }
    if otherDumps.begin(bytes, range) { return .otherDump }
    if irqWords.begin(bytes, range) { return .irqTrace }
    if isLocksHeld(bytes, range) {
      return bytes.has("no ", at: range.lowerBound, end: range.upperBound) ? .noLocksHeld : .locksHeld
    }
    if Elision.isIn(bytes, range) { return .elision }
    return isLoss(bytes, range) ? .loss : .other
  }

  private static let machineWords: TextStarts = ["CPU: ", "Hardware name: ", "Workqueue: "]
  private static let irqWords: TextStarts = ["irq event stamp: ", "hardirqs last ", "softirqs last "]
  private static let otherDumps: TextStarts = [
    "Call Trace:", "Call trace:", "<TASK>", "<IRQ>", "RIP: ", "pc : ", "backtrace:", "stack backtrace:",
    "------------[ cut here ]", "WARNING: ", "BUG: ", "INFO: ", "Oops", "Kernel panic", "Modules linked in:",
  ]

  /// Lines that their first word or sign tells.
  private static func special(_ bytes: Span<UInt8>, _ range: Range<Int>) -> KCSANLine? {
    let (start, end) = (range.lowerBound, range.upperBound)
    switch bytes[start] {
    case UInt8(ascii: "="): return isBar(bytes, range) ? .bar : nil
    case UInt8(ascii: "|"): return range.count == 1 ? .mark : nil
    case UInt8(ascii: "+"):
      guard let found = bytes.first("reordered to: ", in: range),
        let frame = KCSANFrame.parse(bytes, found + 14..<end), !frame.isCut
      else { return nil }
      return .reorderedTo(frame)
    case UInt8(ascii: "#"): return lock(bytes, range)
    case UInt8(ascii: "v"): return valueChange(bytes, range).map { .valueChange($0) }
    case UInt8(ascii: "b"): return isBits(bytes, range) ? .bitsChanged : nil
    case UInt8(ascii: "R"):
      return bytes.has("Reported by Kernel Concurrency Sanitizer on", at: start, end: end) ? .reporter : nil
    default: return nil
    }
  }

  /// Whether the text says which bits had changed; behind the values, or on the next line.
  static func isBits(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    bytes.has("bits changed: 0x", at: range.lowerBound, end: range.upperBound)
  }

  /// Whether the line is a bar: 66 `=` as the kernel prints it, but people change its length.
  static func isBar(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    range.count >= 10 && range.allSatisfy { bytes[$0] == UInt8(ascii: "=") }
  }

  /// Whether the line says that lines are missing.
  static func isLoss(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let (start, end) = (range.lowerBound, range.upperBound)
    if bytes.has("** ", at: start, end: end) {
      return bytes.first(" printk messages dropped", in: range) != nil
    }
    if let missed = bytes.first("Missed ", in: range), bytes.ends(" kernel messages", in: range) {
      return bytes.decimal(at: missed + 7, end: end) != nil
    }
    return bytes.has("...", at: start, end: end) || bytes.has("[...", at: start, end: end)
      || bytes.has("[ ...", at: start, end: end)
  }

  private static func isLocksHeld(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard let found = bytes.first(" held by ", in: range), found - range.lowerBound < 30 else { return false }
    return bytes.ends(" locks", in: range.lowerBound..<found)
      || bytes.ends(" lock", in: range.lowerBound..<found)
  }

  /// Reads `#0: ADDRESS (NAME){...`; the name may hold parentheses.
  private static func lock(_ bytes: Span<UInt8>, _ range: Range<Int>) -> KCSANLine? {
    guard let (_, after) = bytes.decimal(at: range.lowerBound + 1, end: range.upperBound),
      bytes.has(": ", at: after, end: range.upperBound),
      let nameEnd = bytes.first("){", in: after..<range.upperBound)
    else { return nil }
    return .lock(after + 2..<nameEnd + 1)
  }

  private static func valueChange(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Change? {
    let (start, end) = (range.lowerBound, range.upperBound)
    guard bytes.has("value changed: ", at: start, end: end),
      let (_, fromEnd) = bytes.hexadecimal(at: start + 15, end: end)
    else { return nil }
    // Pages on the web have the arrow as an entity, editors make a character of it.
    for arrow: StaticString in [" -> ", " -&gt; ", " → "] where bytes.has(arrow, at: fromEnd, end: end) {
      let toStart = fromEnd + arrow.utf8CodeUnitCount
      guard let (_, toEnd) = bytes.hexadecimal(at: toStart, end: end) else { return nil }
      return Change(from: start + 15..<fromEnd, to: toStart..<toEnd, rest: bytes.trimmed(toEnd..<end))
    }
    return nil
  }
}
