import Glibc
import Testing

@testable import RaceModel

/// Reading in segments finds what reading in one go finds.
@Suite struct LogPiecesTests {
  static let root = String(#filePath.dropLast("/Tests/RaceModelTests/Input/LogPiecesTests.swift".count))
  static let samples = [
    "shop-test.log", "shop-v.log", "shop-json.log", "shop-damaged.log", "tidb-45106.log", "tidb-45106.md",
  ]

  @Test(arguments: samples, [250, 2500])
  func `a log in segments of any size gives the same reports and races`(sample: String, size: Int) throws {
    let path = Self.root + "/samples/" + sample
    #expect(try Self.outline(path, pieceSize: size) == Self.outline(path, pieceSize: .max / 8))
  }

  @Test(arguments: [3000]) func `the samples in a row give the same in segments`(size: Int)
    throws
  {
    let path = try Self.joined(Self.samples)
    defer { unlink(path) }
    let pieces = try Self.outline(path, pieceSize: size).split(separator: "\n")
    let whole = try Self.outline(path, pieceSize: .max / 8).split(separator: "\n")
    for (piece, line) in zip(pieces, whole) { #expect(piece == line) }
    #expect(pieces.count == whole.count)
  }

  private static let report = """
    ==================
    WARNING: DATA RACE
    Write at 0x00c000010000 by main goroutine:
      main.a()
          /src/main.go:7 +0x1

    Previous write at 0x00c000010000 by main goroutine:
      main.b()
          /src/main.go:9 +0x1
    ==================

    """

  @Test func `an announced test applies to reports of the next segment`() throws {
    let quiet = String(repeating: "a line of the program's own output\n", count: 40)
    let first = "=== RUN   TestFirst\n" + Self.report + quiet + Self.report
    let log = first + "=== RUN   TestSecond\n" + quiet + Self.report
    let index = try Self.index(of: log, pieceSize: 400)
    #expect(index.reports.map { index.printedDuring($0)?.test } == ["TestFirst", "TestFirst", "TestSecond"])
    #expect(index.reports.map(\.line) == [3, 53, 104])
  }

  /// The end of the block may be in the lines that nobody looks at.
  @Test(arguments: [40_000, 90_000, .max / 8])
  func `a block far above a report does not name its package`(pieceSize: Int) throws {
    let begin = "==================== Test output for //shop:shop_test:\n"
    let quiet = String(repeating: "a line of the program's own output\n", count: 4000)
    let log = begin + Self.report + Self.report + quiet + Self.report
    let index = try Self.index(of: log, pieceSize: pieceSize)
    let packages = index.reports.map { index.printedDuring($0)?.package }
    #expect(packages == ["//shop:shop_test", "//shop:shop_test", nil])
  }

  @Test(arguments: ["shop-json.log", "shop-v.log"], [0, 300, 2000])
  func `what is open at a cut continues, however small the overlap`(sample: String, overlap: Int)
    throws
  {
    let path = Self.root + "/samples/" + sample
    let pieces = try Self.reports(path, pieceSize: 1500, overlap: overlap)
    let whole = try Self.reports(path, pieceSize: .max / 8, overlap: overlap)
    #expect(pieces.map(\.start) == whole.map(\.start))
    #expect(pieces.map(\.byteCount) == whole.map(\.byteCount))
    #expect(pieces.map(\.line) == whole.map(\.line))
    #expect(pieces.map(\.isComplete) == whole.map(\.isComplete))
  }

  @Test(arguments: [0, 700]) func `reports of other segments find a thread announced in one`(
    overlap: Int
  )
    throws
  {
    let announcement = """
      ==7== ---Thread-Announcement------------------------------------------
      ==7==
      ==7== Thread #2 was created
      ==7==    at 0x1000: clone (clone.S:76)
      ==7==    by 0x2000: main (bank.c:44)
      ==7==

      """
    let report = """
      ==7== ----------------------------------------------------------------
      ==7==
      ==7== Possible data race during write of size 4 at 0x10C080 by thread #1
      ==7== Locks held: none
      ==7==    at 0x1092B1: main (bank.c:45)
      ==7==
      ==7== This conflicts with a previous write of size 4 by thread #2
      ==7== Locks held: none
      ==7==    at 0x1091AC: deposit (bank.c:21)
      ==7==

      """
    let quiet = String(repeating: "a line of the program's own output\n", count: 40)
    let path = try Self.write(quiet + announcement + report + quiet + report + quiet + quiet + report)
    defer { unlink(path) }
    let reports = try Self.reports(path, pieceSize: 400, overlap: overlap)
    #expect(reports.map(\.line) == [49, 99, 189])
    // Forty lines of 35 bytes precede the announcement.
    for report in reports { #expect(report.related.map { [$0.start, $0.line] } == [[1400, 41]]) }
  }

  /// The reports of a log, by position.
  private static func reports(_ path: String, pieceSize: Int, overlap: Int) throws -> [ReportEntry] {
    var index = LogIndex()
    var reader = LogReader(chunkSize: 1 << 16, pieceSize: pieceSize, overlap: overlap)
    reader.read(try LogFile.open(path), log: 0) {
      index.append($0)
      return true
    }
    return index.reportsInOrder.map { index.reports[$0] }
  }

  /// Everything an index knows, as text.
  private static func outline(_ path: String, pieceSize: Int) throws -> String {
    var index = LogIndex()
    var reader = LogReader(chunkSize: 1 << 16, pieceSize: pieceSize)
    reader.read(try LogFile.open(path), log: 0) {
      index.append($0)
      return true
    }
    let log = index.logs[0]
    var text = "\(log.bytes) \(log.lineCount) \(log.reportCount) \(log.isFinished)\n"
    for position in index.reportsInOrder {
      let entry = index.reports[position]
      let sites = entry.sites.map {
        index[$0].map { "\($0.function ?? "") \($0.file ?? "") \($0.line ?? 0)" } ?? "?"
      }
      let during = index.printedDuring(entry)
      text += "\(entry.line)-\(entry.endLine) \(entry.start)+\(entry.byteCount) \(entry.isComplete) \(sites)"
      text += " \(during?.package ?? "-") \(during?.test ?? "-") \(index.race(of: entry).key)\n"
    }
    return text
  }

  private static func joined(_ samples: [String]) throws -> String {
    var bytes: [UInt8] = []
    for sample in samples { bytes += try LogFile.open(root + "/samples/" + sample).bytes(0..<1 << 20) }
    return try write(String(decoding: bytes, as: UTF8.self))
  }

  /// What is found in a text that is read in pieces.
  private static func index(of text: String, pieceSize: Int) throws -> LogIndex {
    let path = try write(text)
    defer { unlink(path) }
    var index = LogIndex()
    var reader = LogReader(chunkSize: 1 << 16, pieceSize: pieceSize)
    reader.read(try LogFile.open(path), log: 0) {
      index.append($0)
      return true
    }
    return index
  }

  private static func write(_ text: String) throws -> String {
    var template = Array("/tmp/racetui-segments-XXXXXX\0".utf8.map { CChar(bitPattern: $0) })
    let descriptor = mkstemp(&template)
    defer { close(descriptor) }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let bytes = Array(text.utf8)
    #expect(Glibc.write(descriptor, bytes, bytes.count) == bytes.count)
    return path
  }
}
