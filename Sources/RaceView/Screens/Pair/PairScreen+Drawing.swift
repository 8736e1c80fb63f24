internal import RaceModel
internal import RaceText

extension PairScreen {
  package func draw(_ context: Context, on grid: inout Grid) {
    grid.bar(0, left: context.reportTitle, right: context.report?.location ?? "", context.glyphs)
    layout.information?.draw(context, on: &grid)
    for pane in layout.panes { draw(pane, context, on: &grid) }
    for pane in layout.codePanes { drawCode(pane, context, on: &grid) }
    if layout.arrangement == .sideBySide { drawRules(context, on: &grid) }
    drawWhole(context, on: &grid)
  }

  private func drawCode(_ pane: PairLayout.Pane, _ context: Context, on grid: inout Grid) {
    guard let side = pane.part.side else { return }
    let (header, body) = (pane.header, pane.body)
    CodePane(
      context: context, side: side, place: codePlace(side, context), sharedNames: sharedNames,
      area: Rect(x: body.x, y: header.y, width: body.width, height: body.height + 1), heading: header,
      view: side == context.side ? codeView : nil, isCaller: showsCaller(side, context),
      isOfBoth: layout.sharing == .same, absence: absence(side, context)
    ).draw(on: &grid)
  }

  // MARK: Columns

  private func draw(_ pane: PairLayout.Pane, _ context: Context, on grid: inout Grid) {
    drawHeader(pane, context, on: &grid)
    let list = self[pane.part]
    let isFocused = pane.part == focused(context) && codeView == nil
    let absences = drawAbsences(pane, context, on: &grid)
    for offset in 0..<pane.body.height where list.cursor.top + offset < list.rows.count - absences {
      let position = list.cursor.top + offset
      let ground: Ground = position != list.cursor.row ? .plain : isFocused ? .selection : .dimSelection
      // Memory and locks have no selection until they have the focus.
      let isQuiet = pane.part == .facts && !isFocused
      PairRowDrawing(
        context: context, ink: Ink(pane.part), ground: isQuiet ? .plain : ground,
        area: Rect(x: pane.body.x, y: pane.body.y + offset, width: pane.body.width, height: 1), left: left
      ).draw(list.rows[position], on: &grid)
    }
  }

  /// Draws the notes at the end of a list, wrapped, if there is room for all.
  ///
  /// - Returns: how many there are; 0 if they have one row each like all others.
  private func drawAbsences(_ pane: PairLayout.Pane, _ context: Context, on grid: inout Grid) -> Int {
    let list = self[pane.part]
    let texts = list.absences(width: pane.body.width, context.model.names)
    guard !texts.isEmpty, list.cursor.top == 0, left == 0 else { return 0 }
    let first = list.rows.count - texts.count
    guard first + texts.reduce(0, { $0 + $1.count }) <= pane.body.height else { return 0 }
    let isFocused = pane.part == focused(context) && codeView == nil
    var y = pane.body.y + first
    for (position, lines) in zip(first..., texts) {
      let isHere = position == list.cursor.row && (isFocused || pane.part != .facts)
      let ground: Ground = !isHere ? .plain : isFocused ? .selection : .dimSelection
      for (row, line) in lines.enumerated() {
        grid.fill(x: pane.body.x, y: y, width: pane.body.width, " ", Style(.plain, on: ground))
        if row == 0 {
          if ground == .selection {
            grid.put(String(context.glyphs.marker), x: pane.body.x, y: y, Style(.plain, on: ground))
          }
          grid.put("?", x: pane.body.x + 1, y: y, Style(.warning, on: ground))
        }
        grid.put(line, x: pane.body.x + 3, y: y, Style(.warning, on: ground))
        y += 1
      }
    }
    return texts.count
  }

  private func drawHeader(_ pane: PairLayout.Pane, _ context: Context, on grid: inout Grid) {
    let isFocused = pane.part == focused(context) && codeView == nil
    let area = pane.header
    let glyphs = context.glyphs
    for x in area.x..<area.x + area.width {
      grid.put(String(glyphs.horizontal), x: x, y: area.y, Style(.quiet))
    }
    let mark = isFocused ? String(glyphs.marker) : " "
    let title = header(pane, context)
    let more = more(pane, beside: title)
    let shown = " \(mark)" + Fitting.end(title, area.width - 5 - more.utf8.count, glyphs.ellipsis) + " "
    grid.put(
      shown, x: area.x + 1, y: area.y, limit: area.x + area.width, Style(Ink(pane.part), bold: isFocused))
    grid.put(more, x: area.x + area.width - more.utf8.count - 1, y: area.y, Style(.quiet))
  }

  private func header(_ pane: PairLayout.Pane, _ context: Context) -> String {
    let text = pane.part.side.map { context.report?.header($0) ?? "" } ?? factsTitle
    guard layout.arrangement == .single, context.report?.isLone != true else { return text }
    let parts = parts(context)
    return "\(text)  \((parts.firstIndex(of: pane.part) ?? 0) + 1)/\(parts.count)"
  }

