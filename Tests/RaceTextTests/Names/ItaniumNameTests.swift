import Testing

@testable import RaceText

/// C++ names as compilers mangle them; c++filt decodes them alike, except for the arguments.
@Suite struct ItaniumNameTests {
  @Test(arguments: [
    ("_ZL10plain_flag", "plain_flag"), ("_ZN4pond4fishE", "pond::fish"), ("_Z4workPi", "work"),
    ("_ZN4pond5Heron4fishEi", "pond::Heron::fish"), ("_ZNK4pond5Heron5countEv", "pond::Heron::count"),
    ("_ZN4pond5HeronC2Ev", "pond::Heron::Heron"), ("_ZN4pond5HeronD1Ev", "pond::Heron::~Heron"),
    ("_ZN12_GLOBAL__N_15drainEv", "(anonymous namespace)::drain"), ("_ZL4nameB5cxx11", "name"),
  ])
  func `decodes identifiers`(_ name: String, _ expected: String) {
    #expect(ItaniumName.decoded(name) == expected)
  }

  @Test(arguments: [
    // A template, a local function, an operator, a substitution, and names that only look mangled.
    "_Z4swapIiEvRT_S1_", "_ZZ4mainENK3$_1clEv", "_ZN4pond5HeronclEv", "_ZNSt6vectorIiE3endEv", "_ZN4pond",
    "_Z", "_Z9short", "_ZNE", "main", "_Z0", "",
  ])
  func `leaves others as they are`(_ name: String) { #expect(ItaniumName.decoded(name) == name) }
}
