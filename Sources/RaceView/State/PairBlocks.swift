internal import RaceModel

/// A stack of a column with what stands above it.
struct PairBlock {
  /// What the stack is.
  enum Kind: Equatable {
    /// The stack of the column's access, or what the report is about.
    case own
    /// Where the column's thread was created.
    case creation
    /// Anything else that the report describes.
    case other
  }

  var kind: Kind
  /// The row above the stack; nil for the first, whose header is the column's.
  var heading: String?
  /// The stack; nil when the note says why there is none.
  var stack: Report.Stack?
  /// A sentence in place of the stack.
  var note: String?
  /// The frame that stands for the access.
  var siteIndex: Int?
}

/// What a report has for each of the two columns.
enum PairBlocks {
  /// The access of a column; nil when it is not in the log. A lone access that is the previous one
  /// stands on the right.
  static func access(_ report: Report, side: Int) -> Access? {
    if report.accesses.count == 1, report.accesses[0].isPrevious {
      return side == 1 ? report.accesses[0] : nil
    }
    return side < report.accesses.count ? report.accesses[side] : nil
  }

  /// The blocks of a column, from top to bottom.
  static func blocks(_ report: Report, side: Int) -> [PairBlock] {
    guard report.kind.hasTwoSides else { return parts(report, side: side) }
    guard let access = access(report, side: side) else {
      let note = PairBlock(
        kind: .own, note: MissingSide(report.detector, isComplete: report.isComplete).sentence)
      return [note] + others(report, side: side)
    }
    var own = PairBlock(kind: .own, stack: access.stack, siteIndex: access.siteIndex)
    if own.stack == nil { own.note = stackNote(report, access) }
    return [own] + [creation(report, access)].compactMap(\.self) + others(report, side: side)
  }

  private static func stackNote(_ report: Report, _ access: Access) -> String {
    let index = report.accesses.firstIndex { $0.isPrevious == access.isPrevious } ?? 0
    return report.damage.contains(.stackNotRestored(access: index))
      ? "the detector could not restore the stack" : "its stack is not in the log"
  }

  private static func creation(_ report: Report, _ access: Access) -> PairBlock? {
    // KCSAN never says where a task was created.
    if report.detector == .kcsan { return nil }
    guard let name = access.thread else {
      return PairBlock(kind: .creation, note: "which thread it was is not in the log")
    }
    if name == .main {
      let heading = "\(name.title(report.detector)), not created by another"
      return PairBlock(kind: .creation, heading: heading, stack: [])
    }
    guard let thread = report.thread(name), thread.created != nil else {
      let isForgotten = report.damage.contains(.creationNotRestored(name))
      let note = (isForgotten ? Damage.creationNotRestored(name) : .creation(name)).words
      return PairBlock(kind: .creation, heading: parentHeading(report.thread(name), report), note: note)
    }
    return PairBlock(kind: .creation, heading: heading(of: thread, report), stack: thread.created)
  }

  /// `thread T1 'worker' created by main thread at`
  private static func heading(of thread: RaceModel.Thread, _ report: Report) -> String {
    var text = title(thread.name, report) + " created"
    if let parent = thread.parent { text += " by \(title(parent, report))" }
    return text + " at"
  }

  /// What is known of a thread's creation when its stack is not: who created it.
  private static func parentHeading(_ thread: RaceModel.Thread?, _ report: Report) -> String? {
    guard let thread, let parent = thread.parent else { return nil }
    return "\(title(thread.name, report)) created by \(title(parent, report))"
  }

  /// `thread T1 'worker'`: a thread with the name that the program gave it.
  static func title(_ name: ThreadName, _ report: Report) -> String {
    let label = report.thread(name)?.label.map { " '\($0)'" } ?? ""
    return name.title(report.detector) + label
  }

  /// What else the report describes: a thing of the right side's thread alone stands there, all others
  /// on the left.
  private static func others(_ report: Report, side: Int) -> [PairBlock] {
    let right = access(report, side: 1)
    let rightThread = right?.thread == access(report, side: 0)?.thread ? nil : right?.thread
    let rightLocks = Set(right?.locks.map(\.id) ?? []).subtracting(
      access(report, side: 0)?.locks.map(\.id) ?? [])
    var blocks: [PairBlock] = []
    for location in report.locations where (side == 1) == false {
      blocks.append(PairBlock(kind: .other, heading: location.text, stack: location.stack ?? []))
    }
    // Of an access that it does not name DRD tells between which of its thread's segments it was.
    let leftThread = access(report, side: 0)?.thread
    for section in report.sections
    where (side == 1)
      == (section.thread != nil
        && (right == nil ? section.thread != leftThread : section.thread == rightThread))
    {
      blocks.append(PairBlock(kind: .other, heading: section.title, stack: section.stack ?? []))
    }
    for lock in report.locks where (side == 1) == rightLocks.contains(lock.id) {
      blocks.append(PairBlock(kind: .other, heading: lock.text, stack: lock.created ?? []))
    }
    return blocks + ancestors(report, side: side) + summary(report, side: side)
  }

  /// The detector's own line that sums up, below everything that is known better.
  private static func summary(_ report: Report, side: Int) -> [PairBlock] {
    guard side == 0, let summary = report.summary else { return [] }
    return [PairBlock(kind: .other, heading: summary, stack: [])]
  }

  /// Threads that the report describes beside the two that raced. Go does not print which of them
  /// created which.
  private static func ancestors(_ report: Report, side: Int) -> [PairBlock] {
    guard side == 0 else { return [] }
    let racing = Set(report.accesses.compactMap(\.thread))
    return report.threads.filter { !racing.contains($0.name) }.compactMap { thread in
      guard let created = thread.created else { return nil }
      return PairBlock(
        kind: .creation, heading: "also described: " + heading(of: thread, report), stack: created)
    }
  }

  /// The stacks of a report that is not about two accesses: the first on the left, the second on the
  /// right, the others below the first.
  private static func parts(_ report: Report, side: Int) -> [PairBlock] {
    var all = report.sections.map { PairBlock(kind: .other, heading: $0.title, stack: $0.stack ?? []) }
    all += report.threads.compactMap { thread in
      thread.created.map { PairBlock(kind: .creation, heading: heading(of: thread, report), stack: $0) }
    }
    all += report.locks.map { PairBlock(kind: .other, heading: $0.text, stack: $0.created ?? []) }
    all += report.locations.map { PairBlock(kind: .other, heading: $0.text, stack: $0.stack ?? []) }
    let chosen = side == 0 ? all.prefix(1) + all.dropFirst(2) : all.dropFirst().prefix(1)
    let summary = summary(report, side: side)
    guard var first = chosen.first else {
      return side == 0 ? [PairBlock(kind: .own, note: "nothing of it is in the log")] + summary : []
    }
    first.kind = .own
    first.heading = nil
    first.siteIndex = first.stack?.isEmpty == false ? 0 : nil
    return [first] + chosen.dropFirst() + summary
  }

  /// The title of a column of a report that is not about two accesses.
  static func partTitle(_ report: Report, side: Int) -> String? {
    let titles =
      report.sections.map(\.title)
      + report.threads.filter { $0.created != nil }.map { heading(of: $0, report) }
      + report.locks.map(\.text) + report.locations.map(\.text)
    return side < titles.count ? titles[side] : nil
  }
}
