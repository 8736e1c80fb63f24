/// Whether output is coloured: first the option decides, then the environment.
package enum ColorChoice: String, Sendable, CaseIterable {
  /// In colour on a terminal that has it, unless the environment says otherwise.
  case automatic = "auto"
  /// With attributes only (bold, reverse, underline).
  case never
  /// In colour, whatever the environment says.
  case always

  /// The choice after reading the environment: `NO_COLOR` before `CLICOLOR_FORCE` before `CLICOLOR`.
  ///
  /// - Parameters:
  ///   - isTerminal: whether the output is a terminal.
  ///   - variable: the value of a variable of the environment; nil if it is not set.
  package func isColored(isTerminal: Bool, variable: (String) -> String?) -> Bool {
    switch self {
    case .never: return false
    case .always: return true
    case .automatic:
      // no-color.org: set and empty is the same as not set. bixense.com/clicolors has the other two.
      if variable("NO_COLOR")?.isEmpty == false { return false }
      if let force = variable("CLICOLOR_FORCE"), !force.isEmpty, force != "0" { return true }
      return isTerminal && variable("CLICOLOR") != "0"
    }
  }
}
