/// Where lines begin in a report that has lost its line ends.
enum Seams {
  /// The places of words that begin lines, but for the first byte of the text.
  ///
  /// - Parameter isSeam: whether a line may begin at a place, by the byte before it.
  static func starts(
    of words: [StaticString], in bytes: Span<UInt8>, _ line: Range<Int>, where isSeam: (Int) -> Bool
  ) -> Set<Int> {
    var seams: Set<Int> = []
    for word in words {
      var from = line.lowerBound
      while let found = bytes.first(word, in: from..<line.upperBound) {
        if found > line.lowerBound, isSeam(found) { seams.insert(found) }
        from = found + word.utf8CodeUnitCount
      }
    }
    return seams
  }
}
