/// A lock that a report describes.
public struct Lock: Sendable {
  /// How the report names it: `M1`, or an address.
  public var id: String
  /// The line as printed.
  public var text: String
  /// The variable that it is, `m1`, or is a part of, `pool+16`; nil where the report does not say.
  package var variable: String?
  /// Where it was made, or first seen.
  public var created: Report.Stack?
  /// Whether the line announces a stack, which may be lost.
  public var announcesStack = false
}
