/// The names of a frame as ranges of a text; an empty range is a name that is not known.
struct FrameNames {
  var function: Range<Int>
  var file: Range<Int>
  var module: Range<Int>
}

/// A rule for what is plumbing, over the bytes of function, file and module.
typealias FrameTest = (_ frame: FrameNames, _ text: Span<UInt8>) -> Bool
