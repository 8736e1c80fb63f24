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
  /// What the report says of where the memory is.
  public var locations: [Location] = []
  /// All threads that the report describes or names.
  public var threads: [Thread] = []
  /// Foreign lines that stood inside the report.
  public var notes: [String] = []
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
  /// Whether it still ran.
  public var state: State?
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
