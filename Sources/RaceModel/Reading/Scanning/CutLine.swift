/// The beginning of a line that goes on in the next one.
struct CutLine {
  var text: [UInt8]
  var extent: LineExtent
}
