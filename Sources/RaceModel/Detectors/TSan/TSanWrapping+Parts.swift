/// Parts of lines by which it is told whether a line was wrapped.
extension TSanWrapping {
  /// Whether a location has its end, and the whole name of a thread.
  static func isWholeLocation(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    !lacksEndOfLocation(bytes, line) && !lacksThread(bytes, line)
  }

  /// Whether a header names the thread that created something, but not in full: `created by main threa`, or what a
  /// misplaced blank made of it.
  static func lacksThread(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    for words: StaticString in [" allocated by", " created by", " destroyed by"] {
      guard let at = bytes.last(words, in: line) else { continue }
      let end = at + words.utf8CodeUnitCount
      // Where a terminal has cut before the blank, it begins the next line.
      return !bytes.has(" ", at: end, end: line.upperBound)
        || TSanThread.name(bytes, at: end + 1, end: line.upperBound) == nil
    }
    return false
  }

  // MARK: Cycles

  /// Whether a cycle of locks ends with the lock that it begins with.
  static func isWholeCycle(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard let colon = bytes.first("graph: ", in: line), let arrow = bytes.last("=> ", in: line) else {
      return false
    }
    let first = bytes.upToBlank(colon + 7..<line.upperBound)
    let last = bytes.upToBlank(arrow + 3..<line.upperBound)
    return !first.isEmpty && bytes.bytes(first) == bytes.bytes(last)
  }

  /// What a cycle without its end and the next line are together.
  static func rejoinsCycle(_ bytes: Span<UInt8>, _ line: Range<Int>, at joint: Int) -> Rejoining {
    if isWholeCycle(bytes, line) { return .whole }
    let goesOn = ["=> ", "(0x", "M"].contains { (words: StaticString) in
      bytes.has(words, at: joint, end: line.upperBound)
    }
    return goesOn ? .partly : .no
  }

  // MARK: Frames

  /// Whether a line holds a place in a module, and ends where the number of the module's build was wrapped, or inside it.
  static func isCutBehindModule(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard let build = bytes.last(" (BuildId:", in: line) else { return false }
    let number = bytes.trimmed(build + 10..<line.upperBound)
    guard number.allSatisfy({ hexDigit(bytes[$0]) != nil }) else { return false }
    let text = bytes.trimmed(line.lowerBound..<build)
    return bytes.ends(")", in: text) && TSanFrame.parse(bytes, text).moduleOffset != nil
  }

  /// What a frame with a place is: its module may be on the next line. Nil for one without a place.
  static func placed(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Rejoining? {
    let frame = TSanFrame.parse(bytes, text)
    guard frame.hasPlace(bytes, text) else { return nil }
    return frame.lacksModule(bytes, text) ? .partly : .whole
  }

  /// What the number of a frame alone and the next lines are together: a long name did not fit beside it.
  ///
  /// - Parameter text: the lines below the number.
  static func rejoinsNumber(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Rejoining {
    // Names have blanks only in brackets.
    placed(bytes, text) ?? (bytes.hasBlankOutsideBrackets(text) ? .no : .doubtful)
  }
}
