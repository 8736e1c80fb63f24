/// What would have given the half of a report that is missing, for its detector.
enum HalfReportAdvice {
  /// Sentences to act on; empty when nothing is missing or nothing would help.
  static func advice(_ report: Report, _ frames: FrameTable) -> [String] {
    let profile = report.detector.profile
    var found = report.damage.compactMap { advice(for: $0, profile.advice) }
    if report.kind.hasTwoSides, report.damage.isEmpty, report.accesses.count < 2 {
      let hasSegments = report.sections.contains { $0.kind == .segment && $0.stack?.isEmpty == false }
      if hasSegments, let words = profile.loneAccess?.segments { found.append(words) }
      found += profile.loneAccess?.advice ?? []
    }
    if let words = profile.advice.vagueAccess, report.accesses.contains(where: { $0.operation == .access }) {
      found.append(words)
    }
    if let words = profile.advice.symbols, report.accesses.contains(where: { isBare($0, frames) }) {
      found.append(words)
    }
    return found.distinct()
  }

  /// Whether the frame that is shown for an access has neither function nor file.
  private static func isBare(_ access: Access, _ frames: FrameTable) -> Bool {
    guard let stack = access.stack, let index = access.siteIndex, index < stack.count else { return false }
    let site = frames[stack[index]]
    return site.function == nil && site.file == nil
  }

  private static func advice(for damage: Damage, _ advice: DetectorProfile.Advice) -> String? {
    switch damage {
    case .stackNotRestored, .creationNotRestored: advice.forgotten
    case .head, .tail, .stack, .accesses, .creation, .elided: advice.whole
    default: nil
    }
  }
}
