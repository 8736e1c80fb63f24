/// Keeps the test that a log announced last.
///
/// `go test -json` names package and test on each record. The text of `go test -v` announces a test by
/// `=== RUN`, `=== CONT` or `=== NAME`; these lines are looked for backwards from a report's title.
struct PrintedDuringTracker {
  /// Numbers of the package and the test; -1 for none.
  private(set) var current: (package: SymbolTable.ID, test: SymbolTable.ID) = (-1, -1)
  /// Up to where the log has been searched, in bytes of the log.
  private var searched = 0

  init() {}

  /// Takes what a record of `go test -json` says.
  mutating func set(package: [UInt8], test: [UInt8]?, symbols: inout SymbolTable) {
    current.package = symbols.intern(package.span, 0..<package.count)
    current.test = test.map { symbols.intern($0.span, 0..<$0.count) } ?? -1
  }

  /// Takes note that the log up to `end` was a report: announcements do not stand in it.
  mutating func pass(to end: Int) { searched = max(searched, end) }

  /// Looks backwards from `end` for the last announcement since the last search.
  mutating func lookBack(_ bytes: Span<UInt8>, to end: Int, base: Int, symbols: inout SymbolTable) {
    let floor = max(0, searched - base, end - LogScanner.memory)
    defer { searched = base + end }
    var lineEnd = end
    while lineEnd > floor {
      let start = bytes.last(0x0A, in: floor..<lineEnd - 1).map { $0 + 1 } ?? floor
      let line = start..<lineEnd
      if let name = Self.announcement(bytes, line) {
        current.test = name.isEmpty ? -1 : symbols.intern(bytes, name)
        return
      }
      lineEnd = start
    }
  }

  /// The name of the test that a line announces; empty when the line says that a test or a package ended.
  private static func announcement(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Range<Int>? {
    if let found = bytes.first("=== ", in: line) {
      for word: StaticString in ["RUN ", "CONT ", "NAME "]
      where bytes.has(word, at: found + 4, end: line.upperBound) {
        let rest = bytes.trimmed(found + 4 + word.utf8CodeUnitCount..<line.upperBound)
        var end = rest.lowerBound
        while end < rest.upperBound, bytes[end] > 0x20 { end += 1 }
        return end > rest.lowerBound ? rest.lowerBound..<end : nil
      }
    }
    for word: StaticString in ["--- PASS: ", "--- FAIL: ", "--- SKIP: "]
    where bytes.first(word, in: line) != nil {
      return line.lowerBound..<line.lowerBound
    }
    return nil
  }
}
