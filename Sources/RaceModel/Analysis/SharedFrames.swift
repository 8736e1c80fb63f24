/// The frames that the two sides of a report have in common, counted from the outermost one: the code
/// path that led to both accesses.
///
/// The origin of a side is its creation stack and then its own stack, outermost frame first. When one
/// thread created the other, the origin of the created one begins with the stack of its creator; when
/// a third created both, both origins begin with its stack. Of these readings the one that shares most
/// is taken. It says "same code path", which is what the log tells.
public struct SharedFrames: Equatable, Sendable {
  /// How much of a side is shared.
  public struct Side: Equatable, Sendable {
    /// Whether the origin that was compared begins with the creation stack.
    public var startsInCreation: Bool
    /// Outermost frames of the creation stack that are shared.
    public var creation: Int
    /// Outermost frames of the access's own stack that are shared.
    public var stack: Int
  }

  /// How many frames the two origins share.
  public let count: Int
  /// Whether the frames next inward are the same function at two lines: there the paths part.
  public let isForked: Bool
  /// What is shared of the first and of the second access's side.
  public let sides: [Side]

  /// A side's stacks, innermost frame first; empty when unknown.
  public typealias Stacks = (stack: [Frame], creation: [Frame])

  /// Compares two sides; nil when they have no frame and no function in common at their outer ends.
  public init?(first: Stacks, second: Stacks) {
    let readings = [(true, true), (true, false), (false, true)]
    let found = readings.compactMap { SharedFrames(first, second, withCreation: $0) }
    guard let best = found.max(by: { ($0.count, $0.rank) < ($1.count, $1.rank) }) else { return nil }
    self = best
  }

  private var rank: Int { isForked ? 1 : 0 }

  private init?(_ first: Stacks, _ second: Stacks, withCreation: (Bool, Bool)) {
    guard let origin = Self.origin(first, withCreation.0), let other = Self.origin(second, withCreation.1)
    else {
      return nil
    }
    count = zip(origin, other).prefix { Self.isSame($0, $1) }.count
    isForked = count < origin.count && count < other.count && Self.isSameFunction(origin[count], other[count])
    guard count > 0 || isForked else { return nil }
    sides = [
      Self.side(count, withCreation.0, creation: first.creation.count),
      Self.side(count, withCreation.1, creation: second.creation.count),
    ]
  }

  /// A side's frames, outermost first; nil when the reading needs a creation that is not known.
  private static func origin(_ side: Stacks, _ withCreation: Bool) -> [Frame]? {
    guard withCreation else { return side.stack.reversed() }
    return side.creation.isEmpty ? nil : side.creation.reversed() + side.stack.reversed()
  }

  private static func side(_ count: Int, _ startsInCreation: Bool, creation: Int) -> Side {
    let created = startsInCreation ? creation : 0
    return Side(
      startsInCreation: startsInCreation, creation: min(count, created), stack: max(0, count - created))
  }

  private static func isSame(_ frame: Frame, _ other: Frame) -> Bool {
    isSameFunction(frame, other) && frame.file == other.file && frame.line == other.line
  }

  private static func isSameFunction(_ frame: Frame, _ other: Frame) -> Bool {
    frame.function != nil && frame.function == other.function && frame.fileName == other.fileName
  }
}
