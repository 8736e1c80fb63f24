/// Decodes names of Rust's own mangling, called v0: `_RNvMCs5_4pondNtB2_5Heron4fish` is `<pond::Heron>::fish`.
///
/// Names with constants of more than a number, or with bytes that are no ASCII, stay as they are.
///
/// Source: "The rustc book", v0 Symbol Format (symbol-mangling/v0).
package enum RustName {
  /// The name as people write it; nil of any other.
  package static func decoded(_ name: String) -> String? {
    let bytes = Array(name.utf8.drop { $0 == UInt8(ascii: "_") })
    guard name.utf8.count <= RustReader.longest, name.utf8.first == UInt8(ascii: "_"),
      bytes.first == UInt8(ascii: "R")
    else { return nil }
    var reader = RustReader(Array(bytes.dropFirst()))
    return reader.symbol()
  }
}

/// Reads what is behind `_R`.
private struct RustReader {
  /// Longer names are not decoded.
  static let longest = 4096
  /// Parts that are read at most, those that are read again included.
  private static let mostSteps = 2048
  /// How deep parts are in each other at most.
  private static let deepest = 48

  private let bytes: [UInt8]
  private var index = 0
  private var steps = 0
  private var depth = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func symbol() -> String? {
    guard let path = path(isValue: true) else { return nil }
    // The crate that it was made for, and what others add behind a dot.
    if index < bytes.count, bytes[index] != UInt8(ascii: "."), self.path(isValue: false) == nil { return nil }
    return index == bytes.count || bytes[index] == UInt8(ascii: ".") ? path : nil
  }

  // MARK: Paths

  private mutating func path(isValue: Bool) -> String? {
    nested { reader in
      switch reader.next() {
      case "C": reader.identifier()?.name
      case "M": reader.implementation() ? reader.type().map { "<\($0)>" } : nil
      case "X": reader.implementation() ? reader.conformance() : nil
      case "Y": reader.conformance()
      case "N": reader.member(isValue: isValue)
      case "I": reader.instance(isValue: isValue)
      case "B": reader.again { $0.path(isValue: isValue) }
      default: nil
      }
    }
  }

  /// The place of an `impl`, which is not shown.
  private mutating func implementation() -> Bool {
    disambiguator() != nil && path(isValue: false) != nil
  }

  /// `<Heron as Bird>`
  private mutating func conformance() -> String? {
    guard let type = type(), let trait = path(isValue: false) else { return nil }
    return "<\(type) as \(trait)>"
  }

  /// A name in a namespace: a capital letter is that of something without a name.
  private mutating func member(isValue: Bool) -> String? {
    guard let space = next(), let path = path(isValue: isValue), let (name, number) = identifier() else {
      return nil
    }
    switch space {
    case "C": return "\(path)::{closure\(name.isEmpty ? "" : ":" + name)#\(number)}"
    case "S": return "\(path)::{shim\(name.isEmpty ? "" : ":" + name)#\(number)}"
    case "A"..."Z": return "\(path)::{\(space)\(name.isEmpty ? "" : ":" + name)#\(number)}"
    case "a"..."z": return name.isEmpty ? path : "\(path)::\(name)"
    default: return nil
    }
  }

  /// A path with arguments.
  private mutating func instance(isValue: Bool) -> String? {
    guard let path = path(isValue: isValue) else { return nil }
    let arguments = list { reader in
      switch reader.peek {
      case "L": reader.pass("L") { $0.number().map { _ in "" } }
      case "K": reader.pass("K") { $0.constant() }
      default: reader.type()
      }
    }
    guard let shown = arguments?.filter({ !$0.isEmpty }) else { return nil }
    return shown.isEmpty ? path : "\(path)\(isValue ? "::" : "")<\(shown.joined(separator: ", "))>"
  }

  // MARK: Types

  private static let basic: [Character: String] = [
    "a": "i8", "b": "bool", "c": "char", "d": "f64", "e": "str", "f": "f32", "h": "u8", "i": "isize",
    "j": "usize", "l": "i32", "m": "u32", "n": "i128", "o": "u128", "s": "i16", "t": "u16", "u": "()",
    "v": "...", "x": "i64", "y": "u64", "z": "!", "p": "_",
  ]

  private mutating func type() -> String? {
    nested { reader in
      guard let letter = reader.peek else { return nil }
      if let name = Self.basic[letter] { return reader.pass(letter) { _ in name } }
      switch letter {
      case "R": return reader.pass("R") { $0.lifetime() ? $0.type().map { "&\($0)" } : nil }
      case "Q": return reader.pass("Q") { $0.lifetime() ? $0.type().map { "&mut \($0)" } : nil }
      case "P": return reader.pass("P") { $0.type().map { "*const \($0)" } }
      case "O": return reader.pass("O") { $0.type().map { "*mut \($0)" } }
      case "S": return reader.pass("S") { $0.type().map { "[\($0)]" } }
      case "A":
        return reader.pass("A") { reader in
          guard let type = reader.type(), let count = reader.constant() else { return nil }
          return "[\(type); \(count)]"
        }
      case "T":
        return reader.pass("T") { reader in
          reader.list { $0.type() }.map { "(\($0.joined(separator: ", "))\($0.count == 1 ? "," : ""))" }
        }
      case "F": return reader.pass("F") { $0.function() }
      case "D": return reader.pass("D") { $0.object() }
      case "B": return reader.pass("B") { $0.again { $0.type() } }
      default: return reader.path(isValue: false)
      }
    }
  }

