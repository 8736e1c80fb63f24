/// What compilers put behind the name of a function that they have cloned, split or moved: `.constprop.0`, `.isra.3`,
/// `.part.1`, `.cold`, `.llvm.8412`. The numbers differ from build to build.
///
/// Demanglers keep it in brackets: `put(int) [clone .isra.0]` (GNU), `put(int) (.llvm.8412)` (LLVM).
///
/// Source: `clone_function_name` in GCC's `cgraphclones.cc`; `-funique-internal-linkage-names`, ThinLTO and hot-cold
/// splitting in the documentation of Clang.
enum CloneSuffix {
  /// The words, and whether a number must follow.
  private static let words: [(text: StaticString, isNumbered: Bool)] = [
    ("constprop", true), ("isra", true), ("part", true), ("cold", false), ("llvm", true),
    ("lto_priv", true), ("__uniq", true),
  ]

  /// How many bytes of a name are left without it.
  static func start(in name: Span<UInt8>) -> Int {
    var end = name.count
    while let start = last(of: name, end) { end = start }
    return end
  }

  /// Where the last suffix begins in the first `end` bytes of a name; nil when it ends with none.
  private static func last(of name: Span<UInt8>, _ end: Int) -> Int? {
    guard end > 5 else { return nil }
    switch name[end - 1] {
    case UInt8(ascii: "]"), UInt8(ascii: ")"):
      let open = name[end - 1] == UInt8(ascii: "]") ? UInt8(ascii: "[") : UInt8(ascii: "(")
      guard let bracket = name.last(open, in: 0..<end - 1), bracket > 1, name[bracket - 1] == 0x20 else {
        return nil
      }
      let start = bracket + (name.has("clone ", at: bracket + 1, end: end) ? 7 : 1)
      var rest = end - 1
      while rest > start, let word = bare(name, start..<rest) { rest = word }
      return rest == start && start < end - 1 ? bracket - 1 : nil
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "d"):
      return bare(name, 1..<end)
    default: return nil
    }
  }

  /// Where `.WORD` or `.WORD.NUMBER` begins at the end of a text.
  private static func bare(_ name: Span<UInt8>, _ text: Range<Int>) -> Int? {
    var end = text.upperBound
    while end > text.lowerBound, name[end - 1] &- 0x30 < 10 { end -= 1 }
    let isNumbered = end < text.upperBound
    if isNumbered {
      guard end > text.lowerBound, name[end - 1] == UInt8(ascii: ".") else { return nil }
      end -= 1
    }
    for word in words where isNumbered || !word.isNumbered {
      let dot = end - word.text.utf8CodeUnitCount - 1
      if dot >= text.lowerBound, name[dot] == UInt8(ascii: "."), name.has(word.text, at: dot + 1, end: end) {
        return dot
      }
    }
    return nil
  }
}
