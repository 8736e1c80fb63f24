/// One run of a program: a log, or one of the processes that a log's reports name.
///
/// ThreadSanitizer and Valgrind print the process with each report, Go does not. A log without reports is a run in
/// which nothing was found when the user named it. Of the other files of a folder nobody knows that a detector took
/// part unless it left a note: that it found nothing, or that the program crashed. A folder of logs holds a README
/// and a build's output as well, and counted as runs they would make each race look rarer than it is.
struct LogRun: Hashable, Sendable {
  /// Which process printed a report.
  enum Process: Hashable, Sendable {
    /// The detector does not tell processes apart.
    case unnamed
    /// One of so many that may have written into the same log.
    case pid(Int32)
    /// The detector names it, and that part of the report is lost.
    case lost
  }

  /// Which of the index's logs it is in.
  var log: Int32
  /// Which process.
  var process: Process
}

/// The runs that reports belong to, by first sight.
struct RunTable: Sendable {
  private var runs: [LogRun: Int32] = [:]
  private var last: (run: LogRun, number: Int32)?
  /// Logs whose reports name runs.
  private var named: Set<Int32> = []
  /// Logs that are a run by a note, or by reports whose process is lost, as far as no report names one.
  private var unnamed: Set<Int32> = []

  /// How many runs there are.
  var count: Int { runs.count + unnamed.count }

  /// The number of a run; negative when it is lost which run it is.
  mutating func number(_ run: LogRun) -> Int32 {
    if run.process == .lost {
      addRun(of: run.log)
      return -1
    }
    if let last, last.run == run { return last.number }
    let number = runs[run] ?? Int32(runs.count)
    if number == runs.count {
      runs[run] = number
      named.insert(run.log)
      unnamed.remove(run.log)
    }
    last = (run, number)
    return number
  }

  /// Counts a log as a run, unless its reports name some.
  mutating func addRun(of log: Int32) {
    if !named.contains(log) { unnamed.insert(log) }
  }
}
