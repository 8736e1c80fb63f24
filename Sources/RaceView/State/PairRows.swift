internal import RaceModel

/// Lays the parts of a report out as the rows of its two columns.
enum PairRows {
  /// What of one stack both sides came through.
  private struct Trunk {
    /// How many of its outermost frames.
    var count = 0
    /// Whether the paths part at the next one.
    var isForked = false
  }

  /// The access of a column; nil when it is not in the log. A lone access that is the previous one
  /// stands on the right.
  static func access(_ report: Report, side: Int) -> Access? {
    if report.accesses.count == 1, report.accesses[0].isPrevious {
      return side == 1 ? report.accesses[0] : nil
    }
    return side < report.accesses.count ? report.accesses[side] : nil
  }

  /// The rows of a column: the stack, then the creation of its thread.
  static func rows(_ detail: DetailedReport, side: Int, opened: Set<PairFold>) -> [PairRow] {
    guard let access = access(detail.report, side: side) else { return missing(detail.report, side) }
    let shared = shared(detail)
    let own = shared?.sides[side]
    // The frame where the paths part is the one above what is shared.
    let isForked = shared?.isForked == true
    let createdCount = detail.frames(of: detail.report.thread(access.thread)?.created).count
    let forksInCreation = isForked && own?.startsInCreation == true && (own?.creation ?? 0) < createdCount
    var rows: [PairRow] = []
    if let stack = access.stack {
      let trunk = Trunk(count: own?.stack ?? 0, isForked: isForked && !forksInCreation)
      rows += section(detail.frames(of: stack), 0, trunk, opened, siteIndex: access.siteIndex)
    } else {
      rows.append(PairRow(content: .note(stackNote(detail.report, access))))
    }
    rows += creation(detail, access, Trunk(count: own?.creation ?? 0, isForked: forksInCreation), opened)
    if side == 0 { rows += ancestors(detail, opened) }
    return rows
  }

  /// What both sides came through.
  static func shared(_ detail: DetailedReport) -> SharedFrames? {
    guard let first = access(detail.report, side: 0), let second = access(detail.report, side: 1) else {
      return nil
    }
    func parts(_ access: Access) -> (stack: [Frame], creation: [Frame]) {
      let created = detail.report.thread(access.thread)?.created
      return (detail.frames(of: access.stack), detail.frames(of: created))
    }
    return SharedFrames(first: parts(first), second: parts(second))
  }

  private static func missing(_ report: Report, _ side: Int) -> [PairRow] {
    let why = report.damage.first { if case .changed = $0 { true } else { false } } ?? .accesses(missing: 1)
    return [PairRow(content: .note(why.words))]
  }

  private static func stackNote(_ report: Report, _ access: Access) -> String {
    let index = report.accesses.firstIndex { $0.isPrevious == access.isPrevious } ?? 0
    return report.damage.contains(.stackNotRestored(access: index))
      ? "the detector could not restore the stack" : "the stack is cut off"
  }

  private static func creation(
    _ detail: DetailedReport, _ access: Access, _ trunk: Trunk, _ opened: Set<PairFold>
  ) -> [PairRow] {
    guard let name = access.thread else {
      return [PairRow(content: .note("which thread it was is not in the log"))]
    }
    if name == .main {
      return [PairRow(content: .creation("\(name.title(detail.report.detector)), not created by another"))]
    }
    guard let created = detail.report.thread(name)?.created else {
      let isLost = detail.report.damage.contains(.creationNotRestored(name))
      return [
        PairRow(content: .note(isLost ? Damage.creationNotRestored(name).words : Damage.creation(name).words))
      ]
    }
    return [PairRow(content: .creation("\(name) created at"))]
      + section(detail.frames(of: created), 1, trunk, opened, siteIndex: nil)
  }

  /// Threads that the report describes beside the two that raced: their ancestors. Go does not print
  /// which of them created which.
  private static func ancestors(_ detail: DetailedReport, _ opened: Set<PairFold>) -> [PairRow] {
    let racing = Set(detail.report.accesses.compactMap(\.thread))
    var rows: [PairRow] = []
    for (index, thread) in detail.report.threads.filter({ !racing.contains($0.name) }).enumerated() {
      guard let created = thread.created else { continue }
      rows.append(PairRow(content: .creation("also described: \(thread.name) created at")))
      rows += section(detail.frames(of: created), index + 2, Trunk(), opened, siteIndex: nil)
    }
    return rows
  }

  /// The rows of one stack, with its folds.
  private static func section(
    _ frames: [Frame], _ section: Int, _ trunk: Trunk, _ opened: Set<PairFold>, siteIndex: Int?
  ) -> [PairRow] {
    let trunkStart = frames.count - trunk.count
    var rows: [PairRow] = []
    var index = 0
    while index < frames.count {
      let run = foldRun(frames, from: index, trunkStart: trunkStart, siteIndex: siteIndex)
      var fold: PairFold?
      if let run { fold = PairFold(kind: run.kind, section: section, start: index) }
      if let run, let fold, !opened.contains(fold) {
        rows.append(PairRow(content: .fold(run.count), fold: fold, isShared: run.kind == .shared))
        index += run.count
        continue
      }
      for position in index..<index + (run?.count ?? 1) {
        var row = PairRow(content: .frame(frames[position]), fold: fold)
        row.isShared = position >= trunkStart
        row.isFork = trunk.isForked && position == trunkStart - 1
        row.isSite = position == siteIndex
        rows.append(row)
      }
      index += run?.count ?? 1
    }
    return rows
  }

  /// The frames from `start` on that fold into one row: the shared ones, or several of plumbing.
  /// What stands above the site is the access itself and stays.
  private static func foldRun(
    _ frames: [Frame], from start: Int, trunkStart: Int, siteIndex: Int?
  ) -> (kind: PairFold.Kind, count: Int)? {
    if let siteIndex, start <= siteIndex { return nil }
    if start >= trunkStart {
      return start == trunkStart && frames.count - start > 1 ? (.shared, frames.count - start) : nil
    }
    let count = frames[start..<trunkStart].prefix { $0.isPlumbing }.count
    return count > 1 ? (.plumbing, count) : nil
  }
}
