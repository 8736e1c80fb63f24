extension Cause.Kind {
  /// A container of the language's library is used by two threads at once.
  package static let concurrentContainerAccess = Cause.Kind(
    "concurrent-container-access", "concurrent container access")
}

extension CauseRule {
  /// Both sides are inside a container of the library.
  static let concurrentContainerAccess = CauseRule(
    kind: .concurrentContainerAccess,
    evidence: { facts in
      guard facts.program == .nativeProgram, let (first, second) = facts.pair,
        let one = container(first), let two = container(second)
      else { return nil }
      return ["\(one) in \(first.words)", "\(two) in \(second.words)"]
    },
    examples: [
      Example(
        log: CauseExamples.tsan(
          first: "Write of size 8 at 0x7b0400000000 by thread T1",
          firstStack:
            "std::vector<int, std::allocator<int> >::push_back(int const&) /usr/include/c++/12/bits/stl_vector.h:1281;add() /src/app.cpp:7",
          second: "Previous read of size 8 at 0x7b0400000000 by main thread",
          secondStack:
            "std::vector<int, std::allocator<int> >::size() const /usr/include/c++/12/bits/stl_vector.h:987;main /src/app.cpp:12"
        ), holds: true),
      // A string, and not what it is an element or an argument of.
      Example(
        log: CauseExamples.tsan(
          first: "Write of size 8 at 0x7b0400000000 by thread T1",
          firstStack:
            "std::__cxx11::basic_string<char>::assign(char const*) /usr/include/c++/12/bits/basic_string.h:1571;std::vector<Job, std::allocator<Job> >::push_back(Job const&) /usr/include/c++/12/bits/stl_vector.h:1281;add() /src/app.cpp:7",
          second: "Previous read of size 8 at 0x7b0400000000 by main thread",
          secondStack:
            "std::__cxx11::basic_string<char>::size() const /usr/include/c++/12/bits/basic_string.h:1064;std::map<int, Job>::at(int const&) /usr/include/c++/12/bits/stl_map.h:551;main /src/app.cpp:12"
        ), holds: false),
      // An element, touched by code of the program.
      Example(
        log: CauseExamples.tsan(
          first: "Write of size 8 at 0x7b0400000000 by thread T1",
          firstStack: "fill(std::vector<int, std::allocator<int> >&) /src/app.cpp:7",
          second: "Previous read of size 8 at 0x7b0400000000 by main thread",
          secondStack: "sum(std::vector<int, std::allocator<int> >&) /src/app.cpp:12"), holds: false),
    ])

  /// The container's function that a side is in. A string above it may be an element or an argument.
  private static func container(_ side: CauseFacts.Side) -> String? {
    let name = side.lead.lazy.compactMap(\.function).first {
      ContainerFunction.isOne($0) || $0.contains("basic_string<")
    }
    return name.flatMap(ContainerFunction.called)
  }
}
