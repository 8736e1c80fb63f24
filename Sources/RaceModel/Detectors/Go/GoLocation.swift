/// The sections that say where the memory is. Today's Go has the code for them and never prints
/// them; logs of old versions may have them.
enum GoLocation {
  /// Reads `Heap block of size N at 0xHEX allocated by goroutine N:` or
  /// `Global var NAME of size N at 0xHEX declared at FILE:LINE`.
  static func parse(_ kind: Location.Kind, _ bytes: Span<UInt8>, _ line: Range<Int>) -> Location {
    var location = Location(kind: kind, text: bytes.string(line))
    location.announcesStack = bytes.announcesStack(line)
    if let found = bytes.first(" of size ", in: line) {
      location.size = bytes.decimal(at: found + 9, end: line.upperBound)?.value
      let nameStart = line.lowerBound + 11
      if kind == .global, nameStart < found { location.name = bytes.string(nameStart..<found) }
    }
    if let found = bytes.first(" at 0x", in: line) {
      location.address = bytes.hexadecimal(at: found + 4, end: line.upperBound)?.value
    }
    if let found = bytes.first(" allocated by ", in: line) {
      location.thread = GoLine.threadName(bytes, at: found + 14, end: line.upperBound)?.name
    }
    return location
  }
}
