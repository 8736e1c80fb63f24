internal import CNcurses
internal import Glibc

/// Keyboard and mouse input that has arrived only in part.
struct UnfinishedInput {
  /// Whether a button of the mouse is down.
  var isButtonDown = false
  /// The first bytes of a character whose last ones have not come yet.
  var character = mbstate_t()
  /// Until when to expect a late answer about the background; nil for none.
  var answerDeadline: ContinuousClock.Instant?
}
