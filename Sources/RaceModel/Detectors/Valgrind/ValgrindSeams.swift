/// Cutting a whole log that lost its line ends into lines again: reports, and what Valgrind prints before them.
extension ValgrindGrammar {
  /// Fewer prefixes are those of lines that somebody quotes.
  private static let fewestPrefixes = 3

  /// Valgrind's prefix: `==7== `.
  static func lineStarts(_ bytes: Span<UInt8>, _ line: Range<Int>) -> [Int] {
    let starts = seams(bytes, line)
    return starts.count < fewestPrefixes ? [] : starts
  }
}
