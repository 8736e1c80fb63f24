/// How a thread came to be, by the innermost frames of its creation stack.
package enum CreationEdge: String, Sendable {
  /// A Go statement.
  case goStatement = "go statement"
  /// The goroutine of a timer's function.
  case afterFunc = "time.AfterFunc"
  /// The goroutine that runs finalizers; its creation stack shows who first set one.
  case finalizer = "finalizer goroutine"
  /// A thread of C that called into Go.
  case cgo = "call from C"
  /// C's way to make a thread.
  case pthread = "pthread_create"
  /// C++'s.
  case stdThread = "std::thread"
  /// C++'s, by a future.
  case stdAsync = "std::async"
  /// C11's.
  case c11 = "thrd_create"
  /// Rust's.
  case rust = "std::thread::spawn"
  /// Swift's and Objective-C's.
  case foundation = "Foundation Thread"
  /// A queue of Grand Central Dispatch.
  case dispatch = "dispatch queue"
  /// OpenMP's parallel regions.
  case openMP = "OpenMP"

  /// The way in which a thread came to be; nil when its creation is not known.
  package init?(_ thread: Thread, _ report: Report, _ frames: FrameTable) {
    guard let stack = thread.created, !stack.isEmpty else { return nil }
    let names = stack.prefix(12).compactMap { frames[$0].function }
    let profile = report.detector.profile
    switch profile.program {
    case .goProgram: self = Self.go(names)
    case .nativeProgram, .kernel:
      guard let edge = Self.native(names) else { return nil }
      self = edge
    }
  }

  private static func go(_ names: [String]) -> CreationEdge {
    switch names.first {
    case "time.goFunc": .afterFunc
    case "runtime.createfing": .finalizer
    case "runtime.newextram", "runtime.oneNewExtraM": .cgo
    default: .goStatement
    }
  }

  /// What names of functions have in them, the most telling first: libraries stand on `pthread_create`.
  private static let cues: [(part: StaticString, edge: CreationEdge)] = [
    ("std::async", .stdAsync), ("std::__future_base", .stdAsync),
    ("std::thread::_M_start_thread", .stdThread),
    ("std::thread::thread", .stdThread), ("std::__1::thread", .stdThread), ("std::thread::spawn", .rust),
    ("std::thread::Builder", .rust), ("std::sys::", .rust), ("GOMP_parallel", .openMP),
    ("__kmp", .openMP), ("$s10Foundation6Thread", .foundation), ("NSThread", .foundation),
    ("dispatch_", .dispatch), ("thrd_create", .c11), ("pthread_create", .pthread),
  ]

  private static func native(_ names: [String]) -> CreationEdge? {
    let names = names.distinct()
    return cues.first { cue in names.contains { $0.hasBytes(of: cue.part) } }?.edge
  }
}
