/// The test that a piece of a log announced last.
enum AnnouncedTest: Sendable {
  /// None: the announcement before the piece still applies.
  case inherited
  /// Its name; nil after the end of a test.
  case test(String?)
}
