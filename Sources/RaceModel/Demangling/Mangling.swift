/// How a compiler packed a whole declaration into the name of a function.
package enum Mangling: String, Hashable, Sendable, CaseIterable {
  /// The Itanium ABI's, of C++; Rust's older one looks the same.
  case cxx = "C++"
  /// Rust's own, called v0.
  case rust = "Rust"
  /// Swift's, of all versions.
  case swift = "Swift"

  /// What the compilers of Linux and of Apple's systems, which put one more `_` before names, begin with.
  private static let beginnings: [(String, Mangling)] = [
    ("_Z", .cxx), ("__Z", .cxx), ("_R", .rust), ("__R", .rust), ("$s", .swift), ("$S", .swift),
    ("$e", .swift), ("_$s", .swift), ("_$S", .swift), ("_$e", .swift), ("_T0", .swift), ("__T0", .swift),
  ]

  /// Longer names are not asked about: no person reads what they stand for.
  private static let longest = 1 << 14

  /// How a name is mangled; nil when it is not, or when it has a character that no compiler puts into one.
  package static func of(_ name: String) -> Mangling? {
    // The first byte rules out nearly all names.
    guard let first = name.utf8.first, first == UInt8(ascii: "_") || first == UInt8(ascii: "$"),
      let (beginning, mangling) = beginnings.first(where: { name.utf8.starts(with: $0.0.utf8) }),
      let next = name.utf8.dropFirst(beginning.utf8.count).first, name.utf8.count <= longest,
      name.unicodeScalars.allSatisfy({ isPart($0) })
    else { return nil }
    // `_RUN` may be anything; a path of Rust begins with one of these.
    if mangling == .rust, !"CMXYNIB".utf8.contains(next) { return nil }
    return mangling
  }

  /// Whether a character can be part of a mangled name and does nothing but be read: no blank, no control
  /// character, nothing that turns the direction of text.
  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ...0x20, 0x7F...0xA0: false
    case ..<0x80: true
    default: scalar.properties.isXIDContinue
    }
  }
}
