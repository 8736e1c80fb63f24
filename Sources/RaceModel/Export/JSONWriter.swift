/// Writes JSON into a buffer of bytes. It knows nothing of structure: commas are its user's business.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []

  init() {}

  mutating func clear() { bytes.removeAll(keepingCapacity: true) }

  mutating func raw(_ text: StaticString) {
    bytes.append(addingCapacity: text.utf8CodeUnitCount) { $0.append(text) }
  }

  mutating func raw(_ text: [UInt8], _ range: Range<Int>) { bytes.append(text.span, range) }

  /// Writes parts of a text as a list, one for each element.
  mutating func list<Element>(_ text: [UInt8], _ elements: [Element], _ part: (Element) -> Range<Int>) {
    let count = elements.reduce(2) { $0 + part($1).count + 1 }
    bytes.append(addingCapacity: count) { output in
      output.append(UInt8(ascii: "["))
      for index in elements.indices {
        if index > 0 { output.append(UInt8(ascii: ",")) }
        output.append(text.span, part(elements[index]))
      }
      output.append(UInt8(ascii: "]"))
    }
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
      if isNegative { bytes.append(UInt8(ascii: "-")) }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: UnsafeBufferPointer(digits)[index...]))
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
    bytes.append(0x22)
    var text = text
    text.withUTF8 { utf8 in
      // Most names hold nothing to escape and are copied whole.
      if utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C && $0 < 0x7F }) {
        bytes.append(contentsOf: utf8)
      } else {
        escaped(String(decoding: utf8, as: UTF8.self))
      }
    }
    bytes.append(0x22)
  }

  private mutating func escaped(_ text: String) {
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        escaped(UInt8(scalar.value))
      } else if scalar.isHarmful {
        // JSON may hold it, a terminal that the JSON is printed on should not.
        for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
          raw("\\u")
          for shift in [12, 8, 4, 0] { bytes.append(Self.digit(UInt8(unit >> UInt16(shift) & 15))) }
        }
      } else {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }

  private mutating func escaped(_ byte: UInt8) {
    switch byte {
    case 0x22, 0x5C:
      bytes.append(0x5C)
      bytes.append(byte)
    case 0x0A: raw("\\n")
    case 0x09: raw("\\t")
    case 0x0D: raw("\\r")
    case ..<0x20, 0x7F:
      raw("\\u00")
      bytes.append(Self.digit(byte >> 4))
      bytes.append(Self.digit(byte & 15))
    default: bytes.append(byte)
    }
  }

  mutating func hex(_ number: HexNumber?) {
    guard let number else { return raw("null") }
    raw("\"0x")
    for place in stride(from: max(number.significantDigits, number.digits) - 1, through: 0, by: -1) {
      bytes.append(Self.digit(place < 16 ? UInt8(number.value >> UInt64(4 * place) & 15) : 0))
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
