extension Cause.Kind {
  /// An object is used while or after it is destroyed.
  package static let useDuringDestruction = Cause.Kind(
    "use-during-destruction", "use during or after destruction")
}

extension CauseRule {
  /// Freed memory, a destructor or the table of virtual functions on one side.
  static let useDuringDestruction = CauseRule(
    kind: .useDuringDestruction,
    evidence: { facts in
      guard let (first, second) = facts.pair else { return nil }
      switch facts.report.kind {
      // That is the kind of the report already.
      case .useAfterFree, .vptrUseAfterFree: return nil
      case .vptrRace:
        // A constructor writes the table's address, too.
        return [first, second].lazy.compactMap(destructor).first
      default: break
      }
      // The last owner of a counted object frees it, ordered by fences that the detector does not see.
      // What locks do is atomic, too, and no such count.
      let isCounted = [first, second].contains { side in
        side.access.isAtomic && side.lead { $0.hasPrefix("pthread_") } == nil
      }
      if isCounted { return nil }
      for (side, other) in [(first, second), (second, first)] {
        if let evidence = destroyedContainer(side, other) { return evidence }
        if isDestroying(side) { return ["\(side.words) frees or destroys it"] }
        // What else a destructor writes may belong to something that stays.
        if other.access.operation == .read, side.access.operation == .write, isTypeOfBlock(facts),
          let evidence = destructor(side)
        {
          return evidence + ["it is at the start of the allocated block, where an object keeps its type"]
        }
      }
      return nil
    },
    examples: [
      Example(log: CauseExamples.freed(title: "heap-use-after-free"), holds: false),
      Example(log: virtualCall("Shape::~Shape()"), holds: true),
      // Two threads, and the object is still being made.
      Example(log: virtualCall("Shape::Shape()"), holds: false),
      Example(
        log: destructorWrite(
          "  Location is heap block of size 16 at 0x7b0400000000 allocated by main thread:\n    #0 main /src/app.cpp:9 (app+0x1)\n\n"
        ), holds: true),
      // A queue's destructor reads what the queue's user writes, under a lock of the queue's.
      Example(log: queueDestructor(user: "std::deque<int>::pop_front()"), holds: true),
      Example(log: queueDestructor(user: "std::vector<int>::pop_back()"), holds: false),
      // A destructor counts in something that stays.
      Example(
        log: destructorWrite(
          "  Location is heap block of size 64 at 0x7b03fffffff0 allocated by main thread:\n    #0 main /src/app.cpp:9 (app+0x1)\n\n"
        ), holds: false),
      Example(log: destructorWrite(""), holds: false),
      Example(
        log: CauseExamples.tsan(
          first: "Read of size 8 at 0x7b0400000000 by thread T1", firstStack: "run() /src/app.cpp:7",
          second: "Previous write of size 8 at 0x7b0400000000 by main thread",
          secondStack: "free <null>;main /src/app.cpp:12"), holds: true),
      // The last owner of a counted object frees it.
      Example(
        log: CauseExamples.tsan(
          first: "Write of size 8 at 0x7b0400000000 by thread T1",
          firstStack: "free <null>;drop /src/app.rs:7",
          second: "Previous atomic write of size 8 at 0x7b0400000000 by main thread",
          secondStack: "main /src/app.rs:12"), holds: false),
      Example(
        log: CauseExamples.tsan(
          first: "Read of size 8 at 0x7b0400000000 by thread T1", firstStack: "run() /src/app.cpp:7",
          second: "Previous write of size 8 at 0x7b0400000000 by main thread",
          secondStack: "main /src/app.cpp:12"),
        holds: false),
    ])

  /// A destructor of the library's on one side and another function of the same type on the other.
  private static func destroyedContainer(_ side: CauseFacts.Side, _ other: CauseFacts.Side) -> [String]? {
    for name in side.lead.lazy.compactMap(\.function) {
      guard let tilde = name.firstRange(of: "::~") else { continue }
      let type = name[..<tilde.lowerBound] + "::"
      guard let use = other.lead(where: { $0.hasPrefix(type) && !$0.contains("::~") }) else { continue }
      return ["\(name) in \(side.words)", "\(use) in \(other.words)"]
    }
    return nil
  }

  private static func destructor(_ side: CauseFacts.Side) -> [String]? {
    let names = (side.lead + [side.site].compactMap(\.self)).lazy.compactMap(\.function)
    let name = names.first { $0.contains("::~") || $0.hasPrefix("~") }
    return name.map { ["\($0) in \(side.words)"] }
  }

  /// Whether the accesses are to an address at the beginning of an allocated block, where C++ keeps the
  /// address of the table of virtual functions.
  private static func isTypeOfBlock(_ facts: CauseFacts) -> Bool {
    guard let location = facts.report.locations.first, location.kind == .heap,
      let address = facts.sides.lazy.compactMap(\.access.address).first
    else { return false }
    return location.address?.value == address.value && facts.sides.allSatisfy { $0.access.size == 8 }
  }

  /// A virtual call against a constructor or a destructor.
  private static func virtualCall(_ function: String) -> String {
    CauseExamples.tsan(
      title: "data race on vptr (ctor/dtor vs virtual call)",
      first: "Read of size 8 at 0x7b0400000000 by thread T1", firstStack: "Shape::run() /src/app.cpp:7",
      second: "Previous write of size 8 at 0x7b0400000000 by main thread",
      secondStack: "\(function) /src/app.cpp:12;main /src/app.cpp:20")
  }

  /// A destructor's write.
  private static func destructorWrite(_ sections: String) -> String {
    CauseExamples.tsan(
      first: "Read of size 8 at 0x7b0400000000 by thread T1", firstStack: "run() /src/app.cpp:7",
      second: "Previous write of size 8 at 0x7b0400000000 by main thread",
      secondStack: "Shape::~Shape() /src/app.cpp:12", sections: sections)
  }

  /// A container that is destroyed while another thread uses a container.
  private static func queueDestructor(user: String) -> String {
    CauseExamples.tsan(
      first: "Read of size 8 at 0x7ffe00000010 by main thread",
      firstStack:
        "std::deque<int>::begin() /usr/include/c++/12/bits/stl_deque.h:1061;std::deque<int>::~deque() /usr/include/c++/12/bits/stl_deque.h:1187;Queue::~Queue() /src/app.cpp:182;main /src/app.cpp:290",
      second: "Previous write of size 8 at 0x7ffe00000010 by thread T1 (mutexes: write M1)",
      secondStack: "\(user) /usr/include/c++/12/bits/stl_deque.h:1568;Queue::resume() /src/app.cpp:214")
  }
}
