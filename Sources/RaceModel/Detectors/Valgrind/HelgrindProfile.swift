extension Detector {
  /// Valgrind's Helgrind.
  public static let helgrind = Detector("helgrind")
}

extension DetectorProfile {
  /// Helgrind.
  static let helgrind = DetectorProfile.valgrind(
    .helgrind,
    title: "Helgrind",
    loneAccess: LoneAccess(
      words: "Helgrind names no other access",
      sentence: "Helgrind did not remember it (--history-level)",
      advice: ["--history-level=full has Helgrind look for the other access"]),
    namesReadLocks: false,
    vagueAccess: "--history-level=full has Helgrind keep the stack of the older access",
    suppressionKind: "Helgrind:Race",
    grammars: [ValgrindGrammar.self, ValgrindXMLGrammar.self])
}
