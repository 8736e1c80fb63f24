/// What stands before each line of a report in a wrapped log: a CI timestamp, a container's name, a
/// quote mark, a line number.
///
/// It is learnt from the report's first lines. Numbers that belong to a time or that differ between
/// two lines may be any number; everything else must be the same, and tells writers apart. Whoever asks for it
/// has log levels match each other, too.
struct LinePrefix: Equatable {
  /// How a line matches.
  enum Match: Equatable {
    /// The line's own text begins there.
    case content(Int)
    /// The same, and the line goes on in the next one of the same prefix.
    case part(Int)
    /// The same, and the line goes on with the one above.
    case rest(Int)
  }

  private(set) var steps = PrefixSteps()
  /// Whether a log level is among the literals.
  private(set) var hasLevel = false

  /// The bytes that every line begins with. Blanks at their end are left out: empty lines lose them.
  var head: ArraySlice<UInt8> {
    guard let first = steps.all.first, first.kind == .literal else { return [] }
    var text = steps.literal(first)
    // What is before the number of a line differs between hits of a search and the lines around them.
    if steps.all.count > 1, case .number = steps.all[1].kind, let last = text.last, HitMark.isMark(last) {
      text = text.dropLast()
    }
    // A list may have quotes of the other kind, too.
    if let last = text.last, Self.isQuote(last) { text = text.dropLast() }
    return text[..<(text.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? text.startIndex)]
  }

  /// The same up to Valgrind's mark, where a quote or a comma is before it: a list has quotes of two kinds, and a table quotes
  /// around some of its cells.
  var certainHead: ArraySlice<UInt8> {
    let text = head
    let mark = text.indices.dropLast(2).first {
      (Self.isQuote(text[$0]) || text[$0] == UInt8(ascii: ",")) && text[$0 + 1] == UInt8(ascii: "=")
        && text[$0 + 2] == UInt8(ascii: "=")
    }
    guard let mark else { return text }
    return Self.isQuote(text[mark]) ? text[..<mark] : text[...mark]
  }

  /// The bytes that tell writers apart: where `grep` has put the name of a file before each line, what is behind that, too.
  private var beginning: ArraySlice<UInt8> {
    guard steps.all.count > 2, steps.all[1].kind == .hitMark, steps.all[2].kind == .literal else {
      return head
    }
    return head + steps.literal(steps.all[2])
  }

  /// Whether a blank is at its end.
  var endsInBlank: Bool {
    guard let last = steps.all.last else { return false }
    return last.kind == .restMark || (last.kind == .literal && steps.literal(last).last == 0x20)
  }

  /// Whether it is more than a mark that texts have, too.
  var isTelling: Bool { head.count { $0 > 0x20 } + 2 * (steps.all.count - 1) > 2 }

  /// Whether lines with this prefix are of the writer of another one: Valgrind puts its process before each line besides.
  func isOfWriter(of other: LinePrefix) -> Bool {
    if self == other { return true }
    let (own, others) = (beginning, other.beginning)
    guard own.starts(with: others) else { return false }
    return own.dropFirst(others.count).drop { $0 <= 0x20 }.starts(with: "==".utf8)
  }

  /// The prefix of a log that is not wrapped.
  static let none = LinePrefix()

  /// Whether lines begin with their own text.
  var isEmpty: Bool { steps.all.isEmpty }

  /// Whether all lines have the very same bytes before their text.
  var isConstant: Bool { steps.all.count == 1 && steps.all[0].kind == .literal }

  /// Whether a number that may be any is before all else.
  var beginsWithNumber: Bool {
    if case .number = steps.all.first?.kind { true } else { false }
  }

  /// Whether lines with it say that they go on.
  var marksParts: Bool { marksRests || steps.all.contains { $0.kind == .partMark } }

  /// Whether they say that they go on with the one above.
  var marksRests: Bool { steps.all.last?.kind == .restMark }

  /// Whether each of its lines has a random number of its own before it.
  var hasRandomID: Bool { steps.all.contains { $0.kind == .randomID } }

  /// How particular the prefix is; of two that match the more particular one is right.
  var weight: Int { steps.all.count }

  private init() {}

