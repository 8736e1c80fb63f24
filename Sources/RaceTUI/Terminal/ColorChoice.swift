internal import Glibc

/// Whether the screen is drawn in colour.
package enum ColorChoice: String, Sendable, CaseIterable {
  /// In colour where the terminal has it, unless `NO_COLOR` is set to something.
  case automatic = "auto"
  /// With attributes only (bold, reverse, underline).
  case never
  /// In colour where the terminal has it, whatever `NO_COLOR` says.
  case always

  /// The choice once the environment has been asked.
  package var allowsColor: Bool {
    switch self {
    case .never: false
    case .always: true
    // no-color.org: set and empty is the same as not set.
    case .automatic: getenv("NO_COLOR").map { $0.pointee == 0 } ?? true
    }
  }
}
