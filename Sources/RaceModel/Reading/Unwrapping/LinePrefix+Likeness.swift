extension LinePrefix {
  /// Whether a line begins with a prefix that is like this one but for names and numbers, and goes on behind it: it is
  /// another writer's line.
  ///
  /// ```
  /// api-1  |       /src/ap                              Docker Compose
  /// db-1   |       /src/web/main.go:9 +0x52
  /// [server]   main.put()                               a process
  /// [client]   web.store()
  /// ```
  ///
  /// What Valgrind prints before its lines is not looked at.
  func isLikeThat(of line: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
    guard !isEmpty, match(bytes, line, anyLevel: true) == nil else { return false }
    var likeness = PrefixLikeness(line)
    for step in steps.all {
      let goesOn =
        switch step.kind {
        case .literal: steps.withText(step) { likeness.pass($0, bytes) }
        case .number(let isPadded): likeness.passNumber(isPadded: isPadded, bytes)
        case .partMark: likeness.passPartMark(bytes)
        case .restMark: likeness.passRestMark(bytes)
        case .hitMark: likeness.passHitMark(bytes)
        case .clock(let part):
          likeness.pass(bytes, isBehindDigit: part == .fraction) { part.end($0, from: $1, to: $2) }
        case .randomID: likeness.pass(bytes, isBehindDigit: false) { RandomID.end($0, from: $1, to: $2) }
        }
      guard goesOn else { return false }
      if likeness.isAtValgrinds { break }
    }
    return likeness.isOfAnother(bytes)
  }
}

/// A line beside a prefix, as far as it was compared with it.
private struct PrefixLikeness {
  private var index: Int
  private let end: Int
  /// Where the name that is being compared ends on the line; nil outside of names.
  private var nameEnd: Int?
  private var isBehindDigit = false
  private var isBehindBlank = false
  private var names = 0
  /// Signs in the prefix that are of no name. One alone is behind words of sentences, too.
  private var signs = 0
  private var hasBar = false
  private var differs = false
  private var differsInLetters = false
  /// Whether the rest of the prefix is Valgrind's own: `==7== `.
  private(set) var isAtValgrinds = false

  init(_ line: Range<Int>) { (index, end) = (line.lowerBound, line.upperBound) }

  /// Whether all that was compared is another writer's prefix.
  func isOfAnother(_ bytes: Span<UInt8>) -> Bool {
    var whole = self
    whole.endName(bytes)
    guard whole.differs, names > 0, bytes.lastVisible(in: whole.index..<end) != nil else { return false }
    return hasBar || signs > 1 || (signs == 1 && !whole.differsInLetters)
  }

  /// Passes a literal of the prefix.
  ///
  /// - Returns: whether the line has one like it.
  mutating func pass(_ text: Span<UInt8>, _ bytes: Span<UInt8>) -> Bool {
    for position in 0..<text.count {
      if names > 0, text.has("==", at: position, end: text.count) {
        isAtValgrinds = true
        return true
      }
      guard pass(text[position], bytes) else { return false }
    }
    return true
  }

  /// Passes digits that may be any.
  mutating func passNumber(isPadded: Bool, _ bytes: Span<UInt8>) -> Bool {
    if isPadded {
      endName(bytes)
      passBlanks(bytes)
    }
    guard let nameEnd = beginName(bytes) else { return false }
    if index < nameEnd, bytes[index].isDigit {
      while index < nameEnd, bytes[index].isDigit { index += 1 }
    } else {
      (differs, differsInLetters) = (true, true)
    }
    isBehindDigit = true
    return true
  }

  mutating func passPartMark(_ bytes: Span<UInt8>) -> Bool {
    endName(bytes)
    guard index < end, bytes[index] == UInt8(ascii: "F") || bytes[index] == UInt8(ascii: "P") else {
      return false
    }
    index += 1
    return true
  }

  mutating func passRestMark(_ bytes: Span<UInt8>) -> Bool {
    endName(bytes)
    if index < end {
      guard bytes[index] <= 0x20 || bytes[index] == UInt8(ascii: "+") else { return false }
      index += 1
    }
    isBehindBlank = true
    return true
  }

  /// Passes what `grep` puts behind the name of a file. It is no sign: the name tells the writer.
  mutating func passHitMark(_ bytes: Span<UInt8>) -> Bool {
    endName(bytes)
    guard index < end, HitMark.isMark(bytes[index]) else { return false }
    index += 1
    return true
  }

  /// Passes a part of a time, or of a name, that may be any of its kind.
  ///
  /// - Parameter end: where such a part ends that begins at a place.
  mutating func pass(
    _ bytes: Span<UInt8>, isBehindDigit: Bool, _ end: (Span<UInt8>, Int, Int) -> Int?
  ) -> Bool {
    guard let nameEnd = beginName(bytes) else { return false }
    if let next = end(bytes, index, nameEnd) {
      index = next
    } else {
      (differs, differsInLetters) = (true, true)
    }
    self.isBehindDigit = isBehindDigit
    return true
  }

  private mutating func pass(_ own: UInt8, _ bytes: Span<UInt8>) -> Bool {
    if Self.isOfName(own) { return passName(own, bytes) }
    endName(bytes)
    if own <= 0x20 {
      guard isBehindBlank || index == end || bytes[index] <= 0x20 else { return false }
      passBlanks(bytes)
      isBehindBlank = true
      return true
    }
    isBehindBlank = false
    guard index < end, bytes[index] == own else { return false }
    index += 1
    signs += 1
    if own == UInt8(ascii: "|") { hasBar = true }
    return true
  }

  private mutating func passName(_ own: UInt8, _ bytes: Span<UInt8>) -> Bool {
    guard let nameEnd = beginName(bytes) else { return false }
    // `10` beside `9`: the line has more digits.
    if !own.isDigit, isBehindDigit {
      while index < nameEnd, bytes[index].isDigit {
        index += 1
        differs = true
      }
    }
    isBehindDigit = own.isDigit
    if index < nameEnd, bytes[index] == own {
      index += 1
      return true
    }
    differs = true
    if !own.isDigit {
      differsInLetters = true
    } else if index < nameEnd, bytes[index].isDigit {
      index += 1
    }
    return true
  }

  /// Where the name ends that the line has here; nil where it has none.
  private mutating func beginName(_ bytes: Span<UInt8>) -> Int? {
    if let nameEnd { return nameEnd }
    guard index < end, Self.isOfName(bytes[index]) else { return nil }
    names += 1
    (isBehindBlank, isBehindDigit) = (false, false)
    let last = (index..<end).first { !Self.isOfName(bytes[$0]) } ?? end
    nameEnd = last
    return last
  }

  private mutating func endName(_ bytes: Span<UInt8>) {
    guard let nameEnd else { return }
    while index < nameEnd {
      differs = true
      if !isBehindDigit || !bytes[index].isDigit { differsInLetters = true }
      index += 1
    }
    self.nameEnd = nil
  }

  private mutating func passBlanks(_ bytes: Span<UInt8>) {
    while index < end, bytes[index] <= 0x20 { index += 1 }
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    if byte.beginsIdentifier || byte.isDigit { return true }
    return byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/")
  }
}
