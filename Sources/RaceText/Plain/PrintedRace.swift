internal import RaceModel

/// A race in a printed list.
struct PrintedRace {
  /// One side of it.
  struct Line {
    /// The letters of its operations.
    var letters: String
    /// Its function, or the text in its place if it is missing.
    var name: String
    /// Its file and lines.
    var place: String
    /// Whether the log has its site.
    var isKnown: Bool
  }

  /// Its number, as `racetui show` takes it.
  let number: String
  /// `×3`
  let count: String
  /// `2/3`: in how many of the runs.
  let runs: String
  /// Both sides.
  let sides: [Line]
  /// The first test of its reports, and how many others there are; empty if the log names none.
  let test: String
  /// Its kind unless that is a data race, and what is wrong with its reports.
  let state: String
  /// The lines below.
  let more: [String]
}

extension PrintedRace {
  // An index that is not borrowed is copied, with all its tables, for each race.
  init(
    _ row: RaceRow, number: Int, _ index: borrowing LogIndex, _ content: borrowing ListContent,
    _ glyphs: Glyphs
  ) {
    let race = index.races[row.race]
    self.number = String(number)
    count = "\(glyphs.times)\(race.reports.count)"
    runs = "\(race.runCount)/\(index.runCount)"
    sides = RaceSide.sides(index, row).map { side in
      let isKnown = side.site != nil
      return Line(
        letters: isKnown || side.isPrinted ? side.letters : "?",
        name: isKnown ? side.function() : (side.isPrinted ? "? " : "") + side.absence,
        place: isKnown ? side.place(glyphs) : "", isKnown: isKnown)
    }
    test = FrameWords.first(of: row.tests(index)) ?? ""
    let kind = race.kind == .dataRace ? nil : race.kind.words
    state = [RaceWords.detector(race, in: index), kind, RaceWords.damage(race)].compactMap(\.self)
      .joined(separator: ", ")
    more = content.lines(race)
  }
}
