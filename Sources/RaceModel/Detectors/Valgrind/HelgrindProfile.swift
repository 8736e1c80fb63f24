extension Detector {
  /// Valgrind's Helgrind.
  package static let helgrind = Detector("helgrind")
}

extension DetectorProfile {
  /// Helgrind.
  static let helgrind = DetectorProfile.valgrind(
    .helgrind,
    title: "Helgrind",
    loneAccess: LoneAccess(
      words: "Helgrind names no other access",
      sentence: "Helgrind did not remember it",
      // Source: Helgrind's manual, options of Helgrind. The full history is the default.
      advice: [
        "--conflict-cache-size=10000000 makes Helgrind remember ten times as many accesses as by default; "
          + "with --history-level=none it remembers none"
      ]),
    printsReadLocks: false,
    vagueAccess: "--history-level=full makes Helgrind keep the stack of the older access",
    suppressionKind: "Helgrind:Race",
    grammars: [ValgrindGrammar.self, ValgrindXMLGrammar.self])
}
