/// One block that a detector printed, in full. Stacks hold ids of a `FrameTable`.
public struct Report: Sendable {
  /// A stack, innermost frame first.
  public typealias Stack = [FrameTable.ID]

  /// Which tool printed it.
  public var detector: Detector
  /// Its kind.
  public var kind: ReportKind
  /// The title as printed; nil if the head of the report is lost.
  public var title: String?
  /// The physical lines that it spans, 1-based, beginning with the title.
  public var lines: ClosedRange<Int>
  /// The conflicting accesses, in the order of the report.
  public var accesses: [Access] = []
  /// The process that printed it.
  public var pid: Int?
  /// The report's descriptions of the memory.
  public var locations: [Location] = []
  /// The locks it describes.
  public var locks: [Lock] = [] { didSet { indexLocks() } }
  /// The position of each in `locks`, by its name in the report.
  private var lockPositions: [String: Int] = [:]
  /// Every other stack: sleep, lock order, signal, segments.
  public var sections: [Section] = []
  /// What the access changed, as far as the detector saw it.
  public var valueChange: ValueChange?
  /// The detector's summary line.
  public var summary: String?
  /// All threads that the report describes or names.
  public var threads: [Thread] = [] { didSet { indexThreads() } }
  /// The position of each in `threads`: a report may have thousands.
  private var threadPositions: [ThreadName: Int] = [:]
  /// Lines inside the report that say nothing about the race.
  public var notes: [ReportNote] = []
  /// What is cut off, missing or damaged.
  public var damage: [Damage] = []
  /// The test and the job that were announced when the report was printed.
  public var printedDuring: PrintedDuring?

  /// Whether no part of the report is cut off, missing or damaged.
  public var isComplete: Bool { damage.isEmpty }

  /// A lock that it describes, by its name in the report.
  package func lock(_ id: String) -> Lock? { lockPositions[id].map { locks[$0] } }

  /// The name of a lock: its variable, if the report names it.
  package func lockTitle(_ id: String) -> String { lock(id)?.variable ?? id }

  /// The thread with that name.
  public func thread(_ name: ThreadName?) -> Thread? { threadIndex(name).map { threads[$0] } }

  /// Records the position of each thread.
  mutating func indexThreads() {
    threadPositions = Dictionary(
      threads.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  /// Records the position of each lock; of several with one name, that of the first.
  mutating func indexLocks() {
    lockPositions = Dictionary(
      locks.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  /// The position of a thread among those that the report describes or names.
  package func threadIndex(_ name: ThreadName?) -> Int? { name.flatMap { threadPositions[$0] } }
}
