internal import CByteSearch

/// A search for what has to be taken out of lines before they are read: escape sequences, entities, tags, links, the
/// encoding of mails, characters that nobody sees. All of it is looked for in one pass.
///
/// As in `AnchorSearch` four bytes in a row tell: names of C++ are full of `<` and `&`, but hold no `</s` and no `&lt;`.
/// A place that fits is looked at once more.
enum DirtSearch {
  /// Where the first such thing in `range` begins, or what gives it away; nil when there is none. It may lie inside a line.
  static func first(in bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    guard !range.isEmpty, range.lowerBound >= 0, range.upperBound <= bytes.count else { return nil }
    var from = range.lowerBound
    while let found = candidate(bytes, from..<range.upperBound) {
      if isDirt(bytes, found, in: range) { return found }
      from = found + 1
    }
    // The last bytes are too few for a window.
    for index in max(from, range.upperBound - 3)..<range.upperBound where isDirt(bytes, index, in: range) {
      return index
    }
    return nil
  }

  /// The first place where four bytes fit a group.
  private static func candidate(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    bytes.withUnsafeBufferPointer { buffer -> Int? in
      guard let base = buffer.baseAddress else { return nil }
      return withUnsafePointer(to: windows) { windows -> Int? in
        var groups: UInt8 = 0
        let position = first_window(base, range.lowerBound, range.upperBound, windows, &groups)
        return groups == 0 ? nil : position
      }
    }
  }

  /// Whether what stands at a place has to be taken out.
  private static func isDirt(_ bytes: Span<UInt8>, _ index: Int, in range: Range<Int>) -> Bool {
    let end = range.upperBound
    switch bytes[index] {
    case 0x1B: return true
    case 0xC2: return Invisible.find(bytes, index, in: range) != nil
    case 0xE2, 0xEF:
      return Invisible.find(bytes, index, in: range) != nil
        || Typography.letters(bytes, index, in: range) != nil
    case UInt8(ascii: "\\"): return MarkdownText.isEscape(bytes, index, end)
    case UInt8(ascii: "&"): return TextCleaning.entity(bytes, at: index, end: end) != nil
    case UInt8(ascii: "<"):
      return bytes.has("<http", at: index, end: end) || bytes.has("<mailto:", at: index, end: end)
        || MarkupText.begins(bytes, at: index, end: end)
    case UInt8(ascii: "["): return MarkdownText.Link(bytes, at: index, end: end) != nil
    case UInt8(ascii: "]"): return bytes.has("](http", at: index, end: end)
    // The word of a thread, of whose number a tracker has made a link.
    case UInt8(ascii: "d"):
      return bytes.has("d http", at: index, end: end) && bytes.ends("hread", in: range.lowerBound..<index + 1)
    case UInt8(ascii: "="): return QuotedPrintable.beginsCharacter(bytes, index, end)
    default: return false
    }
  }

  /// For each group the bytes allowed at each of its four places; an empty string allows any byte. Bytes that share both halves
  /// with bytes of two windows fit, too: what is in one group has little in common with what logs hold.
  private static let groups: [[String]] = [
    ["\\", "_*()[]<>#=-", "", ""],
    ["&", "lgaqn", "tmupb", ""],
    ["&[", "#", "0123456789xX", ""],
    ["<", "/", "abcdefghijklmnopqrstuvwxyz", ""],
    ["<", "swm", "pba", "ari"],
    ["]<d", "(h ", "ht", "t"],
    ["=", "ACDEF", "0123456789ABCDEF", "="],
  ]

  /// The bytes that end all: the escape, and what no-break spaces, zero width spaces and ligatures begin with.
  private static let firsts: [UInt8] = [0x1B, 0xC2, 0xE2, 0xEF]

  private static let windows: byte_windows = {
    var windows = byte_windows()
    fill(&windows)
    return windows
  }()

  /// Writes the groups down as the tables of a search.
  private static func fill(_ windows: inout byte_windows) {
    let all: [[[UInt8]]] = groups.map { group in group.map { Array($0.utf8) } } + [[firsts, [], [], []]]
    withUnsafeMutableBytes(of: &windows.low) { low in
      withUnsafeMutableBytes(of: &windows.high) { high in
        for (group, places) in all.enumerated() {
          let bit: UInt8 = 1 << UInt8(group)
          for (place, fitting) in places.enumerated() {
            for byte in fitting.isEmpty ? Array(UInt8.min...UInt8.max) : fitting {
              low[place * 16 + Int(byte & 15)] |= bit
              high[place * 16 + Int(byte >> 4)] |= bit
            }
          }
        }
      }
    }
  }
}
