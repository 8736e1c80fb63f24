internal import Glibc

/// The tokens of a prefix in the form in which millions of lines are compared with it: all literals in one array.
struct PrefixSteps: Equatable {
  enum Kind: Equatable {
    case literal
    case number(isPadded: Bool)
    case partMark
  }

  struct Step: Equatable {
    var kind: Kind
    /// Where the literal is.
    var text: Range<Int>
  }

  private(set) var all: [Step] = []
  private var literals: [UInt8] = []

  init() {}

  mutating func append(_ kind: Kind) { all.append(Step(kind: kind, text: 0..<0)) }

  mutating func append(literal: [UInt8]) {
    all.append(Step(kind: .literal, text: literals.count..<literals.count + literal.count))
    literals += literal
  }

  /// Looks at a step's literal.
  func withText<Result>(_ step: Step, _ look: (Span<UInt8>) -> Result) -> Result {
    look(literals.span.extracting(step.text))
  }

  /// Whether a step's literal is at a place, byte for byte.
  @inline(__always)
  func isText(_ step: Step, _ bytes: Span<UInt8>, at start: Int, end: Int) -> Bool {
    guard start >= 0, start + step.text.count <= end, end <= bytes.count else { return false }
    return literals.withUnsafeBufferPointer { own in
      bytes.withUnsafeBufferPointer { other in
        guard let own = own.baseAddress, let other = other.baseAddress else { return false }
        return memcmp(own + step.text.lowerBound, other + start, step.text.count) == 0
      }
    }
  }
}
