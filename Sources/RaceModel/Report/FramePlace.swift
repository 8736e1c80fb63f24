/// The place of a frame's code, as ranges of a line.
struct FramePlace {
  /// The path; empty for none.
  var file = 0..<0
  /// The line, negative for none.
  var line = -1
  /// The column, negative for none.
  var column = -1
  /// The binary or library; empty for none.
  var module = 0..<0
  /// The offset in the module.
  var moduleOffset: HexNumber?
  /// The offset in the function.
  var offset: HexNumber?
  /// Whether the call was inlined into the next frame.
  var isInlined = false
}
