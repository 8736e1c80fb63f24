internal import RaceModel

/// The columns of a printed list: each as wide as its contents, with names shortened if necessary.
struct ListColumns {
  /// The narrowest text with columns for tests and kinds; below that they have separate lines.
  private static let roomy = 80
  /// The minimum width of names.
  private static let narrowestName = 12

  private struct Column {
    var x: Int
    var width: Int
    var end: Int { x + width }
  }

  private let width: Int
  private let number: Column
  private let count: Column
  /// In how many of the runs races occur; nil if there is one.
  private let runs: Column?
  private let letters: Column
  private let name: Column
  private let place: Column
  private let test: Column?
  private let state: Column?

  /// The columns of races.
  ///
  /// - Parameters:
  ///   - widths: those of their texts.
  ///   - width: that of the list.
  ///   - runs: how many runs there are.
  init(_ widths: ListWidths, width: Int, runs runCount: Int) {
    self.width = width
    number = Column(x: 0, width: max(2, widths.number))
    count = Column(x: number.end + 2, width: widths.count)
    runs = runCount > 1 ? Column(x: count.end + 2, width: widths.runs) : nil
    letters = Column(x: (runs ?? count).end + 2, width: widths.letters)
    let start = letters.end + 1
    let isRoomy = width >= Self.roomy
    let tests = isRoomy ? min(widths.test, width / 4) : 0
    let states = isRoomy ? min(widths.state, max(13, width / 4)) : 0
    let places = min(widths.place, max(8, width / 3))
    let beside = [places, tests, states].reduce(0) { $0 + ($1 > 0 ? $1 + 2 : 0) }
    name = Column(
      x: start, width: max(min(Self.narrowestName, width), min(widths.name, width - start - beside)))
    place = Column(x: name.end + 2, width: places)
    // The text for a missing side may reach into the place, but no further.
    let missing = start + widths.missing
    var x = max(place.end, min(missing, width - (beside - places))) + 2
    func next(_ width: Int) -> Column? {
      guard width > 0 else { return nil }
      defer { x += width + 2 }
      return Column(x: x, width: width)
    }
    test = next(tests)
    state = next(states)
  }

  /// The words above the columns.
  func heading(_ isColored: Bool, _ glyphs: Glyphs) -> TextLine {
    var line = TextLine(isColored: isColored)
    line.put("#", x: number.end - 1, .quiet)
    line.put(String(glyphs.times), x: count.x, .quiet)
    if let runs { line.put("in", x: runs.x, .quiet) }
    line.put("sites", x: letters.x, .quiet)
    if let test { line.put("test", x: test.x, .quiet) }
    if let state { line.put("kind, damage", x: state.x, .quiet) }
    return line
  }

  /// The lines of a race: one per side, then the lines below.
  func lines(_ race: PrintedRace, _ isColored: Bool, _ glyphs: Glyphs) -> [TextLine] {
    var lines = race.sides.map { _ in TextLine(isColored: isColored) }
    if lines.isEmpty { lines = [TextLine(isColored: isColored)] }
    lines[0].put(race.number, x: number.end - race.number.utf8.count)
    lines[0].put(race.count, x: count.end - Fitting.columns(race.count), .strong)
    if let runs { lines[0].put(race.runs, x: runs.end - race.runs.utf8.count, .quiet) }
    for (side, line) in zip(Side.allCases, race.sides) {
      put(line, side, in: &lines[side.rawValue], glyphs)
    }
    var more = race.more
    if let test {
      lines[0].put(Fitting.middle(race.test, test.width, glyphs.ellipsis), x: test.x, .quiet)
    } else if !race.test.isEmpty {
      more.insert("test \(race.test)", at: 0)
    }
    if let state {
      lines[0].put(Fitting.middle(race.state, state.width, glyphs.ellipsis), x: state.x, .warning)
    } else if !race.state.isEmpty {
      more.insert(race.state, at: 0)
    }
    return lines
      + more.map { text in
        var line = TextLine(isColored: isColored)
        line.put(Fitting.end(text, max(1, width - letters.x), glyphs.ellipsis), x: letters.x, .quiet)
        return line
      }
  }

  private func put(_ side: PrintedRace.Line, _ access: Side, in line: inout TextLine, _ glyphs: Glyphs) {
    line.put(side.letters, x: letters.x, side.isKnown ? .letters(access) : .warning)
    guard side.isKnown else { return line.put(side.name, x: name.x, .quiet) }
    line.put(FrameWords.fitted(side.name, name.width, glyphs.ellipsis), x: name.x)
    line.put(Fitting.middle(side.place, place.width, glyphs.ellipsis), x: place.x, .access(access))
  }
}
