package import RaceModel

/// The text of a row in a column.
extension PairRow {
  /// The text of a closed fold.
  package func fold(_ count: Int) -> String {
    (fold?.kind ?? .plumbing).words(count, stale: staleCount)
  }

  /// The mark before a row, which repeats the meaning of the ink.
  package func glyph(_ glyphs: Glyphs) -> String {
    switch content {
    case .frame(let frame):
      if isFork { return String(glyphs.fork) }
      if staleCount > 0 { return "~" }
      return isShared ? "=" : frame.isPlumbing ? "." : " "
    case .fold: return isShared ? "=" : staleCount > 0 ? "~" : String(glyphs.fold)
    case .heading: return String(isCreation ? glyphs.up : glyphs.horizontal)
    case .absence: return "?"
    }
  }

  /// Everything known about the row.
  ///
  /// - Parameters:
  ///   - report: the report of the row; nil if not available.
  ///   - opening: how to open a fold.
  package func whole(_ names: ShownNames, of report: Report?, opening: String) -> String {
    switch content {
    case .frame(let frame): return names.whole(frame) + names.sentence(remarks(frame, report))
    case .fold(let count):
      let remark = remark.map { " (\(names.sentence($0)))" } ?? ""
      return fold(count) + remark + "; \(opening)"
    case .heading(let text), .absence(let text):
      return names.sentence(text + (remark.map { "; \($0)" } ?? ""))
    }
  }

  private func remarks(_ frame: Frame, _ report: Report?) -> String {
    if isSite, report?.kind.hasTwoSides != false { return "   the access" }
    if staleCount > 0 { return "   stale: \(remark ?? "the call had returned")" }
    if isFork { return "   the two paths fork here" }
    if isShared { return "   both sides came through here" }
    guard frame.isPlumbing else { return "" }
    return "   plumbing" + (report?.detector.profile.plumbing(frame).map { ": \($0)" } ?? "")
  }
}
