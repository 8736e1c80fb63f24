/// Takes one line of source text apart. It knows what comments, strings, words and numbers look like
/// and nothing of grammar, so that unfinished and broken code is read as well as it can be.
struct SourceLexer {
  let bytes: [UInt8]
  let language: SourceLanguage
  var index = 0
  private(set) var tokens: [SourceToken] = []

  init(_ bytes: [UInt8], _ language: SourceLanguage) {
    self.bytes = bytes
    self.language = language
  }

  /// Reads the line to its end.
  ///
  /// - Parameter state: what it begins in the middle of.
  /// - Returns: what the next line begins in the middle of.
  mutating func run(from state: LexerState) -> LexerState {
    var state = state
    repeat {
      switch state {
      case .code: state = readCode()
      case .lineComment:
        take(.comment, to: bytes.count)
        state = lineCommentEnd
      case .blockComment(let depth): state = readBlockComment(depth, from: index)
      case .string(let form): state = readString(form, from: index)
      }
    } while index < bytes.count
    return state
  }

  /// Reads code up to where a comment or a string does not end on this line.
  private mutating func readCode() -> LexerState {
    while let byte = peek(0) {
      switch byte {
      case 0x20, 0x09...0x0D: index += 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"): readNumber()
      default:
        if let state = readComment() ?? readQuoted() {
          if state != .code { return state }
        } else if isWordStart(byte) {
          readWord()
        } else if !readDirective(), !readOperator() {
          take(.sign, to: index + 1)
        }
      }
    }
    return .code
  }

  // MARK: Looking and taking

  /// The byte so many positions on; nil beyond the line.
  func peek(_ offset: Int) -> UInt8? { index + offset < bytes.count ? bytes[index + offset] : nil }

  func has(_ text: StaticString, at position: Int) -> Bool {
    bytes.span.has(text, at: position, end: bytes.count)
  }

  mutating func take(_ kind: SourceToken.Kind, to end: Int) {
    let end = min(end, bytes.count)
    if index < end { tokens.append(SourceToken(kind: kind, range: index..<end)) }
    index = end
  }

  func isWordStart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"): true
    case UInt8(ascii: "$"): language == .swift
    default: byte >= 0x80
    }
  }

  func isWordPart(_ byte: UInt8) -> Bool {
    isWordStart(byte) || (0x30...0x39).contains(byte) || (byte == UInt8(ascii: "'") && language == .ocaml)
  }

  /// The position behind the word that begins at `start`.
  func wordEnd(_ start: Int) -> Int { bytes[start...].firstIndex { !isWordPart($0) } ?? bytes.count }

  // MARK: Comments

  /// C goes on with a comment behind a backslash at a line's end.
  private var lineCommentEnd: LexerState {
    language == .c && bytes.last == UInt8(ascii: "\\") ? .lineComment : .code
  }

  private mutating func readComment() -> LexerState? {
    if language == .ocaml { return has("(*", at: index) ? readBlockComment(1, from: index + 2) : nil }
    if has("//", at: index) {
      take(.comment, to: bytes.count)
      return lineCommentEnd
    }
    return has("/*", at: index) ? readBlockComment(1, from: index + 2) : nil
  }

  private mutating func readBlockComment(_ depth: Int, from start: Int) -> LexerState {
    let (open, close): (StaticString, StaticString) = language == .ocaml ? ("(*", "*)") : ("/*", "*/")
    var depth = depth
    var position = start
    while position < bytes.count {
      if has(close, at: position) {
        depth -= 1
        position += 2
        if depth == 0 {
          take(.comment, to: position)
          return .code
        }
      } else if language.nestsComments, has(open, at: position) {
        depth += 1
        position += 2
      } else {
        position += 1
      }
    }
    take(.comment, to: bytes.count)
    return .blockComment(depth: depth)
  }

  // MARK: Words, numbers, signs

  private mutating func readWord() {
    let end = wordEnd(index)
    let word = String(decoding: bytes[index..<end], as: UTF8.self)
    take(language.isKeyword(word) ? .keyword : .identifier, to: end)
  }

  /// `#include`, `@interface`, `#if`: words of the language that begin with a sign.
  private mutating func readDirective() -> Bool {
    guard let first = peek(0), let next = peek(1), isWordStart(next) else { return false }
    switch (first, language) {
    case (UInt8(ascii: "#"), .c), (UInt8(ascii: "#"), .swift), (UInt8(ascii: "@"), .c),
      (UInt8(ascii: "@"), .swift):
      let isInclude = has("#include", at: index) || has("#import", at: index)
      take(.keyword, to: wordEnd(index + 1))
      if isInclude, language == .c, let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
        index = open
        take(.string, to: (bytes[open...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1) + 1)
      }
      return true
    default: return false
    }
  }

  private mutating func readNumber() {
    var end = index
    while end < bytes.count {
      let byte = bytes[end]
      let next = end + 1 < bytes.count ? bytes[end + 1] : 0
      switch byte {
      case UInt8(ascii: "."):
        // `1..2` is a range and `x.0.y` a field of a field.
        guard !isWordStart(next), next != byte else { return take(.number, to: end) }
        end += 1
      case UInt8(ascii: "'"):
        guard language == .c, hexDigit(next) != nil else { return take(.number, to: end) }
        end += 1
      case UInt8(ascii: "+"), UInt8(ascii: "-"):
        let before = bytes[end - 1] | 0x20
        let isHexadecimal = has("0x", at: index) || has("0X", at: index)
        guard before == UInt8(ascii: isHexadecimal ? "p" : "e") else { return take(.number, to: end) }
        end += 1
      default:
        guard isWordPart(byte) else { return take(.number, to: end) }
        end += 1
      }
    }
    take(.number, to: end)
  }

  private static let operators: [StaticString] = [
    "<<=", ">>=", "&^=", "...", "..<", "..=", "->", "::", ":=", "++", "--", "+=", "-=", "*=", "/=", "%=",
    "&=", "|=", "^=", "==", "!=", "<=", ">=", "&&", "||", "<-", "=>",
  ]

  private mutating func readOperator() -> Bool {
    guard let found = Self.operators.first(where: { has($0, at: index) }) else { return false }
    take(.sign, to: index + found.utf8CodeUnitCount)
    return true
  }
}
