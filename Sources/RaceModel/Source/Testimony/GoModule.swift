/// What the go.mod above a file says.
enum GoModule {
  /// The language version from which on each round of a loop has its own variable.
  ///
  /// Source: the release notes of Go 1.22, "Changes to the language".
  static let ownVariables = LanguageVersion(major: 1, minor: 22)

  /// A version of Go's language.
  struct LanguageVersion: Comparable {
    var major: Int
    var minor: Int

    static func < (one: Self, other: Self) -> Bool { (one.major, one.minor) < (other.major, other.minor) }

    /// `1.22`, `1.22.3`, `1.22rc1`
    init?(_ text: Substring) {
      let parts = text.split(separator: ".")
      guard parts.count > 1, let major = Int(parts[0]), let minor = Int(parts[1].prefix(while: \.isNumber))
      else {
        return nil
      }
      self.init(major: major, minor: minor)
    }

    init(major: Int, minor: Int) { (self.major, self.minor) = (major, minor) }
  }

  /// Folders that are looked through at most.
  private static let reach = 20

  /// The version of the nearest go.mod above a file; nil without a go.mod or a version in it.
  static func languageVersion(above path: String) -> LanguageVersion? {
    var folder = path[...]
    for _ in 0..<reach {
      guard let slash = folder.lastIndex(of: "/") else { return nil }
      folder = folder[..<slash]
      guard let module = try? SourceFile(reading: "\(folder)/go.mod") else { continue }
      for line in 1..<(module.lineCount + 1) {
        let words = (module.text(ofLine: line) ?? "").split(separator: " ")
        if words.count > 1, words[0] == "go" { return LanguageVersion(words[1]) }
      }
      return nil
    }
    return nil
  }
}
