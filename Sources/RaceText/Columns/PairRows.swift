package import RaceModel

/// Lays out the parts of a report as the rows of its two columns.
package enum PairRows {
  /// The rows of a column: the stack, then the creation chain of its thread, then other descriptions.
  package static func rows(
    _ detail: DetailedReport, _ analysis: ReportAnalysis, side: Side, opened: Set<PairFold>
  ) -> [PairRow] {
    rows(PairBlocks.blocks(detail, analysis, side: side), detail, analysis, side: side, opened: opened)
  }

  /// The rows that belong to neither access: memory, locks, other threads.
  package static func facts(
    _ detail: DetailedReport, _ analysis: ReportAnalysis, opened: Set<PairFold>
  ) -> [PairRow] {
    rows(PairBlocks.facts(detail.report, analysis), detail, analysis, side: .a, opened: opened)
  }

  private static func rows(
    _ blocks: [PairBlock], _ detail: DetailedReport, _ analysis: ReportAnalysis, side: Side,
    opened: Set<PairFold>
  ) -> [PairRow] {
    var rows: [PairRow] = []
    for (section, block) in blocks.enumerated() {
      if let heading = block.heading {
        rows.append(
          PairRow(content: .heading(heading), isCreation: block.kind == .creation, remark: block.remark))
      }
      if let absence = block.absence { rows.append(PairRow(content: .absence(absence))) }
      rows += PairStack(block, section: section, side: side, detail, analysis).rows(opened)
    }
    return rows
  }

  /// The rows of a side of a report that cannot be read again: why, and its site.
  package static func rows(lost site: Site?) -> [PairRow] {
    let absence = PairRow(content: .absence(Damage.changed.words))
    guard let site else { return [absence] }
    var frame = Frame()
    frame.function = site.function
    frame.file = site.file
    frame.line = site.line
    return [absence, PairRow(content: .frame(frame), isSite: true)]
  }
}
