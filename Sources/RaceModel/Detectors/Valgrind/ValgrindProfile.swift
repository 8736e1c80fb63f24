extension DetectorProfile {
  /// A tool of Valgrind, with what is the same for all of them: they print by the same core.
  ///
  /// - Parameter vagueAccess: how to get the stack of an access that is only mentioned.
  static func valgrind(
    _ detector: Detector, title: String, loneAccess: LoneAccess, namesReadLocks: Bool,
    vagueAccess: String? = nil, suppressionKind: String,
    grammars: [any ReportGrammar.Type]
  ) -> DetectorProfile {
    DetectorProfile(
      detector: detector,
      title: title,
      threadWord: "thread",
      mainThread: "main thread",
      program: .nativeProgram,
      namesProcesses: true,
      creators: .unnamed(beginsIn: .native, listsAncestors: false),
      loneAccess: loneAccess,
      sumsUpLastAccess: false,
      namesReadLocks: namesReadLocks,
      leavesStaleFrames: false,
      memory: nil,
      advice: Advice(
        whole: "--log-file=race.%p writes reports to a file of its own for each process",
        symbols: "-g gives functions and files; libraries that were unloaded have none any more",
        vagueAccess: vagueAccess),
      plumbing: ValgrindPlumbing.all,
      suppressions: SuppressionSyntax(
        form: .blocks(kind: suppressionKind), advice: "valgrind --suppressions=FILE"),
      grammars: grammars)
  }
}
