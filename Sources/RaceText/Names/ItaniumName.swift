/// Decodes mangled C++ names that consist of identifiers alone: `_ZL10plain_flag`, `_ZN4Pool3setEv`. Names with templates, operators or substitutions stay as they are.
///
/// Source: "Itanium C++ ABI", 5.1.2 (mangling), of which this reads `<source-name>`, `<nested-name>`, constructors,
/// destructors, ABI tags and unnamed namespaces.
enum ItaniumName {
  /// The name as people write it, without arguments; the name itself where it holds more than identifiers.
  static func decoded(_ name: String) -> String {
    var reader = Reader(Array(name.utf8))
    return reader.name() ?? name
  }

  /// The name of a variable, which has no arguments behind it; nil of anything else.
  static func variable(_ name: String) -> String? {
    var reader = Reader(Array(name.utf8))
    return reader.name().flatMap { reader.isAtEnd ? $0 : nil }
  }

  private struct Reader {
    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func name() -> String? {
      guard pass("_Z") else { return nil }
      if pass("N") { return nested() }
      // Of a file alone.
      _ = pass("L")
      guard let name = identifier(), next != UInt8(ascii: "I") else { return nil }
      return name
    }

    /// `N`, qualifiers of a method, the names, `E`.
    private mutating func nested() -> String? {
      while pass("K") || pass("V") || pass("R") || pass("O") {}
      var parts: [String] = []
      while !pass("E") {
        _ = pass("L")
        if let part = identifier() {
          parts.append(part)
        } else if let type = parts.last, pass("C1") || pass("C2") || pass("C3") {
          parts.append(type)
        } else if let type = parts.last, pass("D0") || pass("D1") || pass("D2") {
          parts.append("~" + type)
        } else {
          return nil
        }
      }
      return parts.isEmpty ? nil : parts.joined(separator: "::")
    }

    /// A length and so many letters, and the tags behind them, which are left out.
    private mutating func identifier() -> String? {
      guard let text = counted() else { return nil }
      while next == UInt8(ascii: "B") {
        index += 1
        guard counted() != nil else { return nil }
      }
      return text.hasPrefix("_GLOBAL__N_") ? "(anonymous namespace)" : text
    }

    private mutating func counted() -> String? {
      var (end, count) = (index, 0)
      while end < bytes.count, end - index < 4, bytes[end] &- 0x30 < 10 {
        count = count * 10 + Int(bytes[end] - 0x30)
        end += 1
      }
      guard count > 0, end + count <= bytes.count else { return nil }
      index = end + count
      return String(decoding: bytes[end..<index], as: UTF8.self)
    }

    var isAtEnd: Bool { index == bytes.count }

    private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func pass(_ text: StaticString) -> Bool {
      let end = index + text.utf8CodeUnitCount
      guard end <= bytes.count, text.withUTF8Buffer({ bytes[index..<end].elementsEqual($0) }) else {
        return false
      }
      index = end
      return true
    }
  }
}
