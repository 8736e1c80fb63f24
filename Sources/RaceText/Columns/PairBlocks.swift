package import RaceModel

/// The blocks of a report for each of the two columns.
package enum PairBlocks {
  /// The blocks of a column, from top to bottom.
  package static func blocks(_ detail: DetailedReport, _ analysis: ReportAnalysis, side: Side) -> [PairBlock]
  {
    let report = detail.report
    guard report.kind.hasTwoSides else { return parts(report, side: side) }
    guard let position = report.position(of: side) else {
      let absence = PairBlock(kind: .own, absence: MissingSide(report).sentence)
      return [absence] + advice(analysis) + others(report, side: side)
    }
    let access = report.accesses[position]
    var own = PairBlock(
      kind: .own, stack: access.stack, siteIndex: access.siteIndex, stackID: .access(position))
    if own.stack == nil { own.absence = stackAbsence(report, position) }
    let chain = PairChain(detail, analysis).blocks(of: access)
    return [own] + (own.stack == nil ? advice(analysis) : []) + chain + others(report, side: side)
  }

  /// What would have supplied the missing parts.
  private static func advice(_ analysis: ReportAnalysis) -> [PairBlock] {
    analysis.advice.map { PairBlock(kind: .other, absence: $0) }
  }

  private static func stackAbsence(_ report: Report, _ access: Int) -> String {
    let damage = Damage.stackNotRestored(access: access)
    return report.damage.contains(damage) ? damage.words : MissingSide.stack
  }

  /// Other parts of the report about the access: sections of only its thread.
  private static func others(_ report: Report, side: Side) -> [PairBlock] {
    report.sections.filter { owner($0, report) == side }.map { block(of: $0) } + summary(report, side: side)
  }

  /// The only side whose thread a section belongs to.
  private static func owner(_ section: RaceModel.Section, _ report: Report) -> Side? {
    guard let thread = section.thread else { return nil }
    let threads = Sides { report.access($0)?.thread }
    if threads.a == thread { return .a }
    // For an access that it does not name, DRD gives the segments of its thread around it.
    return threads.b == thread || report.access(.b) == nil ? .b : nil
  }

  /// The parts of a report of two accesses that belong to neither alone: where the memory is, other stacks,
  /// the locks, other threads.
  package static func facts(_ report: Report, _ analysis: ReportAnalysis) -> [PairBlock] {
    guard report.kind.hasTwoSides else { return [] }
    return report.locations.map { block(of: $0) } + looseSections(report).map { block(of: $0) }
      + report.locks.map { block(of: $0) } + ancestors(report, analysis)
  }

  private static func looseSections(_ report: Report) -> [RaceModel.Section] {
    report.sections.filter { owner($0, report) == nil }
  }

  /// The subject of those, in a few words.
  package static func factsTitle(_ report: Report, _ analysis: ReportAnalysis) -> String {
    let parts = [
      ("memory", !report.locations.isEmpty), ("locks", !report.locks.isEmpty),
      ("other stacks", !looseSections(report).isEmpty),
      ("other threads", !ancestors(report, analysis).isEmpty),
    ].filter(\.1).map(\.0)
    return parts.count > 1
      ? parts.dropLast().joined(separator: ", ") + " and " + (parts.last ?? "") : parts.first ?? ""
  }

  /// The detector's own summary line, below everything more precise, in the column of its access.
  private static func summary(_ report: Report, side: Side) -> [PairBlock] {
    let own: Side = report.detector.profile.sumsUpLastAccess && report.accesses.count > 1 ? .b : .a
    guard side == own, let summary = report.summary else { return [] }
    return [PairBlock(kind: .other, heading: summary, stack: [])]
  }

  /// Threads described in the report that are in neither chain.
  private static func ancestors(_ report: Report, _ analysis: ReportAnalysis) -> [PairBlock] {
    let chained = Set(report.accesses.flatMap { analysis.lineage.chain(of: $0.thread, in: report) })
    return report.threads.filter { !chained.contains($0.name) }.compactMap { thread in
      guard let created = thread.created else { return nil }
      let heading = "also described: " + PairChain.heading(of: thread, report)
      return PairBlock(kind: .creation, heading: heading, stack: created)
    }
  }

  /// The text of a report that is not about two accesses, besides its stacks: its title, if it says more than
  /// its kind, and the cycle of a lock order.
  package static func statements(_ detail: DetailedReport, _ analysis: ReportAnalysis?) -> [String] {
    let report = detail.report
    guard !report.kind.hasTwoSides else { return [] }
    if let order = LockOrder(report) {
      let words = LockOrderWords(order, detail, analysis?.source.lockOrder)
      return [(order.steps.map(words.held) + [words.unprinted].compactMap(\.self)).joined(separator: "; ")]
    }
    let title = report.title.map { $0.hasSuffix(":") ? String($0.dropLast()) : $0 }
    let cycles = report.sections.filter { $0.kind == .lockCycle }.map(\.title)
    // The line above has the words of the kind.
    return cycles.isEmpty ? [title].compactMap(\.self).filter { $0 != report.kind.words } : cycles
  }

  /// The stacks of a report that is not about two accesses: its steps alternately on the left and on the
  /// right, the creation of a thread below its actions.
  private static func parts(_ report: Report, side: Side) -> [PairBlock] {
    let chosen = partColumns(report)[side]
    let summary = summary(report, side: side)
    guard var first = chosen.first else {
      return side == .a ? [PairBlock(kind: .own, absence: "none of it is in the log")] + summary : []
    }
    first.kind = .own
    first.heading = nil
    first.siteIndex = first.stack?.isEmpty == false ? 0 : nil
    return [first] + chosen.dropFirst() + summary
  }

  private static func partColumns(_ report: Report) -> Sides<[PairBlock]> {
    var columns: Sides<[PairBlock]> = Sides([], [])
    var sides: [ThreadName: Side] = [:]
    var (last, next) = (Side.a, Side.a)
    func add(_ block: PairBlock, to side: Side?) {
      last = side ?? next
      columns[last].append(block)
      next = last.other
    }
    for section in report.sections where section.kind != .lockCycle {
      // ThreadSanitizer prints where the first of two locks was taken below where the second was.
      let belongsAbove = section.kind == .earlierAcquisition
      add(block(of: section), to: belongsAbove && !columns.a.isEmpty ? last : nil)
      if let thread = section.thread, sides[thread] == nil { sides[thread] = last }
    }
    let isTold = columns.both.allSatisfy { !$0.isEmpty }
    for thread in report.threads {
      guard let created = thread.created else { continue }
      let block = PairBlock(
        kind: .creation, heading: PairChain.heading(of: thread, report), stack: created)
      add(block, to: isTold ? sides[thread.name] ?? .a : columns.b.isEmpty ? nil : .a)
    }
    for block in report.locks.map({ block(of: $0) }) + report.locations.map({ block(of: $0) }) {
      add(block, to: columns.b.isEmpty ? nil : .a)
    }
    return columns
  }

  private static func block(of section: RaceModel.Section) -> PairBlock {
    let missing = "the thread has ended, or its call stack is gone"
    return section.kind == .segment
      ? block(section.title, section.stack, missing: missing)
      : block(section.title, section.stack, announced: section.announcesStack)
  }

  private static func block(of lock: Lock) -> PairBlock {
    block(lock.text, lock.created, announced: lock.announcesStack)
  }

  private static func block(of location: Location) -> PairBlock {
    block(location.text, location.stack, announced: location.announcesStack)
  }

  /// A heading with its stack, or a note if it announces a stack that is missing.
  private static func block(_ heading: String, _ stack: Report.Stack?, announced: Bool) -> PairBlock {
    block(heading, stack, missing: announced ? MissingSide.stack : nil)
  }

  private static func block(_ heading: String, _ stack: Report.Stack?, missing: String?) -> PairBlock {
    PairBlock(kind: .other, heading: heading, stack: stack ?? [], absence: stack == nil ? missing : nil)
  }

  /// The title of a column of a report that is not about two accesses.
  package static func partTitle(_ report: Report, side: Side) -> String? {
    partColumns(report)[side].first?.heading
  }
}
