extension DetectorProfile {
  /// A tool of Valgrind, with what is the same for all of them: they print by the same core.
  ///
  /// - Parameter vagueAccess: how to get the stack of an access that is only mentioned.
  static func valgrind(
    _ detector: Detector, title: String, loneAccess: LoneAccess, printsReadLocks: Bool,
    vagueAccess: String? = nil, suppressionKind: String,
    grammars: [any ReportGrammar.Type]
  ) -> DetectorProfile {
    DetectorProfile(
      detector: detector,
      title: title,
      threadWord: "thread",
      mainThread: "main thread",
      program: .nativeProgram,
      printsProcesses: true,
      creators: .unnamed(beginsIn: .native, listsAncestors: false),
      loneAccess: loneAccess,
      sumsUpLastAccess: false,
      printsReadLocks: printsReadLocks,
      leavesStaleFrames: false,
      memory: nil,
      advice: Advice(
        whole: "--log-file=race.%p writes the reports of each process to its own file",
        symbols: "-g gives functions and files; unloaded libraries no longer have any",
        vagueAccess: vagueAccess),
      blindSpots: [.sharedPointer(title), .atomics(title)],
      // Source: the manuals of Helgrind and DRD, on the runtime of OpenMP of GNU.
      openMP:
        "one side runs in an OpenMP region, whose barriers, locks and critical sections \(title) does not see: "
        + "with a libgomp built with --disable-linux-futex it does",
      plumbing: ValgrindPlumbing.all,
      suppressions: SuppressionSyntax(
        form: .blocks(kind: suppressionKind), advice: "valgrind --suppressions=FILE"),
      grammars: grammars)
  }
}

extension BlindSpot {
  /// The counts of `shared_ptr`. Source: "Debugging C++11 Programs" of DRD's manual, "Data Race Hunting" of libstdc++'s.
  fileprivate static func sharedPointer(_ tool: String) -> BlindSpot {
    BlindSpot(
      signs: Signs(
        functions: ["_Sp_counted", "_M_release", "__exchange_and_add"], files: ["shared_ptr_base.h"]),
      words: "\(tool) does not see how shared_ptr counts its owners: define "
        + "_GLIBCXX_SYNCHRONIZATION_HAPPENS_BEFORE and _AFTER before all headers (libstdc++, Data Race Hunting)"
    )
  }

  /// Atomic variables: what the compiler makes of them looks like plain accesses.
  fileprivate static func atomics(_ tool: String) -> BlindSpot {
    BlindSpot(
      signs: Signs(
        functions: ["std::atomic", "std::__atomic_base", "__atomic_"],
        files: ["atomic_base.h", "atomic", "stdatomic.h"]),
      words: "\(tool) treats std::atomic operations as plain accesses that order nothing; "
        + "ThreadSanitizer sees atomics")
  }
}
