/// The places to cut a large log so that its pieces can be read at the same time.
package enum LogPieces {
  /// The approximate size of a piece.
  package static let size = 8 << 20
  /// How far before its beginning the reading of a piece begins: at least as far as a title looks back.
  package static let overlap = 4 * ScanLimits.memory
  /// How far to search for a better cut.
  private static let window = 1 << 16

  /// A piece of a log.
  struct Piece: Sendable {
    /// Where reading begins, so that the state at the cut is known.
    var readFrom: Int
    /// The cut.
    var start: Int
    var end: Int
    /// Whether it is the last piece, which reaches to the end of the log, wherever that is by then.
    var isLast: Bool
  }

  /// The pieces of a log. A cut is at the beginning of a line.
  static func pieces(_ file: LogFile, bytes count: Int, size: Int, overlap: Int) -> [Piece] {
    var pieces = [Piece(readFrom: 0, start: 0, end: count, isLast: true)]
    var position = size
    while position < count - size / 2 {
      if let cut = cut(file, from: position, count) {
        pieces[pieces.count - 1].end = cut
        pieces[pieces.count - 1].isLast = false
        let before = position > overlap ? self.cut(file, from: position - overlap, count) ?? 0 : 0
        pieces.append(Piece(readFrom: min(before, cut), start: cut, end: count, isLast: true))
      }
      position += size
    }
    return pieces
  }

  /// The beginning of a line: best at the bar above a title, where no report without a prefix can be open.
  private static func cut(_ file: LogFile, from position: Int, _ count: Int) -> Int? {
    let bytes = file.bytes(position..<min(count, position + window))
    let all = 0..<bytes.count
    let bar = bytes.span.first("\n==================\nWARNING: ", in: all)
    return (bar ?? bytes.span.first(0x0A, in: all)).map { position + $0 + 1 }
  }
}
