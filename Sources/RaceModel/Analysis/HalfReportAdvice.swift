/// What would have given the half of a report that is missing, for its detector.
public enum HalfReportAdvice {
  /// Sentences to act on; empty when nothing is missing or nothing would help.
  static func advice(_ report: Report, _ frames: FrameTable) -> [String] {
    var found = report.damage.compactMap { advice(for: $0, report.detector) }
    if report.kind.hasTwoSides, report.damage.isEmpty, report.accesses.count < 2 {
      found += loneAccess(report.detector)
    }
    if report.detector == .helgrind, report.accesses.contains(where: { $0.operation == .access }) {
      found.append("--history-level=full has Helgrind keep the stack of the older access")
    }
    if let words = symbols(report.detector), report.accesses.contains(where: { isBare($0, frames) }) {
      found.append(words)
    }
    var seen: Set<String> = []
    return found.filter { seen.insert($0).inserted }
  }

  /// Whether the frame that stands for an access has neither function nor file.
  private static func isBare(_ access: Access, _ frames: FrameTable) -> Bool {
    guard let stack = access.stack, let index = access.siteIndex, index < stack.count else { return false }
    let site = frames[stack[index]]
    return site.function == nil && site.file == nil
  }

  /// What gives names to frames.
  private static func symbols(_ detector: Detector) -> String? {
    switch detector {
    case .tsan:
      "llvm-symbolizer in the program's PATH, or TSAN_OPTIONS=external_symbolizer_path, names functions and files"
    case .helgrind, .drd: "-g gives functions and files; libraries that were unloaded have none any more"
    case .go, .kcsan: nil
    }
  }

  /// Detectors that print one access even of a whole report.
  private static func loneAccess(_ detector: Detector) -> [String] {
    switch detector {
    case .drd:
      [
        "DRD prints the accesses of one thread; the segments below say what others did meanwhile",
        "--first-race-only=no reports every access, --check-stack-var=yes those of stack variables",
      ]
    case .helgrind: ["--history-level=full has Helgrind look for the other access"]
    case .kcsan:
      [
        "KCSAN saw the value change while it watched; the other access is not instrumented or comes from a device",
        "CONFIG_KCSAN_INTERRUPT_WATCHER=y and a longer kcsan.udelay_task catch more of the other side",
      ]
    case .go, .tsan: []
    }
  }

  private static func advice(for damage: Damage, _ detector: Detector) -> String? {
    switch (damage, detector) {
    case (.stackNotRestored, .go), (.creationNotRestored, .go):
      "GORACE=history_size=7 keeps more of what each goroutine did (Go 1.18 and older; later ones drop such reports)"
    case (.stackNotRestored, .tsan), (.creationNotRestored, .tsan):
      "TSAN_OPTIONS=history_size=7 keeps more of what each thread did"
    case (.head, _), (.tail, _), (.stack, _), (.accesses, _), (.creation, _), (.elided, _): whole(detector)
    default: nil
    }
  }

  /// How to have a report in a file of its own, whole.
  private static func whole(_ detector: Detector) -> String? {
    switch detector {
    case .go: "GORACE=log_path=race writes reports to files race.PID, whole and apart from other output"
    case .tsan:
      "TSAN_OPTIONS=log_path=race writes reports to files race.PID, whole and apart from other output"
    case .helgrind, .drd: "--log-file=race.%p writes reports to a file of its own for each process"
    case .kcsan: "dmesg, or the serial console, has the report whole"
    }
  }
}
