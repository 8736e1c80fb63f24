/// Makes a failing input smaller while it still fails.
struct Minimizer {
  /// The number of tries left.
  var tries = 1500

  /// The smallest input found: removes pieces of lines, then of bytes, large ones first.
  mutating func smallest(_ bytes: [UInt8], _ fails: ([UInt8]) -> Bool) -> [UInt8] {
    let lines = reduce(Mutation.lines(bytes)) { fails(Array($0.joined())) }
    return reduce(Array(lines.joined())) { fails($0) }
  }

  private mutating func reduce<Piece>(_ pieces: [Piece], _ fails: ([Piece]) -> Bool) -> [Piece] {
    var pieces = pieces
    var size = max(1, pieces.count / 2)
    while size > 0, tries > 0 {
      var start = 0
      while start < pieces.count, tries > 0 {
        var fewer = pieces
        fewer.removeSubrange(start..<min(pieces.count, start + size))
        tries -= 1
        if !fewer.isEmpty, fails(fewer) {
          pieces = fewer
        } else {
          start += size
        }
      }
      size /= 2
    }
    return pieces
  }
}
