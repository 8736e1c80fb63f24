public import RaceModel

/// One report of a race as plain text, drawn with the same columns as the Pair screen.
public struct ShowText {
  private let index: LogIndex
  private let pair: PairState

  /// A report of a race.
  ///
  /// - Parameters:
  ///   - detail: the report; nil when its log has changed.
  ///   - testimony: what source files say of its calls, where they were asked.
  public init(
    index: LogIndex, race: Int, place: Int, detail: DetailedReport?, testimony: SourceTestimony? = nil,
    isFolded: Bool
  ) {
    self.index = index
    var pair = PairState(race: race, place: place)
    if let detail {
      pair.show(detail)
      if let testimony { pair.weigh(testimony) }
    } else {
      pair.showLost(index.sites(of: Int(index.races[race].reports[place])))
    }
    pair.compare(index)
    if !isFolded {
      for side in 0...1 { pair.sides[side].opened = Set(pair.rows[side].compactMap(\.fold)) }
      pair.arrange()
    }
    self.pair = pair
  }

  /// The text in `width` columns: side by side where there is room, else one side above the other.
  public func text(width: Int, glyphs: Glyphs) -> String {
    var state = State(columns: width, rows: 50, glyphs: glyphs, title: "")
    state.index = index
    state.list.arrange(index)
    let race = index.races[pair.race]
    let title = PairText.title(state, pair)
    let information = PairText.information(state, pair)
    var lines = ["\(title.left)  \(title.right)  key \(race.key)"]
    let explanation = PairText.explanation(state, pair)
    if !explanation.isEmpty { lines.append(explanation) }
    if !information.text.isEmpty { lines.append(information.text) }
    if !information.damage.isEmpty { lines.append("! \(information.damage)") }
    let head = lines.map { ListText.clean($0) + "\n" }.joined()
    if pair.isLone { return head + "\n" + above(state, sides: 0...0) }
    return head + "\n" + (width >= PairLayout.stackedWidth ? beside(state) : above(state, sides: 0...1))
      + whole() + sentences(width: width)
  }

  private func beside(_ state: State) -> String {
    let left = (state.columns - 3) / 2
    let height = max(pair.rows[0].count, pair.rows[1].count) + 1
    var grid = Grid(columns: state.columns, rows: height)
    draw(0, state, Rect(x: 0, y: 0, width: left, height: height), on: &grid)
    draw(1, state, Rect(x: left + 3, y: 0, width: state.columns - left - 3, height: height), on: &grid)
    for y in 0..<height { grid.put(String(state.glyphs.vertical), x: left + 1, y: y) }
    return grid.text
  }

  private func above(_ state: State, sides: ClosedRange<Int>) -> String {
    sides.map { side in
      let height = pair.rows[side].count + 1
      var grid = Grid(columns: state.columns, rows: height)
      draw(side, state, Rect(x: 0, y: 0, width: state.columns, height: height), on: &grid)
      return grid.text + "\n"
    }.joined()
  }

  private func draw(_ side: Int, _ state: State, _ area: Rect, on grid: inout Grid) {
    let header = Fitting.end(PairText.header(pair, side: side), area.width, state.glyphs.ellipsis)
    grid.put(header, x: area.x, y: area.y, limit: area.x + area.width)
    for (offset, row) in pair.rows[side].enumerated() {
      let line = Rect(x: area.x, y: area.y + 1 + offset, width: area.width, height: 1)
      PairRowDrawing(state: state, side: side, ground: .plain, area: line).draw(row, on: &grid)
    }
  }

  /// The names of both sites, whole: columns may have shortened them.
  private func whole() -> String {
    guard let detail = pair.detail else { return "" }
    var text = "\n"
    for (letter, side) in [("A", 0), ("B", 1)] {
      guard let access = PairBlocks.access(detail.report, side: side), let site = detail.site(of: access)
      else {
        continue
      }
      text += ListText.clean("\(letter)  \(Names.whole(site))") + "\n"
    }
    return text
  }

  /// What is worked out of the report, in sentences.
  private func sentences(width: Int) -> String {
    guard let detail = pair.detail, let analysis = pair.analysis else { return "" }
    let lines = Explanation.lines(detail, analysis).flatMap { line in
      Fitting.wrap(line.words, max(20, width - 9)).enumerated().map { part in
        let label = part.offset == 0 ? line.label : ""
        return label + String(repeating: " ", count: max(1, 9 - label.utf8.count)) + part.element
      }
    }
    return lines.isEmpty ? "" : "\n" + lines.map { ListText.clean($0) + "\n" }.joined()
  }
}
