/// A lock that a report describes.
public struct Lock: Sendable {
  /// How the report names it: `M1`, or an address.
  public var id: String
  /// The line as printed.
  public var text: String
  /// Its variable, `m1`, or the variable that contains it, `pool+16`; nil if the report does not say.
  package var variable: String?
  /// Where it was created, or first seen.
  public var created: Report.Stack?
  /// Whether the line announces a stack, which may be lost.
  public var announcesStack = false
}
