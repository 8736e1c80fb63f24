/// Collecting what is no report and tells what happened.
extension LogScanner {
  /// A message that goes on in the next lines.
  struct OpenNote {
    var note: SourceNote
    let source: OpenReports.Source
    /// What stands before each of its lines.
    let prefix: LinePrefix
    /// How many items it has so far.
    var items = 0
  }

  /// Keeps a line that no report took when it is a message of a detector's runtime.
  mutating func readNote(_ bytes: Span<UInt8>, _ line: Range<Int>, _ origin: Origin, _ place: Place) {
    guard detail == .index else { return }
    if origin.isInPlace, nextAnchor(bytes, from: line.lowerBound, to: bytes.count) >= line.upperBound {
      return
    }
    for grammar in Grammars.all {
      guard let found = grammar.note(bytes, line) else { continue }
      if found.claimsReports { return readClaim(bytes, origin, place) }
      let note = SourceNote(
        line: place.line, start: place.start, isFatal: found.isFatal, bytes, found.at..<line.upperBound)
      finishNote()
      if found.hasItems {
        openNote = OpenNote(
          note: note, source: origin.source, prefix: LinePrefix(bytes, line.lowerBound..<found.at))
      } else {
        notes.add(note)
      }
      return
    }
  }

  /// Adds a line to the message that is open; its first line that is no item ends the message.
  ///
  /// - Returns: whether the line is an item.
  mutating func continueNote(_ bytes: Span<UInt8>, _ line: Range<Int>, _ origin: Origin) -> Bool {
    guard var open = openNote, open.source == origin.source else { return false }
    guard case .content(let start) = open.prefix.match(bytes, line),
      case let item = bytes.trimmed(start..<line.upperBound), Self.isItem(bytes, item)
    else {
      finishNote()
      return false
    }
    open.note.add((open.items == 0 ? " " : ", ") + bytes.decoded(item.prefix(SourceNote.longestText)))
    open.items += 1
    openNote = open
    return true
  }

  /// `12 race:some_function`: how often something in a file of suppressions held.
  private static func isItem(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard let (_, after) = bytes.decimal(at: line.lowerBound, end: line.upperBound),
      after < line.upperBound, bytes[after] == 0x20,
      let colon = bytes.first(UInt8(ascii: ":"), in: after + 1..<line.upperBound)
    else { return false }
    let kind = after + 1..<colon
    return !kind.isEmpty && colon + 1 < line.upperBound && bytes[colon + 1] > 0x20
      && kind.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[$0]) || bytes[$0] == 0x5F }
  }

  /// Ends the message that is open.
  mutating func finishNote() {
    if let open = openNote { notes.add(open.note) }
    openNote = nil
  }
}
