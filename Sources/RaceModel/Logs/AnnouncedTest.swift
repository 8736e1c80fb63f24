/// The test that a piece of a log announced last.
enum AnnouncedTest: Sendable {
  /// None: what was announced before the piece still holds.
  case inherited
  /// Its name; nil after the end of a test.
  case test(String?)
}
