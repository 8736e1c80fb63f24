extension Detector {
  /// The Go race detector.
  package static let go = Detector("go")
}

extension DetectorProfile {
  /// The Go race detector.
  static let go = DetectorProfile(
    detector: .go,
    title: "Go's race detector",
    threadWord: "goroutine",
    mainThread: "main goroutine",
    program: .goProgram,
    printsProcesses: false,
    creators: .unnamed(beginsIn: .golang, listsAncestors: true),
    loneAccess: nil,
    sumsUpLastAccess: false,
    printsReadLocks: true,
    // Panics leave functions without telling the detector.
    leavesStaleFrames: true,
    // Other addresses are of platforms that keep their memory elsewhere (runtime/malloc.go).
    memory: AddressMap(heap: 0xc0_0000_0000..<0xe0_0000_0000, globals: 0x1000..<0xc0_0000_0000),
    advice: Advice(
      whole: "GORACE=log_path=race writes reports to files race.PID, complete and apart from other output",
      forgotten:
        "GORACE=history_size=7 keeps more of what each goroutine did (Go 1.18 and older; later ones drop such reports)"
    ),
    remedies: [
      NoteRemedy(message: GoBlame.words.description, words: lostReports),
      NoteRemedy(message: "race detected outside of test execution", words: lostReports),
      NoteRemedy(message: " data race(s)", words: lostReports),
      NoteRemedy(
        message: "-race requires cgo",
        words: "The race detector needs cgo: set CGO_ENABLED=1 and install a C compiler."),
    ],
    plumbing: GoPlumbing.rules,
    suppressions: SuppressionSyntax(
      form: .rules,
      advice:
        "GORACE=suppressions=/absolute/path; run tests with -count=1, since the test cache ignores the file"
    ),
    grammars: [GoGrammar.self])

  private static let lostReports =
    "The reports of these races are not in the log. The detector prints them to standard error (2>&1 adds it to the "
    + "log) or to the files that GORACE=log_path names."
}
