package import RaceModel

/// One stack of a column, with its folds.
package struct PairStack {
  private let frames: [Frame]
  private let section: Int
  private let siteIndex: Int?
  /// The first of the frames that both sides share, which reach to the outermost one.
  private let trunkStart: Int
  /// The frame in which the two paths part.
  private let forkIndex: Int?
  private let stale: StaleFrames?
  /// Why they are stale.
  private let staleReason: String

  package init(
    _ block: PairBlock, section: Int, side: Side, _ detail: DetailedReport, _ analysis: ReportAnalysis
  ) {
    let frames = detail.frames(of: block.stack)
    self.frames = frames
    self.section = section
    let isPart = block.siteIndex != nil && !detail.report.kind.hasTwoSides
    siteIndex = isPart ? frames.firstIndex { !$0.isPlumbing } ?? 0 : block.siteIndex
    stale = block.stackID.flatMap { analysis.stale[$0] }
    if let stale, let id = block.stackID {
      staleReason = StaleWords(id, detail).reason(stale)
    } else {
      staleReason = ""
    }
    let shared = block.stackID.flatMap { Self.shared(at: $0, side, analysis) }
    trunkStart = shared?.trunk ?? frames.count
    forkIndex = shared?.fork
  }

  /// The shared part of a stack: beyond the fork, and all of the ancestors of its thread.
  private static func shared(
    at id: StackID, _ side: Side, _ analysis: ReportAnalysis
  ) -> (trunk: Int, fork: Int?)? {
    guard let branch = analysis.fork?.branches[side] else { return nil }
    guard let position = branch.legs.firstIndex(where: { $0.stackID == id }) else { return (0, nil) }
    guard position == 0 else { return nil }
    return (branch.trunk.lowerBound, branch.legs[0].frames.upperBound)
  }

  /// The rows, without those in folds that are closed.
  package func rows(_ opened: Set<PairFold>) -> [PairRow] {
    var rows: [PairRow] = []
    var index = 0
    while index < frames.count {
      let run = foldRun(from: index)
      var fold: PairFold?
      if let run { fold = PairFold(kind: run.kind, section: section, start: index) }
      if let run, let fold, !opened.contains(fold) {
        rows.append(closed(run, fold))
      } else {
        for position in index..<index + (run?.count ?? 1) { rows.append(row(position, fold)) }
      }
      index += run?.count ?? 1
    }
    return rows
  }

  private func closed(_ run: (kind: PairFold.Kind, count: Int), _ fold: PairFold) -> PairRow {
    var row = PairRow(content: .fold(run.count), fold: fold, isShared: run.kind == .shared)
    let hidden = fold.start..<fold.start + run.count
    row.staleCount = stale.map { $0.frames.clamped(to: hidden).count } ?? 0
    if row.staleCount > 0 { row.remark = staleReason }
    return row
  }

  private func row(_ position: Int, _ fold: PairFold?) -> PairRow {
    var row = PairRow(content: .frame(frames[position]), fold: fold)
    row.isShared = position >= trunkStart
    row.isFork = position == forkIndex
    row.isSite = position == siteIndex
    if let stale, stale.frames.contains(position) {
      row.staleCount = 1
      row.remark = staleReason
    }
    return row
  }

  /// The frames from `start` on that fold into one row: the shared ones, stale ones, or several of plumbing.
  /// The frames above the site are the access itself and stay.
  private func foldRun(from start: Int) -> (kind: PairFold.Kind, count: Int)? {
    if let siteIndex, start <= siteIndex { return nil }
    if start >= trunkStart {
      return start == trunkStart && frames.count - start > 1 ? (.shared, frames.count - start) : nil
    }
    if let stale, stale.frames.contains(start) {
      let end = min(stale.frames.upperBound, trunkStart)
      return end - start > 1 ? (.stale, end - start) : nil
    }
    guard start != forkIndex else { return nil }
    let end = min(trunkStart, stale.map { max(start, $0.frames.lowerBound) } ?? trunkStart)
    let count = frames[start..<max(start, end)].prefix { $0.isPlumbing }.count
    return count > 1 ? (.plumbing, count) : nil
  }
}
