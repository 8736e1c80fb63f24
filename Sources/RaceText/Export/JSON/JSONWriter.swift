internal import RaceModel

/// Writes JSON into a buffer of bytes.
///
/// A log of reports becomes four times as many bytes of JSON, in pieces of a few bytes each. An array checks
/// for other owners at each of them; this buffer has one owner.
struct JSONWriter: ~Copyable {
  private var buffer: UnsafeMutablePointer<UInt8>
  private var capacity = 1 << 12
  private var count = 0
  /// Whether the object that is being written has a field.
  private var hasField = false

  init() { buffer = .allocate(capacity: capacity) }

  deinit { buffer.deallocate() }

  /// The bytes written since the buffer was last cleared.
  var bytes: [UInt8] { Array(UnsafeBufferPointer(start: buffer, count: count)) }

  mutating func clear() { (count, hasField) = (0, false) }

  /// Makes room for a number of bytes.
  @inline(__always)
  private mutating func reserve(_ more: Int) {
    if more > capacity - count { grow(more) }
  }

  @inline(never)
  private mutating func grow(_ more: Int) {
    capacity = max(2 * capacity, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: buffer, count: count)
    buffer.deallocate()
    buffer = larger
  }

  /// Writes a byte for which there is room.
  @inline(__always)
  private mutating func put(_ byte: UInt8) {
    buffer[count] = byte
    count += 1
  }

  /// Writes bytes for which there is room.
  @inline(__always)
  private mutating func put(_ bytes: UnsafePointer<UInt8>, _ length: Int) {
    (buffer + count).update(from: bytes, count: length)
    count += length
  }

  /// Writes a constant text.
  @inline(__always)
  mutating func raw(_ text: StaticString) {
    reserve(text.utf8CodeUnitCount)
    put(text.utf8Start, text.utf8CodeUnitCount)
  }

  /// Begins an object.
  @inline(__always)
  mutating func begin() {
    raw("{")
    hasField = false
  }

  /// Ends an object. The next field of an object around it needs a comma.
  @inline(__always)
  mutating func end() {
    raw("}")
    hasField = true
  }

  /// Writes the comma after a field and ends its line.
  mutating func endLine() {
    raw(",\n")
    hasField = false
  }

  /// Writes the name of a field; its value follows.
  @inline(__always)
  mutating func name(_ name: StaticString) {
    let length = name.utf8CodeUnitCount
    reserve(length + 4)
    if hasField { put(UInt8(ascii: ",")) }
    put(UInt8(ascii: "\""))
    put(name.utf8Start, length)
    put(UInt8(ascii: "\""))
    put(UInt8(ascii: ":"))
    hasField = true
  }

  mutating func raw(_ text: [UInt8], _ range: Range<Int>) {
    reserve(range.count)
    text[range].withUnsafeBufferPointer { if let start = $0.baseAddress { put(start, $0.count) } }
  }

  /// Writes parts of a text as a list, one per element.
  mutating func list<Element>(_ text: [UInt8], _ elements: [Element], _ part: (Element) -> Range<Int>) {
    reserve(elements.reduce(2) { $0 + part($1).count + 1 })
    put(UInt8(ascii: "["))
    text.withUnsafeBufferPointer { text in
      for index in elements.indices {
        if index > 0 { put(UInt8(ascii: ",")) }
        let part = UnsafeBufferPointer(rebasing: text[part(elements[index])])
        if let start = part.baseAddress { put(start, part.count) }
      }
    }
    put(UInt8(ascii: "]"))
  }

  mutating func number(_ value: Int) {
    var value = value
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var index = 20
      let isNegative = value < 0
      repeat {
        index -= 1
        digits[index] = 0x30 + UInt8((value % 10).magnitude)
        value /= 10
      } while value != 0
      reserve(21)
      if isNegative { put(UInt8(ascii: "-")) }
      for digit in digits[index...] { put(digit) }
    }
  }

  mutating func number(_ value: Int?) {
    if let value { number(value) } else { raw("null") }
  }

  mutating func bool(_ value: Bool) { value ? raw("true") : raw("false") }

  mutating func string(_ text: String?) {
    guard let text else { return raw("null") }
    string(text)
  }

  mutating func string(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      reserve(utf8.count + 2)
      put(0x22)
      // Most names hold nothing to escape and are copied whole.
      if utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C && $0 < 0x7F }) {
        if let start = utf8.baseAddress { put(start, utf8.count) }
      } else {
        escaped(String(decoding: utf8, as: UTF8.self))
      }
    }
    reserve(1)
    put(0x22)
  }

  private mutating func escaped(_ text: String) {
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        escaped(UInt8(scalar.value))
      } else if scalar.isHarmful {
        // JSON may hold it, but a terminal that shows the JSON should not get it.
        for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
          raw("\\u")
          for shift in [12, 8, 4, 0] { add(Self.digit(UInt8(unit >> UInt16(shift) & 15))) }
        }
      } else {
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { add(byte) }
      }
    }
  }

  private mutating func escaped(_ byte: UInt8) {
    switch byte {
    case 0x22, 0x5C:
      add(0x5C)
      add(byte)
    case 0x0A: raw("\\n")
    case 0x09: raw("\\t")
    case 0x0D: raw("\\r")
    case ..<0x20, 0x7F:
      raw("\\u00")
      add(Self.digit(byte >> 4))
      add(Self.digit(byte & 15))
    default: add(byte)
    }
  }

  private mutating func add(_ byte: UInt8) {
    reserve(1)
    put(byte)
  }

  mutating func hex(_ number: HexNumber?) {
    guard let number else { return raw("null") }
    raw("\"0x")
    for place in stride(from: max(number.significantDigits, number.digits) - 1, through: 0, by: -1) {
      add(Self.digit(place < 16 ? UInt8(number.value >> UInt64(4 * place) & 15) : 0))
    }
    raw("\"")
  }

  mutating func list<Element>(
    _ elements: some Collection<Element>, _ write: (inout JSONWriter, Element) -> Void
  ) {
    raw("[")
    var isFirst = true
    for element in elements {
      if !isFirst { raw(",") }
      isFirst = false
      write(&self, element)
    }
    raw("]")
  }

  private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }
}
