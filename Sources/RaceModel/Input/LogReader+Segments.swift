/// Reading a large log on two threads: its pieces are read at the same time and put together in order.
///
/// The reading of a piece begins somewhat before it, so that what is open at its beginning is known. Where that
/// turns out to be not what is open at the end of the piece before, the piece is read once more, on from there,
/// so that the result is always that of one thread.
extension LogReader {
  /// Reads a log in pieces and delivers a batch a piece.
  mutating func readSegments(_ file: LogFile, size: Int, source: Int32, deliver: (IndexBatch) -> Bool) {
    let pieces = Segments.pieces(file, bytes: size, size: segmentSize, overlap: overlap)
    let queue = PieceQueue<SegmentResult>(count: pieces.count)
    defer { queue.cancel() }
    let (chunkSize, overlap) = (chunkSize, overlap)
    BackgroundThread.start {
      var reader = LogReader(chunkSize: chunkSize, overlap: overlap)
      reader.number = 1
      reader.start(file, at: 0)
      queue.work { reader.readSegment(file, pieces[$0]) }
    }
    var joint = SegmentJoint(source: source, file: file, size: size)
    start(file, at: 0)
    // The reader that stands at the end of the last piece, when that had to be read on.
    var through: LogReader?
    var inVain = 0
    for index in pieces.indices {
      var result: SegmentResult?
      // A log whose pieces hang together gains nothing from the other thread.
      if inVain < 2 {
        let found = queue.result(of: index) { readSegment(file, pieces[$0]) }
        let isNext = index == 0 || found.begin == joint.end
        guard isNext || deliver(joint.names(of: found)) else { return }
        if isNext { result = found }
      } else {
        queue.cancel()
      }
      inVain = result == nil ? inVain + 1 : 0
      if result != nil { through = nil }
      var read = result.take() ?? readOn(file, pieces, index, &through)
      var batch = joint.batch(&read, pieces[index])
      batch.state.look(into: file)
      guard deliver(batch), read.failure == nil else { return }
    }
  }

  /// Reads one piece as if nothing were known of what stands before.
  private mutating func readSegment(_ file: LogFile, _ piece: Segments.Piece) -> SegmentResult {
    restart(file, at: piece.readFrom)
    if piece.start > 0 { scanner.threads.expectEarlierPieces() }
    do throws(InputError) {
      while base + filled < piece.start, try fill(file, upTo: piece.start) { scan(isLast: false) }
    } catch {
      // The same will be said of the piece's own bytes.
    }
    _ = takeFinished()
    _ = takeClaims()
    scanner.sink.notes = SourceNotes()
    return advance(file, piece)
  }

  /// Reads a piece on from the end of the one before.
  private func readOn(
    _ file: LogFile, _ pieces: [Segments.Piece], _ index: Int, _ through: inout LogReader?
  ) -> SegmentResult {
    var reader: LogReader
    if let known = through {
      reader = known
    } else {
      reader = LogReader(chunkSize: chunkSize, overlap: overlap)
      reader.number = 2
      reader.start(file, at: 0)
      if index > 0 { _ = reader.readSegment(file, pieces[index - 1]) }
      (reader.sentNames, reader.sentSites) = (0, 0)
    }
    through = nil
    defer { through = reader }
    return index > 0 ? reader.advance(file, pieces[index]) : reader.readSegment(file, pieces[index])
  }

  /// Reads on to the end of a piece and takes what was found in it.
  private mutating func advance(_ file: LogFile, _ piece: Segments.Piece) -> SegmentResult {
    let begin = SegmentState(scanner, at: piece.start)
    let linesBefore = scanner.lines
    var failure: InputError.Cause?
    do throws(InputError) {
      while piece.isLast || base + filled < piece.end {
        guard try fill(file, upTo: piece.isLast ? .max : piece.end) else { break }
        scan(isLast: false)
      }
    } catch {
      failure = error.cause
    }
    if piece.isLast { finish() }
    let reports = takeFinished()
    let notes = scanner.sink.notes
    scanner.sink.notes = SourceNotes()
    let test = scanner.announced.test
    let announced =
      test == PrintedDuringTracker.inherited
      ? AnnouncedTest.inherited : .test(test < 0 ? nil : scanner.naming.symbols.string(test))
    let isFirst = hasSentNothing
    let (names, sites) = takeNames()
    return SegmentResult(
      reports: reports, claims: takeClaims(), notes: notes, reader: number, startsTable: isFirst,
      names: names, sites: sites,
      firstLine: linesBefore, lines: scanner.lines - linesBefore, bytes: base + filled, begin: begin,
      end: SegmentState(scanner, at: piece.end), threads: SegmentThreads(scanner), announced: announced,
      failure: failure)
  }
}
