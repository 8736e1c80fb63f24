/// One of the two accesses of a report: A was caught, B is the other one.
public enum Side: Int, Hashable, Sendable, CaseIterable {
  /// The access that was caught.
  case a
  /// The other access; nearly all detectors call it the previous one.
  case b

  /// The opposite side.
  public var other: Side { self == .a ? .b : .a }

  /// `A` or `B`.
  public var letter: String { self == .a ? "A" : "B" }
}
