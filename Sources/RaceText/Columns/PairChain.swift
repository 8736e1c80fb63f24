package import RaceModel

/// The creation chain of an access: where its thread was created, then where the creator was, and so on
/// to the main thread, as far as known.
package struct PairChain {
  private let detail: DetailedReport
  private let analysis: ReportAnalysis
  private var report: Report { detail.report }

  package init(_ detail: DetailedReport, _ analysis: ReportAnalysis) {
    self.detail = detail
    self.analysis = analysis
  }

  /// A block for each thread of the chain.
  package func blocks(of access: Access) -> [PairBlock] {
    if report.detector.profile.creators == .unprinted { return [] }
    guard let own = access.thread else {
      return [PairBlock(kind: .creation, absence: "the log does not name the thread")]
    }
    let chain = analysis.lineage.chain(of: own, in: report)
    return chain.compactMap { name in
      // An unknown ancestor has no block.
      if name != own, report.thread(name)?.created == nil { return nil }
      return block(of: name, isOwn: name == own)
    }
  }

  /// - Parameter isOwn: whether it is the thread of the access, whose name is in the column's header.
  private func block(of name: ThreadName, isOwn: Bool) -> PairBlock {
    if name == .main {
      let heading = "\(name.title(report.detector)), not created by another"
      return PairBlock(kind: .creation, heading: heading, stack: [])
    }
    let parent = analysis.lineage.parent(of: name, in: report)
    guard let index = report.threadIndex(name),
      report.threads[index].created != nil
    else {
      let isForgotten = report.damage.contains(.creationNotRestored(name))
      let absence = (isForgotten ? Damage.creationNotRestored(name) : .creation(name)).words
      let heading = parent.map { "\(ThreadWords.title(name, report)) created\(by($0))" }
      return PairBlock(kind: .creation, heading: heading, absence: absence)
    }
    let thread = report.threads[index]
    let title = ThreadWords.title(name, report)
    var heading = parent.map { (isOwn ? "created" : "\(title) created") + by($0) } ?? "\(title) created"
    // Goroutines are created by go statements; only other ways are mentioned.
    if let edge = CreationEdge(thread, report, detail.frames), edge != .goStatement {
      heading += ", \(edge.rawValue)"
    }
    let remark = parent?.words.map { "inferred, not in the report: \($0)" }
    return PairBlock(
      kind: .creation, heading: heading, stack: thread.created, stackID: .creation(index), remark: remark)
  }

  /// ` by goroutine 45 (inferred)`
  private func by(_ parent: Lineage.Parent) -> String {
    " by \(ThreadWords.title(parent.thread, report))" + (parent.isInferred ? " (inferred)" : "")
  }

  /// `thread T1 'worker' created by main thread at`, as far as the report itself says so.
  package static func heading(of thread: RaceModel.Thread, _ report: Report) -> String {
    var text = ThreadWords.title(thread.name, report) + " created"
    if let parent = thread.parent { text += " by \(ThreadWords.title(parent, report))" }
    return text
  }
}
