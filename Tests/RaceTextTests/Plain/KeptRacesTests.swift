import Testing

@testable import RaceText

@Suite struct `Kept races` {
  /// A race with two sides, one of them not in the log, and all texts that a list may have.
  private let race = PrintedRace(
    number: "7", count: "×3", runs: "2/3",
    sides: [
      .init(letters: "RW", name: "größe.(*T).Add\u{0}", place: "a.go:1,2", isKnown: true),
      .init(letters: "?", name: "not in the log", place: "", isKnown: false),
    ], test: "TestA +1", state: "", more: ["on a heap block", "key 0123"])

  private func texts(_ race: PrintedRace) -> [String] {
    [race.number, race.count, race.runs, race.test, race.state] + race.more
      + race.sides.flatMap { [$0.letters, $0.name, $0.place, "\($0.isKnown)"] }
  }

  @Test func `have all their texts`() {
    let half = PrintedRace(
      number: "12", count: "×1", runs: "1/3", sides: [], test: "", state: "deadlock, damaged", more: [])
    var kept = KeptRaces()
    kept.append(race)
    kept.append(half)
    kept.append(race)
    #expect(kept.count == 3)
    #expect(texts(kept[0]) == texts(race))
    #expect(texts(kept[1]) == ["12", "×1", "1/3", "", "deadlock, damaged"])
    #expect(texts(kept[2]) == texts(race))
  }

  @Test func `those are left out for which there is no room, and all behind them`() {
    var kept = KeptRaces(mostBytes: 60)
    for _ in 0..<5 { kept.append(race) }
    #expect(kept.count == 1)
    #expect(texts(kept[0]) == texts(race))
  }
}
