import Foundation

@testable import RaceModel

/// A log in a temporary file that is removed with the value.
final class TemporaryLog {
  let path: String

  init(_ bytes: some Sequence<UInt8>) throws {
    let folder = FileManager.default.temporaryDirectory
    let url = folder.appendingPathComponent("racetui-test-\(UUID().uuidString).log")
    try Data(bytes).write(to: url)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func replace(with bytes: some Sequence<UInt8>) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
  }

  func truncate(to size: UInt64) throws {
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    defer { try? handle.close() }
    try handle.truncate(atOffset: size)
  }
}

/// A log read to its end.
struct ReadLog {
  let file: LogFile
  let index: LogIndex

  init(_ file: LogFile, chunkSize: Int = 1 << 20) { self.init(file, with: LogReader(chunkSize: chunkSize)) }

  init(_ file: LogFile, with reader: LogReader) {
    var index = LogIndex()
    var reader = reader
    reader.read(file, log: 0) { batch in
      index.append(batch)
      return true
    }
    self.file = file
    self.index = index
  }

  init(_ bytes: some Sequence<UInt8>, chunkSize: Int = 1 << 20) throws {
    let log = try TemporaryLog(bytes)
    // The descriptor keeps the file alive.
    self.init(try LogFile.open(log.path), chunkSize: chunkSize)
  }

  init(_ text: String, chunkSize: Int = 1 << 20) throws { try self.init(text.utf8, chunkSize: chunkSize) }

  /// The entries in log order.
  var entries: [ReportEntry] { index.reportsInOrder.map { index.reports[$0] } }

  /// A report, read in full.
  func detailed(_ entry: ReportEntry) -> DetailedReport? {
    entry.read(from: file, during: index.printedDuring(entry))
  }

  /// The outlines of all reports, one below the other.
  var outline: String {
    entries.map { detailed($0).map { ReportOutline($0).description } ?? "lost" }.joined(separator: "\n")
  }

  /// The differences between the list of reports and the reports themselves.
  var contradictions: [String] { entries.flatMap { contradictions(of: $0) } }

  private func contradictions(of entry: ReportEntry) -> [String] {
    guard let detailed = detailed(entry) else { return ["line \(entry.line): cannot be read again"] }
    let report = detailed.report
    var found: [String] = []
    func compare<Value: Equatable>(_ what: String, _ listed: Value, _ whole: Value) {
      if listed != whole {
        found.append("line \(entry.line): \(what) \(listed) in the list, \(whole) in the report")
      }
    }
    compare("lines", entry.line...max(entry.line, entry.endLine), report.lines)
    compare("completeness", entry.isComplete, report.isComplete)
    compare("kind", entry.kind, report.kind)
    // A report without accesses has its other stacks as sides.
    if report.accesses.isEmpty, !report.kind.hasTwoSides { return found }
    let sides = [entry.first, entry.second].compactMap(\.self)
    compare("accesses", sides.count, min(2, report.accesses.count))
    for (side, access) in zip(sides, report.accesses) {
      compare("operation", side.operation, access.operation)
      compare("previous", side.isPrevious, access.isPrevious)
      compare("address", side.address, access.address)
      // If function and file are unknown, the list shows the module instead.
      if let frame = detailed.site(of: access), frame.function == nil, frame.file == nil { continue }
      let site = detailed.site(of: access).map {
        Site(
          function: $0.function, file: $0.file, line: $0.line, module: $0.file == nil ? $0.module : nil)
      }
      compare("site", index[side.site], site)
    }
    return found
  }
}
