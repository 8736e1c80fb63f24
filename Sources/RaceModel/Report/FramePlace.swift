/// Where a frame's code is, as ranges of a line.
struct FramePlace {
  /// The path; empty when there is none.
  var file = 0..<0
  /// The line, negative when there is none.
  var line = -1
  /// The column, negative when there is none.
  var column = -1
  /// The binary or library; empty when there is none.
  var module = 0..<0
  /// Where in the module.
  var moduleOffset: HexNumber?
  /// Where in the function.
  var offset: HexNumber?
  /// Whether the call was inlined into the next frame.
  var isInlined = false
}
