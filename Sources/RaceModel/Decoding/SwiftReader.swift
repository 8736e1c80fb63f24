/// Reads what is behind `$s` in a name of Swift.
struct SwiftReader {
  /// Types of the standard library that have a letter behind `S`.
  static let types: [UInt8: String] = [
    UInt8(ascii: "a"): "Array", UInt8(ascii: "b"): "Bool", UInt8(ascii: "D"): "Dictionary",
    UInt8(ascii: "d"): "Double", UInt8(ascii: "f"): "Float", UInt8(ascii: "h"): "Set",
    UInt8(ascii: "i"): "Int",
    UInt8(ascii: "J"): "Character", UInt8(ascii: "N"): "ClosedRange", UInt8(ascii: "n"): "Range",
    UInt8(ascii: "q"): "Optional", UInt8(ascii: "S"): "String", UInt8(ascii: "s"): "Substring",
    UInt8(ascii: "u"): "UInt",
  ]

  private var bytes: ArraySlice<UInt8>
  private var identifiers = SwiftIdentifiers()
  /// Whether the types follow that the optimizer has made the function for.
  private var isSpecialized = false

  init(_ bytes: [UInt8]) { self.bytes = bytes[...] }

  /// The name; nil where it is not simple.
  mutating func entity() -> String? {
    passEndings()
    var closures = ""
    while let number = passClosure() { closures += "closure #\(number) in " }
    guard var path = context(), let module = path.first else { return nil }
    // A closure of a script.
    if bytes.isEmpty, path.count == 1, !closures.isEmpty { return closures + module }
    while let name = memberName(module) {
      // A class, a structure, an enumeration.
      guard let kind = bytes.first, "CVO".utf8.contains(kind) else {
        guard let member = member(name) else { return nil }
        return closures + (path + member).joined(separator: ".")
      }
      path.append(name)
      bytes.removeFirst()
    }
    guard path.count > 1, let name = namelessMember() else { return nil }
    return closures + (path + name).joined(separator: ".")
  }

  /// The module, or the type of the standard library, that the name begins with.
  private mutating func context() -> [String]? {
    switch bytes.first {
    case UInt8(ascii: "s"):
      bytes.removeFirst()
      return ["Swift"]
    case UInt8(ascii: "S"):
      guard let type = bytes.dropFirst().first.flatMap({ Self.types[$0] }) else { return nil }
      bytes.removeFirst(2)
      return ["Swift", type]
    default: return identifiers.next(&bytes).map { [$0] }
    }
  }

  /// The next name; `AA` repeats the module's.
  private mutating func memberName(_ module: String) -> String? {
    if bytes.starts(with: "AA".utf8) {
      bytes.removeFirst(2)
      return module
    }
    return identifiers.next(&bytes)
  }

  // MARK: Endings

  /// Removes what the compiler has put behind the name of a function: `TA` of a closure with what it captures, `Tm` of
  /// functions that are one, `TQ0_` and `TY4_` of the parts of an asynchronous function, `Tf4d_n` of one with other parameters,
  /// `Tg5` of one that is made for some types.
  private mutating func passEndings() {
    while passEnding() {}
  }

  private mutating func passEnding() -> Bool {
    for ending in ["TA", "Tm"] where ends(ending) {
      bytes.removeLast(2)
      return true
    }
    guard let mark = bytes.lastIndex(of: UInt8(ascii: "T")), mark > bytes.startIndex else { return false }
    let ending = bytes[(mark + 1)...]
    if Self.isOfPart(ending) || Self.isOfOtherParameters(ending) {
      bytes = bytes[..<mark]
      return true
    }
    guard !isSpecialized, Self.isOfTypes(ending) else { return false }
    (bytes, isSpecialized) = (bytes[..<mark], true)
    return true
  }

  /// `Q0_`, `Y4_`
  private static func isOfPart(_ ending: ArraySlice<UInt8>) -> Bool {
    guard ending.count > 1, let first = ending.first, "QY".utf8.contains(first) else { return false }
    return ending.last == UInt8(ascii: "_") && ending.dropFirst().dropLast().allSatisfy(isDigit)
  }

  /// `f4d_n`: a digit, what became of each parameter, and what of the result.
  private static func isOfOtherParameters(_ ending: ArraySlice<UInt8>) -> Bool {
    guard ending.count > 3, ending.first == UInt8(ascii: "f"), isDigit(ending[ending.startIndex + 1]) else {
      return false
    }
    return ending.contains(UInt8(ascii: "_")) && ending.allSatisfy { isDigit($0) || $0 >= 0x5F }
  }

  /// `g5`, `G5`, `t0g5`
  private static func isOfTypes(_ ending: ArraySlice<UInt8>) -> Bool {
    var rest = ending
    if rest.first == UInt8(ascii: "t") { rest = rest.dropFirst().drop(while: isDigit) }
    return rest.count == 2 && rest.first.map { "gGB".utf8.contains($0) } == true
      && rest.last.map(isDigit) == true
  }

  // MARK: Closures

