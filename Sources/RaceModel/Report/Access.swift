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
  /// The address of the access.
  public var address: HexNumber?
  /// The accessing thread; nil if the line is damaged.
  public var thread: ThreadName?
  /// The locks that the thread held.
  public var locks: [HeldLock] = []
  /// Whether the report says which locks the thread held; Go, DRD and Valgrind's XML never do.
  public var tellsLocks = false
  /// Other remarks of the detector about the access.
  public var qualifier: AccessQualifier?
  /// The call stack; nil if the detector could not restore it or it is cut off.
  public var stack: Report.Stack?
  /// The position in the stack of the first frame that is not plumbing.
  public var siteIndex: Int?
}
