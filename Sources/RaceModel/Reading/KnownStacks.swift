internal import Glibc

/// Stacks that were read before, by their bytes in the log. Reports of one race mostly have the same stacks, and
/// comparing bytes takes a tenth of the time of reading them.
///
/// What is known of a stack's bytes follows from them alone: a stack that is found here gives the same frames
/// as one that is read.
struct KnownStacks {
  /// A stack, or its beginning, that was read.
  struct Known {
    fileprivate let textStart: Int
    /// How many bytes all of its lines have.
    let textCount: Int
    /// The next one that begins alike; -1 for none.
    fileprivate let next: Int32
    /// Where reading goes on, counted from the first byte.
    let resume: Int
    /// How many lines are before that place. All of them are the report's.
    let lines: Int
    /// The frames of these lines.
    let frames: Report.Stack
    /// The first that is not plumbing.
    let siteIndex: Int?
    /// The stack with its last frame, of a stack that ends with its bytes; nil until one did.
    fileprivate(set) var whole: Whole?
  }

  /// All of a stack that ended with the bytes that are known of it.
  struct Whole {
    let frames: Report.Stack
    let siteIndex: Int?
  }

  /// A stack's position among the known ones.
  typealias ID = Int32

  /// How many bytes are hashed: as many as the stack has. Many creations have their first frames in common.
  private static let headCounts = [256, 64]
  /// How many stacks that begin alike are kept.
  private static let mostAlike = 32
  /// No more is kept when the stacks have so many bytes.
  private static let mostBytes = 12 << 20

  private var text: [UInt8] = []
  private var known: [Known] = []
  private var heads: [UInt64: Int32] = [:]
  private let seed = UInt64.random(in: .min ... .max)

  init() {}

  /// How many bytes of stacks are kept.
  var byteCount: Int { text.count }

  /// What is known of the stack that begins at `start`; all of its bytes are before `end`.
  func find(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Known? {
    for count in Self.headCounts where count <= end - start {
      var index = heads[head(bytes, start, count)] ?? -1
      while index >= 0 {
        let textCount = known[Int(index)].textCount
        if textCount <= end - start, isText(at: known[Int(index)].textStart, textCount, bytes, start) {
          return known[Int(index)]
        }
        index = known[Int(index)].next
      }
    }
    return nil
  }

  /// Keeps a stack.
  ///
  /// - Parameters:
  ///   - range: the bytes that its frames follow from.
  ///   - resume: where in `bytes` reading goes on.
  ///   - lines: how many lines are before that place.
  /// - Returns: its position, for `complete`; nil when it is not kept.
  mutating func keep(
    _ bytes: Span<UInt8>, _ range: Range<Int>, resume: Int, lines: Int, _ stack: ReportDraft.StackDraft
  ) -> ID? {
    guard let headCount = Self.headCounts.first(where: { $0 <= range.count }),
      text.count + range.count <= Self.mostBytes
    else { return nil }
    let head = head(bytes, range.lowerBound, headCount)
    let next = heads[head] ?? -1
    guard count(from: next) < Self.mostAlike else { return nil }
    heads[head] = Int32(known.count)
    known.append(
      Known(
        textStart: text.count, textCount: range.count, next: next, resume: resume - range.lowerBound,
        lines: lines, frames: stack.frames, siteIndex: stack.siteIndex))
    text.append(bytes, range)
    return ID(known.count - 1)
  }

  /// Takes note of how a stack that was kept came to its end: with one frame more than was kept of it.
  mutating func complete(_ id: ID, _ stack: ReportDraft.StackDraft) {
    guard stack.frames.count == known[Int(id)].frames.count + 1, stack.frameCount == stack.frames.count else {
      return
    }
    known[Int(id)].whole = Whole(frames: stack.frames, siteIndex: stack.siteIndex)
  }

  private func head(_ bytes: Span<UInt8>, _ start: Int, _ count: Int) -> UInt64 {
    ByteHash.hash(bytes, start..<start + count, seed: seed)
  }

  private func count(from first: Int32) -> Int {
    var (index, count) = (first, 0)
    while index >= 0 {
      index = known[Int(index)].next
      count += 1
    }
    return count
  }

  private func isText(at place: Int, _ count: Int, _ bytes: Span<UInt8>, _ start: Int) -> Bool {
    text.withUnsafeBufferPointer { own in
      bytes.withUnsafeBufferPointer { other in
        guard let own = own.baseAddress, let other = other.baseAddress else { return false }
        return memcmp(own + place, other + start, count) == 0
      }
    }
  }
}
