/// The frames that the two sides of a report have in common, counted from the outermost one: the code
/// path that led to both accesses.
///
/// A side is reached through its creation stack and then its own stack. The parts that share most are
/// taken: one goroutine's creation and the other's stack when one created the other, both creations
/// when a third created both. It says "same code path", which is what the log tells.
public struct SharedFrames: Equatable, Sendable {
  /// A part of a side.
  public enum Part: Equatable, Sendable {
    /// The stack of the access.
    case stack
    /// The stack at which the thread was created.
    case creation
  }

  /// Which part of the first access's side.
  public let first: Part
  /// Which part of the second access's side.
  public let second: Part
  /// How many frames, from the outermost inward, are the same in both parts.
  public let count: Int
  /// Whether the frames next inward are the same function at two lines: there the paths part.
  public let isForked: Bool

  /// Compares two sides; nil when they have no frame and no function in common at their outer ends.
  ///
  /// - Parameters:
  ///   - first: the stack and the creation stack of one side, innermost frame first; empty when unknown.
  ///   - second: the same of the other side.
  public init?(
    first: (stack: [Frame], creation: [Frame]), second: (stack: [Frame], creation: [Frame])
  ) {
    let pairs: [(Part, Part, [Frame], [Frame])] = [
      (.creation, .stack, first.creation, second.stack), (.stack, .creation, first.stack, second.creation),
      (.creation, .creation, first.creation, second.creation), (.stack, .stack, first.stack, second.stack),
    ]
    var best: SharedFrames?
    for (part, otherPart, frames, others) in pairs {
      guard let found = SharedFrames(part, otherPart, frames, others) else { continue }
      if best.map({ (found.count, found.isForked ? 1 : 0) > ($0.count, $0.isForked ? 1 : 0) }) ?? true {
        best = found
      }
    }
    guard let best else { return nil }
    self = best
  }

  private init?(_ part: Part, _ otherPart: Part, _ frames: [Frame], _ others: [Frame]) {
    let count = zip(frames.reversed(), others.reversed()).prefix { Self.isSame($0, $1) }.count
    let (own, other) = (frames.count - count - 1, others.count - count - 1)
    var isForked = false
    if own >= 0, other >= 0, let function = frames[own].function, function == others[other].function {
      isForked = frames[own].fileName == others[other].fileName
    }
    guard count > 0 || isForked else { return nil }
    self.first = part
    self.second = otherPart
    self.count = count
    self.isForked = isForked
  }

  private static func isSame(_ frame: Frame, _ other: Frame) -> Bool {
    frame.function == other.function && frame.file == other.file && frame.line == other.line
      && frame.function != nil
  }
}
