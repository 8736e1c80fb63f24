extension Detector {
  /// Valgrind's DRD.
  public static let drd = Detector("drd")
}

extension DetectorProfile {
  /// DRD, whose reports Helgrind's grammars read: both tools print by the same core.
  static let drd = DetectorProfile(
    detector: .drd,
    title: "DRD",
    threadWord: "thread",
    mainThread: "main thread",
    program: .nativeProgram,
    namesProcesses: true,
    creators: .unnamed(beginsIn: .native, listsAncestors: false),
    loneAccess: LoneAccess(
      words: "DRD names no other access",
      sentence: "DRD tells in which part of a thread it was, not where",
      advice: [
        "DRD prints the accesses of one thread; the segments below say what others did meanwhile",
        "--first-race-only=no reports every access, --check-stack-var=yes those of stack variables",
      ]),
    sumsUpLastAccess: false,
    namesReadLocks: true,
    leavesStaleFrames: false,
    memory: nil,
    advice: Advice(
      whole: "--log-file=race.%p writes reports to a file of its own for each process",
      symbols: "-g gives functions and files; libraries that were unloaded have none any more"),
    plumbing: ValgrindPlumbing.all,
    grammars: [])
}
