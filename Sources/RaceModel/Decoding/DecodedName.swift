/// Names that compilers pack declarations into, as far as they are decoded without a program: for sentences and for the
/// source, which have others.
package enum DecodedName {
  /// The name as people write it; the name itself where it is not mangled, or not simple.
  package static func of(_ name: String) -> String {
    switch name.utf8.first {
    case UInt8(ascii: "_"): RustName.decoded(name) ?? SwiftName.decoded(name) ?? name
    case UInt8(ascii: "$"): SwiftName.decoded(name) ?? name
    default: name
    }
  }
}
