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

  /// The rows of a column: the stack, then the creation of its thread, then what else is described.
  static func rows(_ detail: DetailedReport, side: Int, opened: Set<PairFold>) -> [PairRow] {
    let own = shared(detail)?.sides[side]
    var rows: [PairRow] = []
    for (section, block) in PairBlocks.blocks(detail.report, side: side).enumerated() {
      if let heading = block.heading {
        rows.append(PairRow(content: .heading(heading), isCreation: block.kind == .creation))
      }
      if let note = block.note { rows.append(PairRow(content: .note(note))) }
      let trunk = trunk(of: block, own, detail, side)
      let frames = detail.frames(of: block.stack)
      var siteIndex = block.siteIndex
      if siteIndex != nil, !detail.report.kind.hasTwoSides {
        siteIndex = frames.firstIndex { !$0.isPlumbing } ?? 0
      }
      rows += stack(frames, section, trunk, opened, siteIndex: siteIndex)
    }
    return rows
  }

  /// The rows of a side of a report that cannot be read again: why, and its site.
  static func rows(lost site: Site?) -> [PairRow] {
    let note = PairRow(content: .note(Damage.changed.words))
    guard let site else { return [note] }
    var frame = Frame()
    frame.function = site.function
    frame.file = site.file
    frame.line = site.line
    return [note, PairRow(content: .frame(frame), isSite: true)]
  }

  /// What of a block's stack is shared with the other side.
  private static func trunk(
    of block: PairBlock, _ own: SharedFrames.Side?, _ detail: DetailedReport, _ side: Int
  ) -> Trunk {
    guard let own, let shared = shared(detail), let access = PairBlocks.access(detail.report, side: side)
    else {
      return Trunk()
    }
    let created = detail.report.thread(access.thread)?.created?.count ?? 0
    let forksInCreation = shared.isForked && own.startsInCreation && own.creation < created
    switch block.kind {
    case .own: return Trunk(count: own.stack, isForked: shared.isForked && !forksInCreation)
    case .creation: return Trunk(count: own.creation, isForked: forksInCreation)
    case .other: return Trunk()
    }
  }

  /// What both sides came through.
  static func shared(_ detail: DetailedReport) -> SharedFrames? {
    guard let first = PairBlocks.access(detail.report, side: 0),
      let second = PairBlocks.access(detail.report, side: 1)
    else { return nil }
    func parts(_ access: Access) -> SharedFrames.Stacks {
      let created = detail.report.thread(access.thread)?.created
      return (detail.frames(of: access.stack), detail.frames(of: created))
    }
    return SharedFrames(first: parts(first), second: parts(second))
  }

  /// The rows of one stack, with its folds.
  private static func stack(
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
