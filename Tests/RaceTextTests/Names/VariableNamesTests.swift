import Testing

@testable import RaceText

@Suite struct `Names of variables in sentences` {
  @Test(arguments: [
    ("global _ZL10plain_flag", "global plain_flag"),
    ("global _ZL4wide or 4 others", "global wide or 4 others"),
    ("the report names the global _ZN4pond4fishE.", "the report names the global pond::fish."),
    ("global statics::COUNTER::h0951afbb23a1bdaf", "global statics::COUNTER"),
    ("on global counter", "on global counter"),
    // Functions stay as printed, and so does text that only looks like a name.
    ("_ZN4pond5startEv, line 30 leads to A", "_ZN4pond5startEv, line 30 leads to A"),
    ("a::h12", "a::h12"), ("_Zebra: 3", "_Zebra: 3"), ("", ""),
  ])
  func `are written as people write them`(_ text: String, _ expected: String) {
    #expect(VariableNames.decoded(in: text) == expected)
  }
}
