/// A rule that says which frames are plumbing: the runtime, the test runner, wrappers the compiler
/// made. Plumbing is dimmed and folded, and never stands for an access when another frame can.
package struct PlumbingRule: Sendable {
  /// What a rule looks at.
  package enum Match: Sendable {
    /// The function's name begins with this.
    case functionPrefix(StaticString)
    /// The function's name is this; the compiler may have put a suffix such as `.isra.0` behind it.
    case function(StaticString)
    /// The last component of the file's path is this.
    case fileName(StaticString)
    /// The function's name is this, in a file of that name.
    case functionInFile(StaticString, StaticString)
    /// The path of the file holds this.
    case pathPart(StaticString)
    /// The last component of the module's path begins with this.
    case modulePrefix(StaticString)
    /// The function's name is this, arguments aside, and its file is not known. A function of the
    /// program that has the same name has a file.
    case unplaced(StaticString)
    /// The function's name begins with this, and its file is not known.
    case unplacedPrefix(StaticString)
    /// The function is one of Swift's standard library.
    case swiftLibrary
  }

  /// What the rule looks at.
  package let match: Match
  /// What such frames are.
  package let what: StaticString

  /// A rule over function names.
  static func functions(_ prefix: StaticString, _ what: StaticString) -> PlumbingRule {
    PlumbingRule(match: .functionPrefix(prefix), what: what)
  }

  /// A rule for one function.
  static func function(_ name: StaticString, _ what: StaticString) -> PlumbingRule {
    PlumbingRule(match: .function(name), what: what)
  }

  /// A rule over files.
  static func files(_ name: StaticString, _ what: StaticString) -> PlumbingRule {
    PlumbingRule(match: .fileName(name), what: what)
  }

  /// A rule over parts of paths.
  static func paths(_ part: StaticString, _ what: StaticString) -> PlumbingRule {
    PlumbingRule(match: .pathPart(part), what: what)
  }

  /// A rule over binaries and libraries.
  static func modules(_ prefix: StaticString, _ what: StaticString) -> PlumbingRule {
    PlumbingRule(match: .modulePrefix(prefix), what: what)
  }

  /// Rules over functions whose file is not known.
  static func unplaced(_ names: [StaticString], _ what: StaticString) -> [PlumbingRule] {
    names.map { PlumbingRule(match: .unplaced($0), what: what) }
  }

  /// A rule over functions whose file is not known.
  static func unplacedPrefix(_ prefix: StaticString, _ what: StaticString) -> PlumbingRule {
    PlumbingRule(match: .unplacedPrefix(prefix), what: what)
  }

  /// Whether a frame falls under the rule.
  func holds(_ frame: FrameNames, in text: Span<UInt8>) -> Bool {
    let (function, file) = (frame.function, frame.file)
    switch match {
    case .functionPrefix(let prefix):
      return text.has(prefix, at: function.lowerBound, end: function.upperBound)
    case .function(let name):
      let end = function.lowerBound + name.utf8CodeUnitCount
      return text.has(name, at: function.lowerBound, end: function.upperBound)
        && (end == function.upperBound || text[end] == UInt8(ascii: "."))
    case .fileName(let name): return Self.isNamed(file, name, text)
    case .modulePrefix(let prefix):
      let name = text.last(0x2F, in: frame.module).map { $0 + 1 } ?? frame.module.lowerBound
      return text.has(prefix, at: name, end: frame.module.upperBound)
    case .functionInFile(let name, let fileName):
      return function.count == name.utf8CodeUnitCount
        && text.has(name, at: function.lowerBound, end: function.upperBound)
        && Self.isNamed(file, fileName, text)
    case .pathPart(let part): return text.first(part, in: file) != nil
    case .unplaced(let name): return file.isEmpty && Self.isCalled(function, name, text)
    case .unplacedPrefix(let prefix):
      return file.isEmpty && text.has(prefix, at: function.lowerBound, end: function.upperBound)
    case .swiftLibrary: return SwiftName.isOfStandardLibrary(text, function)
    }
  }

  /// Whether a function's name is `name`, arguments aside.
  private static func isCalled(_ function: Range<Int>, _ name: StaticString, _ text: Span<UInt8>) -> Bool {
    guard text.has(name, at: function.lowerBound, end: function.upperBound) else { return false }
    let end = function.lowerBound + name.utf8CodeUnitCount
    return end == function.upperBound || text[end] == UInt8(ascii: "(") || text[end] == UInt8(ascii: "@")
  }

  /// Whether the last component of a path is `name`.
  private static func isNamed(_ path: Range<Int>, _ name: StaticString, _ text: Span<UInt8>) -> Bool {
    guard text.ends(name, in: path) else { return false }
    let before = path.upperBound - name.utf8CodeUnitCount - 1
    return before < path.lowerBound || text[before] == 0x2F || text[before] == 0x5C
  }
}
