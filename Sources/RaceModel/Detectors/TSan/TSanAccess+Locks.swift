/// The locks that a thread holds: `(mutexes: write M0, read M1)`. The detector writes them one by one, and what the
/// program prints meanwhile may be between them.
extension TSanAccess {
  /// Reads ` write M0, read M1)`.
  mutating func readLocks(_ bytes: Span<UInt8>, _ index: inout Int, _ end: Int) {
    while index < end, bytes[index] != UInt8(ascii: ")") {
      if bytes[index] == 0x20 || bytes[index] == UInt8(ascii: ",") {
        index += 1
        continue
      }
      readLock(bytes, &index, end)
    }
    endsInLocks = index == end
    index = min(end, index + 1)
  }

  /// Reads what is before the next comma or the end of the list.
  private mutating func readLock(_ bytes: Span<UInt8>, _ index: inout Int, _ end: Int) {
    var mode: HeldLock.Mode?
    if bytes.pass("write ", at: &index, end: end) {
      mode = .write
    } else if bytes.pass("read ", at: &index, end: end) {
      mode = .read
    }
    let start = index
    index = bytes.first(UInt8(ascii: ","), or: UInt8(ascii: ")"), in: index..<end) ?? end
    let item = bytes.trimmed(start..<index)
    guard !item.isEmpty else { return }
    // The name was cut off.
    if index == end, mode == nil, bytes.equals("write", item) || bytes.equals("read", item) { return }
    let name = item.lowerBound..<(Self.nameEnd(bytes, item, hasMode: mode != nil) ?? item.lowerBound)
    if !name.isEmpty { locks.append(HeldLock(id: bytes.decoded(name), mode: mode)) }
    guard name.upperBound < item.upperBound else { return }
    // The program's text.
    hasOddLocks = true
    junk = junk ?? name.upperBound..<item.upperBound
  }

  /// Where the name of a lock ends: `M12`, or the placeholder of a test; nil where a text is none.
  private static func nameEnd(_ bytes: Span<UInt8>, _ item: Range<Int>, hasMode: Bool) -> Int? {
    let isNamed = bytes[item.lowerBound] == UInt8(ascii: "M")
    if isNamed, let (_, end) = bytes.decimal(at: item.lowerBound + 1, end: item.upperBound) { return end }
    return (isNamed || hasMode) && bytes.first(0x20, in: item) == nil ? item.upperBound : nil
  }

  /// Reads the rest of a list that the program's output has interrupted: `, read M14):`, `):`
  static func parseRestOfLocks(_ bytes: Span<UInt8>, _ line: Range<Int>) -> [HeldLock]? {
    guard bytes.ends("):", in: line), let first = line.first,
      bytes[first] == UInt8(ascii: ",") || bytes[first] == UInt8(ascii: ")")
    else { return nil }
    var access = TSanAccess()
    var index = first
    access.readLocks(bytes, &index, line.upperBound)
    guard index == line.upperBound - 1, !access.hasOddLocks, access.locks.allSatisfy({ $0.mode != nil })
    else {
      return nil
    }
    return access.locks
  }
}

extension TSanGrammar {
  /// Gives the access above the rest of its locks, which the program's output has torn off.
  ///
  /// - Returns: whether a line is that.
  mutating func readRestOfLocks(_ bytes: Span<UInt8>, _ line: Range<Int>, _ draft: inout ReportDraft) -> Bool
  {
    guard awaitsLocks, state == .stack, current.frameCount == 0, let last = draft.accesses.indices.last,
      let locks = TSanAccess.parseRestOfLocks(bytes, line)
    else { return false }
    draft.accesses[last].locks += locks
    awaitsLocks = false
    return true
  }
}
