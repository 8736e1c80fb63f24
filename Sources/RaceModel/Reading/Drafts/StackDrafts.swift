/// The stacks of a report while it is read: frames belong to the last one, as long as its section lasts.
struct StackDrafts {
  /// What the frames being read belong to.
  enum Section: Equatable {
    case none
    case access
    case creation
    case location
    case lock
    case other
  }

  var section = Section.none
  private(set) var all: [StackDraft] = []
  /// The name of the frame whose place comes next, then the place's path and module behind it.
  var held: [UInt8] = []

  /// Begins a stack.
  ///
  /// - Parameter isSide: whether its site is part of the race's identity.
  /// - Returns: its position.
  mutating func begin(_ section: Section, isSide: Bool) -> Int {
    self.section = section
    // Two accesses, their threads' creations and a location are many reports' stacks.
    if all.isEmpty { all.reserveCapacity(6) }
    var stack = StackDraft()
    stack.isSide = isSide
    return add(stack)
  }

  /// Adds a stack that was read before.
  ///
  /// - Returns: its position.
  mutating func add(_ stack: StackDraft) -> Int {
    all.append(stack)
    return all.count - 1
  }

  /// Whether an index needs the next frame: the site of the stack being read is not known yet.
  var awaitsSite: Bool {
    // By its position: a copy of the stack would be counted as one more owner of its frames, for each line.
    guard section != .none, let last = all.indices.last else { return false }
    return all[last].isSide && all[last].siteIndex == nil
  }

  /// How many frames the last stack has; nil while there is none.
  var lastFrameCount: Int? { all.indices.last.map { all[$0].frameCount } }

  /// Whether the next frame is the first of a stack.
  var awaitFirstFrame: Bool { section != .none && lastFrameCount == 0 }

  /// Whether the stack being read has a frame.
  var hasFrame: Bool { section != .none && (lastFrameCount ?? 0) > 0 }

  /// Changes the stack being read.
  mutating func withLast(_ change: (inout StackDraft) -> Void) {
    guard section != .none, !all.isEmpty else { return }
    change(&all[all.count - 1])
  }

  /// Forgets the frames of all stacks.
  mutating func dropFrames() {
    for index in all.indices {
      (all[index].frameCount, all[index].frames) = (0, [])
      (all[index].site, all[index].siteIndex) = (.missing, nil)
    }
  }

  /// Counts frames of which nothing else is needed.
  mutating func count(_ frames: Int) {
    guard section != .none, !all.isEmpty else { return }
    all[all.count - 1].frameCount += frames
  }
}
