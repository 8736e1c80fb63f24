/// What a log holds that was read to its end and has no report.
package struct OtherContent: Sendable {
  /// Its kind, from its first bytes.
  package var kind = LogContent.text
  /// Its first message of another tool.
  package var message: LogNote?
  /// Whether a test runner says that all passed.
  package var hasPassed = false
}
