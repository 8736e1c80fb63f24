import RaceText
import Testing

@Suite struct SearchPatternTests {
  @Test func `an empty text is not a pattern`() { #expect(SearchPattern("") == nil) }

  @Test func `finds all places, in either case`() {
    #expect(SearchPattern("ab")?.matches(in: "abxAB") == [0..<2, 3..<5])
    #expect(SearchPattern("aB")?.matches(in: "abxaB") == [3..<5])
  }
}
