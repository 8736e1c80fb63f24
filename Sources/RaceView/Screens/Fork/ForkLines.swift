internal import RaceModel
internal import RaceText

/// Lays the two origins of a report out as one tree, outermost frame first: the shared trunk, the fork, the
/// two branches down to the accesses, and the evidence for it.
struct ForkLines {
  private let detail: DetailedReport
  private let analysis: ReportAnalysis
  /// Whether the branches are side by side.
  private let isWide: Bool
  /// Whether folds are open.
  private let isOpen: Bool
  /// Columns for sentences.
  private let columns: Int
  private let glyphs: Glyphs
  private let names: ShownNames

  /// The lines for a terminal with a number of columns.
  ///
  /// - Parameter isOpen: whether folds are open.
  static func lines(_ context: Context, isOpen: Bool) -> [ForkLine] {
    guard let detail = context.report?.detail, let analysis = context.report?.analysis else { return [] }
    let columns = context.size.columns
    let layout = ForkLines(
      detail: detail, analysis: analysis, isWide: columns >= PairLayout.stackedWidth, isOpen: isOpen,
      columns: columns, glyphs: context.glyphs, names: context.model.names)
    guard let order = LockOrder(detail.report) else { return layout.tree() + layout.explanation() }
    return LockOrderLines(order, detail, analysis.source.lockOrder, isOpen: isOpen, glyphs: context.glyphs)
      .lines()
      + layout.explanation()
  }

  private func tree() -> [ForkLine] {
    let branches = Sides { branch($0) }
    guard let fork = analysis.fork else { return sideBySide(branches.a, branches.b) }
    return trunk(fork).map { ForkLine(whole: $0) } + [ForkLine(whole: forkCell(fork))]
      + sideBySide(branches.a, branches.b)
  }

  private func forkCell(_ fork: Fork) -> ForkCell {
    var frame = detail.frames[fork.branches.a.frame]
    // Each branch shows its own line.
    if !fork.isSamePosition { frame.line = nil }
    return .frame(frame, .fork, isStale: false, isSite: false)
  }

  /// The frames outside of the fork, outermost first.
  private func trunk(_ fork: Fork) -> [ForkCell] {
    guard let id = fork.branches.a.legs.first?.stackID else { return [] }
    let stack = detail.report.stack(at: id)
    let range = fork.branches.a.trunk
    let stale = analysis.stale[id]?.frames.clamped(to: range) ?? range.lowerBound..<range.lowerBound
    guard !isOpen, range.count > 2 else {
      return range.reversed().map {
        .frame(detail.frames[stack[$0]], .trunk, isStale: stale.contains($0), isSite: false)
      }
    }
    let (first, last) = (detail.frames[stack[range.upperBound - 1]], detail.frames[stack[range.lowerBound]])
    // Among them the two named ones.
    let count = PairFold.Kind.shared.words(range.count, stale: stale.count)
    let line = last.file == nil ? "" : " \(FrameWords.place(file: last.file, line: last.line))"
    let ends = "\(names.inSentence(first)) \(glyphs.fold) \(names.inSentence(last))\(line)"
    return [.fold("\(count): \(ends)", .trunk)]
  }

  // MARK: Branches

  private func sideBySide(_ left: [ForkCell], _ right: [ForkCell]) -> [ForkLine] {
    guard isWide else { return (left + right).map { ForkLine(whole: $0) } }
    return (0..<max(left.count, right.count)).map { index in
      ForkLine(
        left: index < left.count ? left[index] : nil, right: index < right.count ? right[index] : nil)
    }
  }

  /// The cells of a branch: from the fork, or if it is unknown from the outermost known frame.
  private func branch(_ side: Side) -> [ForkCell] {
    guard let access = detail.report.access(side) else {
      let words = MissingSide(detail.report).sentence
      let lines = Fitting.wrap("\(side.letter)  ? \(words)", max(20, (isWide ? columns / 2 : columns) - 7))
      return [.end(lines[0], side)] + lines.dropFirst().map { .more($0, side) }
    }
    let legs = analysis.fork?.branches[side].legs ?? origin(access, side)
    var cells: [ForkCell] = []
    if let fork = analysis.fork {
      let line = detail.frames[fork.branches[side].frame].line
      let unknown = fork.isSamePosition ? "the same place" : "line not known"
      cells.append(.start(line.map { "line \($0)" } ?? unknown, side))
    }
    for leg in legs {
      cells += frames(of: leg, side, siteIndex: leg.starts == nil ? access.siteIndex : nil)
      if let thread = leg.starts { cells.append(.edge(edge(thread), side)) }
    }
    if access.stack == nil { cells.append(.fold(MissingSide.stack, .branch(side))) }
    let previous = access.isPrevious ? "previous " : ""
    let verb = AccessWords.operation(access)
    let thread = access.thread.map { "  \($0.title(detail.report.detector))" } ?? ""
    return cells + [.end("\(side.letter)  \(previous)\(verb)\(thread)", side)] + moves(of: access, side)
  }

