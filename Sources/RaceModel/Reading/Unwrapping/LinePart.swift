/// A part of a line that may be missing, in eight bytes.
struct LinePart {
  private var start: Int32 = -1
  private var count: Int32 = 0

  /// Where it is; nil where it is missing, and for a place that is too far behind the beginning of the bytes.
  var range: Range<Int>? {
    get { start < 0 ? nil : Int(start)..<Int(start) + Int(count) }
    set {
      guard let newValue, let start = Int32(exactly: newValue.lowerBound),
        let count = Int32(exactly: newValue.count)
      else { return self = LinePart() }
      (self.start, self.count) = (start, count)
    }
  }
}
