/// A suppression of a race for its detector.
package enum Suppression: Hashable, Sendable {
  /// A line of a file for ThreadSanitizer or the Go race detector.
  case rule(SanitizerRule)
  /// Blocks of a file for Helgrind or DRD, one for either side that can be caught.
  case blocks([ValgrindBlock])
  /// A function for KCSAN to skip.
  case function(String)

  /// The text of the suppression.
  package var text: String {
    switch self {
    case .rule(let rule): rule.line
    case .blocks(let blocks): blocks.map(\.text).joined(separator: "\n")
    case .function(let name): "!\(name)"
    }
  }

  /// Whether it hides a report.
  package func hides(_ detail: DetailedReport) -> Bool {
    switch self {
    case .rule(let rule): return rule.hides(detail)
    case .blocks(let blocks): return blocks.contains { $0.hides(detail) }
    case .function(let name):
      return detail.report.accesses.contains { detail.frames(of: $0.stack).first?.function == name }
    }
  }

  /// The suppressions for a race, from one of its reports, the narrowest first.
  package static func candidates(_ detail: DetailedReport, name: String) -> [Suppression] {
    guard detail.report.kind.hasTwoSides || detail.report.kind == .lockOrder else { return [] }
    switch detail.report.detector.profile.suppressions.form {
    case .rules: return rules(detail).map { .rule($0) }
    case .blocks(let kind):
      let blocks = detail.report.accesses.compactMap { access in
        ValgrindBlock(detail.frames(of: access.stack), site: access.siteIndex ?? 0, name: name, kind: kind)
      }
      return blocks.isEmpty ? [] : [.blocks(blocks.distinct())]
    case .functions:
      let names = detail.report.accesses.compactMap { detail.frames(of: $0.stack).first?.function }
      return names.distinct().map { .function($0) }
    }
  }

  private static func rules(_ detail: DetailedReport) -> [SanitizerRule] {
    let report = detail.report
    guard report.kind.hasTwoSides else {
      let names = report.sections.compactMap {
        detail.frames(of: $0.stack).first { !$0.isPlumbing }?.function
      }
      return names.map { SanitizerRule(.deadlock, SuppressionPattern(name: $0)) }.distinct()
    }
    var rules: [SanitizerRule] = []
    let sites = report.accesses.map { ($0, detail.site(of: $0)) }
    for (access, site) in sites where access.siteIndex == 0 {
      if let name = site?.function { rules.append(SanitizerRule(.raceTop, SuppressionPattern(name: name))) }
    }
    for (_, site) in sites {
      if let name = site?.function { rules.append(SanitizerRule(.race, SuppressionPattern(name: name))) }
    }
    if let location = report.locations.first(where: { $0.kind == .global }), let name = location.name {
      rules.append(SanitizerRule(.race, SuppressionPattern(name: name)))
    }
    for (_, site) in sites {
      if let file = site?.fileName { rules.append(SanitizerRule(.race, SuppressionPattern(String(file)))) }
    }
    return rules.distinct()
  }
}
