/// Lines below reports in which a test runner says more of them.
extension LogScanner {
  /// Reads the runner's verdicts in lines that were passed.
  mutating func readVerdicts(_ bytes: Span<UInt8>, from start: Int, to end: Int) {
    var from = start
    while from < end, sink.watchesRunner, let line = RunnerVerdict.words.firstLine(in: bytes, from..<end) {
      if line.count <= ScanLimits.longestLine { readVerdict(bytes, line, at: pass.base + line.lowerBound) }
      from = line.upperBound + 1
    }
    sink.passVerdicts(to: pass.base + end)
  }

  private mutating func readVerdict(_ bytes: Span<UInt8>, _ line: Range<Int>, at position: Int) {
    if let record = unwrapper.record(in: bytes, line) {
      if let stream = unwrapper.knownStream(of: record, bytes) {
        readVerdict(of: record, bytes, at: position, of: stream)
      }
    } else if TextCleaning.isNeeded(bytes, line) {
      let clean = unwrapper.clean(bytes, line)
      readPlainVerdict(clean.span, 0..<clean.count, at: position)
    } else {
      readPlainVerdict(bytes, line, at: position)
    }
  }

  private mutating func readVerdict(
    of record: WrappedLine, _ bytes: Span<UInt8>, at position: Int, of stream: TextStream
  ) {
    var text: [UInt8] = []
    JSONText.unescape(bytes, record.text, into: &text)
    let own = text.span.trimmed(0..<text.count)
    guard let (at, verdict) = RunnerVerdict.find(text.span, own) else { return }
    switch verdict {
    case .passed: break
    // Records of `go test -json` name their package.
    case .failed where !unwrapper.namesPackage(record): break
    case .failed, .otherPackage: return
    }
    let printed = PrintedVerdict(verdict: verdict, start: at, line: own, position: position, stream: stream)
    sink.take(printed, text.span, &naming.symbols)
  }

  private mutating func readPlainVerdict(_ bytes: Span<UInt8>, _ line: Range<Int>, at position: Int) {
    guard let (at, verdict) = RunnerVerdict.find(bytes, line) else { return }
    let printed = PrintedVerdict(verdict: verdict, start: at, line: line, position: position, stream: .plain)
    sink.take(printed, bytes, &naming.symbols)
  }
}
