/// The beginning of a line that goes on in the next record.
struct PartialLine {
  /// Its bytes; none when no line is unfinished.
  var bytes: [UInt8] = []
  /// Where the last piece of it is.
  var extent: LineExtent?

  var isEmpty: Bool { bytes.isEmpty }
}
