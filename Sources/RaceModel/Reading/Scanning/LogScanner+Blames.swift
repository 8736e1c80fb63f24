/// Lines of a test runner that blame a test for the reports above them.
extension LogScanner {
  /// Takes note of a line that blames a test.
  ///
  /// What text announced above the line is looked for by whoever has the bytes above it.
  mutating func readBlame(
    _ bytes: Span<UInt8>, _ line: LogLine
  ) {
    endBlame()
    sink.beginBlame(bytes, line)
    if let name = TestResult.namedTest(bytes, line.range) {
      // The line itself says whose it is.
      blame(naming.symbols.intern(bytes, name), for: line.stream)
      return sink.name(BlamedTest(bytes, name, isWhole: true, &naming.symbols), of: line.stream)
    }
    if line.stream == TextStream.plain {
      findings.blamesTest = true
    } else {
      let during = during(bytes, line.origin)
      findings.blamesAnnounced = during.package == TestIDs.none.package
      if !findings.blamesAnnounced { blame(during.test, for: line.stream) }
      nameBlamed(during.test, line.stream)
    }
  }

  /// Blames a test for the reports of a stream that no test was blamed for.
  mutating func blame(_ test: SymbolTable.ID, for stream: TextStream) {
    findings.blamesTest = false
    sink.blame(test, for: stream)
    guard test != -1 else { return }
    // A report that lost its end is open yet.
    for index in open.indices(of: stream) where !open[stream, index].isAnnounced {
      open[stream, index].claim = test
    }
  }
}

extension LogScanner {
  /// Looks for the test that a record blames without a name: text in the records above may have announced it.
  mutating func readBlameBelow(_ bytes: Span<UInt8>, _ start: Int, of stream: TextStream) {
    if findings.blamesAnnounced {
      lookBack(bytes, to: start)
      blame(announced.test, for: stream)
    }
    findings.blamesAnnounced = false
    awaitResult(bytes, below: start, of: stream)
  }

  /// Waits for the result below a record that blames a test without a name, unless results stand above it: the
  /// records between may be of other streams.
  mutating func awaitResult(_ bytes: Span<UInt8>, below start: Int, of stream: TextStream) {
    findings.blamesUnnamed = nil
    let end = sink.endOfBlamed(of: stream).map { $0 - pass.base }
    guard let end, 0...start ~= end, TestResult.failure(bytes, in: end..<start) == nil,
      RunnerLines.firstTest(bytes, in: end..<start) == nil
    else {
      return sink.name(nil, of: stream)
    }
    blamed.awaitedResult = AwaitedResult(stream: stream, line: lines)
  }
}

extension LogScanner {
  /// Reads a line below one that blames a test: right below it the test's result may stand.
  mutating func readBelowBlame(
    _ bytes: Span<UInt8>, _ line: LogLine
  ) {
    guard let awaited = blamed.awaitedResult else { return }
    if line.extent.line > awaited.line + AwaitedResult.reach { return endBlame() }
    guard awaited.stream == line.stream, !bytes.trimmed(line.range).isEmpty else { return }
    blamed.awaitedResult = nil
    let name = sink.failedTest(bytes, line.range, of: line.stream)
    sink.name(name.map { BlamedTest(bytes, $0, isWhole: false, &naming.symbols) }, of: line.stream)
  }

  /// Gives up waiting for a result.
  mutating func endBlame() {
    guard let awaited = blamed.awaitedResult else { return }
    blamed.awaitedResult = nil
    sink.name(nil, of: awaited.stream)
  }

  /// Names the test that is blamed in a line after what stands around it.
  ///
  /// - Parameters:
  ///   - bytes: what stands above the line, and the line.
  ///   - base: where `bytes` begin in the log; nil when all of them stand in one line of it.
  mutating func nameBlamed(
    _ bytes: Span<UInt8>, _ line: Range<Int>, base: Int?, _ stream: TextStream
  ) {
    let above = max(0, line.lowerBound - ScanLimits.memory)..<line.lowerBound
    // All of one line of the log is looked through each time.
    var said = base == nil ? RunnerLines() : blamed.runnerLines
    said.look(bytes, in: above, base: base ?? 0)
    if base != nil { blamed.runnerLines = said }
    let floor = (base ?? 0) + above.lowerBound
    if let end = said.packageEnd(below: floor) {
      sink.drop(upTo: base == nil ? .max : end, of: stream)
    } else if base != nil, floor > 0 {
      sink.drop(upTo: floor, of: stream)
    }
    if let base, said.hasRun(below: floor), let end = sink.endOfUnnamed(of: stream), end >= floor,
      end - base <= line.lowerBound,
      let run = RunnerLines.firstTest(bytes, in: end - base..<line.lowerBound)
    {
      sink.dropEarlier(than: base + run, of: stream)
    }
    switch TestResult.above(bytes, line, isVerbose: said.hasRun(below: floor)) {
    case .known(let name, let isWhole):
      sink.name(BlamedTest(bytes, name, isWhole: isWhole, &naming.symbols), of: stream)
    case .below: blamed.awaitedResult = AwaitedResult(stream: stream, line: lines)
    case .unknown: sink.name(nil, of: stream)
    }
  }

  /// Names the test that a record names whose line blames one.
  mutating func nameBlamed(_ test: SymbolTable.ID, _ stream: TextStream) {
    guard test >= 0 else {
      findings.blamesUnnamed = stream
      return
    }
    let name = Array(naming.symbols.string(test).utf8)
    sink.name(BlamedTest(name.span, 0..<name.count, isWhole: true, &naming.symbols), of: stream)
  }
}
