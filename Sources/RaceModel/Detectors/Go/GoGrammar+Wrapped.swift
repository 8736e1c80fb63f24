/// Lines that were wrapped.
extension GoGrammar {
  /// The first frame's function below a title and a header on one line.
  func ownText(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? {
    let text = bytes.trimmed(line)
    guard bytes.ends("()", in: text) else { return nil }
    if GoLine.functionName(bytes, text) != nil { return text.lowerBound }
    return bytes.lastWordStart(in: text)
  }

  /// Lines with fewer bytes are not wrapped.
  static let shortest = 40
  /// Names of so many bytes may go on with anything.
  private static let long = 50
  private static let beginnings: TextStarts = [
    "Previous", "Read at", "Write at", "Read by", "Write by", "Goroutine ",
  ]

  static func beginsLine(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    beginnings.begin(bytes, line) || bytes[line.lowerBound] == UInt8(ascii: "/")
      || (GoPlace.mayBeginPath(bytes[line.lowerBound]) && GoPlace.parse(bytes, line)?.offset != nil)
  }

  /// Headers, functions and bars.
  static let wholeEnds: ASCIISet = ":)="

  /// All its lines begin in a way that tells where they are cut.
  static let mayBeRefilled = true

  static func mayBeginHeader(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
    beginnings.begin(bytes, text) || ["Read", "Write", "Goroutine"].contains { bytes.equals($0, text) }
  }

  mutating func mayGoOn(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    switch GoLine.classify(bytes, line) {
    case .access(let access):
      access.isCut ? (access.junk.map { $0.count < 12 } ?? true) : mayGoOnInNumber(bytes, line)
    case .place(let place): awaitsPlace && !place.hasOffset
    case .damagedHeader, .other:
      Self.mayBeginHeader(bytes, line) || mayBeHalfFrame(bytes, line)
    default: false
    }
  }

  /// Whether a header lacks the colon, and perhaps digits of its goroutine.
  private func mayGoOnInNumber(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard let last = line.last, line.count >= Self.shortest else { return false }
    return bytes[last].isDigit
  }

  /// Whether the line above may be a function.
  private var awaitsPlace: Bool { state == .frame || above.candidate != nil }

  /// Whether a line is the beginning of a path, or of a function's name.
  private func mayBeHalfFrame(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    if awaitsPlace, bytes.first(UInt8(ascii: "/"), in: line) != nil,
      bytes.first(0x20, in: line) == nil || Self.endsBeforeDigits(bytes, line)
        || beginsPathWithBlank(bytes, line)
    {
      return true
    }
    guard state == .stack || state == .frame, bytes.first(UInt8(ascii: "."), in: line) != nil else {
      return false
    }
    if GoFrameLine.endsInPath(bytes, line) { return true }
    guard state == .stack else { return false }
    return Self.endsInBrackets(bytes, line)
      || (line.count >= Self.shortest && !bytes.hasBlankOutsideBrackets(line))
  }

  /// What two lines are together, as far as that does not depend on blanks in a path.
  func rejoinsInWord(_ bytes: Span<UInt8>, _ line: Range<Int>, at joint: Int) -> Rejoining {
    let rest = joint..<line.upperBound
    switch GoLine.classify(bytes, rest) {
    case .blank, .title, .bar, .creation, .location, .notRestored, .epilogue, .fence: return .no
    case .access where bytes[joint] &- 0x61 >= 26: return .no
    default: break
    }
    switch GoLine.classify(bytes, line) {
    case .access(let access):
      guard !access.isCut, access.junk == nil else { return .no }
      // Behind a number that was cut, or was not, only the colon tells.
      let isBehindNumber = joint > line.lowerBound && bytes[joint - 1].isDigit
      return !isBehindNumber || bytes.ends(":", in: line) ? .whole : .no
    case .creation: return bytes.ends(":", in: line) ? .whole : .no
    case .place(let place):
      guard awaitsPlace else { return .no }
      let isOffset = bytes.has("+0x", at: joint, end: line.upperBound)
      guard isOffset || Self.mayBeginPath(bytes, line.lowerBound..<joint, rest) else { return .no }
      // A path that goes on has no more than its own end there.
      return isOffset || (place.hasOffset && isRestOfPath(bytes, rest)) ? .whole : .no
    case .frame(_, let place): return rejoinsWhole(place, bytes, line, at: joint) ? .whole : .no
    case .function(let name):
      guard state == .stack else { return .no }
      if Self.endsInBrackets(bytes, line.lowerBound..<joint) {
        guard !Self.lacksBlank(bytes, line, at: joint) else { return .no }
        return Self.endsInBrackets(bytes, name) ? .doubtful : .whole
      }
      guard joint - line.lowerBound >= (Self.isRestOfName(bytes, rest) ? Self.shortest : Self.long),
        Self.mayBeginName(bytes, line.lowerBound..<joint)
      else { return .no }
      return bytes.first(0x20, in: rest) == nil ? .whole : .no
    case .other:
      // A long name is on more than two lines.
      let goesOn =
        state == .stack && Self.endsInBrackets(bytes, line) && !Self.lacksBlank(bytes, line, at: joint)
      return goesOn ? .doubtful : .no
    default: return .no
    }
  }

  /// Whether a function with the beginning of its path, and a line with the end of it, are a frame on one line.
  private func rejoinsWhole(
    _ place: GoPlace, _ bytes: Span<UInt8>, _ line: Range<Int>, at joint: Int
  ) -> Bool {
    guard place.offset != nil, !GoPlace.holdsFrame(bytes, place.file),
      case .place = GoLine.classify(bytes, joint..<line.upperBound)
    else { return false }
    return GoFrameLine.endsInPath(bytes, bytes.trimmed(line.lowerBound..<joint))
  }

  /// A name that was cut by its width needs no length to be told.
  func rejoinsCut(_ bytes: Span<UInt8>, _ line: Range<Int>, at joint: Int) -> Rejoining {
    let rest = joint..<line.upperBound
    if state == .stack, joint > line.lowerBound, case .function(let name) = GoLine.classify(bytes, line),
      GoBareFunction.isQualified(bytes, name), Self.mayBeginName(bytes, line.lowerBound..<joint),
      Self.isRestOfName(bytes, rest), bytes.first(0x20, in: line) == nil
    {
      return .whole
    }
    return rejoinsInWord(bytes, line, at: joint)
  }

  static func isFunction(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    GoLine.functionName(bytes, line).map { GoBareFunction.isQualified(bytes, $0) } ?? false
  }

  /// Whether a line may be the beginning of a path that the next line ends: `/home/ann/src/oven_te`, `st.go:42 +0x2e`. A
  /// sentence or a link is not.
  private static func mayBeginPath(_ bytes: Span<UInt8>, _ first: Range<Int>, _ rest: Range<Int>) -> Bool {
    let first = bytes.trimmed(first)
    if beginnings.begin(bytes, first) || bytes.first("://", in: first) != nil { return false }
    guard rest.first.map({ bytes[$0] == UInt8(ascii: "/") }) == true,
      GoPlace.parse(bytes, rest)?.hasOffset == true
    else { return true }
    // The next line is a place by itself: only a terminal cuts a path before a slash, and only where the line's number
    // is still to come.
    guard GoPlace.parse(bytes, first) == nil else { return false }
    return GoPlace.isRooted(bytes, first) && first.count >= shortest
  }

  /// Whether a line is a place as far as the first characters of its offset: `/src/main.go:8 +0x`.
  private static func endsBeforeDigits(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    for end: StaticString in [" +", " +0", " +0x"] where bytes.ends(end, in: line) {
      return GoPlace.parse(bytes, line.lowerBound..<line.upperBound - end.utf8CodeUnitCount) != nil
    }
    return false
  }

  /// Whether a text is the end of a name that has no package of its own: `urrentPutAndGet()`, `.Put()`, `Get.func1()`.
  private static func isRestOfName(_ bytes: Span<UInt8>, _ rest: Range<Int>) -> Bool {
    guard let first = rest.first, bytes.first(UInt8(ascii: "/"), in: rest) == nil else { return false }
    guard let dot = bytes.first(UInt8(ascii: "."), in: first + 1..<rest.upperBound) else { return true }
    // A closure's number is behind the function that it is in.
    return bytes.has(".func", at: dot, end: rest.upperBound)
      && bytes.decimal(at: dot + 5, end: rest.upperBound) != nil
  }

  /// Whether a name may begin with a text: records of a program's log have no blanks, either.
  private static func mayBeginName(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
    guard let first = text.first, bytes.first(UInt8(ascii: "\""), in: text) == nil else { return false }
    return bytes[first].beginsIdentifier
  }

  /// Whether a line ends between the brackets of a generic name: `store.(*Cache[go.shape.struct`.
  private static func endsInBrackets(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard let bracket = bytes.first(UInt8(ascii: "["), in: line),
      bytes.first(UInt8(ascii: "."), in: line.lowerBound..<bracket) != nil,
      !bytes.hasBlankOutsideBrackets(line)
    else { return false }
    return bytes.leavesOpen(UInt8(ascii: "["), UInt8(ascii: "]"), in: bracket..<line.upperBound)
  }

  /// Whether two parts of a type are joined without the blank that Go prints there: `struct {`, `{ X int; Y int }`.
  private static func lacksBlank(_ bytes: Span<UInt8>, _ line: Range<Int>, at joint: Int) -> Bool {
    guard joint > line.lowerBound, joint < line.upperBound, bytes[joint - 1] > 0x20 else { return false }
    switch (bytes[joint - 1], bytes[joint]) {
    case (UInt8(ascii: "{"), UInt8(ascii: "}")): return false
    case (UInt8(ascii: "{"), _), (UInt8(ascii: ";"), _), (_, UInt8(ascii: "{")), (_, UInt8(ascii: "}")):
      return true
    default: return false
    }
  }
}
