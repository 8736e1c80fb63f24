extension Detector {
  /// Valgrind's Helgrind.
  public static let helgrind = Detector("helgrind")
}

extension DetectorProfile {
  /// Helgrind.
  static let helgrind = DetectorProfile(
    detector: .helgrind,
    title: "Helgrind",
    threadWord: "thread",
    mainThread: "main thread",
    program: .nativeProgram,
    namesProcesses: true,
    creators: .unnamed(beginsIn: .native, listsAncestors: false),
    loneAccess: LoneAccess(
      words: "Helgrind names no other access",
      sentence: "Helgrind did not remember it (--history-level)",
      advice: ["--history-level=full has Helgrind look for the other access"]),
    sumsUpLastAccess: false,
    namesReadLocks: false,
    leavesStaleFrames: false,
    memory: nil,
    advice: Advice(
      whole: "--log-file=race.%p writes reports to a file of its own for each process",
      symbols: "-g gives functions and files; libraries that were unloaded have none any more",
      vagueAccess: "--history-level=full has Helgrind keep the stack of the older access"),
    plumbing: ValgrindPlumbing.all,
    grammars: [ValgrindGrammar.self, ValgrindXMLGrammar.self])
}
