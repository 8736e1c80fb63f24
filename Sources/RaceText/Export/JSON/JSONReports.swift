internal import RaceModel
internal import RaceSystem

/// Writes reports as JSON, in order, on two threads.
final class JSONReports {
  /// How many reports to format before looking up more.
  private static let batchSize = 1024

  private var formatter = ReportFormatter()
  private let partner = FormatterPartner()

  /// Formats reports and writes them.
  ///
  /// - Parameter item: the report with a number.
  func write(
    _ numbers: Range<Int>, _ files: [LogFile], _ style: ExportStyle, to output: ([UInt8]) throws -> Void,
    _ item: (Int) -> ExportItem
  ) throws {
    for start in stride(from: numbers.lowerBound, to: numbers.upperBound, by: Self.batchSize) {
      let items = (start..<min(numbers.upperBound, start + Self.batchSize)).map(item)
      try write(ExportBlocks(items: items, files: files, style: style), to: output)
    }
  }

  private func write(_ blocks: ExportBlocks, to output: ([UInt8]) throws -> Void) throws {
    let queue = PieceQueue<[UInt8]>(count: blocks.count)
    if blocks.count > 1 { partner.start(queue, blocks) }
    // Waits for the partner even if writing fails, so that it does not keep working.
    defer {
      queue.cancel()
      if blocks.count > 1 { partner.finish() }
    }
    for index in 0..<blocks.count {
      try output(queue.result(of: index) { blocks.format($0, with: &formatter) })
    }
  }
}
