/// Which tool printed a report.
public enum Detector: String, Hashable, Sendable, CaseIterable {
  /// The Go race detector.
  case go
  /// ThreadSanitizer for C, C++, Objective-C, Swift, Rust and OCaml.
  case tsan
  /// Valgrind's Helgrind.
  case helgrind
  /// Valgrind's DRD.
  case drd
  /// The Linux kernel's concurrency sanitizer.
  case kcsan
}

/// What a report is about; raw values are those of the export.
public enum ReportKind: String, Hashable, Sendable, CaseIterable {
  /// Two unordered accesses to the same memory.
  case dataRace = "data-race"
  /// A title that exists in Go's detector and is never reached.
  case deadlock
  /// A title that is not known.
  case other

  /// The words for a list.
  public var words: String {
    switch self {
    case .dataRace: "data race"
    case .deadlock: "deadlock"
    case .other: "report"
    }
  }
}

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
  /// It is not known what it did.
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
