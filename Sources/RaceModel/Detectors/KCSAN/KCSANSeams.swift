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
    var seams = Seams.starts(of: starts, in: bytes, line) {
      bytes[$0 - 1] <= 0x20 && !bytes.ends("origin, with ", in: line.lowerBound..<$0)
    }
    // ` FUNC+0xHEX/0xHEX`
    var from = line.lowerBound
    while let found = bytes.first("+0x", in: from..<line.upperBound) {
      let name = bytes.last(0x20, in: line.lowerBound..<found).map { $0 + 1 } ?? line.lowerBound
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
}
