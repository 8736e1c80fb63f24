/// The text of a suppression file for ThreadSanitizer or the Go race detector, line by line.
package struct SuppressionFile: Sendable {
  /// A rule and its place.
  package struct Rule: Sendable {
    /// Its line, from 1.
    package var line: Int
    /// The rule.
    package var rule: SanitizerRule
  }

  /// What is wrong with a line.
  package enum Fault: Hashable, Sendable, CustomStringConvertible {
    /// There is no type and colon: the detector rejects the whole file, and the program ends.
    case noType(String)
    /// Nothing follows the colon, so everything matches.
    case noPattern(SanitizerRule.Kind)
    /// The pattern is a place, but patterns are not compared with places.
    case place(String)
    /// The pattern is a mangled name, but names are compared demangled.
    case mangled(String)

    /// One line.
    package var description: String {
      switch self {
      case .noType(let type):
        let known = SanitizerRule.Kind.allCases.map(\.rawValue).joined(separator: ", ")
        return type.isEmpty
          ? "not a rule: the detector rejects the whole file, and the program ends at startup"
          : "unknown kind of rule \(type): the detector rejects the whole file (known: \(known))"
      case .noPattern(let kind): return "\(kind.rawValue): hides every report of its kind"
      case .place(let text):
        return "\(text) has a line number: only functions, files and modules count, so it hides nothing"
      case .mangled(let text): return "\(text) is mangled: names are compared demangled, so it hides nothing"
      }
    }

    /// Whether the detector rejects the file for it.
    package var isFatal: Bool { if case .noType = self { true } else { false } }
  }

  /// The rules in their order.
  package private(set) var rules: [Rule] = []
  /// What is wrong, by line.
  package private(set) var faults: [(line: Int, fault: Fault)] = []

  /// Reads a file.
  package init(text: String) {
    // A line may have a Windows line end, which is a single character.
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (position, bytes) in lines.enumerated() {
      let line = Substring(bytes).trimmed
      if line.isEmpty || line.hasPrefix("#") { continue }
      read(line, number: position + 1)
    }
  }

  private mutating func read(_ line: Substring, number: Int) {
    guard let colon = line.firstIndex(of: ":"),
      let kind = SanitizerRule.Kind(rawValue: String(line[..<colon]))
    else {
      let type = line.firstIndex(of: ":").map { String(line[..<$0]) } ?? ""
      faults.append((number, .noType(type)))
      return
    }
    let pattern = String(line[line.index(after: colon)...])
    if pattern.isEmpty { faults.append((number, .noPattern(kind))) }
    if Self.isPlace(pattern) { faults.append((number, .place(pattern))) }
    if pattern.drop(while: { $0 == "^" || $0 == "*" }).hasPrefix("_Z") {
      faults.append((number, .mangled(pattern)))
    }
    rules.append(Rule(line: number, rule: SanitizerRule(kind, SuppressionPattern(pattern))))
  }

  /// `pool.go:32`
  private static func isPlace(_ pattern: String) -> Bool {
    let text = pattern.hasSuffix("$") ? pattern.dropLast() : pattern[...]
    guard let colon = text.lastIndex(of: ":"), case let digits = text[text.index(after: colon)...] else {
      return false
    }
    return !digits.isEmpty && digits.allSatisfy { $0.isASCII && $0.isNumber } && text[..<colon].contains(".")
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    let blanks: Set<Character> = [" ", "\t", "\r"]
    var text = drop { blanks.contains($0) }
    while let last = text.last, blanks.contains(last) { text.removeLast() }
    return text
  }
}
