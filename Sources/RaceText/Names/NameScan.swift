/// A piece of a function's name.
enum NamePiece: Equatable {
  /// A part of an identifier.
  case text(String)
  /// `::` or a dot.
  case separator(String)
  /// Brackets with what is in them.
  case group(String)
}

/// Parts a function's name at its brackets, separators and blanks.
struct NameScan {
  private static let brackets: [UInt8: UInt8] = [
    UInt8(ascii: "("): UInt8(ascii: ")"), UInt8(ascii: "<"): UInt8(ascii: ">"),
    UInt8(ascii: "["): UInt8(ascii: "]"), UInt8(ascii: "{"): UInt8(ascii: "}"),
  ]

  private let bytes: [UInt8]
  private var index = 0
  private var result: [NamePiece] = []
  /// `closure #1`, where the name is of the function that a closure of Swift is in.
  private(set) var closure: String?

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The pieces up to the end of the name: its type and `const` behind the arguments are left out. Nil where brackets
  /// do not match.
  mutating func pieces() -> [NamePiece]? {
    passClosures()
    while index < bytes.count {
      let start = index
      let byte = bytes[index]
      if Self.brackets[byte] != nil {
        guard let end = endOfGroup(index) else { return nil }
        index = end
        result.append(.group(text(start..<end)))
      } else if has("::") {
        index += 2
        result.append(.separator("::"))
      } else if byte == UInt8(ascii: ".") {
        index += 1
        result.append(.separator("."))
      } else if byte == UInt8(ascii: " ") {
        // Behind the arguments: `const`, `[clone .cold]`, `-> Int`. Behind a variable of Swift: ` : Swift.Int`.
        if hasArguments || has(" : ") { return result }
        index += 1
        // What was read so far is a return type.
        result = []
      } else {
        passWord()
        result.append(.text(text(start..<index)))
      }
    }
    return result
  }

  private var hasArguments: Bool {
    guard case .group(let group)? = result.last else { return false }
    // The type of a result that is deduced has no other name.
    return group.hasPrefix("(") && result.count > 1 && result != [.text("decltype"), .group("(auto)")]
  }

  /// `closure #1 (Int) -> () in Pond.feed()`: goes on to the name of the function.
  private mutating func passClosures() {
    while has("closure #") {
      let start = index
      while index < bytes.count, !has(" in ") { index += 1 }
      guard index < bytes.count else { return index = start }
      if closure == nil {
        closure = text(start..<index).split(separator: " ").prefix(2).joined(separator: " ")
      }
      index += 4
    }
  }

  /// Passes an identifier, or an operator's name.
  private mutating func passWord() {
    let start = index
    while index < bytes.count, Self.brackets[bytes[index]] == nil, bytes[index] != UInt8(ascii: " "),
      bytes[index] != UInt8(ascii: "."), !has("::")
    { index += 1 }
    if index == start { index += 1 }
    guard text(start..<index).hasPrefix("operator") else { return }
    let isSymbol = index == start + 8 || bytes[start + 8] < UInt8(ascii: "0")
    if index == start + 8, has("()") || has("[]") {
      index += 2
      return
    }
    if isSymbol { while index < bytes.count, Self.symbols.contains(bytes[index]) { index += 1 } }
    // `operator bool`, `operator new`
    if index == start + 8, has(" ") { while index < bytes.count, !has("(") { index += 1 } }
  }

  private static let symbols = Set("<>=!+-*/%^&|~,".utf8)

  /// Where a group ends; `->` is no bracket.
  private func endOfGroup(_ start: Int) -> Int? {
    var open: [UInt8] = []
    for position in start..<bytes.count {
      let byte = bytes[position]
      if let close = Self.brackets[byte] {
        open.append(close)
      } else if byte == UInt8(ascii: ">"), position > 0, bytes[position - 1] == UInt8(ascii: "-") {
        continue
      } else if byte == open.last {
        open.removeLast()
        if open.isEmpty { return position + 1 }
      }
    }
    return nil
  }

  private func has(_ text: StaticString) -> Bool {
    let end = index + text.utf8CodeUnitCount
    return end <= bytes.count
      && text.withUTF8Buffer { wanted in bytes[index..<end].elementsEqual(wanted) }
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
