/// Whether a command is available now.
package enum Availability: Hashable, Sendable {
  /// It can.
  case yes
  /// It cannot, and why, in words for the footer.
  case no(String)

  /// The availability if both are required.
  func and(_ other: @autoclosure () -> Availability) -> Availability {
    if case .no = self { self } else { other() }
  }
}
