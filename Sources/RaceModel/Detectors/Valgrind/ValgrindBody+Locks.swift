/// The locks in Helgrind's messages.
extension ValgrindBody {
  /// `Locks held: none`, `Locks held: 2, at addresses 0x1 0x2 (and 1 that can't be shown)`
  func addLocks(_ bytes: Span<UInt8>, _ line: Range<Int>, _ draft: inout ReportDraft) {
    guard draft.depth == .full, let last = draft.accesses.indices.last else { return }
    draft.accesses[last].tellsLocks = true
    var from = line.lowerBound
    var elided = 0
    while let found = bytes.first(" 0x", in: from..<line.upperBound) {
      from = found + 3
      guard ElidedAddress.end(bytes, at: found + 1, end: line.upperBound) == nil else {
        // Two locks without addresses may be one, or not.
        elided += 1
        continue
      }
      let id = Self.token(bytes, at: found + 1, end: line.upperBound)
      draft.accesses[last].locks.append(HeldLock(id: id, mode: nil))
    }
    if elided > 0 { draft.accesses[last].qualifier = .hiddenLocks(elided) }
    if let found = bytes.first("(and ", in: line) {
      let count = bytes.decimal(at: found + 5, end: line.upperBound)?.value
      draft.accesses[last].qualifier = .hiddenLocks(count)
    }
  }

  /// An address as the export writes it, or the word that stands in its place.
  static func token(_ bytes: Span<UInt8>, at start: Int, end: Int) -> String {
    let isElided = ElidedAddress.end(bytes, at: start, end: end) != nil
    if !isElided, let (number, _) = bytes.hexadecimal(at: start, end: end) { return number.description }
    let word = start..<bytes.wordEnd(in: start..<end)
    return bytes.string(bytes.ends(",", in: word) ? word.dropLast() : word)
  }
}
