/// A thread of execution as named in a report: `goroutine 45`, `main`, `thread T1`.
///
/// Numbers are the detector's, valid only within one report.
public struct ThreadName: Hashable, Sendable, CustomStringConvertible {
  /// The detector's word.
  public enum Word: Hashable, Sendable {
    /// The thread the program started with.
    case main
    /// A goroutine.
    case goroutine
    /// A thread of ThreadSanitizer, `T1`.
    case thread
    /// A thread of Valgrind's tools, `#2`.
    case numbered
    /// A task of the kernel, by its pid.
    case task
    /// An interrupt, by its cpu.
    case interrupt
  }

  /// The detector's word.
  public let word: Word
  /// The detector's number; 0 for main.
  public let number: Int

  /// The main thread.
  public static let main = ThreadName(.main, 0)

  /// A thread by the detector's word and number.
  public init(_ word: Word, _ number: Int) {
    self.word = word
    self.number = number
  }

  /// As in the export.
  public var description: String {
    switch word {
    case .main: "main"
    case .goroutine: "goroutine " + String(number)
    case .thread: "thread T" + String(number)
    case .numbered: "thread #" + String(number)
    case .task: "task " + String(number)
    case .interrupt: "interrupt cpu " + String(number)
    }
  }
}
