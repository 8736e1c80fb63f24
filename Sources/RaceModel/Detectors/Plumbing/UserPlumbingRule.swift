/// A rule of the user's own that says which frames are plumbing, or which are not: `[!][KIND:]TEXT`.
public struct UserPlumbingRule: Hashable, Sendable {
  /// What a rule looks at, by the word that names it.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The function's name begins with the text.
    case function
    /// The last component of the file's path is the text.
    case file
    /// The path of the file holds the text.
    case path
    /// The last component of the module's path begins with the text.
    case module
  }

  /// Why a rule cannot be used.
  public enum ParseError: Error, Hashable, Sendable, CustomStringConvertible {
    /// There is nothing to look for.
    case empty(String)
    /// The word before the colon is no kind.
    case unknownKind(String, kind: String)
    /// A last component of a path with a separator in it, which would never hold.
    case separator(String, Kind)

    /// One line for standard error.
    public var description: String {
      switch self {
      case .empty(""): "empty rule (examples: std::, file:pool.go)"
      case .empty(let rule): "\(rule): missing pattern (examples: std::, file:pool.go)"
      case .unknownKind(let rule, let kind):
        "\(rule): unknown kind \(kind) (known: function:, file:, path:, module:)"
      case .separator(let rule, .file): "\(rule): file: takes only a file name; path: takes a part of a path"
      case .separator(let rule, let kind): "\(rule): \(kind.rawValue): takes only a name, without folders"
      }
    }
  }

  /// What the rule looks at.
  public let kind: Kind
  /// Whether such frames are plumbing; otherwise they are not, whatever other rules say.
  public let isPlumbing: Bool
  /// What it looks for.
  private let text: [UInt8]

  /// Reads a rule. Without a kind it is about functions; the colons of `std::` are a name's own.
  public init(parsing rule: String) throws(ParseError) {
    isPlumbing = !rule.hasPrefix("!")
    let rest = isPlumbing ? rule[...] : rule.dropFirst()
    let word = rest.prefix { $0.isASCII && $0.isLetter }
    let colons = rest.dropFirst(word.count).prefix { $0 == ":" }.count
    if word.isEmpty || colons == 0 || colons == 2 {
      kind = .function
      text = Array(rest.utf8)
    } else {
      guard let known = Kind(rawValue: String(word)) else {
        throw .unknownKind(rule, kind: String(word))
      }
      kind = known
      text = Array(rest.dropFirst(word.count + 1).utf8)
    }
    guard !text.isEmpty else { throw .empty(rule) }
    if kind == .file || kind == .module, text.contains(where: { $0 == 0x2F || $0 == 0x5C }) {
      throw .separator(rule, kind)
    }
  }

  /// Whether a frame falls under the rule.
  func holds(_ frame: FrameNames, in bytes: Span<UInt8>) -> Bool {
    switch kind {
    case .function:
      return bytes.has(text, at: frame.function.lowerBound, end: frame.function.upperBound)
    case .file:
      let name = Self.lastComponent(of: frame.file, bytes)
      return name.count == text.count && bytes.has(text, at: name.lowerBound, end: name.upperBound)
    case .path: return frame.file.contains { bytes.has(text, at: $0, end: frame.file.upperBound) }
    case .module:
      let name = Self.lastComponent(of: frame.module, bytes)
      return bytes.has(text, at: name.lowerBound, end: name.upperBound)
    }
  }

  /// The last component of a path, with either kind of separator.
  private static func lastComponent(of path: Range<Int>, _ bytes: Span<UInt8>) -> Range<Int> {
    var start = path.upperBound
    while start > path.lowerBound, bytes[start - 1] != 0x2F, bytes[start - 1] != 0x5C { start -= 1 }
    return start..<path.upperBound
  }
}

extension UserPlumbingRule: CustomStringConvertible {
  /// The rule as it is read, with its kind: `!function:std::`.
  public var description: String {
    "\(isPlumbing ? "" : "!")\(kind.rawValue):\(String(decoding: text, as: UTF8.self))"
  }
}
