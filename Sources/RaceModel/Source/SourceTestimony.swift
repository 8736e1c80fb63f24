/// What source files say of the calls that the stacks of a report show.
public struct SourceTestimony: Equatable, Sendable {
  /// For a stack, by the position of a frame, whether the line of the frame outside of it calls it; one
  /// less than the stack has frames. Stacks of which no file says anything are left out.
  public var calls: [StackPlace: [SourceSupport]]

  /// What is said of the calls of each stack.
  public init(calls: [StackPlace: [SourceSupport]] = [:]) {
    self.calls = calls
  }
}
