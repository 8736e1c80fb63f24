/// Converts a log with another encoding or other line ends, or the recording of a terminal, to plain text, piece by piece.
enum LogDecoder {
  case utf16(UTF16Decoder)
  /// The recording of a terminal.
  case cast(CastDecoder)
  /// Lines end with only a carriage return, as on old systems.
  case carriageReturns

  /// Bytes to examine.
  static let headSize = 4096
  /// A shorter text holds no report, perhaps only a few words that overwrite each other on a terminal.
  private static let shortestHead = 200

  /// Whether these bytes are enough to decide about decoding: a whole line of plain text is.
  static func canTell(_ head: [UInt8]) -> Bool {
    head.count >= headSize || (head.count > 1 && head.contains(0x0A) && !head.contains(0))
  }

  /// A decoder for a log that begins with these bytes; nil if it needs no decoding.
  init?(head: [UInt8]) {
    let bytes = Array(head.prefix(Self.headSize))
    if let decoder = UTF16Decoder(mark: bytes) ?? UTF16Decoder(plain: bytes) {
      self = .utf16(decoder)
    } else if let decoder = CastDecoder(head: bytes) {
      self = .cast(decoder)
    } else if bytes.count >= Self.shortestHead, !bytes.contains(0x0A),
      // Lines, that is, not a run of returns.
      bytes.split(separator: 0x0D, maxSplits: 4).count > 3
    {
      self = .carriageReturns
    } else {
      return nil
    }
  }

  /// The UTF-8 text of the next bytes.
  mutating func decode(_ bytes: [UInt8]) -> [UInt8] {
    switch self {
    case .utf16(var decoder):
      let text = decoder.decode(bytes)
      self = .utf16(decoder)
      return text
    case .cast(var decoder):
      let text = decoder.decode(bytes)
      self = .cast(decoder)
      return text
    case .carriageReturns: return bytes.map { $0 == 0x0D ? 0x0A : $0 }
    }
  }

  /// The text of what is left at the end of the log.
  mutating func finish() -> [UInt8] {
    guard case .cast(var decoder) = self else { return [] }
    let text = decoder.finish()
    self = .cast(decoder)
    return text
  }
}
