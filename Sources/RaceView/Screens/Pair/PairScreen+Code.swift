internal import RaceModel
internal import RaceText

/// The code below the columns, and moving in it.
extension PairScreen {
  /// How many callers to search for code if a frame has none.
  private static let mostCallers = 8

  /// Requests the code under the cursors or, if a frame has none, that of its callers.
  mutating func wantCode(_ context: inout Context) {
    let own = Side.allCases.compactMap { focusedPlace($0, context) }
    let further = Side.allCases.filter { isWithoutCode($0, context) }.flatMap { self.callers($0, context) }
    context.wantCode(own + further)
  }

  /// The place of the code that a side shows: of the frame under its cursor, or of the nearest caller with
  /// code.
  func codePlace(_ side: Side, _ context: Context) -> CodePlace? {
    let own = focusedPlace(side, context)
    guard isWithoutCode(side, context) else { return own }
    return callers(side, context).first { context.model.code[$0]?.excerpt != nil } ?? own
  }

  /// Whether a side shows the code of a caller, because the frame under its cursor has none.
  func showsCaller(_ side: Side, _ context: Context) -> Bool {
    isWithoutCode(side, context) && codePlace(side, context) != focusedPlace(side, context)
  }

  /// The place of the frame under a side's cursor; for the focused side that of memory and locks while they
  /// have the focus.
  private func focusedPlace(_ side: Side, _ context: Context) -> CodePlace? {
    if isOnFacts, side == context.side, let place = context.codePlace(facts.focused?.frame) { return place }
    return context.codePlace(row(side)?.frame)
  }

  /// Whether the frame under a side's cursor names no line, or its file is not here.
  private func isWithoutCode(_ side: Side, _ context: Context) -> Bool {
    guard let place = focusedPlace(side, context) else { return row(side)?.frame != nil }
    if case .absent? = context.model.code[place] { return true }
    return false
  }

  /// The places of the frames outside of the focused one, in its stack.
  private func callers(_ side: Side, _ context: Context) -> [CodePlace] {
    columns[side].rows.dropFirst(columns[side].cursor.row + 1).prefix { !$0.isHeading }.lazy
      .compactMap { context.codePlace($0.frame) }.prefix(Self.mostCallers).map(\.self)
  }

  /// Why a side shows no code, if no file explains it.
  func absence(_ side: Side, _ context: Context) -> String {
    guard let row = row(side) else { return "" }
    if row.isAbsence {
      guard let report = context.report?.detail?.report, report.kind.hasTwoSides else {
        return "the log names no line here"
      }
      return report.access(side) == nil
        ? MissingSide(report).sentence : MissingSide.stack
    }
    guard let frame = row.frame else { return "" }
    return frame.file == nil ? "the log names no file here" : "the log names no line here"
  }

  /// What is known about the code that a side shows; nil for nothing yet.
  func code(_ side: Side, _ context: Context) -> CodeLookup? { context.model.code[codePlace(side, context)] }

  /// Whether a side has no code to show, and never will.
  private func isBare(_ side: Side, _ context: Context) -> Bool {
    guard code(side, context)?.excerpt == nil else { return false }
    guard let row = row(side), !row.isAbsence else { return true }
    // A heading is between frames that have code.
    return row.frame != nil && isWithoutCode(side, context)
      && callers(side, context).allSatisfy { context.model.code[$0] != nil }
  }

  /// How the code of both sides shares its room.
  func sharing(_ context: Context) -> CodeSharing {
    let place = codePlace(.a, context)
    let isSame = place == codePlace(.b, context) && showsCaller(.a, context) == showsCaller(.b, context)
    return place != nil && isSame
      ? .same : CodeSharing(without: Sides(isBare(.a, context), isBare(.b, context)))
  }

  // MARK: Entering it

  /// Enters the code of the focused side, if some is shown.
  mutating func enterCode(_ context: Context) {
    guard let place = codePlace(context.side, context), let excerpt = code(context.side, context)?.excerpt,
      let pane = layout.codePane(context.side)
    else { return }
    codeView = CodeView(place, excerpt, height: pane.body.height)
  }

  /// Whether there is code to enter.
  func canEnterCode(_ context: Context) -> Bool {
    code(context.side, context)?.excerpt != nil && layout.codePane(context.side) != nil
  }

  /// The code that the user is in.
  private func excerpt(_ context: Context) -> CodeExcerpt? {
    codeView.flatMap { context.model.code[$0.place]?.excerpt }
  }

  /// Leaves the code if it is gone; keeps its focused line visible.
  mutating func keepCodeInView(_ context: Context) {
    guard let view = codeView else { return }
    guard view.place == codePlace(context.side, context), let excerpt = excerpt(context),
      let pane = layout.codePane(context.side)
    else { return codeView = nil }
    codeView?.cursor.keepInView(count: excerpt.lines.count, height: pane.body.height)
  }

  mutating func moveInCode(_ motion: Motion, _ context: Context) {
    guard let excerpt = excerpt(context), let pane = layout.codePane(context.side) else { return }
    codeView?.cursor.move(motion, count: excerpt.lines.count, height: pane.body.height)
  }

  /// The focused line of the code that the user is in.
  func placeInCode(_ context: Context) -> PrintedPlace? {
    guard let view = codeView, let lines = excerpt(context)?.lines, lines.indices.contains(view.cursor.row)
    else { return nil }
    return PrintedPlace(file: view.place.file, line: lines[view.cursor.row].number)
  }

  /// The texts of the code that the user is in; nil outside of it.
  func searchedCode(_ context: Context) -> (texts: [[String]], cursor: Int)? {
    guard let view = codeView, let excerpt = excerpt(context) else { return nil }
    return (excerpt.lines.map { [$0.text] }, view.cursor.row)
  }

  // MARK: Sideways

  /// Scrolls the focused part sideways, as far as it reaches.
  mutating func scrollSideways(_ steps: Int, _ context: inout Context) {
    if var view = codeView, let excerpt = excerpt(context), let pane = layout.codePane(context.side) {
      let widest = excerpt.lines.map { CodePane.columns($0.text) }.max() ?? 0
      let (now, isAtEnd) = Self.scrolled(view.left, steps, widest: widest, room: pane.body.width - 8)
      view.left = now
      codeView = view
      return isAtEnd ? context.say("nothing further right") : ()
    }
    let names = context.model.names
    let widest = layout.panes.flatMap { pane in
      self[pane.part].rows.dropFirst(self[pane.part].cursor.top).prefix(pane.body.height)
        .map { PairRowText.wholeWidth($0, names) }
    }.max()
    let room = layout.panes.map(\.body.width).min() ?? 0
    let (now, isAtEnd) = Self.scrolled(left, steps, widest: widest ?? 0, room: room)
    left = now
    if isAtEnd { context.say("nothing further right") }
  }

  /// Columns of a step sideways.
  private static let step = 16

  private static func scrolled(
    _ left: Int, _ steps: Int, widest: Int, room: Int
  ) -> (left: Int, isAtEnd: Bool) {
    if steps < 0 { return (max(0, left + steps * step), false) }
    if widest - left <= room { return (left, true) }
    return (min(left + steps * step, widest - room), false)
  }
}
