/// Decodes simple names of Swift's mangling: `$s4pond5HeronC4fishyyF` is `pond.Heron.fish`.
///
/// Simple are functions, variables, accessors, initializers, subscripts and their closures in modules, types and nested types,
/// and what the optimizer has made of them for some types; not those in extensions. Of others, and of what the compiler makes,
/// nothing is said.
///
/// Source: docs/ABI/Mangling.rst of Swift.
package enum SwiftName {
  /// Longer names are not decoded.
  private static let longest = 1024

  /// The name as people write it, without types; nil where it is not simple.
  package static func decoded(_ name: String) -> String? {
    guard name.utf8.count <= longest,
      let head = ["$s", "_$s", "$S", "_$S", "$e", "_$e"].first(where: { name.hasPrefix($0) })
    else { return nil }
    var reader = SwiftReader(Array(name.utf8.dropFirst(head.utf8.count)))
    return reader.entity()
  }

  /// Whether a name is one of the standard library's types or functions, though the optimizer may have put it into the program:
  /// `$sSa6appendyyxnFSi_Tg5`, `generic specialization <Swift.Int> of Swift.Array.append(__owned A) -> ()`. What a program
  /// adds to such a type in an extension is its own.
  static func isOfStandardLibrary(_ text: Span<UInt8>, _ name: Range<Int>) -> Bool {
    if text.has("generic specialization <", at: name.lowerBound, end: name.upperBound)
      || text.has("function signature specialization <", at: name.lowerBound, end: name.upperBound)
    {
      return text.first("> of Swift.", in: name) != nil
    }
    let prefix = name.lowerBound + 2
    guard text.has("$s", at: name.lowerBound, end: name.upperBound), prefix < name.upperBound else {
      return false
    }
    if text[prefix] == UInt8(ascii: "s") { return true }
    guard text[prefix] == UInt8(ascii: "S"), prefix + 2 < name.upperBound,
      SwiftReader.types[text[prefix + 1]] != nil
    else { return false }
    var bytes: [UInt8] = []
    for index in prefix + 2..<min(name.upperBound, prefix + longest) { bytes.append(text[index]) }
    var rest = bytes[...]
    guard SwiftIdentifiers.parts(&rest) != nil else { return bytes[0] == UInt8(ascii: "_") }
    return rest.first != UInt8(ascii: "E")
  }
}
