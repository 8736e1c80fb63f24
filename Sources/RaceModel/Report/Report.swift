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
  public var threads: [Thread] = []
  /// Lines inside the report that tell nothing about the race.
  public var notes: [ReportNote] = []
  /// What is cut off, missing or damaged.
  public var damage: [Damage] = []
  /// The test that was announced when the report was printed.
  public var printedDuring: PrintedDuring?

  /// Whether nothing of the report is cut off, missing or damaged.
  public var isComplete: Bool { damage.isEmpty }

  /// The thread with that name.
  public func thread(_ name: ThreadName?) -> Thread? { threads.first { $0.name == name } }
}

/// One of the conflicting memory accesses of a report.
public struct Access: Sendable {
  /// What it did.
  public var operation: Operation
  /// Whether the operation was atomic. Go never says.
  public var isAtomic = false
  /// Whether it is the remembered, older access.
  public var isPrevious: Bool
  /// Bytes accessed; Go prints none.
  public var size: Int?
  /// Where the access began.
  public var address: HexNumber?
  /// Who accessed; nil when the line is damaged.
  public var thread: ThreadName?
  /// The locks that the thread held.
  public var locks: [HeldLock] = []
  /// Whether the report says which locks the thread held; Go, DRD and Valgrind's XML never do.
  public var tellsLocks = false
  /// What the detector says of the access beside that.
  public var qualifier: AccessQualifier?
  /// The call stack; nil when the detector could not restore it or it is cut off.
  public var stack: Report.Stack?
  /// The position in the stack of the first frame that is not plumbing.
  public var siteIndex: Int?
}

/// A thread of execution that a report describes or names.
public struct Thread: Sendable {
  /// Whether a thread still ran when the report was made.
  public enum State: String, Sendable {
    /// It still ran.
    case running
    /// It had ended.
    case finished
  }

  /// How the report names it.
  public var name: ThreadName
  /// The name that the program gave it.
  public var label: String?
  /// The system's number of the thread.
  public var tid: Int?
  /// Whether it still ran.
  public var state: State?
  /// The thread that created it, when the report says so.
  public var parent: ThreadName?
  /// The stack of its creator when it was made; nil when not in the report.
  public var created: Report.Stack?
}

/// What a report says of where the memory is.
public struct Location: Sendable {
  /// What kind of memory.
  public enum Kind: String, Sendable {
    /// Allocated at run time.
    case heap
    /// A variable of the program.
    case global
    /// The stack of a thread.
    case stack
    /// Memory of one thread.
    case tls
    /// A file descriptor.
    case fd
    /// Anything else.
    case other
  }

  /// What kind of memory.
  public var kind: Kind
  /// The line as printed.
  public var text: String
  /// The variable's name.
  public var name: String?
  /// Bytes of the block.
  public var size: Int?
  /// Where the block begins.
  public var address: HexNumber?
  /// Who allocated it.
  public var thread: ThreadName?
  /// Where it was allocated.
  public var stack: Report.Stack?
  /// Whether the line announces a stack, which may be lost.
  public var announcesStack = false
}

/// A lock that a report describes.
public struct Lock: Sendable {
  /// How the report names it: `M1`, or an address.
  public var id: String
  /// The line as printed.
  public var text: String
  /// Where it was made, or first seen.
  public var created: Report.Stack?
  /// Whether the line announces a stack, which may be lost.
  public var announcesStack = false
}

/// A lock that a thread held when it accessed.
public struct HeldLock: Hashable, Sendable {
  /// How a lock is held.
  public enum Mode: String, Sendable {
    /// Shared with other readers.
    case read
    /// Alone.
    case write
  }

  /// How the report names the lock.
  public var id: String
  /// How it was held, when the report says so.
  public var mode: Mode?
}

/// A stack of a report that belongs to no access, thread, lock or location.
public struct Section: Sendable {
  /// What it is about.
  public var kind: SectionKind
  /// Its header as printed.
  public var title: String
  /// The thread it is about.
  public var thread: ThreadName?
  /// The stack; nil when it is not in the log.
  public var stack: Report.Stack?
  /// Whether the header announces a stack, which may be lost.
  public var announcesStack = false
}

/// What an access changed.
public struct ValueChange: Hashable, Sendable {
  /// The value before.
  public var from: String
  /// The value after.
  public var to: String
}

/// The test that the log had last announced when a report was printed. With parallel tests it need
/// not be the one that raced.
public struct PrintedDuring: Hashable, Sendable {
  /// The package, when the log says so (`go test -json`).
  public var package: String?
  /// The test.
  public var test: String?

  /// A package, a test, or both.
  public init(package: String?, test: String?) {
    self.package = package
    self.test = test
  }
}
