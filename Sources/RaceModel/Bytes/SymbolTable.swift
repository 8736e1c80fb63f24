internal import Glibc

/// Each distinct byte string once: function names, paths, test names.
///
/// Strings are looked up by their bytes, so that reading a log creates no `String` for text that it has seen
/// before. The table's hash is seeded for each run, so that no log can be designed to slow it down.
struct SymbolTable {
  /// A symbol's number: its position in the order of first sight.
  typealias ID = Int32

  private var symbols = Symbols()
  private var table = PositionTable()
  private let seed = UInt64.random(in: .min ... .max)

  /// How many symbols there are.
  var count: Int { symbols.ends.count }

  /// How many bytes all symbols have together.
  var byteCount: Int { symbols.bytes.count }

  /// The number of the symbol in `range` of `text`; nil if it is not in the table.
  func find(_ text: Span<UInt8>, _ range: Range<Int>) -> ID? {
    table.find(ByteHash.hash(text, range, seed: seed)) { symbols.has(text, range, at: $0) }
  }

  /// The number of the symbol in `range` of `text`.
  mutating func intern(_ text: Span<UInt8>, _ range: Range<Int>) -> ID {
    let hash = ByteHash.hash(text, range, seed: seed)
    let (id, isNew) = table.position(hash) { symbols.has(text, range, at: $0) }
    if isNew { symbols.append(text, range) }
    return id
  }

  /// The text of a symbol; invalid UTF-8 becomes U+FFFD.
  func string(_ id: ID) -> String {
    String(decoding: symbols.bytes[symbols.range(Int(id))], as: UTF8.self)
  }

  /// The symbols' bytes, one after the other.
  private struct Symbols {
    var bytes: [UInt8] = []
    var ends: [Int] = []

    func range(_ position: Int) -> Range<Int> { (position == 0 ? 0 : ends[position - 1])..<ends[position] }

    mutating func append(_ text: Span<UInt8>, _ range: Range<Int>) {
      text.withUnsafeBufferPointer { bytes.append(contentsOf: $0[range]) }
      ends.append(bytes.count)
    }

    /// Whether the symbol at a position is the text in a range.
    func has(_ text: Span<UInt8>, _ range: Range<Int>, at position: Int) -> Bool {
      let own = self.range(position)
      guard own.count == range.count else { return false }
      return text.withUnsafeBytes { other in
        bytes.withUnsafeBytes { bytes in
          guard let start = bytes.baseAddress, let otherStart = other.baseAddress else {
            return range.isEmpty
          }
          return memcmp(start + own.lowerBound, otherStart + range.lowerBound, range.count) == 0
        }
      }
    }
  }
}
