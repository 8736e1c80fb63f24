/// One block that a detector printed, read whole. Stacks hold ids of a `FrameTable`.
public struct Report: Sendable {
  /// A stack, innermost frame first.
  public typealias Stack = [FrameTable.ID]

  /// Which tool printed it.
  public var detector: Detector
  /// What it is about.
  public var kind: ReportKind
  /// The title as printed; nil when the head of the report is lost.
  public var title: String?
  /// The physical lines it spans, 1-based; the first is the title's.
  public var lines: ClosedRange<Int>
  /// The conflicting accesses, in the order of the report.
  public var accesses: [Access] = []
  /// The process that printed it.
  public var pid: Int?
  /// What the report says of where the memory is.
  public var locations: [Location] = []
  /// The locks it describes.
  public var locks: [Lock] = []
  /// Every other stack: sleep, lock order, signal, segments.
  public var sections: [Section] = []
  /// What the access changed, as far as the detector saw it.
  public var valueChange: ValueChange?
  /// The detector's own line that sums up.
  public var summary: String?
  /// All threads that the report describes or names.
  public var threads: [Thread] = [] { didSet { indexThreads() } }
  /// Where in `threads` each is: a report may have thousands.
  private var threadPositions: [ThreadName: Int] = [:]
  /// Lines inside the report that tell nothing about the race.
  public var notes: [ReportNote] = []
  /// What is cut off, missing or damaged.
  public var damage: [Damage] = []
  /// The test that was announced when the report was printed.
  public var printedDuring: PrintedDuring?

  /// Whether nothing of the report is cut off, missing or damaged.
  public var isComplete: Bool { damage.isEmpty }

  /// What a lock is called: its variable, where the report names it.
  package func lockTitle(_ id: String) -> String { locks.first { $0.id == id }?.variable ?? id }

  /// The thread with that name.
  public func thread(_ name: ThreadName?) -> Thread? { threadIndex(name).map { threads[$0] } }

  /// Notes where each thread is.
  mutating func indexThreads() {
    threadPositions = Dictionary(
      threads.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  /// The position of a thread among those that the report describes or names.
  package func threadIndex(_ name: ThreadName?) -> Int? { name.flatMap { threadPositions[$0] } }
}
