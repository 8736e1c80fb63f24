/// What an access did.
public enum Operation: String, Hashable, Sendable {
  /// It read.
  case read
  /// It wrote.
  case write
  /// It read and wrote at once.
  case readWrite = "read-write"
  /// It freed the memory.
  case free
  /// Unknown.
  case access

  /// One letter for a narrow column.
  public var letter: String {
    switch self {
    case .read: "R"
    case .write: "W"
    case .readWrite: "RW"
    case .free: "F"
    case .access: "?"
    }
  }
}
