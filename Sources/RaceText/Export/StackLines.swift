internal import RaceModel

/// The stacks of a race as lines of plain text, one side below the other.
struct StackLines {
  /// The maximum frames of a stack to list.
  private static let mostFrames = 60

  /// The lines.
  let lines: [String]

  /// The stacks of a race; empty if the report is gone.
  init(_ race: ExportedRace) {
    guard let detail = race.detail else {
      lines = []
      return
    }
    var blocks = Side.allCases.flatMap { side in
      let blocks = race.blocks(side)
      let header =
        detail.report.kind.hasTwoSides
        ? detail.report.access(side).map { AccessWords.header($0, detail.report) }
        : PairBlocks.partTitle(detail.report, side: side)
      return blocks.isEmpty
        ? [] : ["", "\(side.letter): \(header ?? "?")"] + blocks.flatMap { Self.lines($0, detail) }
    }
    if let title = race.factsTitle {
      blocks += ["", title] + race.facts.flatMap { Self.lines($0, detail) }
    }
    lines = blocks.map(Cleaning.clean)
  }

  private static func lines(_ block: PairBlock, _ detail: DetailedReport) -> [String] {
    let stack = block.stack ?? []
    var lines = [block.heading, block.absence].compactMap { $0.map { "  " + $0 } }
    lines += stack.prefix(mostFrames).map { "    " + FrameWords.whole(detail.frames[$0]) }
    if stack.count > mostFrames {
      lines.append("    and \(Counting.plural(stack.count - mostFrames, "more frame"))")
    }
    return lines
  }
}
