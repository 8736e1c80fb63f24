/// One run of a program: a source, or one of the processes that a source's reports name.
///
/// ThreadSanitizer and Valgrind print the process with each report, Go does not. A source without any
/// report is a run as well, one in which nothing was found.
struct LogRun: Hashable, Sendable {
  /// Which process printed a report.
  enum Process: Hashable, Sendable {
    /// The detector does not tell processes apart.
    case unnamed
    /// One of so many that may have written into the same source.
    case pid(Int32)
    /// The detector names it, and that part of the report is lost.
    case lost
  }

  /// Which of the index's sources it is in.
  var source: Int32
  /// Which process.
  var process: Process
}

/// The runs that reports belong to, by first sight.
struct RunTable: Sendable {
  private var runs: [LogRun: Int32] = [:]
  private var last: (run: LogRun, number: Int32)?
  private var sources: Set<Int32> = []

  /// The number of a run; negative when it is lost which run it is.
  mutating func number(_ run: LogRun) -> Int32 {
    if run.process == .lost { return -1 }
    if let last, last.run == run { return last.number }
    let number = runs[run] ?? Int32(runs.count)
    if number == runs.count {
      runs[run] = number
      sources.insert(run.source)
    }
    last = (run, number)
    return number
  }

  /// How many runs there are in so many sources.
  func count(sources count: Int) -> Int { runs.count + max(0, count - sources.count) }
}
