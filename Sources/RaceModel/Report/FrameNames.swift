/// The names of a frame as ranges of a text; an empty range is an unknown name.
struct FrameNames {
  var function: Range<Int>
  var file: Range<Int>
  var module: Range<Int>
}

/// A plumbing rule over the bytes of function, file and module.
typealias FrameTest = (_ frame: FrameNames, _ text: Span<UInt8>) -> Bool
