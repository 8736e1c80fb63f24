/// The runs that reports belong to, by first sight.
struct RunTable: Sendable {
  private var runs: [LogRun: Int32] = [:]
  private var last: (run: LogRun, number: Int32)?
  /// Logs whose reports name runs.
  private var named: Set<Int32> = []
  /// Logs that are a run because of a note, or of reports whose process is lost, if no report names one.
  private var unnamed: Set<Int32> = []

  /// How many runs there are.
  var count: Int { runs.count + unnamed.count }

  /// The number of a run; negative if lost.
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

  /// Counts a log as a run, unless its reports name runs.
  mutating func addRun(of log: Int32) {
    if !named.contains(log) { unnamed.insert(log) }
  }
}
