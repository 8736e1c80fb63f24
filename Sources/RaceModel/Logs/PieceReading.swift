internal import RaceSystem

/// Reads a large log on two threads: its pieces are read at the same time and joined in order.
///
/// The reading of a piece begins somewhat before it, so that the state at its beginning is known. If that
/// differs from the state at the end of the previous piece, the piece is read again from there, so that the
/// result is always that of one thread.
///
/// ```
///   the log       ├───── piece 0 ─────┼───── piece 1 ─────┼───── piece 2 ─────┤
///   read                         ├─────────── 1 ──────────┤                        overlap, then the piece
///                                              ├─────────── 2 ────────────────┤
///   compared                     end of 0 == begin of 1?      end of 1 == begin of 2?     (PieceState)
///
///   equal         the piece is delivered as it was read
///   not equal     its names are delivered, its reports are not; `through`, a third reader, reads it on from the end
///                 of the piece before, and stays there in case the next piece does not fit either
///   twice so      the log's pieces hang together: the other thread is stopped, `through` reads the rest
/// ```
struct PieceReading {
  private let file: LogFile
  private let pieces: [LogPieces.Piece]
  private let queue: PieceQueue<PieceResult>
  private var joint: PieceJoint
  /// The reader of this thread.
  private(set) var reader: LogReader
  /// The reader at the end of the last piece, if that had to be read again.
  private var through: LogReader?
  /// How many pieces in a row had to be read again.
  private var readOnInRow = 0

  /// The numbers of the readers, each with its own numbers for names and sites.
  private enum Number {
    static let here: Int32 = 0
    static let other: Int32 = 1
    static let through: Int32 = 2
  }

  /// - Parameter reader: a reader that has just been started.
  init(_ file: LogFile, size: Int, log: Int32, with reader: LogReader) {
    self.file = file
    self.reader = reader
    self.reader.number = Number.here
    pieces = LogPieces.pieces(file, bytes: size, size: reader.pieceSize, overlap: reader.overlap)
    queue = PieceQueue(count: pieces.count)
    joint = PieceJoint(log: log, file: file, size: size)
  }

  /// Reads all pieces and delivers one batch per piece.
  ///
  /// - Parameter deliver: takes a batch; returns false to stop reading.
  mutating func read(_ deliver: (IndexBatch) -> Bool) {
    defer { queue.cancel() }
    startOtherThread()
    for index in pieces.indices {
      var result: PieceResult?
      // A log whose pieces hang together gains nothing from the other thread.
      if readOnInRow < 2 {
        let found = queue.result(of: index) { [file, pieces] in reader.readPiece(file, pieces[$0]) }
        let fits = index == 0 || found.begin == joint.end
        // Later pieces refer to the names found in a piece that does not fit.
        guard fits || deliver(joint.names(of: found)) else { return }
        if fits { result = found }
      } else {
        queue.cancel()
      }
      readOnInRow = result == nil ? readOnInRow + 1 : 0
      if result != nil { through = nil }
      var read = result.take() ?? readOn(index)
      if index == pieces.indices.last { reader.forgetNames() }
      var batch = joint.batch(&read, pieces[index])
      batch.loaded.look(into: file)
      guard deliver(batch), read.failure == nil else { return }
    }
  }

  private func startOtherThread() {
    let (file, pieces, queue) = (file, pieces, queue)
    let (chunkSize, overlap) = (reader.buffer.chunkSize, reader.overlap)
    BackgroundThread.start {
      var reader = LogReader(chunkSize: chunkSize, overlap: overlap)
      reader.number = Number.other
      reader.start(file, at: 0)
      queue.work { reader.readPiece(file, pieces[$0]) }
    }
  }

  /// Reads a piece from the end of the previous one.
  private mutating func readOn(_ index: Int) -> PieceResult {
    var reader = through.take() ?? readerThrough(index)
    defer { through = reader }
    return index > 0 ? reader.advance(file, pieces[index]) : reader.readPiece(file, pieces[index])
  }

  /// A reader at the end of the previous piece.
  private func readerThrough(_ index: Int) -> LogReader {
    var through = LogReader(chunkSize: reader.buffer.chunkSize, overlap: reader.overlap)
    through.number = Number.through
    through.start(file, at: 0)
    if index > 0 { _ = through.readPiece(file, pieces[index - 1]) }
    through.sendAgain()
    return through
  }
}

extension LogReader {
  /// Reads one piece without knowledge of the earlier ones.
  fileprivate mutating func readPiece(_ file: LogFile, _ piece: LogPieces.Piece) -> PieceResult {
    restart(file, at: piece.readFrom)
    if piece.start > 0 { scanner.threads.expectEarlierPieces() }
    do throws(InputError) {
      while buffer.end < piece.start, try buffer.fill(file, upTo: piece.start) { scan(isLast: false) }
    } catch {
      // The piece's own bytes will give the same.
    }
    // Results above the piece belong to the previous one.
    scanner.sink.entries.removeAll(keepingCapacity: true)
    _ = takeNotes()
    _ = takeClaims()
    return advance(file, piece)
  }

  /// Reads on to the end of a piece and takes the results in it.
  fileprivate mutating func advance(_ file: LogFile, _ piece: LogPieces.Piece) -> PieceResult {
    let begin = PieceState(scanner, at: piece.start)
    let linesBefore = scanner.lines
    var failure: InputError.Cause?
    do throws(InputError) {
      while piece.isLast || buffer.end < piece.end {
        guard try buffer.fill(file, upTo: piece.isLast ? .max : piece.end) else { break }
        scan(isLast: false)
      }
    } catch {
      failure = error.cause
    }
    if piece.isLast { finish() }
    return PieceResult(
      reports: takeFinished(), claims: takeClaims(), notes: takeNotes(), found: takeNames(),
      firstLine: linesBefore, lines: scanner.lines - linesBefore, bytes: buffer.end, begin: begin,
      end: PieceState(scanner, at: piece.end), threads: PieceThreads(scanner),
      test: AnnouncedName(scanner.announced.outerTest, scanner.naming.symbols),
      job: AnnouncedName(scanner.announced.jobs.outerJob, scanner.naming.symbols), failure: failure)
  }
}

extension AnnouncedName {
  /// The last test or job that a scanner has found.
  fileprivate init(_ number: SymbolTable.ID, _ symbols: SymbolTable) {
    self = number == TestIDs.inherited ? .inherited : .name(number < 0 ? nil : symbols.string(number))
  }
}
