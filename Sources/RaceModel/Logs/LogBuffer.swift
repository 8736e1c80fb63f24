/// The bytes of a log that are in memory: the next part, and some of the previous part for looking back.
///
/// ```
///   in the log      base                    base + scanned        base + filled
///                    │                        │                     │
///   in memory        0 ░░░░ kept, to look ░░░░ scanned ▓▓ to scan ▓▓ filled ······ free ······
/// ```
///
/// A log of any size is read in the same memory, unless a line is longer.
struct LogBuffer {
  /// Bytes read at a time.
  let chunkSize: Int
  private(set) var bytes: [UInt8]
  /// Bytes in the buffer.
  private(set) var filled = 0
  /// Bytes before this were scanned.
  var scanned = 0
  /// The start of the buffer in the log.
  private(set) var base = 0
  /// Decodes a log that needs decoding; nil for most logs.
  private var decoder: LogDecoder?

  init(chunkSize: Int) {
    self.chunkSize = chunkSize
    bytes = Array(repeating: 0, count: chunkSize + ScanLimits.memory)
  }

  /// Where the log continues after the buffer.
  var end: Int { base + filled }

  /// Empties the buffer, to be filled from a place in a log.
  mutating func restart(at offset: Int) {
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
    let offset = end
    let free = filled..<min(bytes.count, filled + min(chunkSize, limit - offset))
    return try bytes.withUnsafeMutableBufferPointer { (bytes) throws(InputError) -> Int in
      try file.read(
        into: UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: bytes[free])), at: offset)
    }
  }

  /// Reads from a stream and copies what it read, as UTF-8, to the log's file.
  private mutating func copyStream(_ file: LogFile) throws(InputError) -> Int {
    while true {
      var raw = try streamBytes(file)
      if end == 0, decoder == nil {
        // A pipe may deliver the beginning in small pieces.
        while !LogDecoder.canTell(raw) {
          let more = try streamBytes(file)
          if more.isEmpty { break }
          raw += more
        }
        decoder = LogDecoder(head: raw)
      }
      if end == 0, let compression = Compression.of(raw) {
        throw InputError(name: file.name, cause: .compressedStream(program: compression.rawValue))
      }
      let count = raw.count
      if decoder != nil { raw = (raw.isEmpty ? decoder?.finish() : decoder?.decode(raw)) ?? raw }
      if raw.isEmpty, count > 0 { continue }
      while bytes.count < filled + raw.count { grow() }
      bytes.replaceSubrange(filled..<filled + raw.count, with: raw)
      let offset = end
      raw.withUnsafeBufferPointer { file.keep(UnsafeRawBufferPointer($0), at: offset) }
      return raw.count
    }
  }

  /// A stream's next bytes, empty at its end.
  private func streamBytes(_ file: LogFile) throws(InputError) -> [UInt8] {
    var raw = [UInt8](repeating: 0, count: min(chunkSize, 1 << 16))
    let count = try raw.withUnsafeMutableBufferPointer { (bytes) throws(InputError) -> Int in
      try file.readStream(into: UnsafeMutableRawBufferPointer(bytes))
    }
    raw.removeSubrange(count...)
    return raw
  }

  /// Drops the scanned bytes, except those kept for looking back, and the bytes of a line that is too long to
  /// matter.
  private mutating func makeRoom() {
    let keep = max(0, scanned - ScanLimits.memory)
    if keep > 0, filled - keep < bytes.count / 2 || filled == bytes.count {
      bytes.withUnsafeMutableBytes { bytes in
        guard let start = bytes.baseAddress else { return }
        start.copyMemory(from: start + keep, byteCount: filled - keep)
      }
      filled -= keep
      scanned -= keep
      base += keep
    }
    if filled == bytes.count { grow() }
  }

  private mutating func grow() { bytes.append(contentsOf: repeatElement(0, count: bytes.count)) }
}