  /// Learns the prefix from one line, `first`, or from two lines of one writer.
  init(_ bytes: Span<UInt8>, _ first: Range<Int>, and second: [UInt8]? = nil) {
    // White space alone is indentation, which lines are free to have.
    guard !bytes.trimmed(first).isEmpty else { return }
    let ids = second.flatMap { RandomID.differing(bytes, first, $0.span) }
    let numbers = second.map { Self.numbers($0.span, 0..<$0.count, besides: ids?.other) }
    let hitMark = HitMark.find(bytes, first, beside: second)
    var position = 0
    var index = first.lowerBound
    while index < first.upperBound {
      let start = index
      if index == hitMark {
        steps.append(.hitMark)
        index += 1
      } else if let id = ids?.own, index == id.lowerBound {
        steps.append(.randomID)
        index = id.upperBound
      } else if let clock = ClockPart.find(bytes, at: index, in: first) {
        steps.append(.clock(clock.part))
        index = clock.end
      } else if Self.isDigit(bytes[index]) {
        while index < first.upperBound, Self.isDigit(bytes[index]) { index += 1 }
        let other = numbers.flatMap { position < $0.count ? $0[position] : nil }
        position += 1
        let differs = other.map { $0 != bytes.bytes(start..<index) }
        // The number of a line is another one in the next line; a process or a rank keeps its own.
        if differs == true || Self.isTime(bytes, start..<index, in: first)
          || (differs == nil && Self.isCounter(bytes, start..<index, in: first, isFirst: position == 1))
          || Self.isLevel(bytes, start..<index, in: first)
          || KernelMark.isPriority(bytes, start..<index, in: first)
          || ClockPart.isBesideMonth(bytes, start..<index, in: first)
        {
          steps.append(.number(isPadded: steps.removePadding()))
        } else {
          steps.append(bytes, start..<index)
        }
        if let end = ClockPart.endOfFraction(bytes, behind: start..<index, in: first) {
          steps.append(.clock(.fraction))
          index = end
        }
      } else {
        repeat {
          index += 1
        } while index < first.upperBound && index != hitMark
          && !Self.beginsPart(bytes, index, in: first, ids?.own)
        steps.append(bytes, start..<index)
      }
    }
    steps.splitPartMark()
    steps.splitRestMark()
    hasLevel = LogLevel.first(bytes, in: first) != nil
  }

  /// Learns the prefix of the lines that `grep -n -A` prints behind a match: `FILE:12:` stands before the
  /// match, `FILE-13-` before the next line. Nil when the two are not such a pair.
  init?(context: [UInt8], ofMatch match: [UInt8]) {
    let hit = match
    var match = match
    guard context.last == UInt8(ascii: "-"), match.last == UInt8(ascii: ":") else { return nil }
    match[match.count - 1] = UInt8(ascii: "-")
    if let colon = match.dropLast().lastIndex(where: { !Self.isDigit($0) }), match[colon] == UInt8(ascii: ":")
    {
      match[colon] = UInt8(ascii: "-")
    }
    // The numbers are the same in both.
    self.init(context.span, 0..<context.count, and: hit)
    guard self.match(match.span, 0..<match.count) == .content(match.count) else { return nil }
  }

