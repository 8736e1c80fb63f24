extension CauseRule {
  /// Both sides stand in functions of the Go runtime that work on maps.
  static let concurrentMapAccess = CauseRule(
    kind: .concurrentMapAccess,
    evidence: { facts in
      guard facts.program == .goProgram, let (first, second) = facts.pair,
        let one = first.lead(where: { GoRuntimeFunction.subject($0) == .map }),
        let two = second.lead(where: { GoRuntimeFunction.subject($0) == .map })
      else { return nil }
      return ["\(one) in \(first.words)", "\(two) in \(second.words)"]
    },
    examples: CauseExamples.maps)

  /// One side lets a slice grow or copies it.
  static let sliceAppend = CauseRule(
    kind: .sliceAppend,
    evidence: { facts in
      guard facts.program == .goProgram, let (first, second) = facts.pair else { return nil }
      for side in [first, second] {
        // A buffer of the standard library is what is shared, not a slice of the program's.
        if let name = side.lead(where: { GoRuntimeFunction.subject($0) == .slice }), !isBuffer(side.site) {
          return ["\(name) in \(side.words)"]
        }
      }
      return nil
    },
    examples: CauseExamples.slices)

  private static func isBuffer(_ site: Frame?) -> Bool {
    ["bytes.", "bufio.", "strings."].contains { site?.function?.hasPrefix($0) == true }
  }

  /// Both sides stand inside a container of the library.
  static let concurrentContainerAccess = CauseRule(
    kind: .concurrentContainerAccess,
    evidence: { facts in
      guard facts.program == .nativeProgram, let (first, second) = facts.pair,
        let one = container(first), let two = container(second)
      else { return nil }
      return ["\(one) in \(first.words)", "\(two) in \(second.words)"]
    },
    examples: CauseExamples.containers)

  /// The container's function that a side stands in. A string above it may be an element or an argument.
  private static func container(_ side: CauseFacts.Side) -> String? {
    let name = side.lead.lazy.compactMap(\.function).first { isContainer($0) || $0.contains("basic_string<") }
    return name.flatMap { isContainer($0) ? $0 : nil }
  }

  /// Whether a function belongs to a container of C++, Rust or Swift. What the program keeps in one is
  /// not the container.
  private static func isContainer(_ name: String) -> Bool {
    let types = [
      "std::vector<", "std::map<", "std::set<", "std::multimap<", "std::unordered_map<",
      "std::unordered_set<",
      "std::_Rb_tree<", "std::_Hashtable<", "std::deque<", "std::_Deque_base<", "std::list<",
      "std::__cxx11::list<",
      "std::_Vector_base<", "std::__1::vector<", "std::__1::__tree<", "std::__1::__hash_table<",
      "std::__1::deque<", "hashbrown::",
    ]
    // The type must be what the function belongs to, not one of its arguments.
    let owner = name.split(separator: "(", maxSplits: 1).first.map(String.init) ?? name
    return types.contains { type in
      guard owner.hasPrefix(type) || owner.contains(" " + type) else { return false }
      return owner.contains(">::") || type == "hashbrown::"
    }
  }
}
