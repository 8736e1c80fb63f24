/// Whether a command can do anything now.
package enum Availability: Hashable, Sendable {
  /// It can.
  case yes
  /// It cannot, and why, in words for the footer.
  case no(String)

  /// What holds when both must.
  func and(_ other: @autoclosure () -> Availability) -> Availability {
    if case .no = self { self } else { other() }
  }
}
