/// Where the two code paths of a report part: the last position that both origins share.
///
/// An origin is the path that led to an access: the creation stacks of its thread and the ancestors as
/// far as known, then the access's own stack. Two threads with a creator in common part in a stack of
/// that creator; when one thread created the other, in its own stack. It says "same code path", which is
/// what a log can tell.
package struct Fork: Equatable, Sendable {
  /// A part of the path from the fork to an access: frames of one stack.
  package struct Leg: Equatable, Sendable {
    /// The stack.
    package var stackID: StackID
    /// Positions of its frames that belong to the leg; 0 is the innermost one.
    package var frames: Range<Int>
    /// The thread that begins behind the leg; nil when the leg ends at the access.
    package var starts: ThreadName?

    /// Frames of one stack, and the thread that begins behind them.
    package init(stackID: StackID, frames: Range<Int>, starts: ThreadName? = nil) {
      self.stackID = stackID
      self.frames = frames
      self.starts = starts
    }
  }

  /// One of the two ways on from the fork.
  package struct Branch: Equatable, Sendable {
    /// The frame of the fork on this side.
    package var frame: FrameTable.ID
    /// From the fork to the access.
    package var legs: [Leg]
    /// The positions in the first leg's stack of the frames that both sides share.
    package var trunk: Range<Int>
  }

  /// The thread in whose stack the paths part; nil when it is not known who created both.
  package let thread: ThreadName?
  /// How many outermost frames of that stack are the same on both sides.
  package let sharedFrames: Int
  /// Whether both sides are at the same position of the fork's function: a loop, or two calls in a line.
  package let isSamePosition: Bool
  /// Whether a creator took part that the report does not name.
  package let isInferred: Bool
  /// The ways on to the first and to the second access.
  package let branches: Sides<Branch>

  /// Finds the fork; nil when the two origins have no function in common at their outer ends, or when it
  /// is not known how they hang together.
  init?(_ report: Report, _ lineage: Lineage, _ facts: FrameFactTable) {
    guard report.kind.hasTwoSides, report.accesses.count == 2 else { return nil }
    guard let paths = Paths.find(report, lineage, facts) else { return nil }
    let stacks = paths.ways.map { report.stack(at: $0.stackID) }
    guard let parting = Parting(stacks.a, stacks.b, facts) else { return nil }
    thread = paths.thread
    isInferred = paths.isInferred
    sharedFrames = parting.shared
    isSamePosition = parting.isSamePosition
    branches = Sides { side in
      let (stack, way) = (stacks[side], paths.ways[side])
      let end = parting.forkIndex(stack.count)
      var legs = [Leg(stackID: way.stackID, frames: 0..<end, starts: nil)]
      legs += way.descent.map { Leg(stackID: $0.stackID, frames: 0..<report.stack(at: $0.stackID).count) }
      for (index, step) in way.descent.enumerated() { legs[index].starts = step.thread }
      return Branch(
        frame: stack[end], legs: legs, trunk: min(stack.count, end + 1)..<stack.count)
    }
  }

  /// The stacks in which the paths part, and what follows on either side.
  private struct Paths {
    var thread: ThreadName?
    var isInferred: Bool
    var ways: Sides<Way>

    /// From a common creator to an access.
    struct Way {
      /// The stack that is compared.
      var stackID: StackID
      /// The threads that begin behind that stack, outermost first, and the stack that each goes on in.
      var descent: [(thread: ThreadName, stackID: StackID)]
    }

    static func find(_ report: Report, _ lineage: Lineage, _ facts: FrameFactTable) -> Paths? {
      let chains = Sides { lineage.chain(of: report.accesses[$0.rawValue].thread, in: report) }
      guard let common = chains.a.first(where: { chains.b.contains($0) }) else {
        return strangers(report, chains, facts)
      }
      let below = chains.map { Array($0.prefix { $0 != common }) }
      guard let first = way(report, to: .a, chain: below.a), let second = way(report, to: .b, chain: below.b)
      else { return nil }
      let isInferred = below.both.joined().contains { lineage.parent(of: $0, in: report)?.isInferred == true }
      return Paths(thread: common, isInferred: isInferred, ways: Sides(first, second))
    }

    /// Threads whose creators are not known may have been created along the same code path.
    private static func strangers(
      _ report: Report, _ chains: Sides<[ThreadName]>, _ facts: FrameFactTable
    ) -> Paths? {
      guard chains.a.count == 1, chains.b.count == 1, report.detector.profile.creators != .unprinted,
        let first = way(report, to: .a, chain: chains.a),
        let second = way(report, to: .b, chain: chains.b),
        let root = facts.root(of: report.stack(at: first.stackID)),
        let otherRoot = facts.root(of: report.stack(at: second.stackID)),
        facts.isSameFunction(root, otherRoot)
      else { return nil }
      return Paths(thread: nil, isInferred: true, ways: Sides(first, second))
    }

    /// The way from a common creator to an access.
    ///
    /// - Parameter chain: the access's thread and its creators up to the common one, which is left out.
    private static func way(_ report: Report, to side: Side, chain: [ThreadName]) -> Way? {
      var ids: [StackID] = []
      for name in chain.reversed() {
        guard let index = report.threadIndex(name), report.threads[index].created?.isEmpty == false else {
          return nil
        }
        ids.append(.creation(index))
      }
      ids.append(.access(side.rawValue))
      guard !report.stack(at: ids[0]).isEmpty else { return nil }
      return Way(stackID: ids[0], descent: zip(chain.reversed(), ids.dropFirst()).map { ($0, $1) })
    }
  }

  /// Where two stacks part.
  private struct Parting {
    var shared: Int
    /// The outermost frames, one at least, up to the fork's own.
    var depth: Int
    var isSamePosition: Bool

    init?(_ first: Report.Stack, _ second: Report.Stack, _ facts: FrameFactTable) {
      shared = facts.commonCount(first, second)
      if shared < first.count, shared < second.count,
        facts.isSameFunction(first[first.count - 1 - shared], second[second.count - 1 - shared])
      {
        depth = shared + 1
        isSamePosition = false
        return
      }
      // What is plumbing at the inner end says less than the code that called it; alone it says nothing.
      let plumbing = first.suffix(shared).prefix { facts[$0].isPlumbing }.count
      guard plumbing < shared else { return nil }
      depth = shared - plumbing
      isSamePosition = true
    }

    /// The position of the fork's frame in a stack of so many frames.
    func forkIndex(_ count: Int) -> Int { count - depth }
  }
}