  /// Whether `line` has this prefix, and where its own text begins.
  ///
  /// - Parameter anyLevel: whether another log level may stand where the prefix has one.
  func match(_ bytes: Span<UInt8>, _ line: Range<Int>, anyLevel: Bool = false) -> Match? {
    var index = line.lowerBound
    var (isPart, isRest) = (false, false)
    for step in steps.all {
      switch step.kind {
      case .literal:
        if !anyLevel, steps.isText(step, bytes, at: index, end: line.upperBound) {
          index += step.text.count
          continue
        }
        let end = steps.withText(step) { Self.pass($0, bytes, index..<line.upperBound, anyLevel) }
        guard let end else { return nil }
        index = end
      case .number(let isPadded):
        while isPadded, index < line.upperBound, bytes[index] == 0x20 { index += 1 }
        let start = index
        while index < line.upperBound, Self.isDigit(bytes[index]) { index += 1 }
        if index == start { return nil }
      case .partMark:
        guard index < line.upperBound, bytes[index] == UInt8(ascii: "F") || bytes[index] == UInt8(ascii: "P")
        else { return nil }
        isPart = bytes[index] == UInt8(ascii: "P")
        index += 1
      case .restMark:
        // An empty line has lost its blank.
        guard index < line.upperBound else { continue }
        isRest = bytes[index] == UInt8(ascii: "+")
        guard isRest || bytes[index] == 0x20 else { return nil }
        index += 1
      case .hitMark:
        guard index < line.upperBound, HitMark.isMark(bytes[index]) else { return nil }
        index += 1
      case .clock(let part):
        guard let end = part.end(bytes, from: index, to: line.upperBound) else { return nil }
        index = end
      case .randomID:
        guard let end = RandomID.end(bytes, from: index, to: line.upperBound) else { return nil }
        index = end
      }
    }
    return isPart ? .part(index) : isRest ? .rest(index) : .content(index)
  }

  /// Where the line's own text begins; nil when it has another prefix, or is a part of one.
  func textStart(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? {
    guard case .content(let start) = match(bytes, line) else { return nil }
    return start
  }

  /// Where the part of the prefix ends that a line shares: behind the last separator before the first difference. Nil when
  /// they share no more than white space.
  func sharedEnd(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? {
    var index = line.lowerBound
    var end = index
    scan: for step in steps.all {
      switch step.kind {
      case .literal:
        let text = steps.literal(step)
        for (offset, byte) in text.enumerated() {
          guard index < line.upperBound, bytes[index] == byte else { break scan }
          index += 1
          // A colon is behind the number of a line, or inside a time.
          let isInTime = byte == UInt8(ascii: ":") && offset + 1 == text.count
          if SharedBeginning.isSeparator(byte), !isInTime { end = index }
        }
      case .number(let isPadded):
        while isPadded, index < line.upperBound, bytes[index] == 0x20 { index += 1 }
        guard index < line.upperBound, Self.isDigit(bytes[index]) else { break scan }
        while index < line.upperBound, Self.isDigit(bytes[index]) { index += 1 }
      case .partMark, .restMark:
        guard index < line.upperBound else { break scan }
        index += 1
      case .hitMark:
        guard index < line.upperBound, HitMark.isMark(bytes[index]) else { break scan }
        index += 1
        end = index
      case .clock(let part):
        guard let next = part.end(bytes, from: index, to: line.upperBound) else { break scan }
        index = next
      case .randomID:
        guard let next = RandomID.end(bytes, from: index, to: line.upperBound) else { break scan }
        index = next
      }
    }
    return bytes.trimmed(line.lowerBound..<end).isEmpty ? nil : end
  }

  /// Where a literal ends on a line; nil when the line has another one.
  private static func pass(
    _ text: Span<UInt8>, _ bytes: Span<UInt8>, _ line: Range<Int>, _ anyLevel: Bool
  ) -> Int? {
    var (matched, index) = (0, line.lowerBound)
    while matched < text.count, index < line.upperBound {
      if anyLevel, let (own, other) = LogLevel.pass(text, at: matched, bytes, index..<line.upperBound) {
        (matched, index) = (own, other)
        continue
      }
      if bytes[index] == 0x20, text[matched] == 0x20, let inner = passBlanks(text, from: matched) {
        // Whoever copied a line may have squeezed blanks.
        matched = inner
        while index < line.upperBound, bytes[index] == 0x20 { index += 1 }
        continue
      }
      guard
        bytes[index] == text[matched] || isMarkOfHit(text, matched, bytes, index, in: line)
          || (isQuote(text[matched]) && isQuote(bytes[index])
            && (matched == text.count - 1 || text.has("==", at: matched + 1, end: text.count)))
      else { break }
      matched += 1
      index += 1
    }
    // An empty line has lost the blanks at the end of its prefix; a tab may be in their place, and in that of more of them.
    let rest = matched..<text.count
    let isAtWhite = index == line.upperBound || bytes[index] == 0x09
    if rest.isEmpty || (isAtWhite && text.trimmed(rest).isEmpty) { return index }
    // A list of YAML has quotes only around what needs them: a bar does not.
    let isUnquoted = rest.count == 1 && matched > 0 && isQuote(text[matched])
    return isUnquoted && BarEnd.fills(bytes, index..<line.upperBound) ? index : nil
  }

  /// Whether a line differs only in what `grep -n -A` and the search of an editor put behind the number of a line and
  /// before it: `FILE:12:` where the line is a hit, `FILE-13-` where it is beside one, or `12:` and `13 `.
  private static func isMarkOfHit(
    _ text: Span<UInt8>, _ matched: Int, _ bytes: Span<UInt8>, _ index: Int, in line: Range<Int>
  ) -> Bool {
    if matched == 0, index > 0, isDigit(bytes[index - 1]) {
      let isBlank = text[matched] == 0x20 || bytes[index] == 0x20
      return HitMark.isMark(text[matched]) && HitMark.isMark(bytes[index])
        || isBlank && (text[matched] == UInt8(ascii: ":") || bytes[index] == UInt8(ascii: ":"))
    }
    return matched == text.count - 1 && HitMark.isMark(text[matched]) && HitMark.isMark(bytes[index])
      && index + 1 < line.upperBound && isDigit(bytes[index + 1])
  }

  /// Whether a byte is a quote. A list of Python's has a string with an apostrophe in quotes of the other kind.
  static func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"")
  }

