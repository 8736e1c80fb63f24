/// Reads a log from beginning to end in chunks and reports what it finds in batches.
///
/// ```
///   read(file) ─┬─ a small log, or a stream    start ─ (fill ─ scan ─ batch)… ─ finish ─ batch
///               └─ a large log                 PieceReading: two readers, each piece  restart ─ (fill ─ scan)… ─ take
///   GrowingLog                                 start ─ (fill ─ scan)… ; then, whenever the log has grown, fill ─ scan …
///                                              and `finish` on a copy, for what the log holds if it ends there
/// ```
package struct LogReader {
  /// The approximate size of the pieces of a large log, and how far before a piece its reading begins.
  let pieceSize: Int
  let overlap: Int
  var scanner: LogScanner<IndexSink>
  var buffer: LogBuffer
  /// Its number among the readers of a log.
  var number: Int32 = 0
  /// How many names and sites were already passed on.
  private var sent = (names: 0, sites: 0)

  /// A reader of any number of logs, one after the other.
  package init() { self.init(chunkSize: 1 << 20) }

  /// A reader that reads a number of bytes at a time, on which the results must not depend.
  package init(chunkSize: Int, pieceSize: Int = LogPieces.size, overlap: Int = LogPieces.overlap) {
    self.overlap = overlap
    self.pieceSize = pieceSize
    scanner = LogScanner()
    buffer = LogBuffer(chunkSize: chunkSize)
  }

  /// Reads a whole log.
  ///
  /// - Parameters:
  ///   - file: the log.
  ///   - log: its position among the logs.
  ///   - deliver: takes a batch; returns false to stop reading.
  package mutating func read(_ file: LogFile, log: Int32, deliver: (IndexBatch) -> Bool) {
    if let size = file.size, size >= 4 * pieceSize, !file.isStream {
      start(file, at: 0)
      var reading = PieceReading(file, size: size, log: log, with: self)
      // The pieces' reader has it: sharing it would copy it.
      buffer = LogBuffer(chunkSize: 0)
      reading.read(deliver)
      buffer = reading.reader.buffer
      return
    }
    var state = LoadedLog(file)
    state.size = file.size
    start(file, at: 0)
    do throws(InputError) {
      while try buffer.fill(file) {
        scan(isLast: false)
        state.bytes = buffer.end
        state.lineCount = scanner.lines
        guard deliver(batch(log, &state)) else { return }
      }
    } catch {
      state.failure = error.cause
    }
    finish()
    state.lineCount = scanner.lines
    state.isFinished = true
    var last = batch(log, &state)
    last.loaded.look(into: file)
    last.loaded.copyEnd = file.copyEnd
    _ = deliver(last)
  }

  /// Reads logs to their ends, one after the other.
  ///
  /// - Parameter take: takes a batch; returns false to stop reading.
  /// - Returns: what was found in each log that was read.
  @discardableResult
  package mutating func read(_ files: [LogFile], _ take: (IndexBatch) -> Bool) -> [LoadedLog] {
    var states: [LoadedLog] = []
    for (position, file) in files.enumerated() {
      var state = LoadedLog(file)
      var goesOn = true
      read(file, log: Int32(position)) { batch in
        state = batch.loaded
        goesOn = take(batch)
        return goesOn
      }
      states.append(state)
      if !goesOn { break }
    }
    return states
  }

  /// Prepares the reader to read a log from the beginning of a line.
  mutating func start(_ file: LogFile, at offset: Int) {
    scanner = LogScanner(plumbing: file.plumbing)
    sent = (0, 0)
    buffer.restart(at: offset)
  }

  /// Forgets names and stacks: no piece of the log is left to read.
  mutating func forgetNames() { scanner.naming = LogScanner<IndexSink>().naming }

  /// The same in a log of which this reader has read other pieces, keeping names and stacks.
  mutating func restart(_ file: LogFile, at offset: Int) {
    let naming = scanner.naming
    var room: [ReportEntry] = []
    swap(&room, &scanner.sink.entries)
    scanner = LogScanner(plumbing: file.plumbing)
    scanner.naming = naming
    scanner.sink.entries = consume room
    scanner.sink.entries.removeAll(keepingCapacity: true)
    buffer.restart(at: offset)
  }

  /// Scans the unscanned part of the buffer.
  mutating func scan(isLast: Bool) {
    let bytes = buffer.bytes
    buffer.scanned = scanner.scan(
      bytes.span.extracting(0..<buffer.filled), from: buffer.scanned, base: buffer.base, isLast: isLast)
    if !isLast, buffer.filled - buffer.scanned > ScanLimits.longestLine * 2 {
      buffer.scanned = scanner.passLongLine(to: buffer.filled)
    }
  }

  /// Ends the log after what was read so far, and marks what is still open.
  mutating func finish() {
    let ended = scanner.sink.entries.count
    scan(isLast: true)
    for index in ended..<scanner.sink.entries.count { scanner.sink.entries[index].isOpenEnded = true }
  }

  /// An independent reader at the same place.
  func copy() -> LogReader {
    var copy = self
    copy.scanner.open = scanner.open.copy()
    return copy
  }
}

/// The results since they were last taken.
extension LogReader {
  mutating func batch(_ log: Int32, _ state: inout LoadedLog) -> IndexBatch {
    var reports = takeFinished()
    for index in reports.indices { reports[index].log = log }
    state.reportCount += reports.count
    state.notes = scanner.sink.notes
    state.settled = scanner.open.all.map(\.draft.extent.start).min() ?? buffer.base + buffer.scanned
    return IndexBatch(log: log, loaded: state, reports: reports, claims: takeClaims(), found: takeNames())
  }

  /// Passes on all names and sites again, because the next receiver knows none.
  mutating func sendAgain() { sent = (0, 0) }

  /// Takes over the names of a copy that were passed on, which keep their numbers.
  mutating func adoptNames(of copy: LogReader) {
    scanner.naming = copy.scanner.naming
    sent = copy.sent
  }

  /// The names and sites found since they were last taken.
  mutating func takeNames() -> FoundNames {
    let taken = FoundNames(
      reader: number, isFirst: sent == (0, 0), names: names(from: sent.names), sites: sites(from: sent.sites))
    sent.names += taken.names.count
    sent.sites += taken.sites.count
    return taken
  }

  /// The reports that have ended since they were last taken.
  mutating func takeFinished() -> [ReportEntry] {
    var entries: [ReportEntry] = []
    swap(&entries, &scanner.sink.entries)
    // The next piece of a log usually has as many.
    scanner.sink.entries.reserveCapacity(entries.count + entries.count / 8)
    return entries
  }

  /// The messages found since they were last taken.
  mutating func takeNotes() -> LogNotes {
    defer { scanner.sink.notes = LogNotes() }
    return scanner.sink.notes
  }

  /// The tests that were blamed since they were last taken.
  mutating func takeClaims() -> [TestClaim] {
    defer { scanner.sink.claims = [] }
    return scanner.sink.claims
  }

  /// The names found so far, from a number on.
  func names(from first: Int) -> [String] {
    (first..<scanner.naming.symbols.count).map { scanner.naming.symbols.string(Int32($0)) }
  }

  /// The sites found so far, from a number on.
  func sites(from first: Int) -> [SiteTable.Entry] { Array(scanner.naming.sites.entries[first...]) }
}
