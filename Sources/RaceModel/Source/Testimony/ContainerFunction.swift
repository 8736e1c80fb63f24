/// Functions of the containers of C++, Rust and Swift.
enum ContainerFunction {
  private static let types = [
    "std::vector<", "std::map<", "std::set<", "std::multimap<", "std::unordered_map<", "std::unordered_set<",
    "std::_Rb_tree<", "std::_Hashtable<", "std::deque<", "std::_Deque_base<", "std::list<",
    "std::__cxx11::list<",
    "std::_Vector_base<", "std::__1::vector<", "std::__1::__tree<", "std::__1::__hash_table<",
    "std::__1::deque<",
    "hashbrown::", "std::collections::",
  ]

  private static let swiftTypes = ["Swift.Array.", "Swift.Dictionary.", "Swift.Set.", "Swift.String."]

  /// Whether a function belongs to a container. What the program keeps in one is not the container.
  static func isOne(_ name: String) -> Bool { called(name) != nil }

  /// The name of a container's function without what it is made for; nil of all others.
  static func called(_ name: String) -> String? {
    // The type must be what the function belongs to, not one of its arguments.
    let owner = name.split(separator: "(", maxSplits: 1).first.map(String.init) ?? name
    let swift = DecodedName.of(owner.split(separator: " ").last.map(String.init) ?? owner)
    if swiftTypes.contains(where: swift.hasPrefix) { return swift }
    let isOfType = types.contains { type in
      // Rust's newer mangling has types in brackets: `<hashbrown::raw::RawTableInner>::iter`.
      guard owner.hasPrefix(type) || owner.hasPrefix("<" + type) || owner.contains(" " + type) else {
        return false
      }
      return owner.contains(">::") || type == "hashbrown::"
    }
    return isOfType ? name : nil
  }
}
