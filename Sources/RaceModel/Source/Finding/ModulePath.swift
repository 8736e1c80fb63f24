/// A file of a module with a version, from the module cache on.
struct ModulePath: Equatable, Sendable {
  /// The module's components, the last with its version.
  var module: [Substring]
  /// The file in the module.
  var file: [Substring]

  /// Whether it is a Go installation that Go itself fetched.
  var isToolchain: Bool { module.last?.hasPrefix("toolchain@") == true }

  /// The path in the module cache, where `B` is written `!b` because file systems may not tell them
  /// apart. A trimmed path has the letter, a whole one the mark.
  var inCache: String {
    let escaped = module.joined(separator: "/").reduce(into: "") { text, letter in
      if letter.isASCII, letter.isUppercase {
        text += "!" + letter.lowercased()
      } else {
        text.append(letter)
      }
    }
    return escaped + "/" + file.joined(separator: "/")
  }

  /// The path where a module's copy has no version in its name, as in `vendor/`.
  var withoutVersion: String {
    let plain = module.map { $0.split(separator: "@", maxSplits: 1).first ?? $0 }
    return (plain + file).joined(separator: "/")
  }
}
