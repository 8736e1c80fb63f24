/// Reads a log from beginning to end in chunks and reports what it finds in batches.
///
/// The reader owns one buffer; a log of any size is read in the same memory, however long its lines.
public struct LogReader {
  /// Bytes read at a time.
  private let chunkSize: Int
  private var scanner: LogScanner
  private var buffer: [UInt8]
  /// Bytes in the buffer.
  private var filled = 0
  /// Bytes before this were scanned and are kept for a look back.
  private var scanned = 0
  /// Where the buffer begins in the log.
  private var base = 0
  /// Turns UTF-16 into UTF-8; nil for every other log.
  private var decoder: UTF16Decoder?
  /// Names and sites that were already handed over.
  private var sentNames = 0
  private var sentSites = 0

  /// A reader of any number of logs, one after the other.
  public init() { self.init(chunkSize: 1 << 20) }

  /// A reader that reads so many bytes at a time; what it finds must not depend on it.
  init(chunkSize: Int) {
    self.chunkSize = chunkSize
    scanner = LogScanner(detail: .index)
    buffer = Array(repeating: 0, count: chunkSize + LogScanner.memory)
  }

  /// Reads a log whole.
  ///
  /// - Parameters:
  ///   - file: the log.
  ///   - source: its position among the sources.
  ///   - deliver: takes a batch; returns false to stop reading.
  public mutating func read(_ file: LogFile, source: Int32, deliver: (IndexBatch) -> Bool) {
    var state = LogIndex.Source(name: file.name)
    state.size = file.size
    scanner.restart()
    filled = 0
    scanned = 0
    base = 0
    decoder = nil
    do throws(InputError) {
      while try fill(file, state: &state) {
        scan(isLast: false)
        state.lines = scanner.lines
        guard deliver(batch(source, &state)) else { return }
      }
    } catch {
      state.failure = error.cause
    }
    scan(isLast: true)
    state.lines = scanner.lines
    state.isFinished = true
    _ = deliver(batch(source, &state))
  }

  /// Makes room and reads the next bytes; false at the end of the log.
  private mutating func fill(_ file: LogFile, state: inout LogIndex.Source) throws(InputError) -> Bool {
    makeRoom()
    let count = file.isStream ? try copyStream(file) : try readFile(file)
    filled += count
    state.bytes = base + filled
    return count > 0
  }

  private mutating func readFile(_ file: LogFile) throws(InputError) -> Int {
    let free = filled..<min(buffer.count, filled + chunkSize)
    let offset = base + filled
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
        // A pipe may hand over a byte order mark in two pieces.
        if raw.count == 1 { raw += try streamBytes(file) }
        decoder = UTF16Decoder(mark: raw)
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
    let keep = max(0, scanned - LogScanner.memory)
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

  private mutating func scan(isLast: Bool) {
    let bytes = buffer
    scanned = scanner.scan(bytes.span.extracting(0..<filled), from: scanned, base: base, isLast: isLast)
    if !isLast, filled - scanned > LogScanner.longestLine * 2 {
      scanned = scanner.passLongLine(to: filled)
    }
  }

  private mutating func batch(_ source: Int32, _ state: inout LogIndex.Source) -> IndexBatch {
    let drafts = scanner.finished
    scanner.finished.removeAll(keepingCapacity: true)
    state.reports += drafts.count
    let names = (sentNames..<scanner.naming.symbols.count).map { scanner.naming.symbols.string(Int32($0)) }
    let sites = scanner.naming.sites.entries[sentSites...].map { entry in
      Site(
        function: entry.function < 0 ? nil : scanner.naming.symbols.string(entry.function),
        file: entry.file < 0 ? nil : scanner.naming.symbols.string(entry.file),
        line: entry.line < 0 ? nil : Int(entry.line))
    }
    sentNames += names.count
    sentSites += sites.count
    return IndexBatch(
      source: source, state: state, reports: drafts.map { ReportEntry($0, source: source) }, sites: sites,
      names: names)
  }
}
