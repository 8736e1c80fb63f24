/// The groupings of a list of races.
package enum RaceGrouping: String, Sendable, CaseIterable {
  /// By families: races that share a site, directly or through others.
  case family
  /// By what they are on.
  case variable
  /// By the package, or the folder, of the first access.
  case package
  /// By the likely cause.
  case cause
  /// By the test of the first report.
  case test
  /// By the log of the first report.
  case log
  /// By who last changed the line of the first access.
  case owner

  /// In a sentence: `by family`.
  package var words: String { "by \(rawValue)" }

  /// Whether grouping needs explanations of races.
  package var needsExplanations: Bool { self == .variable || self == .cause }

  /// The title for races about which the logs do not tell.
  var absence: String {
    switch self {
    case .family: "no site"
    case .variable: "memory not named"
    case .package: "no package or folder named"
    case .cause: "no likely cause found"
    case .test: "no test named"
    case .log: "no log"
    case .owner: "owner not known: no file, or not committed"
    }
  }
}
