import Testing

@testable import RaceText

@Suite struct `A name in Rust's older mangling` {
  @Test(arguments: [
    ("main::hc3bbb7539c70c4e7", "main"),
    ("app::run::_$u7b$$u7b$closure$u7d$$u7d$::h0951afbb23a1bdaf", "app::run::{{closure}}"),
    (
      "_$LT$app..Pond$u20$as$u20$core..fmt..Debug$GT$::fmt::h0951afbb23a1bdaf",
      "<app::Pond as core::fmt::Debug>::fmt"
    ),
    // C++ names that only look like it.
    ("main::hc3bbb7539c70c4e", "main::hc3bbb7539c70c4e"), ("hc3bbb7539c70c4e7", "hc3bbb7539c70c4e7"),
    ("a..b", "a..b"), ("", ""),
  ])
  func `is read without its hash`(_ printed: String, _ expected: String) {
    #expect(LegacyRustName.decoded(printed) == expected)
  }
}
