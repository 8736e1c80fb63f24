/// Keeps the job, shard or step that a log announced last, see `JobLine`.
///
/// Unlike announcements of tests, which are looked for above a report's title, each of these is seen: it may be any
/// number of lines above, and the end of a job must not be missed.
struct JobTracker {
  /// The branches of a pipeline that run at once: what they print is mixed, so that no line tells whose the next one is.
  struct Branches: Equatable, Sendable {
    /// How many steps with branches are open, one inside the other.
    var steps = 0
    /// How many branches have begun in them.
    var count = 0

    var areMixed: Bool { count > 1 }
  }

  /// The number of its name; negative where the log names none, `TestIDs.inherited` before the first announcement.
  private(set) var job = TestIDs.inherited
  /// What applies again after the block that the log is in; nil outside of one.
  private var around: SymbolTable.ID?
  private(set) var branches = Branches()

  /// Whether the log is in a block.
  var isInBlock: Bool { around != nil }
  /// The job that applies outside of blocks.
  var outerJob: SymbolTable.ID { around ?? job }

  init() {}

  /// Takes note of a line, which may announce a job.
  mutating func take(_ bytes: Span<UInt8>, _ line: Range<Int>, symbols: inout SymbolTable) {
    guard let announced = JobLine.find(bytes, line) else { return }
    switch announced {
    case .shard(let name): job = symbols.intern(bytes, name)
    case .block(let shard):
      let outer = outerJob
      (job, around) = (shard.map { symbols.intern(bytes, $0) } ?? outer, outer)
    case .blockEnd: set(outerJob)
    case .job(let name): set(symbols.intern(bytes, name))
    case .stage(let name), .branch(let name):
      if case .branch = announced { branches.count += 1 }
      set(branches.areMixed ? TestIDs.none.job : symbols.intern(bytes, name))
    case .branches: branches.steps += 1
    case .branchesEnd:
      branches.steps -= 1
      if branches.steps <= 0 { branches = Branches() }
      set(TestIDs.none.job)
    case .jobEnd: set(TestIDs.none.job)
    }
  }

  /// Passes over lines that nobody looks at one by one: a bar among them ends a block.
  mutating func pass(_ bytes: Span<UInt8>, _ lines: Range<Int>) {
    if isInBlock, JobLine.hasBlockEnd(bytes, in: lines) { set(outerJob) }
  }

  private mutating func set(_ name: SymbolTable.ID) { (job, around) = (name, nil) }
}
