import RaceModel
import RaceText
import Testing

@Suite struct ExplainedRacesTests {
  private func explanation(_ number: Int) -> RaceExplanation {
    var explanation = RaceExplanation()
    explanation.doubts = ["doubt \(number)"]
    return explanation
  }

  @Test func `an explanation is found by the key of its race`() {
    var races = ExplainedRaces()
    races[RaceKey(value: 1)] = explanation(1)
    races[RaceKey(value: 2)] = explanation(2)
    #expect(races.count == 2)
    #expect(races[RaceKey(value: 1)]?.doubts == ["doubt 1"])
    #expect(races[RaceKey(value: 2)]?.doubts == ["doubt 2"])
    #expect(races[RaceKey(value: 3)] == nil)
    #expect(races.topic(of: RaceKey(value: 3)) == nil)
  }

  @Test func `a removed explanation leaves the others in place`() {
    var races = ExplainedRaces()
    for value in 1...3 { races[RaceKey(value: UInt64(value))] = explanation(value) }
    races[RaceKey(value: 1)] = nil
    #expect(races.count == 2)
    #expect(races[RaceKey(value: 1)] == nil)
    races[RaceKey(value: 4)] = explanation(4)
    #expect(races[RaceKey(value: 1)] == nil)
    #expect(
      [2, 3, 4].map { races[RaceKey(value: $0)]?.doubts } == [["doubt 2"], ["doubt 3"], ["doubt 4"]])
  }

  @Test func `each change has a revision of its own`() {
    var races = ExplainedRaces()
    var seen: Set = [races.revision]
    races[RaceKey(value: 1)] = explanation(1)
    seen.insert(races.revision)
    races[RaceKey(value: 1)] = explanation(2)
    seen.insert(races.revision)
    races[RaceKey(value: 1)] = nil
    seen.insert(races.revision)
    #expect(seen.count == 4)
  }
}
