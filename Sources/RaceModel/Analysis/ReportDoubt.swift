/// Why a report may be a false alarm: one of its sides uses synchronization that the detector does not see.
enum ReportDoubt {
  /// Sentences with what would show more; empty where nothing speaks against the report.
  static func doubts(_ report: Report, _ frames: FrameTable) -> [String] {
    guard report.kind.hasTwoSides, report.accesses.count == 2 else { return [] }
    let tops = report.accesses.map { access in
      access.stack.map { frames.frames(of: Array($0.prefix((access.siteIndex ?? 0) + 1))) } ?? []
    }
    let found = report.detector.profile.blindSpots.first { spot in
      [(tops[0], tops[1]), (tops[1], tops[0])].contains { one, other in
        has(one, spot.signs) && (spot.otherSigns.map { has(other, $0) } ?? true)
      }
    }
    let openMP = UnseenLocks(report, frames).isOpenMP ? report.detector.profile.openMP : nil
    return [found?.words, openMP].compactMap(\.self)
  }

  private static func has(_ frames: [Frame], _ signs: BlindSpot.Signs) -> Bool {
    frames.contains { frame in
      signs.functions.contains { frame.function?.contains($0) == true }
        || frame.file.map { signs.files.contains(String(lastComponent($0))) } == true
    }
  }
}
