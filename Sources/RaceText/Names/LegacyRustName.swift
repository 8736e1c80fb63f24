/// A name of Rust's older mangling as programs for C++ decode it: `main::h0951afbb23a1bdaf`,
/// `app::run::_$u7b$$u7b$closure$u7d$$u7d$::h0951afbb23a1bdaf`.
///
/// Source: rustc_symbol_mangling/src/legacy.rs, and the `legacy` module of rustc-demangle.
enum LegacyRustName {
  private static let escapes: [(escape: String, text: String)] = [
    ("$SP$", "@"), ("$BP$", "*"), ("$RF$", "&"), ("$LT$", "<"), ("$GT$", ">"), ("$LP$", "("), ("$RP$", ")"),
    ("$C$", ","), ("$u7e$", "~"), ("$u20$", " "), ("$u27$", "'"), ("$u5b$", "["), ("$u5d$", "]"),
    ("$u7b$", "{"),
    ("$u7d$", "}"), ("$u3b$", ";"), ("$u2b$", "+"), ("$u22$", "\""),
  ]

  /// The name as people write it, without the hash; the name itself when it has no such hash.
  static func decoded(_ name: String) -> String {
    let hash = name.utf8.suffix(17)
    guard name.utf8.count > 19, hash.first == UInt8(ascii: "h"), hash.dropFirst().allSatisfy({ isHex($0) }),
      name.utf8.dropLast(17).suffix(2).elementsEqual("::".utf8)
    else { return name }
    var text = String(name.utf8.dropLast(19)) ?? name
    text = text.replacing("::_$", with: "::$").replacing("..", with: "::")
    if text.hasPrefix("_$") { text.removeFirst() }
    for (escape, plain) in escapes { text = text.replacing(escape, with: plain) }
    return text
  }

  private static func isHex(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
  }
}
