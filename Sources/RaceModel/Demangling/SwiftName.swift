/// Decodes simple names of Swift's mangling: `$s4pond5HeronC4fishyyF` is `pond.Heron.fish`.
///
/// Simple are functions, variables, accessors, initializers and their closures in modules, types and nested types that are
/// not generic and no extensions. Of others, and of what the compiler makes, nothing is said.
///
/// Source: docs/ABI/Mangling.rst of Swift.
package enum SwiftName {
  /// Longer names are not decoded.
  private static let longest = 1024

  /// The name as people write it, without types; nil where it is not simple.
  package static func decoded(_ name: String) -> String? {
    guard name.utf8.count <= longest,
      let head = ["$s", "_$s", "$S", "_$S", "$e", "_$e"].first(where: { name.hasPrefix($0) })
    else { return nil }
    var reader = SwiftReader(Array(name.utf8.dropFirst(head.utf8.count)))
    return reader.entity()
  }
}

/// Reads what is behind `$s`.
private struct SwiftReader {
  private var bytes: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { self.bytes = bytes[...] }

  mutating func entity() -> String? {
    passEnding()
    var closures = ""
    while let number = passClosure() { closures += "closure #\(number) in " }
    guard let module = identifier() else { return nil }
    var path = [module]
    while let first = bytes.first, isDigit(first) {
      guard let name = identifier() else { return nil }
      path.append(name)
      // A class, a structure, an enumeration.
      guard let kind = bytes.first, "CVO".utf8.contains(kind) else {
        return member().map { closures + path.joined(separator: ".") + $0 }
      }
      bytes.removeFirst()
    }
    guard path.count > 1, let name = initializer() else { return nil }
    return closures + path.joined(separator: ".") + name
  }

  /// `TA` of a closure with what it captures, `Tm` of functions that are one.
  private mutating func passEnding() {
    for ending in ["TA", "Tm"] where ends(ending) { return bytes.removeLast(2) }
    // `TQ0_`, `TY4_` of the parts that an asynchronous function is cut into.
    guard ends("_"), let mark = bytes.dropLast().lastIndex(where: { !isDigit($0) }), mark > bytes.startIndex,
      "QY".utf8.contains(bytes[mark]), bytes[mark - 1] == UInt8(ascii: "T")
    else { return }
    bytes = bytes[..<(mark - 1)]
  }

  /// The number of a closure, `fU_` or `fU0_`, with its type before it.
  private mutating func passClosure() -> Int? {
    guard bytes.last == UInt8(ascii: "_"), let mark = bytes.dropLast().lastIndex(where: { !isDigit($0) }),
      bytes[mark] == UInt8(ascii: "U"), mark > bytes.startIndex, bytes[mark - 1] == UInt8(ascii: "f")
    else { return nil }
    let digits = String(decoding: bytes[(mark + 1)..<(bytes.endIndex - 1)], as: UTF8.self)
    guard digits.count < 4 else { return nil }
    bytes = bytes[..<(mark - 1)]
    // Before the type of a closure comes the function, or another closure, that it is in.
    guard let end = endOfFunction() else { return nil }
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
      return bytes[end...].contains(where: isDigit) ? nil : end
    }
    return nil
  }

  /// What kind of thing a name is: its type and a letter or two follow. Nil where more than that does.
  private func member() -> String? {
    // What the compiler keeps of a type or of a wrapped variable.
    if ends("MF") || ends("fF") { return nil }
    if ends("F") || ends("FZ") { return isPlain(bytes.dropLast(ends("F") ? 1 : 2)) ? "" : nil }
    let accessors = [
      "vg": ".getter", "vs": ".setter", "vM": ".modify", "vr": ".read", "vp": "", "vw": ".willset",
      "vW": ".didset",
    ]
    for ending in ["", "Z"] {
      for (mark, words) in accessors where ends(mark + ending) {
        return isPlain(bytes.dropLast(mark.utf8.count + ending.utf8.count)) ? words : nil
      }
    }
    return nil
  }

  /// Whether nothing is declared in what is left: a local function, a type in a function, an extension.
  private func isPlain(_ rest: ArraySlice<UInt8>) -> Bool {
    let text = Self.withoutNames(rest)
    return !["L_", "L0_", "L1_", "LL", "FZ", "F", "fU", "fC", "fc", "E"].contains { text.contains($0) }
  }

  /// What is left of types without the names in them, whose letters mean nothing.
  private static func withoutNames(_ rest: ArraySlice<UInt8>) -> String {
    var (text, position) = ([UInt8](), rest.startIndex)
    while position < rest.endIndex {
      var count = 0
      while position < rest.endIndex, rest[position] &- 0x30 < 10, count < 1000 {
        count = count * 10 + Int(rest[position] - 0x30)
        position += 1
      }
      position = min(rest.endIndex, position + count)
      if position < rest.endIndex, count == 0 || rest[position] &- 0x30 >= 10 {
        text.append(rest[position])
        position += 1
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private func initializer() -> String? {
    if ends("fC") || ends("fc") {
      return isPlain(bytes.dropLast(2)) ? ".init" : nil
    }
    return ["fD", "fd", "fZ"].contains { String(decoding: bytes, as: UTF8.self) == $0 } ? ".deinit" : nil
  }

  // MARK: Identifiers

  /// A length and so many letters; nil of a name that is made of words of others.
  private mutating func identifier() -> String? {
    guard let first = bytes.first, isDigit(first), first != UInt8(ascii: "0") else { return nil }
    return counted()
  }

  private mutating func counted() -> String? {
    var count = 0
    while let digit = bytes.first, isDigit(digit), count < 1000 {
      count = count * 10 + Int(digit - 0x30)
      bytes.removeFirst()
    }
    guard count > 0, count <= bytes.count else { return nil }
    let text = bytes.prefix(count)
    guard text.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
    bytes = bytes.dropFirst(count)
    return String(decoding: text, as: UTF8.self)
  }

  // MARK: Bytes

  private func ends(_ text: String) -> Bool { Self.ends(bytes, text) }

  private static func ends(_ bytes: ArraySlice<UInt8>, _ text: String) -> Bool {
    bytes.count >= text.utf8.count && bytes.suffix(text.utf8.count).elementsEqual(text.utf8)
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
