extension Detector {
  /// ThreadSanitizer for C, C++, Objective-C, Swift, Rust and OCaml.
  public static let tsan = Detector("tsan")
}

extension DetectorProfile {
  /// ThreadSanitizer.
  static let tsan = DetectorProfile(
    detector: .tsan,
    title: "ThreadSanitizer",
    threadWord: "thread",
    mainThread: "main thread",
    program: .nativeProgram,
    namesProcesses: true,
    creators: .named,
    loneAccess: nil,
    sumsUpLastAccess: false,
    namesReadLocks: true,
    leavesStaleFrames: false,
    memory: nil,
    advice: Advice(
      whole: "TSAN_OPTIONS=log_path=race writes reports to files race.PID, whole and apart from other output",
      forgotten: "TSAN_OPTIONS=history_size=7 keeps more of what each thread did",
      symbols:
        "llvm-symbolizer in the program's PATH, or TSAN_OPTIONS=external_symbolizer_path, names functions and files"
    ),
    plumbing: TSanPlumbing.rules,
    suppressions: SuppressionSyntax(form: .rules, advice: "TSAN_OPTIONS=suppressions=FILE"),
    grammars: [TSanGrammar.self])
}
