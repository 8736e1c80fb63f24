/// Cutting a report that lost its line ends (a subject, a field of a table, a web page) into lines again.
extension KCSANGrammar {
  private static let starts: [StaticString] = [
    "race at unknown origin, with ", "read to 0x", "read (marked) to 0x", "write to 0x",
    "write (marked) to 0x",
    "read-write to 0x", "read-write (marked) to 0x", "assert no ", "value changed: 0x",
    "Reported by Kernel Concurrency Sanitizer on:", "CPU: ", "Hardware name: ",
    "==================",
  ]

  static func seams(_ bytes: Span<UInt8>, _ line: Range<Int>) -> [Int] {
    // A title and nothing else.
    if KCSANTitle.end(bytes, line) == line.upperBound { return [] }
    var seams = Seams.starts(of: starts, in: bytes, line) {
      bytes[$0 - 1] <= 0x20 && !bytes.ends("origin, with ", in: line.lowerBound..<$0)
    }
    // ` FUNC+0xHEX/0xHEX`
    var from = line.lowerBound
    while let found = bytes.first("+0x", in: from..<line.upperBound) {
      let name = bytes.lastWordStart(in: line.lowerBound..<found)
      if let (_, end) = bytes.hexadecimal(at: found + 1, end: line.upperBound),
        name > line.lowerBound,
        bytes.has("/0x", at: end, end: line.upperBound),
        KCSANFrame.symbolEnd(bytes, at: name, end: found) == found,
        // In titles, and behind words that a name follows.
        !["in ", "/ ", "at: ", "to: "].contains(where: {
          bytes.ends($0, in: line.lowerBound..<name)
        })
      {
        seams.insert(name)
      }
      from = found + 3
    }
    return seams.sorted()
  }

  /// Fewer times are those of lines that somebody quotes.
  private static let fewestStamps = 4

  /// The kernel's times: `[   41.823735] `.
  static func lineStarts(_ bytes: Span<UInt8>, _ line: Range<Int>) -> [Int] {
    var starts: [Int] = []
    var from = line.lowerBound
    while let found = bytes.first(UInt8(ascii: "["), in: from..<line.upperBound) {
      from = found + 1
      guard isStamp(bytes, found..<line.upperBound), found > line.lowerBound, bytes[found - 1] <= 0x20,
        // The lines of a system's log begin before it.
        !bytes.ends("kernel: ", in: line.lowerBound..<found)
      else { continue }
      starts.append(found)
    }
    return starts.count < fewestStamps ? [] : starts
  }

  /// The time of a line that a serial console has put right behind another one: `fn+0x37/0x110[   41.900000] eth0: up`.
  static func gluedLine(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? {
    var from = line.lowerBound
    while let found = bytes.first(UInt8(ascii: "["), in: from..<line.upperBound) {
      from = found + 1
      // Behind a blank somebody quotes it.
      guard found > line.lowerBound, bytes[found - 1] > 0x20, isStamp(bytes, found..<line.upperBound) else {
        continue
      }
      return startOfLevel(bytes, line.lowerBound..<found) ?? found
    }
    return nil
  }

  /// Where the level begins that ends a text: `<4>`.
  private static func startOfLevel(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Int? {
    guard bytes.ends(">", in: text), let open = bytes.last(UInt8(ascii: "<"), in: text),
      open > text.lowerBound,
      let (_, end) = bytes.decimal(at: open + 1, end: text.upperBound), end == text.upperBound - 1
    else { return nil }
    return open
  }

  private static func isStamp(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
    let end = text.upperBound
    var index = text.lowerBound + 1
    while index < end, bytes[index] == 0x20 { index += 1 }
    guard let seconds = bytes.decimal(at: index, end: end), bytes.has(".", at: seconds.end, end: end),
      let fraction = bytes.decimal(at: seconds.end + 1, end: end), fraction.end == seconds.end + 7
    else { return false }
    return bytes.has("]", at: fraction.end, end: end)
  }
}
