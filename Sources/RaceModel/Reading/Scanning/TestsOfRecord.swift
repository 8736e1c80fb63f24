/// The tests announced inside a record that holds several lines of a log and names no package.
struct TestsOfRecord {
  private let isAsked: Bool
  private var announced = PrintedDuringTracker()

  init(_ text: Span<UInt8>, _ origin: LineOrigin) {
    isAsked =
      origin.stream != TextStream.plain && origin.during.package == TestIDs.none.package
      && text.lineEnds(in: 0..<text.count) > 1
  }

  /// Takes note of a line, unless it may be a report's.
  mutating func take(_ line: [UInt8], _ symbols: inout SymbolTable, isOpen: Bool) {
    guard isAsked, !isOpen else { return }
    announced.take(line.span, 0..<line.count, symbols: &symbols)
  }

  /// Gives an opened report the test that the record announced above it.
  ///
  /// - Returns: whether it has announced one, or its end.
  func name(_ report: OpenReport) -> Bool {
    guard isAsked, announced.test != TestIDs.inherited else { return false }
    report.draft.extent.during.package = TestIDs.none.package
    report.draft.extent.during.test = announced.test
    return true
  }
}
