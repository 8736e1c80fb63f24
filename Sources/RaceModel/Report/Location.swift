/// A report's description of the memory.
public struct Location: Sendable {
  /// The kind of memory.
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

  /// The kind of memory.
  public var kind: Kind
  /// The line as printed.
  public var text: String
  /// The variable's name.
  public var name: String?
  /// Bytes of the block.
  public var size: Int?
  /// The start of the block.
  public var address: HexNumber?
  /// Who allocated it.
  public var thread: ThreadName?
  /// Where it was allocated.
  public var stack: Report.Stack?
  /// Whether the line announces a stack, which may be lost.
  public var announcesStack = false
}
