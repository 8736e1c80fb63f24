internal import Glibc

/// Stacks that were read before, by their bytes in the log. Reports of one race mostly have the same stacks, and
/// comparing bytes takes a tenth of the time of reading them.
///
/// What is known of a stack's bytes follows from them alone: a stack that is found here gives the same frames
/// as one that is read.
struct KnownStacks {
  /// A stack, or its beginning, that was read.
  private struct Known {
    let textStart: Int
    let textCount: Int
    /// The next one that begins alike; -1 for none.
    let next: Int32
    /// Whether what is known tells the stack's site.
    let tellsSite: Bool
    /// What the bytes give, whatever follows them.
    let beginning: Part
    /// What they give where the stack ends with them; nil until one did.
    var whole: Part?
  }

  /// Lines of a stack, all of them the report's, and what they give.
  struct Part {
    /// How many bytes they have: reading goes on behind them.
    let byteCount: Int
    /// How many lines there are.
    let lines: Int
    let stack: StackDraft
  }

  /// A stack's position among the known ones.
  typealias ID = Int32

  /// A stack is told by its first lines: as many as have this many bytes, the least that a frame has.
  private static let shortestHead = 64
  /// Many creations begin with the same lines. The longer ones among them are told by this many bytes.
  private static let longHead = 256
  private static let fewAlike = 4
  /// How many stacks with the same head are kept.
  private static let mostAlike = 32
  /// No more is kept when the stacks have so many bytes.
  private static let mostBytes = 12 << 20

  private var text: [UInt8] = []
  private var known: [Known] = []
  private var heads = StackHeads()
  /// How many bytes were known, of all stacks that were.
  private var usedBytes = 0
  /// Whether keeping has stopped, because the log hardly repeats its stacks.
  private var isGivenUp = false
  private let seed = UInt64.random(in: .min ... .max)

  init() {}

  /// How many stacks are kept before it is asked whether they come again.
  private static let trial = 4096

  /// How many bytes of stacks are kept.
  var byteCount: Int { text.count }

  /// What is known of the stack that a range begins with.
  ///
  /// - Parameters:
  ///   - needsSite: whether its site must be known, too: of many stacks an index only counts the frames.
  ///   - isEnd: whether the lines so many bytes into the range show that no frame follows; asked only where it
  ///     makes a difference.
  ///   - use: takes what is known, where something is.
  /// - Returns: how much of the bytes that is.
  mutating func find(
    _ bytes: Span<UInt8>, in range: Range<Int>, needsSite: Bool, isEnd: (_ byteCount: Int) -> Bool,
    use: (borrowing StackDraft) -> Void
  ) -> Found? {
    guard !isGivenUp, let id = id(bytes, in: range, needsSite: needsSite) else { return nil }
    usedBytes += known[id].textCount
    if let count = known[id].whole?.byteCount, isEnd(count), let whole = known[id].whole {
      use(whole.stack)
      return Found(byteCount: count, lines: whole.lines, frames: whole.stack.frameCount)
    }
    use(known[id].beginning.stack)
    return Found(
      byteCount: known[id].beginning.byteCount, lines: known[id].beginning.lines,
      frames: known[id].beginning.stack.frameCount)
  }

  /// How much of some bytes is known.
  struct Found {
    /// How many bytes: reading goes on behind them.
    let byteCount: Int
    let lines: Int
    let frames: Int
  }

  private func id(_ bytes: Span<UInt8>, in range: Range<Int>, needsSite: Bool) -> Int? {
    guard let short = Self.shortHead(bytes, range) else { return nil }
    let found = heads[head(bytes, range.lowerBound, short)]
    // The longer ones first: a shorter one may be the beginning of one of them.
    if found.hasLonger, range.count >= Self.longHead {
      let longer = heads[head(bytes, range.lowerBound, Self.longHead)]
      if let id = id(bytes, in: range, needsSite: needsSite, from: longer.stack) { return id }
    }
    return id(bytes, in: range, needsSite: needsSite, from: found.stack)
  }

  /// The same among the stacks with one head.
  private func id(_ bytes: Span<UInt8>, in range: Range<Int>, needsSite: Bool, from first: ID) -> Int? {
    let (start, room) = (range.lowerBound, range.count)
    var index = first
    while index >= 0 {
      let textCount = known[Int(index)].textCount
      if textCount <= room, known[Int(index)].tellsSite || !needsSite,
        isText(at: known[Int(index)].textStart, textCount, bytes, start)
      {
        return Int(index)
      }
      index = known[Int(index)].next
    }
    return nil
  }

  /// The number of bytes in the lines that tell a stack; nil where it is too short.
  private static func shortHead(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    guard range.count >= shortestHead else { return nil }
    let reach = range.lowerBound + min(range.count, longHead)
    if let lineEnd = bytes.first(0x0A, in: range.lowerBound + shortestHead - 1..<reach) {
      return lineEnd + 1 - range.lowerBound
    }
    return range.count >= longHead ? longHead : nil
  }

  /// Keeps a stack.
  ///
  /// - Parameters:
  ///   - range: the bytes that its frames follow from.
  ///   - beginning: what they give, whatever follows them.
  ///   - tellsSite: whether the stack's site was worked out.
  /// - Returns: its position, for `complete`; nil when it is not kept.
  mutating func keep(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ beginning: Part, tellsSite: Bool
  ) -> ID? {
    if known.count == Self.trial, usedBytes < text.count / 2 { giveUp() }
    guard !isGivenUp, let short = Self.shortHead(bytes, range), text.count + range.count <= Self.mostBytes
    else { return nil }
    var head = head(bytes, range.lowerBound, short)
    if short < Self.longHead, range.count >= Self.longHead, count(from: heads[head].stack) >= Self.fewAlike {
      heads[head].hasLonger = true
      head = self.head(bytes, range.lowerBound, Self.longHead)
    }
    let next = heads[head].stack
    guard count(from: next) < Self.mostAlike else { return nil }
    heads[head].stack = ID(known.count)
    known.append(
      Known(
        textStart: text.count, textCount: range.count, next: next, tellsSite: tellsSite,
        beginning: beginning))
    // Much text is not moved each time it becomes more.
    if text.count > 1 << 16 { text.reserveCapacity(Self.mostBytes) }
    text.append(bytes, range)
    return ID(known.count - 1)
  }

  /// Takes note of how a stack that was kept came to its end: with one frame more, in one more line, than was kept
  /// of it.
  mutating func complete(_ id: ID, _ stack: StackDraft) {
    guard !isGivenUp else { return }
    let (textCount, beginning) = (known[Int(id)].textCount, known[Int(id)].beginning)
    guard stack.frames.count == beginning.stack.frames.count + 1, stack.frameCount == stack.frames.count
    else { return }
    known[Int(id)].whole = Part(byteCount: textCount, lines: beginning.lines + 1, stack: stack)
  }

  private mutating func giveUp() {
    isGivenUp = true
    (text, known, heads) = ([], [], StackHeads())
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

  private func isText(at position: Int, _ count: Int, _ bytes: Span<UInt8>, _ start: Int) -> Bool {
    text.withUnsafeBufferPointer { own in
      bytes.withUnsafeBufferPointer { other in
        guard let own = own.baseAddress, let other = other.baseAddress else { return false }
        return memcmp(own + position, other + start, count) == 0
      }
    }
  }
}