  /// How much is above and below the visible rows, `1-9 of 17`; nothing if all are visible, or without room.
  private func more(_ pane: PairLayout.Pane, beside title: String) -> String {
    let (count, top) = (self[pane.part].rows.count, self[pane.part].cursor.top)
    // A part without room is a key away.
    let isLast = pane == layout.panes.last && layout.arrangement == .stacked
    let hidden = isLast && layout.pane(.facts) == nil && !facts.rows.isEmpty ? " + \(factsTitle) " : ""
    guard count > pane.body.height else {
      return pane.header.width > Fitting.columns(title) + hidden.utf8.count + 5 ? hidden : ""
    }
    let text = " \(top + 1)-\(min(count, top + pane.body.height)) of \(count) "
    return pane.header.width > text.utf8.count + 22 ? text : ""
  }

  /// The rules around and between two columns: from edge to edge above memory and locks, and above the code.
  private func drawRules(_ context: Context, on grid: inout Grid) {
    guard let left = layout.pane(.a), let right = layout.pane(.b) else { return }
    let glyphs = context.glyphs
    let style = Style(.quiet)
    let edges = [0, context.size.columns - 1]
    let middle = right.body.x - 1
    let facts = layout.pane(.facts), code = layout.codePanes.first
    let bottom =
      layout.codeBottom ?? [left, facts].compactMap { $0?.body }.map { $0.y + $0.height }.max() ?? 0
    // Neither memory and locks nor code of one side, or of both, is divided.
    let isWhole = code != nil && layout.sharing != .each
    let whole = facts.map { $0.header.y..<$0.body.y + $0.body.height } ?? 0..<0
    let firstWhole = isWhole ? code.map { $0.header.y + (layout.sharing == .same ? 0 : 1) } ?? bottom : bottom
    for y in left.header.y..<bottom {
      for x in edges { grid.put(String(glyphs.vertical), x: x, y: y, style) }
      if !whole.contains(y), y < firstWhole { grid.put(String(glyphs.vertical), x: middle, y: y, style) }
    }
    for x in 0..<context.size.columns { grid.put(String(glyphs.horizontal), x: x, y: bottom, style) }
    drawJoints(left.header.y, [glyphs.topLeft, glyphs.teeDown, glyphs.topRight], at: middle, on: &grid)
    if let facts {
      drawJoints(facts.header.y, [glyphs.teeRight, glyphs.teeUp, glyphs.teeLeft], at: middle, on: &grid)
    }
    if let code {
      let (above, below) = (facts == nil, !isWhole)
      let joint = above ? (below ? glyphs.cross : glyphs.teeUp) : below ? glyphs.teeDown : glyphs.horizontal
      drawJoints(code.header.y, [glyphs.teeRight, joint, glyphs.teeLeft], at: middle, on: &grid)
    }
    let end = isWhole || code == nil && facts != nil ? glyphs.horizontal : glyphs.teeUp
    drawJoints(bottom, [glyphs.bottomLeft, end, glyphs.bottomRight], at: middle, on: &grid)
  }

  /// Where the rules of a row meet those from top to bottom; the middle one does not overwrite the words of a
  /// header.
  private func drawJoints(_ y: Int, _ joints: [Unicode.Scalar], at middle: Int, on grid: inout Grid) {
    let columns = [0, middle, grid.columns - 1]
    for (x, joint) in zip(columns, joints) {
      let isRule = x != middle || grid[x, y].map { Self.rules.contains($0.scalar) } ?? true
      if isRule { grid.put(String(joint), x: x, y: y, Style(.quiet)) }
    }
  }

  private static let rules = Set(
    [Glyphs.unicode, .alternate, .ascii].flatMap {
      [$0.horizontal.value, $0.vertical.value]
    })

  // MARK: The focused row

  /// Everything known about the focused row.
  func whole(_ context: Context) -> String {
    self[focused(context)].focused.map { whole($0, context) } ?? ""
  }

  /// Everything known about each row.
  func allWhole(_ context: Context) -> [String] {
    PairPart.allCases.flatMap { self[$0].rows.map { whole($0, context) } }
  }

  private func whole(_ row: PairRow, _ context: Context) -> String {
    let keys = "\(context.key(Common.fold)) unfolds them"
    return row.whole(context.model.names, of: context.report?.detail?.report, opening: keys)
  }

  private func drawWhole(_ context: Context, on grid: inout Grid) {
    let columns = context.size.columns - 2
    let height = layout.whole.height
    var lines = Fitting.wrap(whole(context), columns)
    // For a name that is too long for the screen, its short form and its place come first.
    if lines.count > height, height > 2, let frame = self[focused(context)].focused?.frame {
      lines = [context.model.names.fitted(frame, columns, context.glyphs)] + lines
    }
    for (offset, line) in lines.prefix(height).enumerated() {
      // The rest is a key away.
      if offset == height - 1, lines.count > height {
        let rest = lines.dropFirst(offset).joined()
        let shown = Fitting.middle(rest, columns, context.glyphs.ellipsis)
        grid.put(shown, x: 1, y: layout.whole.y + offset)
        break
      }
      // No row begins with the blanks between two parts.
      let shown = String(line.drop { offset > 0 && $0 == " " })
      grid.put(shown, x: 1, y: layout.whole.y + offset, Style(.plain))
    }
  }
}