  /// Where an access was reordered to, as KCSAN reports it.
  private func moves(of access: Access, _ side: Side) -> [ForkCell] {
    detail.report.sections.filter { $0.kind == .reorderedTo && $0.thread == access.thread }.compactMap {
      guard let frame = detail.frames(of: $0.stack).first else { return nil }
      return .more(
        "reordered to \(names.inSentence(frame)) \(FrameWords.place(frame, width: 40, glyphs))", side)
    }
  }

  /// A whole origin, as far as known: creation stacks from the outermost thread on, then the stack.
  private func origin(_ access: Access, _ side: Side) -> [Fork.Leg] {
    let chain = analysis.lineage.chain(of: access.thread, in: detail.report)
    let created = chain.reversed().compactMap { name -> Fork.Leg? in
      guard let index = detail.report.threads.firstIndex(where: { $0.name == name }),
        let stack = detail.report.threads[index].created
      else { return nil }
      return Fork.Leg(stackID: .creation(index), frames: 0..<stack.count, starts: name)
    }
    let position = detail.report.accesses.count == 1 ? 0 : side.rawValue
    return created + [
      Fork.Leg(stackID: .access(position), frames: 0..<(access.stack?.count ?? 0), starts: nil)
    ]
  }

  private func edge(_ name: ThreadName) -> String {
    let report = detail.report
    let way = report.thread(name).flatMap { CreationEdge($0, report, detail.frames) }
    let verb = way == .goStatement ? "go" : way?.rawValue ?? "starts"
    return "\(verb)  \(ThreadWords.title(name, report))"
  }

  private func frames(of leg: Fork.Leg, _ side: Side, siteIndex: Int?) -> [ForkCell] {
    let stack = detail.report.stack(at: leg.stackID)
    let stale = analysis.stale[leg.stackID]?.frames ?? 0..<0
    var cells: [ForkCell] = []
    var index = leg.frames.upperBound - 1
    while index >= leg.frames.lowerBound {
      let frame = detail.frames[stack[index]]
      let run = isOpen ? 1 : run(endingAt: index, in: leg, stack, stale, siteIndex)
      if run > 1 {
        let kind: PairFold.Kind = stale.contains(index) ? .stale : .plumbing
        cells.append(.fold(kind.words(run), .branch(side)))
      } else {
        cells.append(
          .frame(frame, .branch(side), isStale: stale.contains(index), isSite: index == siteIndex))
      }
      index -= run
    }
    return cells
  }

  /// How many frames from `index` inward fold into one cell.
  private func run(
    endingAt index: Int, in leg: Fork.Leg, _ stack: Report.Stack, _ stale: Range<Int>, _ siteIndex: Int?
  ) -> Int {
    let floor = max(leg.frames.lowerBound, siteIndex.map { $0 + 1 } ?? leg.frames.lowerBound)
    guard index >= floor else { return 1 }
    if stale.contains(index) { return index - max(floor, stale.lowerBound) + 1 }
    let run = stride(from: index, through: floor, by: -1).prefix {
      detail.frames[stack[$0]].isPlumbing && !stale.contains($0)
    }
    return max(1, run.count)
  }

  // MARK: Explanation

  /// The explanation in sentences.
  private func explanation() -> [ForkLine] {
    // The lines above draw the order.
    let all = Explanation.lines(detail, analysis, names)
    let lines = all.filter { !["order", "cycle"].contains($0.label) }.flatMap { line in
      Fitting.wrap(line.words, max(20, columns - 12)).enumerated().map {
        ForkLine(whole: .words(label: $0.offset == 0 ? line.label : "", $0.element))
      }
    }
    return lines.isEmpty ? [] : [ForkLine()] + lines
  }
}
