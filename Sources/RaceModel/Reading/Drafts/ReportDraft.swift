/// A report while it is being read. A grammar fills it; `Detail` decides what is kept.
struct ReportDraft {
  /// A stack while its frames are read.
  struct StackDraft {
    /// Whether the stack's site is part of the race's identity.
    var isSide = false
    var frameCount = 0
    /// The frame that stands for the stack, as far as read.
    var site = SiteID.missing
    /// Its position; nil until a frame that is not plumbing was read.
    var siteIndex: Int?
    /// Whether the detector says that it has forgotten the stack.
    var isNotRestored = false
    var frames: Report.Stack = []
  }

  struct Access {
    var operation: Operation
    var isAtomic = false
    var isPrevious: Bool
    var size: Int?
    var address: HexNumber?
    var thread: ThreadName?
    var locks: [HeldLock] = []
    var tellsLocks = false
    var qualifier: AccessQualifier?
    /// Its position among the stacks.
    var stack = 0
  }

  struct Creation {
    var thread: ThreadName
    var label: String?
    var tid: Int?
    var state: Thread.State?
    var parent: ThreadName?
    /// Its position among the stacks.
    var stack = 0
  }

  /// A stack of a location, a lock or another section, with what belongs to it.
  struct Part<Value> {
    var value: Value
    /// Its position among the stacks; nil when it has none.
    var stack: Int?
  }

  /// What the frames being read belong to.
  enum Section: Equatable {
    case none
    case access
    case creation
    case location
    case lock
    case other
  }

  let detail: Detail
  var header: Header
  var place: ReportPlace
  var progress = Progress()
  var threads = ThreadLinks()
  /// Package and test during which it was printed.
  var during = TestNames.none
  var section = Section.none
  private(set) var stacks: [StackDraft] = []
  var accesses: [Access] = []
  var creations: [Creation] = []
  var locations: [Part<Location>] = []
  var locks: [Part<Lock>] = []
  var sections: [Part<RaceModel.Section>] = []
  var notes: [ReportNote] = []
  var damage: [Damage] = []
  /// The name of the frame whose place comes next, then the place's path and module behind it.
  var held: [UInt8] = []

  init(detail: Detail, detector: Detector, place: ReportPlace) {
    self.detail = detail
    header = Header(detector: detector)
    self.place = place
  }

  // MARK: Sections

  /// Begins an access; the frames that follow are its stack.
  mutating func begin(_ access: Access) {
    if accesses.isEmpty { accesses.reserveCapacity(2) }
    accesses.append(access)
    accesses[accesses.count - 1].stack = beginStack(.access, isSide: true)
  }

  /// Begins a thread's creation.
  ///
  /// - Parameter isSide: whether the creation is what the report is about.
  mutating func begin(_ creation: Creation, isSide: Bool = false) {
    creations.append(creation)
    creations[creations.count - 1].stack = beginStack(.creation, isSide: isSide)
  }

  /// Begins a location.
  mutating func begin(_ location: Location) {
    locations.append(Part(value: location, stack: beginStack(.location, isSide: false)))
  }

  /// Begins a location of which an index needs no more than that frames follow.
  mutating func beginLocation() { _ = beginStack(.location, isSide: false) }

  /// Begins a lock.
  mutating func begin(_ lock: Lock) {
    locks.append(Part(value: lock, stack: beginStack(.lock, isSide: false)))
  }

  /// Begins any other stack.
  ///
  /// - Parameter isSide: whether the stack is what the report is about.
  mutating func begin(_ section: RaceModel.Section, isSide: Bool = false) {
    sections.append(Part(value: section, stack: beginStack(.other, isSide: isSide)))
  }

  /// Ends the stack being read: frames that follow belong to nothing.
  mutating func endSection() { section = .none }

  /// Records that the detector has forgotten the stack being read.
  mutating func markNotRestored() {
    if section != .none, !stacks.isEmpty { stacks[stacks.count - 1].isNotRestored = true }
  }

  private mutating func beginStack(_ section: Section, isSide: Bool) -> Int {
    self.section = section
    // Two accesses, their threads' creations and a location are many reports' stacks.
    if stacks.isEmpty { stacks.reserveCapacity(6) }
    var stack = StackDraft()
    stack.isSide = isSide
    stacks.append(stack)
    return stacks.count - 1
  }

  /// The stack of an access.
  func stack(of access: Access) -> StackDraft { stacks[access.stack] }

  /// The stack of a creation.
  func stack(of creation: Creation) -> StackDraft { stacks[creation.stack] }

  /// Takes over the creation that was announced before the report.
  mutating func add(_ announcement: Announcement) {
    guard !threads.related.contains(announcement.bytes) else { return }
    if threads.related.isEmpty { threads.related.reserveCapacity(4) }
    threads.related.append(announcement.bytes)
    guard let whole = announcement.whole else { return }
    stacks.append(whole.stack)
    creations.append(whole.creation)
    creations[creations.count - 1].stack = stacks.count - 1
  }

  /// The creation that this announces.
  var announcement: Announcement? {
    guard let creation = creations.first else { return nil }
    guard detail == .full else { return Announcement(bytes: place.bytes) }
    return Announcement(
      bytes: place.bytes, whole: Announcement.Whole(creation: creation, stack: stack(of: creation)))
  }

  /// Takes over the thread that a heading before the report named.
  mutating func set(thread: ThreadName, at bytes: RelatedBytes) {
    guard let section = sections.indices.first(where: { sections[$0].value.thread == nil }) else { return }
    sections[section].value.thread = thread
    threads.related.append(bytes)
  }

  // MARK: Frames

  /// Whether the next frame's names are needed; else counting it is enough.
  var wantsFrame: Bool {
    if detail == .full { return true }
    // By its position: a copy of the stack would be counted as one more owner of its frames, for each line.
    guard section != .none, let stack = stacks.indices.last else { return false }
    return stacks[stack].isSide && stacks[stack].siteIndex == nil
  }

  /// Changes the stack being read.
  mutating func withStack(_ change: (inout StackDraft) -> Void) {
    guard section != .none, !stacks.isEmpty else { return }
    change(&stacks[stacks.count - 1])
  }

  /// Counts frames of which nothing else is needed.
  mutating func countFrames(_ count: Int) {
    guard section != .none, !stacks.isEmpty else { return }
    stacks[stacks.count - 1].frameCount += count
  }

  /// Keeps a line inside the report that tells nothing about the race.
  mutating func addNote(_ bytes: Span<UInt8>, _ range: Range<Int>, kind: ReportNote.Kind = .foreign) {
    guard detail == .full, notes.count < 50 else { return }
    var clean: [UInt8] = []
    TextCleaning.clean(bytes, bytes.trimmed(range), into: &clean)
    if clean.count > 1000 { clean.removeSubrange(1000...) }
    notes.append(ReportNote(String(decoding: clean, as: UTF8.self), kind: kind))
  }
}
