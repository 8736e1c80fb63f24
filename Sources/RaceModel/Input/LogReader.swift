/// Reads a log from beginning to end in chunks and reports what it finds in batches.
///
/// The reader owns one buffer; a log of any size is read in the same memory, however long its lines.
public struct LogReader {
  /// Bytes read at a time.
  let chunkSize: Int
  /// About how many bytes the pieces of a large log have, and how far before a piece its reading begins.
  let segmentSize: Int
  let overlap: Int
  var scanner: LogScanner<IndexSink>
  private var buffer: [UInt8]
  /// Bytes in the buffer.
  var filled = 0
  /// Bytes before this were scanned and are kept for a look back.
  var scanned = 0
  /// Where the buffer begins in the log.
  var base = 0
  /// Turns what is not read as it is into text; nil for most logs.
  private var decoder: LogDecoder?
  /// Its number among the readers of a log.
  var number: Int32 = 0
  /// Names and sites that were already handed over.
  var sentNames = 0
  var sentSites = 0

  /// A reader of any number of logs, one after the other.
  public init() { self.init(chunkSize: 1 << 20) }

  /// A reader that reads so many bytes at a time; what it finds must not depend on it.
  package init(chunkSize: Int, segmentSize: Int = Segments.size, overlap: Int = Segments.overlap) {
    self.overlap = overlap
    self.chunkSize = chunkSize
    self.segmentSize = segmentSize
    scanner = LogScanner()
    buffer = Array(repeating: 0, count: chunkSize + ScanLimits.memory)
  }

  /// Reads a log whole.
  ///
  /// - Parameters:
  ///   - file: the log.
  ///   - source: its position among the sources.
  ///   - deliver: takes a batch; returns false to stop reading.
  public mutating func read(_ file: LogFile, source: Int32, deliver: (IndexBatch) -> Bool) {
    if let size = file.size, size >= 4 * segmentSize, !file.isStream {
      return readSegments(file, size: size, source: source, deliver: deliver)
    }
    var state = LogIndex.Source(file)
    state.size = file.size
    start(file, at: 0)
    do throws(InputError) {
      while try fill(file) {
        scan(isLast: false)
        state.bytes = base + filled
        state.lines = scanner.lines
        guard deliver(batch(source, &state)) else { return }
      }
    } catch {
      state.failure = error.cause
    }
    finish()
    state.lines = scanner.lines
    state.isFinished = true
    var last = batch(source, &state)
    last.state.look(into: file)
    _ = deliver(last)
  }

  /// Makes the reader ready to read a log from a place where a line begins.
  mutating func start(_ file: LogFile, at offset: Int) {
    scanner = LogScanner(plumbing: file.plumbing)
    sentNames = 0
    sentSites = 0
    stand(at: offset)
  }

  /// The same in a log of which this reader has read other pieces: names and stacks stay known.
  mutating func restart(_ file: LogFile, at offset: Int) {
    let naming = scanner.naming
    scanner = LogScanner(plumbing: file.plumbing)
    scanner.naming = naming
    stand(at: offset)
  }

  private mutating func stand(at offset: Int) {
    filled = 0
    scanned = 0
    base = offset
    decoder = nil
  }

  /// Makes room and reads the next bytes, none beyond `limit`; false at the end of the log.
  mutating func fill(_ file: LogFile, upTo limit: Int = .max) throws(InputError) -> Bool {
    makeRoom()
    let count = file.isStream ? try copyStream(file) : try readFile(file, upTo: limit)
    filled += count
    return count > 0
  }