  /// `fn(u32) -> bool`
  private mutating func function() -> String? {
    guard binder() else { return nil }
    if peek == "U" { index += 1 }
    if peek == "K" {
      index += 1
      if peek == "C" { index += 1 } else if identifier() == nil { return nil }
    }
    guard let parameters = list({ $0.type() }), let result = type() else { return nil }
    return "fn(\(parameters.joined(separator: ", ")))" + (result == "()" ? "" : " -> \(result)")
  }

  /// `dyn Bird + Send`
  private mutating func object() -> String? {
    guard binder() else { return nil }
    let traits = list { reader in
      guard let trait = reader.path(isValue: false) else { return nil }
      // What its types are is left out.
      while reader.peek == "p" {
        reader.index += 1
        guard reader.identifier() != nil, reader.type() != nil else { return nil }
      }
      return trait
    }
    guard let traits, peek == "L", lifetime() else { return nil }
    return "dyn \(traits.joined(separator: " + "))"
  }

  /// A number, or `_` of one that is not known.
  private mutating func constant() -> String? {
    nested { reader in
      if reader.peek == "p" { return reader.pass("p") { _ in "_" } }
      if reader.peek == "B" { return reader.pass("B") { $0.again { $0.constant() } } }
      guard let letter = reader.next(), Self.basic[letter] != nil else { return nil }
      let sign = reader.peek == "n" ? "-" : ""
      if !sign.isEmpty { reader.index += 1 }
      var value: UInt64 = 0
      while let digit = reader.peek, digit != "_" {
        guard let number = digit.hexDigitValue, value < 1 << 56 else { return nil }
        value = value << 4 | UInt64(number)
        reader.index += 1
      }
      guard reader.next() == "_" else { return nil }
      return letter == "b" ? (value == 0 ? "false" : "true") : sign + String(value)
    }
  }

  private mutating func lifetime() -> Bool {
    guard peek == "L" else { return true }
    index += 1
    return number() != nil
  }

  private mutating func binder() -> Bool {
    guard peek == "G" else { return true }
    index += 1
    return number() != nil
  }

  // MARK: Names and numbers

  /// A name, and which of its namesakes it is.
  private mutating func identifier() -> (name: String, number: Int)? {
    guard let number = disambiguator(), peek != "u" else { return nil }
    var count = 0
    if peek == "0" {
      index += 1
    } else {
      let start = index
      while let digit = peek?.wholeNumberValue, count < Self.longest {
        count = count * 10 + digit
        index += 1
      }
      guard index > start else { return nil }
    }
    if peek == "_" { index += 1 }
    guard count <= bytes.count - index, bytes[index..<(index + count)].allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else {
      return nil
    }
    defer { index += count }
    return (String(decoding: bytes[index..<(index + count)], as: UTF8.self), number)
  }

  private mutating func disambiguator() -> Int? {
    guard peek == "s" else { return 0 }
    index += 1
    return number().map { $0 &+ 1 }
  }

  /// A number to the base of 62: none before the `_` is zero, else it is one more. Those of crates may be as large as a word.
  private mutating func number() -> Int? {
    var value: Int?
    while let character = next() {
      if character == "_" { return value.map { $0 &+ 1 } ?? 0 }
      guard let ascii = character.asciiValue, character.isLetter || character.isNumber else { return nil }
      let digit =
        switch ascii {
        case 0x30...0x39: Int(ascii) - 0x30
        case 0x61...0x7A: Int(ascii) - 0x61 + 10
        default: Int(ascii) - 0x41 + 36
        }
      value = (value ?? 0) &* 62 &+ digit
    }
    return nil
  }

  // MARK: Bytes

  private var peek: Character? { index < bytes.count ? Character(UnicodeScalar(bytes[index])) : nil }

  private mutating func next() -> Character? {
    defer { index += 1 }
    return peek
  }

  /// Passes a letter that is there and reads on.
  private mutating func pass(_ letter: Character, _ read: (inout Self) -> String?) -> String? {
    index += 1
    return read(&self)
  }

  private mutating func list(_ element: (inout Self) -> String?) -> [String]? {
    var elements: [String] = []
    while peek != "E" {
      guard let next = element(&self) else { return nil }
      elements.append(next)
    }
    index += 1
    return elements
  }

  /// What begins further up, once more.
  private mutating func again(_ read: (inout Self) -> String?) -> String? {
    let here = index - 1
    guard let place = number(), place >= 0, place < here else { return nil }
    let end = index
    index = place
    defer { index = end }
    return read(&self)
  }

  private mutating func nested(_ read: (inout Self) -> String?) -> String? {
    steps += 1
    guard steps < Self.mostSteps, depth < Self.deepest else { return nil }
    depth += 1
    defer { depth -= 1 }
    let text = read(&self)
    return text.map { $0.utf8.count <= Self.longest } == true ? text : nil
  }
}