  /// Where a run of blanks ends inside a literal; nil when it reaches the literal's end, behind which a line's own
  /// indentation may begin.
  private static func passBlanks(_ text: Span<UInt8>, from start: Int) -> Int? {
    var end = start
    while end < text.count, text[end] == 0x20 { end += 1 }
    return end < text.count ? end : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// A number that a `:`, `-`, `/`, `.`, `,` or `T` joins to another one is part of a date or a time.
  private static func isTime(_ bytes: Span<UInt8>, _ number: Range<Int>, in range: Range<Int>) -> Bool {
    func joins(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: ","),
        UInt8(ascii: "T"):
        true
      default: false
      }
    }
    let before = number.lowerBound - 2
    if before >= range.lowerBound, joins(bytes[before + 1]), isDigit(bytes[before]),
      bytes[before + 1] != UInt8(ascii: ",") || isBehindColon(bytes, before, in: range)
    {
      return true
    }
    let after = number.upperBound + 1
    return after < range.upperBound && joins(bytes[after - 1]) && isDigit(bytes[after])
      && (bytes[after - 1] != UInt8(ascii: ",") || isBehindColon(bytes, number.upperBound - 1, in: range))
  }

  /// Whether a number that ends at a place has a colon before it, as the seconds of `10:21:07,123` have. Other pairs are
  /// a job and its rank: `[1,0]<stderr>:`.
  private static func isBehindColon(_ bytes: Span<UInt8>, _ last: Int, in range: Range<Int>) -> Bool {
    var start = last
    while start > range.lowerBound, isDigit(bytes[start - 1]) { start -= 1 }
    return start > range.lowerBound && bytes[start - 1] == UInt8(ascii: ":")
  }

  /// A number at the beginning of a line, or between two colons, is the number of the line (`cat -n`,
  /// `grep -n`, the viewers of CI systems).
  private static func isCounter(
    _ bytes: Span<UInt8>, _ number: Range<Int>, in range: Range<Int>, isFirst: Bool
  ) -> Bool {
    if isFirst, bytes.trimmed(range.lowerBound..<number.lowerBound).isEmpty { return true }
    let (before, after) = (number.lowerBound - 1, number.upperBound)
    return before >= range.lowerBound && after < range.upperBound && bytes[before] == UInt8(ascii: ":")
      && bytes[after] == UInt8(ascii: ":")
  }

  /// A number in angle brackets is the priority of a line of syslog or of the kernel: `<3>`.
  private static func isLevel(_ bytes: Span<UInt8>, _ number: Range<Int>, in range: Range<Int>) -> Bool {
    let (before, after) = (number.lowerBound - 1, number.upperBound)
    return before >= range.lowerBound && after < range.upperBound && bytes[before] == UInt8(ascii: "<")
      && bytes[after] == UInt8(ascii: ">")
  }
}
