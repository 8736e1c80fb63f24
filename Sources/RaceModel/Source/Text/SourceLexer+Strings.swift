extension SourceLexer {
  /// Reads a string or a character if one begins here; returns what it ends in, nil when none begins.
  mutating func readQuoted() -> LexerState? {
    guard let byte = peek(0) else { return nil }
    switch language {
    case .go: return readGo(byte)
    case .c: return readC(byte)
    case .swift: return readSwift(byte)
    case .rust: return readRust(byte)
    case .ocaml: return readOCaml(byte)
    }
  }

  /// Reads a string whose text begins at `start`, to its end or the line's.
  mutating func readString(_ form: LexerState.StringForm, from start: Int) -> LexerState {
    var position = start
    while position < bytes.count {
      if !form.escape.isEmpty, bytes[position...].starts(with: form.escape) {
        position += form.escape.count
        if form.holdsCode, position < bytes.count, bytes[position] == UInt8(ascii: "(") {
          position = codeEnd(position)
        } else {
          position += 1
        }
      } else if bytes[position...].starts(with: form.closing) {
        take(.string, to: position + form.closing.count)
        return .code
      } else {
        position += 1
      }
    }
    take(.string, to: bytes.count)
    // C goes on with a string behind a backslash at a line's end.
    let goesOn = form.spansLines || (language == .c && position > bytes.count)
    return goesOn ? .string(form) : .code
  }

  /// The position behind the parenthesis that closes the one at `start`, strings between them passed over.
  private func codeEnd(_ start: Int) -> Int {
    var depth = 0
    var isQuoted = false
    var position = start
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "\\") where isQuoted: position += 1
      case UInt8(ascii: "(") where !isQuoted: depth += 1
      case UInt8(ascii: ")") where !isQuoted:
        depth -= 1
        if depth == 0 { return position + 1 }
      default: break
      }
      position += 1
    }
    // Code that goes on is rare; the string that holds it ends on this line as far as is known.
    return bytes.count
  }

  private func form(
    _ closing: String, escape: String = "\\", spansLines: Bool = false, holdsCode: Bool = false
  ) -> LexerState.StringForm {
    LexerState.StringForm(
      closing: Array(closing.utf8), escape: Array(escape.utf8), spansLines: spansLines, holdsCode: holdsCode)
  }

  private mutating func readGo(_ byte: UInt8) -> LexerState? {
    switch byte {
    case UInt8(ascii: "\""): readString(form("\""), from: index + 1)
    case UInt8(ascii: "'"): readString(form("'"), from: index + 1)
    case UInt8(ascii: "`"): readString(form("`", escape: "", spansLines: true), from: index + 1)
    default: nil
    }
  }

  private mutating func readC(_ byte: UInt8) -> LexerState? {
    // What may stand before the quote: u8R"(, L'a', @"objc".
    var quote = index
    while quote < bytes.count, quote - index < 3, "uUL8R@".utf8.contains(bytes[quote]) { quote += 1 }
    guard quote < bytes.count else { return nil }
    switch bytes[quote] {
    case UInt8(ascii: "'") where !bytes[index..<quote].contains(UInt8(ascii: "@")):
      return readString(form("'"), from: quote + 1)
    case UInt8(ascii: "\""):
      guard quote > index, bytes[quote - 1] == UInt8(ascii: "R") else {
        return readString(form("\""), from: quote + 1)
      }
      guard let open = bytes[quote...].firstIndex(of: UInt8(ascii: "(")) else { return nil }
      let delimiter = String(decoding: bytes[(quote + 1)..<open], as: UTF8.self)
      return readString(form(")\(delimiter)\"", escape: "", spansLines: true), from: open + 1)
    default: return nil
    }
  }

  private mutating func readSwift(_ byte: UInt8) -> LexerState? {
    guard byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "#") else { return nil }
    let quote = bytes[index...].firstIndex { $0 != UInt8(ascii: "#") } ?? bytes.count
    guard quote < bytes.count, bytes[quote] == UInt8(ascii: "\"") else { return nil }
    let hashes = String(repeating: "#", count: quote - index)
    let isLong = has("\"\"\"", at: quote)
    let quotes = isLong ? "\"\"\"" : "\""
    return readString(
      form(quotes + hashes, escape: "\\" + hashes, spansLines: isLong, holdsCode: true),
      from: quote + quotes.utf8.count)
  }

  private mutating func readRust(_ byte: UInt8) -> LexerState? {
    if byte == UInt8(ascii: "'") { return readTick() }
    var quote = index
    // b"", c"", r"", br#""#.
    while quote < bytes.count, quote - index < 2, "bcr".utf8.contains(bytes[quote]) { quote += 1 }
    let isRaw = quote > index && bytes[quote - 1] == UInt8(ascii: "r")
    let hashes = quote
    while isRaw, quote < bytes.count, bytes[quote] == UInt8(ascii: "#") { quote += 1 }
    guard quote < bytes.count else { return nil }
    if bytes[quote] == UInt8(ascii: "'"), quote == index + 1, byte == UInt8(ascii: "b") {
      return readString(form("'"), from: quote + 1)
    }
    guard bytes[quote] == UInt8(ascii: "\"") else { return nil }
    let closing = "\"" + String(repeating: "#", count: quote - hashes)
    return readString(form(closing, escape: isRaw ? "" : "\\", spansLines: true), from: quote + 1)
  }

  private mutating func readOCaml(_ byte: UInt8) -> LexerState? {
    switch byte {
    case UInt8(ascii: "\""): return readString(form("\"", spansLines: true), from: index + 1)
    case UInt8(ascii: "'"): return readTick()
    case UInt8(ascii: "{"):
      let bar = bytes[(index + 1)...].firstIndex { !(0x61...0x7A).contains($0) && $0 != 0x5F } ?? bytes.count
      guard bar < bytes.count, bytes[bar] == UInt8(ascii: "|") else { return nil }
      let name = String(decoding: bytes[(index + 1)..<bar], as: UTF8.self)
      return readString(form("|\(name)}", escape: "", spansLines: true), from: bar + 1)
    default: return nil
    }
  }

  /// A character, or what only begins like one: a lifetime, the variable of a type.
  private mutating func readTick() -> LexerState {
    let text = bytes[(index + 1)...]
    if text.first == UInt8(ascii: "\\") { return readString(form("'"), from: index + 1) }
    let first = String(decoding: text.prefix(4), as: UTF8.self).unicodeScalars.first
    let behind = index + 1 + (first.map { UTF8.width($0) } ?? 0)
    if behind < bytes.count, bytes[behind] == UInt8(ascii: "'") {
      take(.string, to: behind + 1)
    } else {
      take(.sign, to: wordEnd(index + 1))
    }
    return .code
  }
}