  private mutating func readFile(_ file: LogFile, upTo limit: Int) throws(InputError) -> Int {
    let offset = base + filled
    let free = filled..<min(buffer.count, filled + min(chunkSize, limit - offset))
    return try buffer.withUnsafeMutableBufferPointer { (bytes) throws(InputError) -> Int in
      try file.read(
        into: UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: bytes[free])), at: offset)
    }
  }

  /// Reads from a stream and copies what it read, as UTF-8, to the log's file.
  private mutating func copyStream(_ file: LogFile) throws(InputError) -> Int {
    while true {
      var raw = try streamBytes(file)
      if base + filled == 0, decoder == nil {
        // A pipe may hand over the beginning in small pieces.
        while !LogDecoder.canTell(raw) {
          let more = try streamBytes(file)
          if more.isEmpty { break }
          raw += more
        }
        decoder = LogDecoder(head: raw)
      }
      if base + filled == 0, let compression = Compression.of(raw) {
        throw InputError(name: file.name, cause: .compressedStream(program: compression.rawValue))
      }
      let count = raw.count
      if decoder != nil, !raw.isEmpty { raw = decoder?.decode(raw) ?? raw }
      if raw.isEmpty, count > 0 { continue }
      while buffer.count < filled + raw.count {
        buffer.append(contentsOf: repeatElement(0, count: buffer.count))
      }
      buffer.replaceSubrange(filled..<filled + raw.count, with: raw)
      let offset = base + filled
      try raw.withUnsafeBufferPointer { (bytes) throws(InputError) in
        try file.keep(UnsafeRawBufferPointer(bytes), at: offset)
      }
      return raw.count
    }
  }

  /// A stream's next bytes, none at its end.
  private func streamBytes(_ file: LogFile) throws(InputError) -> [UInt8] {
    var raw = [UInt8](repeating: 0, count: min(chunkSize, 1 << 16))
    let count = try raw.withUnsafeMutableBufferPointer { (bytes) throws(InputError) -> Int in
      try file.readStream(into: UnsafeMutableRawBufferPointer(bytes))
    }
    raw.removeSubrange(count...)
    return raw
  }

  /// Drops what was scanned but for the memory, and the bytes of a line that is too long to matter.
  private mutating func makeRoom() {
    let keep = max(0, scanned - ScanLimits.memory)
    if keep > 0, filled - keep < buffer.count / 2 || filled == buffer.count {
      buffer.withUnsafeMutableBytes { bytes in
        guard let start = bytes.baseAddress else { return }
        start.copyMemory(from: start + keep, byteCount: filled - keep)
      }
      filled -= keep
      scanned -= keep
      base += keep
    }
    if filled == buffer.count { buffer.append(contentsOf: repeatElement(0, count: buffer.count)) }
  }

  mutating func scan(isLast: Bool) {
    let bytes = buffer
    scanned = scanner.scan(bytes.span.extracting(0..<filled), from: scanned, base: base, isLast: isLast)
    if !isLast, filled - scanned > ScanLimits.longestLine * 2 {
      scanned = scanner.passLongLine(to: filled)
    }
  }

  /// Ends the log with what was read so far; what is still open then is marked as such.
  mutating func finish() {
    let ended = scanner.sink.entries.count
    scan(isLast: true)
    for index in ended..<scanner.sink.entries.count { scanner.sink.entries[index].isOpenEnded = true }
  }

  mutating func batch(_ source: Int32, _ state: inout LogIndex.Source) -> IndexBatch {
    var reports = takeFinished()
    for index in reports.indices { reports[index].source = source }
    state.reports += reports.count
    state.notes = scanner.sink.notes
    let isFirst = hasSentNothing
    let (names, sites) = takeNames()
    return IndexBatch(
      source: source, reader: number, state: state, reports: reports, claims: takeClaims(), sites: sites,
      names: names, startsTable: isFirst)
  }

  /// Whether numbers of names and sites begin anew with what is handed over next.
  var hasSentNothing: Bool { sentNames == 0 && sentSites == 0 }

  /// The names and sites that were met since they were last taken.
  mutating func takeNames() -> (names: [String], sites: [Site]) {
    let taken = (names: names(from: sentNames), sites: sites(from: sentSites))
    sentNames += taken.names.count
    sentSites += taken.sites.count
    return taken
  }

  /// The reports that have ended since they were last taken.
  mutating func takeFinished() -> [ReportEntry] {
    var entries: [ReportEntry] = []
    swap(&entries, &scanner.sink.entries)
    // The next piece of a log mostly has as many.
    scanner.sink.entries.reserveCapacity(entries.count + entries.count / 8)
    return entries
  }

  /// The tests that were blamed since they were last taken.
  mutating func takeClaims() -> [TestClaim] {
    defer { scanner.sink.claims = [] }
    return scanner.sink.claims
  }

  /// The names met so far, from a number on.
  func names(from first: Int) -> [String] {
    (first..<scanner.naming.symbols.count).map { scanner.naming.symbols.string(Int32($0)) }
  }

  /// The sites met so far, from a number on.
  func sites(from first: Int) -> [Site] {
    let symbols = scanner.naming.symbols
    return scanner.naming.sites.entries[first...].map { entry in
      Site(
        function: entry.function < 0 ? nil : symbols.string(entry.function),
        file: entry.file < 0 ? nil : symbols.string(entry.file),
        line: entry.line < 0 ? nil : Int(entry.line),
        module: entry.module < 0 ? nil : symbols.string(entry.module), offset: entry.offset)
    }
  }
}
