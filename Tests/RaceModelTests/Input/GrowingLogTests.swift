import Foundation
import GrammarExamples
import Testing

@testable import RaceModel

/// Reading the rest of a log that grows.
@Suite struct GrowingLogTests {
  /// A log written piece by piece; the new part is read after each piece.
  private final class Growth {
    let log: TemporaryLog
    let file: LogFile
    private(set) var index = LogIndex()
    private var growing: GrowingLog?

    init(_ beginning: some Sequence<UInt8>, pieceSize: Int = LogPieces.size) throws {
      log = try TemporaryLog(beginning)
      file = try LogFile.open(log.path)
      var reader = LogReader(chunkSize: 1 << 16, pieceSize: pieceSize)
      reader.read(file, log: 0) {
        index.append($0)
        return true
      }
    }

    func add(_ bytes: some Sequence<UInt8>) throws {
      let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: log.path))
      try handle.seekToEnd()
      try handle.write(contentsOf: Data(bytes))
      try handle.close()
      let known = try #require(index.logs.first)
      if growing == nil { growing = GrowingLog(file, log: 0, known: known, chunkSize: 5000) }
      let batches = growing?.readOn()
      for batch in try #require(batches) { index.append(batch) }
    }

    /// The current contents of the index.
    var outline: [String] { GrowingLogTests.outline(index) }

    /// The contents of an index that reads the current log in one go.
    func outlineAtOnce() throws -> [String] {
      GrowingLogTests.outline(ReadLog(try LogFile.open(log.path)).index)
    }
  }

  private static func outline(_ index: LogIndex) -> [String] {
    let log = index.logs.first
    var lines = [
      "\(log?.bytes ?? -1) bytes, \(log?.lineCount ?? -1) lines, \(log?.reportCount ?? -1) reports"
    ]
    for position in index.reportsInOrder {
      let entry = index.reports[position]
      let sites = entry.sites.map { id in index[id].map { "\($0.function ?? "") \($0.line ?? 0)" } ?? "?" }
      let race = index.race(of: entry)
      lines.append(
        """
        \(entry.line)-\(entry.endLine) \(entry.start)+\(entry.byteCount) \(entry.isComplete) \(sites) \
        \(index.printedDuring(entry)?.test ?? "-") \(race.key) \(race.reports.count) \(race.incompleteCount)
        """)
    }
    return lines + (log?.notes.kept.map { "\($0)" } ?? []) + index.races.map { "\($0.key)" }.sorted()
  }

  @Test(arguments: ["shop-v.log", "shop-json.log", "shop-damaged.log", "kcsan.log"], [701, 4999])
  func `a log that grows in pieces always reads like the whole`(
    sample: String, size: Int
  ) throws {
    let bytes = try Samples.bytes(sample)
    let growth = try Growth(bytes.prefix(size))
    for start in stride(from: size, to: min(bytes.count, 40 * size), by: size) {
      try growth.add(bytes[start..<min(start + size, bytes.count)])
      let (read, whole) = (growth.outline, try growth.outlineAtOnce())
      #expect(read == whole, "after \(start + size) bytes")
      if read != whole { break }
    }
  }

  @Test func `a log that was read in pieces can be continued, too`() throws {
    let bytes = try Samples.bytes("shop-test.log")
    let growth = try Growth(bytes.prefix(30_000), pieceSize: 4000)
    #expect(growth.index.reports.count { $0.isOpenEnded } == 1)
    try growth.add(bytes.dropFirst(30_000).prefix(700))
    #expect(growth.outline == (try growth.outlineAtOnce()))
    try growth.add(bytes.dropFirst(30_700))
    #expect(growth.outline == (try growth.outlineAtOnce()))
  }

  private static let report = GoExamples.lines(GoExamples.plain)

  @Test(arguments: 1..<14) func `a report cut by the end of the log is completed, not doubled`(
    lines: Int
  ) throws {
    let growth = try Growth("first\n\(Self.report.prefix(lines).joined(separator: "\n"))".utf8)
    try growth.add(("\n" + Self.report.dropFirst(lines).joined(separator: "\n") + "\n").utf8)
    #expect(growth.index.reports.map(\.line) == [3])
    #expect(growth.index.reports.map(\.isComplete) == [true])
    #expect(growth.index.races.map { Array($0.reports) } == [[0]])
    // Another report shows that the numbers of names still match.
    try growth.add(GoExamples.other.utf8)
    #expect(growth.outline == (try growth.outlineAtOnce()))
  }

  @Test func `reports of other logs keep their races when one log is continued`() throws {
    let half = Self.report.prefix(7).joined(separator: "\n") + "\n"
    let logs = try [TemporaryLog(half.utf8), TemporaryLog(GoExamples.other.utf8)]
    let files = try logs.map { try LogFile.open($0.path) }
    var index = LogIndex()
    var reader = LogReader()
    for log in 0...1 {
      reader.read(files[log], log: Int32(log)) {
        index.append($0)
        return true
      }
    }
    let other = index.race(of: index.reports[1]).key
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: logs[0].path))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data(Self.report.dropFirst(7).joined(separator: "\n").utf8))
    var growing = try #require(GrowingLog(files[0], log: 0, known: index.logs[0]))
    for batch in growing.readOn() { index.append(batch) }
    #expect(index.reports.map(\.log) == [1, 0])
    #expect(index.reports.map(\.isComplete) == [true, true])
    #expect(index.race(of: index.reports[0]).key == other)
    #expect(index.races.allSatisfy { !$0.isHalf } && index.races.count == 2)
  }

  @Test func `a rewritten log is not continued`() throws {
    let growth = try Growth(GoExamples.plain.utf8)
    let known = try #require(growth.index.logs.first)
    let other = String(repeating: "other text\n", count: 500)
    try Data(other.utf8).write(to: URL(fileURLWithPath: growth.log.path))
    let growing = GrowingLog(growth.file, log: 0, known: known)
    #expect(growing == nil)
  }

  // MARK: Changes of a file

  @Test func `a file has grown, was truncated or replaced, or is unchanged`() throws {
    let log = try TemporaryLog("twelve bytes".utf8)
    let file = try LogFile.open(log.path)
    let (whole, part) = (file.checkpoint(at: 12), file.checkpoint(at: 5))
    #expect(file.change(since: whole) == nil)
    #expect(file.change(since: part) == .grown(7))
    try log.truncate(to: 4)
    #expect(file.change(since: whole) == .truncated)
    let short = file.checkpoint(at: 4)
    #expect(file.change(since: short) == nil)
    try log.replace(with: "another file".utf8)
    #expect(file.change(since: short) == .replaced)
    try FileManager.default.removeItem(atPath: log.path)
    #expect(file.change(since: short) == nil)
  }

  /// A truncated file that is longer by the next check has other bytes where reading ended, or in its first lines.
  @Test(arguments: [
    "twelve other bytes", "twelve BYTES and more", "Twelve bytes and more",
    "\0\0\0\0\0\0\0\0\0\0\0\0 and more",
  ])
  func `a file with other bytes was rewritten, whatever its size`(text: String) throws {
    let log = try TemporaryLog("twelve bytes".utf8)
    let file = try LogFile.open(log.path)
    let checkpoint = file.checkpoint(at: 12)
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: log.path))
    try handle.truncate(atOffset: 0)
    try handle.write(contentsOf: Data(text.utf8))
    try handle.close()
    #expect(file.change(since: checkpoint) == .rewritten)
  }

  @Test func `a file that continues unchanged has grown`() throws {
    let log = try TemporaryLog("twelve bytes".utf8)
    let file = try LogFile.open(log.path)
    let checkpoint = file.checkpoint(at: 12)
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: log.path))
    try handle.truncate(atOffset: 0)
    try handle.write(contentsOf: Data("twelve bytes and more".utf8))
    try handle.close()
    #expect(file.change(since: checkpoint) == .grown(9))
  }
}
