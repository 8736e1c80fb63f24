/// Who created whom in a report of Go that describes all ancestors (`print_full_thread_history`), without naming them.
///
/// The detector lists the threads that raced, goes along the list and appends the creator of each, unless that is the
/// main thread or is listed already. So every thread has a creator of three kinds: the main thread, one that is
/// listed, or the next one to be appended. All ways to give them out are tried in which the functions agree that
/// creators began in; a creator is known when it is the same in all of them.
struct CreatorSearch {
  /// Who created a thread.
  private enum Creator: Equatable {
    case main
    /// A thread, by its position in the list.
    case listed(Int)
  }

  /// After so many steps nothing is said.
  private static let mostSteps = 2000
  /// Of more threads nothing is said: no program has as many ancestors, and all may be tried with all.
  private static let mostThreads = 400
  /// After so many creators were tried nothing is said.
  private static let mostTrials = 100_000

  private let report: Report
  /// The function in which what the main thread creates begins.
  private let main: MainFunction
  private let frames: FrameTable
  private let facts: FrameFactTable
  /// The threads whose creation is in the report, by their position there, in the order in which they are printed.
  private let list: [Int]
  /// The function in which each of them began, where its own stack tells.
  private let entries: [FrameTable.ID?]
  /// The creators in the attempt at hand.
  private var attempt: [Creator] = []
  /// What all attempts that came out have in common; nil before the first.
  private var common: [Creator?]?
  private var steps = 0
  private var trials = 0

  /// - Parameter racing: the threads that raced.
  init(
    _ report: Report, _ main: MainFunction, racing: Set<ThreadName>, _ frames: FrameTable,
    _ facts: FrameFactTable
  ) {
    (self.report, self.main, self.frames, self.facts) = (report, main, frames, facts)
    let created = report.threads.indices.filter { report.threads[$0].created?.isEmpty == false }
    list = created.count > Self.mostThreads ? [] : created
    entries = list.map { index in
      report.accesses.first { $0.thread == report.threads[index].name }?.stack?.last
    }
    let raced = list.prefix { racing.contains(report.threads[$0].name) }.count
    visit(next: raced)
  }

  /// The creators that are known and are not the main thread, by the positions of the threads in the report.
  var creators: [(created: Int, creator: Int)] {
    guard steps <= Self.mostSteps, trials <= Self.mostTrials, let common else { return [] }
    return common.enumerated().compactMap { position, creator in
      guard case .listed(let other) = creator else { return nil }
      return (list[position], list[other])
    }
  }

  /// Tries all creators of the thread behind those of the attempt.
  ///
  /// - Parameter next: how many threads were listed so far.
  private mutating func visit(next: Int) {
    steps += 1
    let position = attempt.count
    guard steps <= Self.mostSteps, trials <= Self.mostTrials, position < list.count else {
      if position == list.count, next == list.count { keepAttempt() }
      return
    }
    // A thread that nobody has appended would not be in the report.
    guard position < next, let root = root(position) else { return }
    if facts[root].main == main { return extend(with: .main, next) }
    trials += next
    for other in 0..<min(next + 1, list.count) where fits(other, position) {
      extend(with: .listed(other), max(next, other + 1))
    }
  }

  private mutating func extend(with creator: Creator, _ next: Int) {
    attempt.append(creator)
    visit(next: next)
    attempt.removeLast()
  }

  private mutating func keepAttempt() {
    guard let known = common else {
      common = attempt
      return
    }
    common = zip(known, attempt).map { $0 == $1 ? $0 : nil }
  }

  /// The outermost function of a creation: its creator began there.
  private func root(_ position: Int) -> FrameTable.ID? { report.threads[list[position]].created?.last }

  /// Whether a thread can have created another one in the attempt at hand.
  private func fits(_ creator: Int, _ created: Int) -> Bool {
    guard creator != created, !descends(creator, from: created), let root = root(created) else {
      return false
    }
    if let entry = entries[creator] {
      guard facts.isSameFunction(entry, root) else { return false }
    } else if !mayBegin(creator, in: root) {
      return false
    }
    // All that a thread creates begins in the function where it began.
    return attempt.indices.allSatisfy { other in
      guard attempt[other] == .listed(creator), let known = self.root(other) else { return true }
      return facts.isSameFunction(known, root)
    }
  }

  /// Whether a thread was created by another one, or by one that this created.
  private func descends(_ thread: Int, from ancestor: Int) -> Bool {
    var thread = thread
    while thread < attempt.count, case .listed(let creator) = attempt[thread] {
      if creator == ancestor { return true }
      thread = creator
    }
    return false
  }

  /// Whether a thread could begin in a function: a closure or a wrapper belongs to the function that holds the `go`
  /// statement, any other function can be called there.
  private func mayBegin(_ thread: Int, in root: FrameTable.ID) -> Bool {
    guard let function = frames[root].function,
      let statement = report.threads[list[thread]].created?.first.flatMap({ frames[$0].function })
    else { return false }
    let name = GoFunctionName(function)
    return !name.isClosure || function.hasSuffix("-fm") || GoFunctionName(statement).declared == name.declared
  }
}
