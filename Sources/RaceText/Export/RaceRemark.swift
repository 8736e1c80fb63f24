internal import RaceModel

/// A place in a report, and its description.
struct RaceRemark {
  /// The frame to look at; nil if there is none.
  var frame: Frame?
  /// `write by goroutine 7 in main.add`
  var words: String
  /// Its access; nil for a creation, an allocation and the like.
  var side: Side?
}

extension ExportedRace {
  /// Both sides, then everything else with a stack.
  var remarks: [RaceRemark] {
    guard let report = detail?.report else { return [RaceRemark(words: Damage.changed.words)] }
    var sides: [RaceRemark] = []
    var others: [RaceRemark] = []
    for side in Side.allCases {
      for block in blocks(side) {
        let frame = frame(of: block)
        if block.kind == .own {
          sides.append(Self.remark(Self.title(report, side), frame, block.absence, side))
        } else if frame != nil {
          others.append(Self.remark(Self.heading(block, report), frame))
        }
      }
    }
    others += facts.compactMap { block in
      frame(of: block).map { Self.remark(Self.heading(block, report), $0) }
    }
    return sides.isEmpty ? [RaceRemark(words: report.title ?? report.kind.words)] : sides + others
  }

  /// The same, with the second before the first if it is the better one.
  ///
  /// - Parameter isBetter: whether a remark is worth looking at.
  func remarks(first isBetter: (RaceRemark) -> Bool) -> [RaceRemark] {
    var remarks = remarks
    if !isBetter(remarks[0]), remarks.count > 1, isBetter(remarks[1]) {
      remarks.swapAt(0, 1)
    }
    return remarks
  }

  private static func remark(
    _ words: String?, _ frame: Frame?, _ absence: String? = nil, _ side: Side? = nil
  ) -> RaceRemark {
    let words = [words, absence].compactMap(\.self).joined(separator: ", ")
    return RaceRemark(
      frame: frame, words: words + (frame.map { " in \(FrameWords.inSentence($0))" } ?? ""), side: side)
  }

  private static func title(_ report: Report, _ side: Side) -> String? {
    if report.kind.hasTwoSides { return report.access(side).map { AccessWords.sentence($0, report) } }
    return PairBlocks.partTitle(report, side: side).map(withoutColon)
  }

  private static func withoutColon(_ heading: String) -> String {
    heading.hasSuffix(":") ? String(heading.dropLast()) : heading
  }

  /// The description of a block's stack.
  static func heading(_ block: PairBlock, _ report: Report) -> String? {
    // There the header has the name of the column's thread.
    if case .creation(let thread) = block.stackID {
      return PairChain.heading(of: report.threads[thread], report)
    }
    return block.heading.map(withoutColon)
  }
}
