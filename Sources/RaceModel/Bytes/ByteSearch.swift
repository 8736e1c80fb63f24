internal import CByteSearch
internal import Glibc

/// Searches in raw bytes. All positions are offsets into the searched span.
extension Span<UInt8> {
  /// The first place in `range` that holds `byte`, at the speed of memchr.
  @inline(__always)
  func first(_ byte: UInt8, in range: Range<Int>) -> Int? {
    guard range.lowerBound < range.upperBound, range.upperBound <= count else { return nil }
    return withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress,
        let found = memchr(base + range.lowerBound, Int32(byte), range.count)
      else { return nil }
      return UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
    }
  }

  /// The first place in `range` that holds one of two bytes.
  func first(_ one: UInt8, or other: UInt8, in range: Range<Int>) -> Int? {
    guard range.lowerBound >= 0, range.lowerBound < range.upperBound, range.upperBound <= count else {
      return nil
    }
    return withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return nil }
      let found = first_either(base, range.lowerBound, range.upperBound, one, other)
      return found < range.upperBound ? found : nil
    }
  }

  /// The last place in `range` that holds `byte`: eight bytes at a time.
  func last(_ byte: UInt8, in range: Range<Int>) -> Int? {
    guard range.upperBound <= count, range.lowerBound >= 0 else { return nil }
    return withUnsafeBytes { buffer in
      let pattern = UInt64(byte) &* 0x0101_0101_0101_0101
      var index = range.upperBound
      while index - 8 >= range.lowerBound {
        let word = buffer.loadUnaligned(fromByteOffset: index - 8, as: UInt64.self) ^ pattern
        // Nonzero exactly if a byte of the word is zero.
        if (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 != 0 { break }
        index -= 8
      }
      while index > range.lowerBound {
        index -= 1
        if buffer[index] == byte { return index }
      }
      return nil
    }
  }

  /// The first place in `range` with all of `text`: jumps between occurrences of its first byte, so that a
  /// text that begins with a rare byte is found at the speed of memchr.
  func first(_ text: StaticString, in range: Range<Int>) -> Int? {
    let length = text.utf8CodeUnitCount
    guard length > 0, range.upperBound <= count else { return nil }
    return withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return nil }
      var index = range.lowerBound
      let last = range.upperBound - length
      while index <= last {
        guard let found = memchr(base + index, Int32(text.utf8Start.pointee), last - index + 1) else {
          return nil
        }
        let start = UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
        if memcmp(found, text.utf8Start, length) == 0 { return start }
        index = start + 1
      }
      return nil
    }
  }

  /// Whether `text` is at `offset`, all of it before `end`.
  @inline(__always)
  func has(_ text: StaticString, at offset: Int, end: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard offset >= 0, offset + length <= end, end <= count, length > 0 else { return length == 0 }
    return withUnsafeBufferPointer { buffer in
      // Most comparisons end at the first byte.
      guard let base = buffer.baseAddress, base[offset] == text.utf8Start.pointee else { return false }
      return memcmp(base + offset, text.utf8Start, length) == 0
    }
  }

  /// Whether `text` is at `offset`, all of it before `end`.
  @inline(__always)
  func has(_ text: [UInt8], at offset: Int, end: Int) -> Bool {
    guard offset >= 0, offset + text.count <= end, end <= count else { return false }
    return withUnsafeBufferPointer { buffer in
      text.withUnsafeBufferPointer { text in
        guard let base = buffer.baseAddress, let other = text.baseAddress else { return text.isEmpty }
        // Prefixes of lines mostly have this length: a call would take longer than the comparison.
        if 8...16 ~= text.count {
          let (own, other, last) = (
            UnsafeRawPointer(base + offset), UnsafeRawPointer(other), text.count - 8
          )
          return own.loadUnaligned(as: UInt64.self) == other.loadUnaligned(as: UInt64.self)
            && own.loadUnaligned(fromByteOffset: last, as: UInt64.self)
              == other.loadUnaligned(fromByteOffset: last, as: UInt64.self)
        }
        return memcmp(base + offset, other, text.count) == 0
      }
    }
  }

  /// Goes over `text` where it is at `index`.
  @inline(__always)
  func pass(_ text: StaticString, at index: inout Int, end: Int) -> Bool {
    guard has(text, at: index, end: end) else { return false }
    index += text.utf8CodeUnitCount
    return true
  }

  /// The same for a word that may begin with a capital.
  func passWord(_ word: StaticString, at index: inout Int, end: Int) -> Bool {
    let length = word.utf8CodeUnitCount
    guard index + length <= end, self[index] | 0x20 == word.utf8Start.pointee else { return false }
    for offset in 1..<length where self[index + offset] != word.utf8Start[offset] { return false }
    index += length
    return true
  }

  /// The last place in `range` with all of `text`.
  func last(_ text: StaticString, in range: Range<Int>) -> Int? {
    let first = text.utf8Start.pointee
    var index = range.upperBound - text.utf8CodeUnitCount
    while index >= range.lowerBound {
      if self[index] == first, has(text, at: index, end: range.upperBound) { return index }
      index -= 1
    }
    return nil
  }

  /// Whether `range` is `text` and no more.
  func equals(_ text: StaticString, _ range: Range<Int>) -> Bool {
    range.count == text.utf8CodeUnitCount && has(text, at: range.lowerBound, end: range.upperBound)
  }

  /// Whether `range` ends with `text`.
  func ends(_ text: StaticString, in range: Range<Int>) -> Bool {
    range.count >= text.utf8CodeUnitCount
      && has(text, at: range.upperBound - text.utf8CodeUnitCount, end: range.upperBound)
  }

  /// `range` without white space and control bytes at either end.
  @inline(__always)
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, self[start] <= 0x20 { start += 1 }
    while end > start, self[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }

  /// The last place in `range` that holds neither white space nor a control byte.
  @inline(__always)
  func lastVisible(in range: Range<Int>) -> Int? {
    var index = range.upperBound
    while index > range.lowerBound {
      index -= 1
      if self[index] > 0x20 { return index }
    }
    return nil
  }

  /// Whether `range` holds only printable ASCII without `"`, `\`, `[` and `&`, so that it is literal in a
  /// line of a log, and in a string of JSON.
  @inline(__always)
  func isPlain(_ range: Range<Int>) -> Bool {
    guard range.lowerBound >= 0, range.upperBound <= count else { return false }
    return withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { all_plain($0, range.lowerBound, range.upperBound) } ?? true
    }
  }

  /// Whether `range` has a blank outside of all brackets. Names of functions hold blanks within brackets.
  func hasBlankOutsideBrackets(_ range: Range<Int>) -> Bool {
    guard first(0x20, in: range) != nil else { return false }
    var depth = 0
    for index in range {
      switch self[index] {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "<"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ">"): depth -= 1
      case 0x20: if depth <= 0 { return true }
      default: break
      }
    }
    return false
  }

  /// Whether `range` closes a bracket that it does not open.
  func closesUnopenedBracket(_ range: Range<Int>) -> Bool {
    var depth = 0
    for index in range {
      switch self[index] {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth -= 1
        if depth < 0 { return true }
      default: break
      }
    }
    return false
  }

  /// Whether `range` opens more brackets of a kind than it closes.
  func leavesOpen(_ open: UInt8, _ close: UInt8, in range: Range<Int>) -> Bool {
    var depth = 0
    for index in range {
      if self[index] == open { depth += 1 }
      if self[index] == close { depth -= 1 }
    }
    return depth > 0
  }

  /// The end of the word at the start of `range`.
  func wordEnd(in range: Range<Int>) -> Int {
    var index = range.lowerBound
    while index < range.upperBound, self[index] > 0x20 { index += 1 }
    return index
  }

  /// What `range` has before its first blank.
  func upToBlank(_ range: Range<Int>) -> Range<Int> {
    range.lowerBound..<(first(0x20, in: range) ?? range.upperBound)
  }

  /// The start of the last word in `range`: behind its last blank.
  func lastWordStart(in range: Range<Int>) -> Int {
    last(0x20, in: range).map { $0 + 1 } ?? range.lowerBound
  }

  /// The line that ends right before `start`; nil if none does, or if it is longer than `reach`.
  func lineAbove(_ start: Int, within reach: Int) -> Range<Int>? {
    guard start > 1, self[start - 1] == 0x0A else { return nil }
    let floor = max(0, start - reach)
    let first = last(0x0A, in: floor..<start - 1).map { $0 + 1 } ?? floor
    return first == floor && floor > 0 ? nil : first..<start - 1
  }

  /// How many line ends `range` holds.
  func lineEnds(in range: Range<Int>) -> Int {
    guard !range.isEmpty, range.lowerBound >= 0, range.upperBound <= count else { return 0 }
    return withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { count_byte($0, range.lowerBound, range.upperBound, 0x0A) } ?? 0
    }
  }

  /// The text of `range`; invalid UTF-8 becomes U+FFFD.
  func string(_ range: Range<Int>) -> String {
    withUnsafeBufferPointer { buffer in
      String(decoding: UnsafeBufferPointer(rebasing: buffer[range]), as: UTF8.self)
    }
  }

  /// The bytes of `range`.
  func bytes(_ range: Range<Int>) -> [UInt8] {
    withUnsafeBufferPointer { buffer in Array(buffer[range]) }
  }

  /// Reads decimal digits from `start`: their value and the place after them; nil if there are none or they
  /// do not fit.
  func decimal(at start: Int, end: Int) -> (value: Int, end: Int)? {
    var index = start
    var value = 0
    while index < end, case let digit = self[index] &- 0x30, digit < 10 {
      guard value < 1_000_000_000_000_000 else { return nil }
      value = value * 10 + Int(digit)
      index += 1
    }
    return index == start ? nil : (value, index)
  }

  /// The same with optional commas between thousands, as Valgrind prints sizes: `40,000`.
  func groupedDecimal(at start: Int, end: Int) -> (value: Int, end: Int)? {
    guard var (value, index) = decimal(at: start, end: end), index - start <= 3 else {
      return decimal(at: start, end: end)
    }
    while index < end, self[index] == UInt8(ascii: ","), value < 1_000_000_000_000,
      let (group, after) = decimal(at: index + 1, end: end), after == index + 4
    {
      (value, index) = (value * 1000 + group, after)
    }
    return (value, index)
  }

  /// Reads `0x` and hexadecimal digits from `start`.
  func hexadecimal(at start: Int, end: Int) -> (value: HexNumber, end: Int)? {
    guard has("0x", at: start, end: end) else { return nil }
    var index = start + 2
    var value: UInt64 = 0
    while index < end, let digit = hexDigit(self[index]) {
      value = value << 4 | UInt64(digit)
      index += 1
    }
    let digits = index - start - 2
    guard digits > 0, digits <= 16 else { return nil }
    return (HexNumber(value, digits: digits), index)
  }
}

extension [UInt8] {
  /// Appends the bytes of a range.
  @inline(__always)
  mutating func append(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    bytes.withUnsafeBufferPointer { append(contentsOf: UnsafeBufferPointer(rebasing: $0[range])) }
  }
}

extension UInt8 {
  /// Whether it is an ASCII letter.
  @inline(__always)
  var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }

  /// Whether it is an ASCII digit.
  @inline(__always)
  var isDigit: Bool { self &- 0x30 < 10 }

  /// Whether identifiers may begin with it: a letter, `_`, or a byte beyond ASCII.
  @inline(__always)
  var beginsIdentifier: Bool { isLetter || self == UInt8(ascii: "_") || self >= 0x80 }
}

/// The value of a hexadecimal digit of either case.
@inline(__always)
func hexDigit(_ byte: UInt8) -> UInt8? {
  let digit = byte &- 0x30
  if digit < 10 { return digit }
  let letter = (byte | 0x20) &- 0x61
  return letter < 6 ? letter + 10 : nil
}
