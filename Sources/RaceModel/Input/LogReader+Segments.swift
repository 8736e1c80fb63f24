internal import Glibc

/// Reading a large log on two threads: its pieces are read at the same time and put together in order.
///
/// A piece is read as if nothing stood before it. Where that is not so (a report was open at the cut, or
/// threads were announced that later reports name) this thread reads on over the cut by itself, so that
/// the result is always that of one thread.
extension LogReader {
  /// Reads a log in pieces and delivers a batch a piece.
  mutating func readSegments(_ file: LogFile, size: Int, source: Int32, deliver: (IndexBatch) -> Bool) {
    let cuts = Segments.cuts(file, bytes: size, size: segmentSize)
    let queue = SegmentQueue(count: cuts.count - 1)
    defer { queue.cancel() }
    let chunkSize = chunkSize
    BackgroundThread.start {
      var reader = LogReader(chunkSize: chunkSize)
      while let index = queue.claim() { queue.put(reader.readSegment(file, cuts, index), at: index) }
    }
    var joint = SegmentJoint(source: source, name: file.name, size: size)
    var index = 0
    while index < cuts.count - 1 {
      let result = next(index, queue, file, cuts)
      if result.isClosed || result.failure != nil {
        guard deliver(joint.batch(result, end: cuts[index + 1], isLast: index == cuts.count - 2)) else {
          return
        }
        if result.failure != nil { return }
        index += 1
      } else {
        guard let next = readOn(file, cuts, from: index, queue, &joint, deliver) else { return }
        index = next
      }
    }
  }

  /// The result of a piece: taken from the other thread, or read here. While the other thread is at it,
  /// this one reads a piece further on.
  private mutating func next(_ index: Int, _ queue: SegmentQueue, _ file: LogFile, _ cuts: [Int])
    -> SegmentResult
  {
    while true {
      if let result = queue.take(index) { return result }
      if let other = queue.claim() {
        let result = readSegment(file, cuts, other)
        if other == index { return result }
        queue.put(result, at: other)
      } else if !queue.isClaimed(index) {
        return readSegment(file, cuts, index)
      } else {
        usleep(200)
      }
    }
  }

  /// Reads one piece; the last one goes on to the end of the log, wherever that is by now.
  private mutating func readSegment(_ file: LogFile, _ cuts: [Int], _ index: Int) -> SegmentResult {
    start(at: cuts[index])
    return advance(file, cuts, over: index)
  }

  /// Reads pieces one after the other, from `index` on, until one ends with nothing open.
  ///
  /// - Returns: the piece to go on with; nil when the log is at its end or nothing more is wanted.
  private mutating func readOn(
    _ file: LogFile, _ cuts: [Int], from index: Int, _ queue: SegmentQueue, _ joint: inout SegmentJoint,
    _ deliver: (IndexBatch) -> Bool
  ) -> Int? {
    start(at: cuts[index])
    for piece in index..<cuts.count - 1 {
      // A log whose pieces hang together gains nothing from the other thread.
      if piece == index + 2 { queue.cancel() } else { queue.skip(to: piece + 1) }
      let result = advance(file, cuts, over: piece)
      let isLast = piece == cuts.count - 2
      guard deliver(joint.batch(result, end: cuts[piece + 1], isLast: isLast)), !isLast, result.failure == nil
      else { return nil }
      if result.isClosed {
        _ = queue.take(piece)
        return piece + 1
      }
      for read in index...piece { _ = queue.take(read) }
    }
    return nil
  }

  /// Reads on to the end of a piece and takes what was found in it.
  private mutating func advance(_ file: LogFile, _ cuts: [Int], over index: Int) -> SegmentResult {
    let isLast = index == cuts.count - 2
    let linesBefore = scanner.lines
    var failure: String?
    do throws(InputError) {
      while isLast || base + filled < cuts[index + 1] {
        guard try fill(file, upTo: isLast ? .max : cuts[index + 1]) else { break }
        scan(isLast: false)
      }
    } catch {
      failure = error.cause
    }
    if isLast { scan(isLast: true) }
    let isClosed = isLast || (scanner.open.isEmpty && !scanner.hasAnnounced && scanned == filled)
    let drafts = takeFinished()
    let test = scanner.announced.test
    let announced = SegmentAnnouncements(
      hasCurrent: test != PrintedDuringTracker.inherited,
      current: test < 0 ? nil : scanner.naming.symbols.string(test),
      trailing: isClosed ? trailingAnnouncement() : nil)
    return SegmentResult(
      reports: drafts.map { ReportEntry($0, source: 0) }, names: names(from: 0), sites: sites(from: 0),
      firstLine: linesBefore, lines: scanner.lines - linesBefore, bytes: base + filled, isClosed: isClosed,
      announced: announced, failure: failure)
  }
}