  /// The number of a closure, `fU_` or `fU0_`, with its type before it.
  private mutating func passClosure() -> Int? {
    guard bytes.last == UInt8(ascii: "_"),
      let mark = bytes.dropLast().lastIndex(where: { !Self.isDigit($0) }),
      bytes[mark] == UInt8(ascii: "U"), mark > bytes.startIndex, bytes[mark - 1] == UInt8(ascii: "f")
    else { return nil }
    let digits = String(decoding: bytes[(mark + 1)..<(bytes.endIndex - 1)], as: UTF8.self)
    guard digits.count < 4 else { return nil }
    bytes = bytes[..<(mark - 1)]
    // Before the type of a closure comes the function, another closure, or the script that it is in.
    guard let end = endOfFunction() ?? endOfModule() else { return nil }
    bytes = bytes[..<end]
    return digits.isEmpty ? 1 : (Int(digits) ?? 0) + 2
  }

  /// Where the name of the function ends that a closure is in: the last `F`, `FZ`, `fC`, `fc`, accessor or closure that is
  /// followed by a type of a closure without names in it.
  private func endOfFunction() -> Int? {
    let endings = ["FZ", "F", "fC", "fc", "vgZ", "vg", "fU_", "fU0_", "fU1_", "fU2_", "fU3_"]
    for end in stride(from: bytes.endIndex - 1, to: bytes.startIndex, by: -1) {
      let head = bytes[..<end]
      guard endings.contains(where: { Self.ends(head, $0) }) else { continue }
      // `F` before `Z` is a part of it.
      if bytes[end] == UInt8(ascii: "Z") { continue }
      return bytes[end...].contains(where: Self.isDigit) ? nil : end
    }
    return nil
  }

  /// Where the module's name ends, if only a type without names follows.
  private func endOfModule() -> Int? {
    var rest = bytes
    guard SwiftIdentifiers.parts(&rest) != nil, !rest.contains(where: Self.isDigit) else { return nil }
    return rest.startIndex
  }

  // MARK: Kinds

  private static let accessors = [
    "vg": "getter", "vs": "setter", "vM": "modify", "vr": "read", "vp": "", "vw": "willset", "vW": "didset",
  ]
  private static let subscripts = ["cig": "getter", "cis": "setter", "ciM": "modify", "cir": "read"]

  /// What a name is of; its type and a letter or two follow. Nil where more than that does.
  private func member(_ name: String) -> [String]? {
    // What the compiler keeps of a type or of a wrapped variable.
    if ends("MF") || ends("fF") { return nil }
    guard let (kind, type) = kind(), Self.isPlain(type) else { return nil }
    if kind == "fC" || kind == "fc" {
      // The name is the label of the first parameter.
      return ["init"]
    }
    guard let words = kind == "F" ? "" : Self.accessors[kind] else { return nil }
    return words.isEmpty ? [name] : [name, words]
  }

  /// A member without a name: an initializer, a subscript.
  private func namelessMember() -> [String]? {
    if let (kind, type) = kind(), Self.isPlain(type) {
      if kind == "fC" || kind == "fc" { return ["init"] }
      if let words = Self.subscripts[kind] { return ["subscript", words] }
    }
    return ["fD", "fd", "fZ"].contains { String(decoding: bytes, as: UTF8.self) == $0 } ? ["deinit"] : nil
  }

  /// The letters of a kind, with what comes before them. Of a function that is made for some types they are in the
  /// middle: no type has them.
  private func kind() -> (kind: String, type: String)? {
    let text = Self.withoutNames(bytes)
    let kinds = ["F", "fC", "fc"] + Self.accessors.keys + Self.subscripts.keys
    if isSpecialized {
      for start in text.indices {
        for kind in kinds where text[start...].hasPrefix(kind) && !text[..<start].hasSuffix("S") {
          return (kind, String(text[..<start]))
        }
      }
      return nil
    }
    for kind in kinds {
      for ending in [kind, kind + "Z"] where ends(ending) && text.hasSuffix(ending) {
        return (kind, String(text.dropLast(ending.utf8.count)))
      }
    }
    return nil
  }

  /// Whether nothing is declared in a type: a local function, a type in a function, an extension.
  private static func isPlain(_ type: String) -> Bool {
    !["L_", "L0_", "L1_", "LL", "F", "fU", "fC", "fc", "E"].contains { type.contains($0) }
  }

  /// What is left of types without the names in them, whose letters mean nothing.
  private static func withoutNames(_ rest: ArraySlice<UInt8>) -> String {
    var (text, rest) = ([UInt8](), rest)
    while let byte = rest.first {
      if isDigit(byte), SwiftIdentifiers.parts(&rest) != nil { continue }
      // A name that cannot be read has moved on as well.
      if let byte = rest.popFirst() { text.append(byte) }
    }
    return String(decoding: text, as: UTF8.self)
  }

  // MARK: Bytes

  private func ends(_ text: String) -> Bool { Self.ends(bytes, text) }

  private static func ends(_ bytes: ArraySlice<UInt8>, _ text: String) -> Bool {
    bytes.count >= text.utf8.count && bytes.suffix(text.utf8.count).elementsEqual(text.utf8)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
