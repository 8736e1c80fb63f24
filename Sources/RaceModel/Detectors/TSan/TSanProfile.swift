extension Detector {
  /// ThreadSanitizer for C, C++, Objective-C, Swift, Rust and OCaml.
  package static let tsan = Detector("tsan")
}

extension DetectorProfile {
  /// ThreadSanitizer.
  static let tsan = DetectorProfile(
    detector: .tsan,
    title: "ThreadSanitizer",
    threadWord: "thread",
    mainThread: "main thread",
    program: .nativeProgram,
    printsProcesses: true,
    creators: .named,
    loneAccess: nil,
    sumsUpLastAccess: false,
    printsReadLocks: true,
    leavesStaleFrames: false,
    memory: nil,
    advice: Advice(
      whole:
        "TSAN_OPTIONS=log_path=race writes reports to files race.PID, complete and apart from other output",
      forgotten: "TSAN_OPTIONS=history_size=7 keeps more of what each thread did",
      symbols:
        "llvm-symbolizer in the program's PATH, or TSAN_OPTIONS=external_symbolizer_path, names functions and files"
    ),
    blindSpots: [.countedDrop],
    // Source: the README of Archer (openmp/tools/archer of LLVM); libgomp/configure.ac of GCC.
    openMP:
      "one side runs in an OpenMP region, whose barriers, locks and critical sections ThreadSanitizer does not see: "
      + "with GCC, build libgomp with --disable-linux-futex and -fsanitize=thread; with Clang, run with its Archer "
      + "(OMP_TOOL_LIBRARIES=libarcher.so, TSAN_OPTIONS=ignore_noninstrumented_modules=1)",
    missesFutexLocks: true,
    remedies: [
      NoteRemedy(
        message: "unexpected memory mapping",
        words: "The kernel places memory where ThreadSanitizer does not expect it: run the program with "
          + "setarch -R, or set vm.mmap_rnd_bits=28; LLVM 18.1 and later restart the program by themselves."),
      NoteRemedy(
        message: "SUMMARY: ThreadSanitizer: data race",
        words:
          "The reports that such lines sum up are not in the log. ThreadSanitizer prints them above, to standard "
          + "error (2>&1 adds it to the log) or to the files that TSAN_OPTIONS=log_path names."),
    ],
    plumbing: TSanPlumbing.rules,
    suppressions: SuppressionSyntax(form: .rules, advice: "TSAN_OPTIONS=suppressions=FILE"),
    grammars: [TSanGrammar.self])
}

extension BlindSpot {
  /// The last owner of a counted object frees it. Many counts go down with release order, and a fence of acquire order
  /// stands before the free. ThreadSanitizer knows no fences (`-Wtsan` of gcc; rust-lang/rust#65097).
  fileprivate static let countedDrop = BlindSpot(
    signs: Signs(functions: ["fetch_sub", "atomic_sub", "__exchange_and_add", "_M_release", "_unref"]),
    otherSigns: Signs(functions: ["free", "operator delete", "dealloc"]),
    words:
      "one side decrements a reference count, the other frees the object: a fence may order the two, but ThreadSanitizer "
      + "sees no fences. Build Rust's standard library with it (-Zbuild-std); in C++ decrement with memory_order_acq_rel"
  )
}
