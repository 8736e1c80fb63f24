/// What an access changed.
public struct ValueChange: Hashable, Sendable {
  /// The value before.
  public var from: String
  /// The value after.
  public var to: String
}
