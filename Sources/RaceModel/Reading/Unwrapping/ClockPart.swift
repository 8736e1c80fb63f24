/// A part of a time before lines of which more changes from one line to the next than its digits.
///
/// ```
/// 2024-05-06T07:08:09.999999Z   2024-05-06T07:08:10Z      a fraction that is left out on a whole second
/// Apr 30 23:59:59               May  1 00:00:00           a month
/// Mon 2024-05-06 23:59:59       Tue 2024-05-07 00:00:00   a weekday
/// 11:59:59 AM                   12:00:00 PM               a half of the day
/// [59s]                         [1m0s]                    a duration as Go prints it
/// @4000000066389a3b1db2710b                               a label of TAI64N
/// ```
enum ClockPart: Equatable {
  case fraction, month, weekday, halfOfDay, duration, label

  /// Where this part ends that begins at a place; nil when it does not. A fraction may be none at all.
  func end(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int? {
    switch self {
    case .fraction: Self.endOfFraction(bytes, from: start, to: end)
    case .month: Self.isWord(bytes, at: start, end: end, of: Self.months) ? start + 3 : nil
    case .weekday: Self.isWord(bytes, at: start, end: end, of: Self.weekdays) ? start + 3 : nil
    case .halfOfDay: Self.isHalfOfDay(bytes, at: start, end: end) ? start + 2 : nil
    case .duration: Self.endOfDuration(bytes, from: start, to: end)
    case .label: Self.endOfLabel(bytes, from: start, to: end)
    }
  }

  /// The part that begins at a place in what is before the text of a line; nil where only digits of it may change. Words
  /// need a time beside them, and what may be a name needs signs around it.
  static func find(_ bytes: Span<UInt8>, at start: Int, in text: Range<Int>) -> (part: ClockPart, end: Int)? {
    let byte = bytes[start]
    let before = start > text.lowerBound ? bytes[start - 1] : 0x20
    if byte.isDigit {
      guard let end = endOfWholeDuration(bytes, at: start, in: text) else { return nil }
      return (.duration, end)
    }
    if byte == UInt8(ascii: "@") {
      guard before <= 0x20 || before == UInt8(ascii: "\""),
        let end = endOfLabel(bytes, from: start, to: text.upperBound)
      else { return nil }
      return (.label, end)
    }
    guard byte.isLetter, !before.isLetter else { return nil }
    for part in words {
      guard let end = part.end(bytes, from: start, to: text.upperBound),
        part.isBesideTime(bytes, start..<end, in: text), hasTime(bytes, near: start..<end, in: text)
      else { continue }
      return (part, end)
    }
    return nil
  }

  /// Where the fraction ends behind the seconds of a time; nil where a number is no such seconds, or may have none.
  static func endOfFraction(_ bytes: Span<UInt8>, behind seconds: Range<Int>, in text: Range<Int>) -> Int? {
    let start = seconds.lowerBound
    guard seconds.count == 2, start >= text.lowerBound + 6, bytes[start - 1] == UInt8(ascii: ":"),
      bytes[start - 2].isDigit, bytes[start - 3].isDigit, bytes[start - 4] == UInt8(ascii: ":"),
      bytes[start - 5].isDigit
    else { return nil }
    let end = endOfFraction(bytes, from: seconds.upperBound, to: text.upperBound)
    // A time without a fraction may have one in the next line, where its zone is right behind it.
    return end > seconds.upperBound || bytes.has("Z", at: end, end: text.upperBound) ? end : nil
  }

  /// Whether a number is the day, or the year, beside the name of a month.
  static func isBesideMonth(_ bytes: Span<UInt8>, _ number: Range<Int>, in text: Range<Int>) -> Bool {
    var start = number.lowerBound
    while start > text.lowerBound, isJoint(bytes[start - 1]) { start -= 1 }
    if start < number.lowerBound, start >= text.lowerBound + 3,
      case .month? = find(bytes, at: start - 3, in: text)?.part
    {
      return true
    }
    guard number.upperBound + 1 < text.upperBound, isJoint(bytes[number.upperBound]) else { return false }
    if case .month? = find(bytes, at: number.upperBound + 1, in: text)?.part { return true }
    return false
  }

  /// Whether a word is where a time has such a one.
  private func isBesideTime(_ bytes: Span<UInt8>, _ word: Range<Int>, in text: Range<Int>) -> Bool {
    switch self {
    case .halfOfDay:
      var end = word.lowerBound
      if end > text.lowerBound, bytes[end - 1] == 0x20 { end -= 1 }
      var start = end
      while start > text.lowerBound, bytes[start - 1].isDigit || bytes[start - 1] == UInt8(ascii: ".") {
        start -= 1
      }
      return start < end && start > text.lowerBound && bytes[start - 1] == UInt8(ascii: ":")
    case .month:
      var next = word.upperBound
      while next < text.upperBound, Self.isJoint(bytes[next]) { next += 1 }
      return next > word.upperBound && next < text.upperBound && bytes[next].isDigit
    case .weekday:
      var next = word.upperBound
      if bytes.has(",", at: next, end: text.upperBound) { next += 1 }
      guard bytes.has(" ", at: next, end: text.upperBound), next + 1 < text.upperBound else { return false }
      return bytes[next + 1].isDigit
        || Self.isWord(bytes, at: next + 1, end: text.upperBound, of: Self.months)
    case .fraction, .duration, .label: return true
    }
  }

  /// Whether hours and minutes are near a word: `12:01`.
  private static func hasTime(_ bytes: Span<UInt8>, near word: Range<Int>, in text: Range<Int>) -> Bool {
    let reach = 24
    let first = max(text.lowerBound, word.lowerBound - reach) + 1
    let last = min(text.upperBound, word.upperBound + reach) - 3
    guard first <= last else { return false }
    return (first...last).contains { colon in
      bytes[colon] == UInt8(ascii: ":") && bytes[colon - 1].isDigit && bytes[colon + 1].isDigit
        && bytes[colon + 2].isDigit
    }
  }

  /// Where a duration ends that is all there is between blanks or brackets.
  private static func endOfWholeDuration(_ bytes: Span<UInt8>, at start: Int, in text: Range<Int>) -> Int? {
    let closing: UInt8
    switch start > text.lowerBound ? bytes[start - 1] : 0x20 {
    case UInt8(ascii: "["): closing = UInt8(ascii: "]")
    case UInt8(ascii: "("): closing = UInt8(ascii: ")")
    case 0x09, 0x20: closing = 0x20
    default: return nil
    }
    guard let end = endOfDuration(bytes, from: start, to: text.upperBound), end < text.upperBound,
      bytes[end] == closing
    else { return nil }
    return end
  }

  /// Where a duration ends: numbers with units, the last one of which is that of seconds or of parts of them.
  private static func endOfDuration(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int? {
    var index = start
    var isWhole = false
    while !isWhole, index < end, bytes[index].isDigit {
      while index < end, bytes[index].isDigit { index += 1 }
      index = endOfFraction(bytes, from: index, to: end)
      let unit: StaticString? = units.first { bytes.has($0, at: index, end: end) }
      if let unit {
        index += unit.utf8CodeUnitCount
        isWhole = true
      } else if index < end, bytes[index] == UInt8(ascii: "h") || bytes[index] == UInt8(ascii: "m") {
        index += 1
      } else {
        return nil
      }
    }
    return isWhole ? index : nil
  }

  private static func endOfFraction(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    guard bytes.has(".", at: start, end: end), start + 1 < end, bytes[start + 1].isDigit else { return start }
    var index = start + 1
    while index < end, bytes[index].isDigit { index += 1 }
    return index
  }

  /// Where a label of TAI64N ends: its sign and 24 hexadecimal digits.
  private static func endOfLabel(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int? {
    guard bytes.has("@4", at: start, end: end), start + 25 <= end,
      (start + 1..<start + 25).allSatisfy({ hexDigit(bytes[$0]) != nil }),
      start + 25 == end || hexDigit(bytes[start + 25]) == nil
    else { return nil }
    return start + 25
  }

  private static func isHalfOfDay(_ bytes: Span<UInt8>, at start: Int, end: Int) -> Bool {
    halves.contains { bytes.has($0, at: start, end: end) } && !goesOn(bytes, at: start + 2, end: end)
  }

  private static func isWord(
    _ bytes: Span<UInt8>, at start: Int, end: Int, of words: [StaticString]
  ) -> Bool {
    !goesOn(bytes, at: start + 3, end: end) && words.contains { bytes.has($0, at: start, end: end) }
  }

  /// Whether a word goes on at a place.
  private static func goesOn(_ bytes: Span<UInt8>, at place: Int, end: Int) -> Bool {
    place < end && (bytes[place].isLetter || bytes[place].isDigit)
  }

  /// Whether a byte can be between the day, the month and the year.
  private static func isJoint(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "-")
  }

  private static let words: [ClockPart] = [.halfOfDay, .month, .weekday]
  private static let months: [StaticString] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  private static let weekdays: [StaticString] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let halves: [StaticString] = ["AM", "PM", "am", "pm"]
  private static let units: [StaticString] = ["s", "ms", "us", "\u{B5}s", "\u{3BC}s", "ns"]
}
