/// The lines that say where memory is. Helgrind prints them for the accessed memory and for locks; one
/// description may take several lines.
enum ValgrindLocation {
  private static let starts: TextStarts = ["Address 0x", "Location 0x", "Allocation context: "]

  /// Whether a description begins in this line.
  static func begins(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    starts.begin(bytes, line)
  }

  private static let continuations: TextStarts = [
    "declared at ", "a global variable declared at ", "in frame #", "Block was alloc'd by thread ",
    // In a dump of SQL.
    "Block was alloc''d by thread ",
  ]

  /// Whether the line goes on with the description above it.
  static func continues(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    continuations.begin(bytes, line)
  }

  /// Reads the first line of a description.
  static func parse(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Location {
    var location = Location(kind: .other, text: text(bytes, line))
    location.announcesStack = bytes.announcesStack(line)
    if let found = bytes.first(" inside a block of size ", in: line) {
      location.kind = .heap
      location.size = bytes.groupedDecimal(at: found + 24, end: line.upperBound)?.value
      location.address = blockStart(bytes, line)
    } else if let found = bytes.first(" is at offset ", in: line) {
      location.kind = .heap
      if let base = bytes.first(" from 0x", in: found..<line.upperBound) {
        location.address = bytes.hexadecimal(at: base + 6, end: line.upperBound)?.value
      }
    } else if let found = bytes.first(" is on thread #", in: line) {
      location.kind = .stack
      location.thread = ValgrindThread.parse(bytes, at: found + 14, end: line.upperBound)
    } else if bytes.first(" inside local var ", in: line) != nil {
      location.kind = .stack
    } else if isGlobal(bytes, line) {
      location.kind = .global
    }
    location.name = name(bytes, line)
    return location
  }

  /// Reads a further line of a description.
  static func extend(_ location: inout Location, _ bytes: Span<UInt8>, _ line: Range<Int>) {
    location.text += " "
    location.text += text(bytes, line)
    location.announcesStack = bytes.announcesStack(line)
    if bytes.has("Block was", at: line.lowerBound, end: line.upperBound) {
      location.thread = bytes.first("thread ", in: line).flatMap {
        ValgrindThread.parse(bytes, at: $0 + 7, end: line.upperBound)
      }
    } else if let found = bytes.first(" of thread ", in: line) {
      location.kind = .stack
      location.thread = ValgrindThread.parse(bytes, at: found + 11, end: line.upperBound)
    } else if location.kind == .other {
      location.kind = .global
    }
  }

  /// The words of a line: in the strings of SQL `alloc''d` has its apostrophe twice.
  private static func text(_ bytes: Span<UInt8>, _ line: Range<Int>) -> String {
    guard let double = bytes.first("c''d", in: line) ?? bytes.first("e''d", in: line) else {
      return bytes.string(line)
    }
    return bytes.string(line.lowerBound..<double + 1) + bytes.string(double + 2..<line.upperBound)
  }

  private static let globals: [StaticString] = [
    " inside global var ", " inside data symbol ", "BSS", "Data", "data segment", "Text",
  ]

  private static func isGlobal(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    globals.contains { bytes.first($0, in: line) != nil }
  }

  /// The block that the address is `N bytes inside` of begins so many bytes before.
  private static func blockStart(_ bytes: Span<UInt8>, _ line: Range<Int>) -> HexNumber? {
    guard let (address, after) = bytes.hexadecimal(at: line.lowerBound + 8, end: line.upperBound),
      bytes.has(" is ", at: after, end: line.upperBound),
      let (offset, _) = bytes.groupedDecimal(at: after + 4, end: line.upperBound), offset <= address.value
    else { return nil }
    return HexNumber(address.value - UInt64(offset), digits: address.digits)
  }

  /// The variable that an object is, or is a part of: `m1`, `pool+16`.
  static func variable(_ bytes: Span<UInt8>, _ line: Range<Int>) -> String? {
    guard let name = name(bytes, line), let found = bytes.first(" is ", in: line),
      let (offset, _) = bytes.groupedDecimal(at: found + 4, end: line.upperBound)
    else { return nil }
    return offset == 0 ? name : "\(name)+\(offset)"
  }

  /// A variable: `inside global var "v"`, `inside foo.items[5],`, `context: v (offset 0, size 4) in ...`
  private static func name(_ bytes: Span<UInt8>, _ line: Range<Int>) -> String? {
    // In a field of CSV quotes are doubled.
    if let quote = bytes.first(" \"\"", in: line),
      let end = bytes.first("\"\"", in: quote + 3..<line.upperBound), end > quote + 3
    {
      return bytes.string(quote + 3..<end)
    }
    if let quote = bytes.first(UInt8(ascii: "\""), in: line),
      let end = bytes.first(UInt8(ascii: "\""), in: quote + 1..<line.upperBound)
    {
      // Valgrind's own heaps have names, which are no variables': `in arena "client"`.
      if bytes.ends(" arena ", in: line.lowerBound..<quote) { return nil }
      return bytes.string(quote + 1..<end)
    }
    // Word processors and mail programs turn quotes.
    if let quote = bytes.first("“", in: line), let end = bytes.first("”", in: quote..<line.upperBound) {
      return bytes.string(quote + 3..<end)
    }
    if bytes[line.upperBound - 1] == UInt8(ascii: ","), let found = bytes.first(" bytes inside ", in: line) {
      return bytes.string(found + 14..<line.upperBound - 1)
    }
    if let found = bytes.first(" (offset ", in: line), found - line.lowerBound > 20 {
      return bytes.string(line.lowerBound + 20..<found)
    }
    return nil
  }
}
