extension Detector {
  /// Valgrind's DRD.
  package static let drd = Detector("drd")
}

extension DetectorProfile {
  /// DRD, whose reports Helgrind's grammars read.
  static let drd = DetectorProfile.valgrind(
    .drd,
    title: "DRD",
    loneAccess: LoneAccess(
      words: "DRD names no other access",
      sentence: "DRD says in which part of a thread it was, not where",
      advice: ["--first-race-only=no reports every access, --check-stack-var=yes those to stack variables"],
      segments: "DRD prints the accesses of one thread; its segments say what others did meanwhile"),
    printsReadLocks: true,
    suppressionKind: "drd:ConflictingAccess",
    grammars: [])
}
