/// A report while it is being read. A grammar fills it; `ReadingDepth` decides what is kept.
struct ReportDraft {
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

  let depth: ReadingDepth
  var header: Header
  var extent: ReportExtent
  var progress = Progress()
  var threads = ThreadLinks()
  var stacks = StackDrafts()
  var accesses: [Access] = []
  var creations: [Creation] = []
  var locations: [Part<Location>] = []
  var locks: [Part<Lock>] = []
  var sections: [Part<RaceModel.Section>] = []
  var notes: [ReportNote] = []
  var damage: [Damage] = []

  init(depth: ReadingDepth, detector: Detector, extent: ReportExtent) {
    self.depth = depth
    header = Header(detector: detector)
    self.extent = extent
  }

  // MARK: Sections

  /// Begins an access; the frames that follow are its stack.
  mutating func begin(_ access: Access) {
    if accesses.isEmpty { accesses.reserveCapacity(2) }
    accesses.append(access)
    accesses[accesses.count - 1].stack = stacks.begin(.access, isSide: true)
  }

  /// Begins a thread's creation.
  ///
  /// - Parameter isSide: whether the creation is what the report is about.
  mutating func begin(_ creation: Creation, isSide: Bool = false) {
    creations.append(creation)
    creations[creations.count - 1].stack = stacks.begin(.creation, isSide: isSide)
  }

  /// Begins a location.
  mutating func begin(_ location: Location) {
    locations.append(Part(value: location, stack: stacks.begin(.location, isSide: false)))
  }

  /// Begins a location of which an index needs no more than that frames follow.
  mutating func beginLocation() { _ = stacks.begin(.location, isSide: false) }

  /// Begins a lock.
  mutating func begin(_ lock: Lock) {
    locks.append(Part(value: lock, stack: stacks.begin(.lock, isSide: false)))
  }

  /// Begins any other stack.
  ///
  /// - Parameter isSide: whether the stack is what the report is about.
  mutating func begin(_ section: RaceModel.Section, isSide: Bool = false) {
    sections.append(Part(value: section, stack: stacks.begin(.other, isSide: isSide)))
  }

  /// Ends the stack being read: frames that follow belong to nothing.
  mutating func endSection() { stacks.section = .none }

  /// Records that the detector has forgotten the stack being read.
  mutating func markNotRestored() { stacks.withLast { $0.isNotRestored = true } }

  /// The stack of an access.
  func stack(of access: Access) -> StackDraft { stacks.all[access.stack] }

  /// The stack of a creation.
  func stack(of creation: Creation) -> StackDraft { stacks.all[creation.stack] }

  /// Takes over the creation that was announced before the report.
  mutating func add(_ announcement: Announcement) {
    // Several that a string holds have the bytes of its line.
    if !threads.related.contains(announcement.bytes) {
      if threads.related.isEmpty { threads.related.reserveCapacity(4) }
      threads.related.append(announcement.bytes)
    }
    guard let whole = announcement.whole else { return }
    creations.append(whole.creation)
    creations[creations.count - 1].stack = stacks.add(whole.stack)
  }

  /// The creation that this announces.
  var announcement: Announcement? {
    guard let creation = creations.first else { return nil }
    guard depth == .full else { return Announcement(bytes: extent.bytes) }
    return Announcement(
      bytes: extent.bytes, whole: Announcement.Whole(creation: creation, stack: stack(of: creation)))
  }

  /// Takes over the thread that a heading before the report named.
  mutating func set(thread: ThreadName, at bytes: RelatedBytes) {
    guard let section = sections.indices.first(where: { sections[$0].value.thread == nil }) else { return }
    sections[section].value.thread = thread
    threads.related.append(bytes)
  }

  /// Whether it holds more than any real report does: to read a line into a copy of it, only to see what the line is, would
  /// take too long.
  var isLarge: Bool {
    stacks.all.count > 256 || locks.count > 256 || damage.count > 256 || (stacks.lastFrameCount ?? 0) > 1024
  }

  // MARK: Frames

  /// Whether the next frame's names are needed; else counting it is enough.
  var wantsFrame: Bool { depth == .full || stacks.awaitsSite }

  /// Keeps a line inside the report that tells nothing about the race.
  mutating func addNote(_ bytes: Span<UInt8>, _ range: Range<Int>, kind: ReportNote.Kind = .foreign) {
    guard depth == .full, notes.count < 50 else { return }
    var clean: [UInt8] = []
    TextCleaning.clean(bytes, bytes.trimmed(range), into: &clean)
    if clean.count > 1000 { clean.removeSubrange(1000...) }
    notes.append(ReportNote(String(decoding: clean, as: UTF8.self), kind: kind))
  }
}
