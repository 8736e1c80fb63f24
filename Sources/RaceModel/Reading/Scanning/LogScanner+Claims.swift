extension LogScanner {
  /// Takes note of a line that blames a test.
  ///
  /// What text announced above the line is looked for by whoever has the bytes above it.
  mutating func readBlame(_ bytes: Span<UInt8>, _ origin: LineOrigin, _ place: LinePlace) {
    if origin.stream == TextStream.plain {
      findings.blamesTest = true
    } else {
      blame(names(bytes, origin).test, for: origin.stream, at: place)
    }
  }

  /// Blames a test for the reports of a stream that no test was blamed for.
  mutating func blame(_ test: SymbolTable.ID, for stream: TextStream, at place: LinePlace) {
    findings.blamesTest = false
    sink.blame(test, for: stream, at: place)
    guard test != -1 else { return }
    // A report that lost its end is open yet.
    for index in open.indices(of: stream) where !open[stream, index].isAnnounced {
      open[stream, index].claim = test
    }
  }
}
