/// A stack while its frames are read.
struct StackDraft {
  /// Whether the stack's site is part of the race's identity.
  var isSide = false
  var frameCount = 0
  /// The frame that stands for the stack, as far as read.
  var site = SiteID.missing
  /// Its position; nil until a frame that is not plumbing was read.
  var siteIndex: Int?
  /// Whether the detector says that it has forgotten the stack.
  var isNotRestored = false
  var frames: Report.Stack = []
}
