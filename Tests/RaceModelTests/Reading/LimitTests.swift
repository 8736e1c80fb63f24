import Foundation
import GrammarExamples
import Testing

@testable import RaceModel

/// Logs larger or stranger than anything a detector prints.
@Suite struct `Logs without bounds` {
  private static let report = GoExamples.plain + "\n"
  private static let outline = GoExamples.plainOutline

  @Test func `a line of 10 MB does not hide the report after it`() throws {
    // The line contains the beginnings of reports, so it cannot simply be skipped.
    let piece = Array("Read at 0x1 by goroutine 7: WARNING: DATA RACE ".utf8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(11 << 20)
    while bytes.count < 10 << 20 { bytes += piece }
    bytes += Array(("\n" + Self.report).utf8)
    let log = try ReadLog(bytes)
    #expect(log.outline == GoExamples.moved(Self.outline, to: "3-15"))
    #expect(log.index.logs.first?.lineCount == 15)
  }

  @Test func `a log without a line end is read to its end`() throws {
    let log = try ReadLog([UInt8](repeating: UInt8(ascii: "x"), count: 5 << 20))
    #expect(log.entries.isEmpty)
    #expect(log.index.logs.first?.lineCount == 1)
    #expect(log.index.logs.first?.bytes == 5 << 20)
  }

  @Test func `a long line inside a report leaves the report whole`() throws {
    let long = String(repeating: "x", count: ScanLimits.longestLine + 1)
    let text = Self.report.replacing("\n\nPrevious", with: "\n\(long)\n\nPrevious")
    let log = try ReadLog(text)
    #expect(log.outline == GoExamples.moved(Self.outline, to: "2-15"))
  }

  /// Reports in a JUnit result. Each is read again from the one line.
  @Test func `hundreds of reports on one line are all found`() throws {
    let numbers = 1000..<2000
    let reports = numbers.map { Self.report.replacing("0x00c000012345", with: "0x00c00000\($0)") }
    let text = reports.joined().replacing("<", with: "&lt;").replacing("\n", with: "&#xA;")
    #expect(text.utf8.count > 300_000)
    let log = try ReadLog("<failure>" + text + "</failure>\n")
    let addresses = numbers.map { "0x00c00000\($0)" }
    #expect(log.entries.map { $0.first?.address?.description } == addresses)
    var reader = ReportReader()
    let read = log.entries.map { reader.read($0, from: log.file) }
    #expect(read.map { $0?.accesses.first?.address?.description } == addresses)
    #expect(read.allSatisfy { $0?.accesses.count == 2 && $0?.lines == 1...1 && $0?.isComplete == true })
  }

  @Test func `a hundred thousand words that begin a report are not a report`() throws {
    let lines = "Read at \nPrevious \nWARNING: DATA\nGoroutine 7 (\nWrite \n"
    let log = try ReadLog(String(repeating: lines, count: 4_000) + Self.report)
    #expect(log.outline == GoExamples.moved(Self.outline, to: "20002-20014"))
    let line = String(repeating: "Read Previous Goroutine Write ", count: 20_000)
    #expect(try ReadLog(line + "\n" + Self.report).outline == GoExamples.moved(Self.outline, to: "3-15"))
  }

  @Test func `words that begin a report before many blanks are skipped quickly`() throws {
    let words = String(repeating: "Read ", count: 100_000) + String(repeating: " ", count: 500_000)
    #expect(try ReadLog(words + "\n" + Self.report).outline == GoExamples.moved(Self.outline, to: "3-15"))
  }

  @Test func `a long line before a title costs no more than its bytes`() throws {
    let line = String(repeating: "1 a ", count: 250_000) + "WARNING: DATA RACE"
    #expect(try ReadLog(line + "\n" + Self.report).outline == GoExamples.moved(Self.outline, to: "3-15"))
  }

  @Test func `a line of carriage returns is skipped quickly`() throws {
    let line = String(repeating: "\r", count: 1_000_000) + "Read at 0x1 by goroutine 7:"
    let log = try ReadLog(line + "\n" + Self.report)
    #expect(log.outline == GoExamples.moved(Self.outline, to: "3-15"))
  }

  @Test func `thousands of titles in a row cost no more than their lines`() throws {
    let titles = (0..<5_000).map { "\($0): WARNING: DATA RACE is what job \($0) said\n" }.joined()
    let log = try ReadLog(titles + Self.report)
    #expect(log.outline == GoExamples.moved(Self.outline, to: "5002-5014"))
  }

  @Test func `headers of no title that waits are compared with few of them`() throws {
    let titles = (0..<500).map { "aa\($0)x: WARNING: DATA RACE\n" }.joined()
    let headers = (0..<500).map { "zz\($0)x| Write at 0x00c0 by goroutine 7:\n" }.joined()
    let log = try ReadLog(titles + headers + Self.report)
    #expect(log.outline == GoExamples.moved(Self.outline, to: "1002-1014"))
  }

  /// The title has words before it that the other lines have not: only its header tells the prefix.
  @Test func `a header is found to be its title's below those of other writers`() throws {
    let others = (0..<40).map { "aa\($0)x: WARNING: DATA RACE\n" }.joined()
    let own = Self.report.replacing("WARNING", with: "log: WARNING").trimming("\n").prefixed("> ")
    let text = own.replacing("DATA RACE\n", with: "DATA RACE\n" + others)
    #expect(try ReadLog(text + "\n").outline == GoExamples.moved(Self.outline, to: "2-54"))
  }

  @Test func `a line of headers that have no end is skipped quickly`() throws {
    let line = "WARNING: DATA RACE " + String(repeating: "Write main.f() a ", count: 20_000)
    #expect(try ReadLog(line + "\n" + Self.report).outline == GoExamples.moved(Self.outline, to: "3-15"))
  }

  @Test func `two thousand services may report at once`() throws {
    let count = 2000
    let lines = GoExamples.lines(GoExamples.plain)
    let text = lines.map { line in (0..<count).map { "service-\($0)-x | \(line)\n" }.joined() }.joined()
    let log = try ReadLog(text)
    #expect(log.entries.count == count)
    #expect(log.entries.allSatisfy { $0.isComplete })
    #expect(log.index.races.count == 1)
    let last = try #require(log.entries.last.flatMap { log.detailed($0) })
    #expect(
      ReportOutline(last).description == GoExamples.moved(Self.outline, to: "\(2 * count)-\(14 * count)"))
  }

  @Test func `a log that shrinks while it is open gives no report and no crash`() throws {
    let file = try TemporaryLog((Self.report + Self.report).utf8)
    let log = ReadLog(try LogFile.open(file.path))
    let entries = log.entries
    try #require(entries.count == 2)
    try file.truncate(to: UInt64(entries[1].start + 40))
    #expect(log.detailed(entries[0]) != nil)
    #expect(log.file.bytes(entries[1].start..<entries[1].start + entries[1].byteCount).count == 40)
    #expect(log.detailed(entries[1]) == nil)
    try file.truncate(to: 0)
    #expect(entries.allSatisfy { log.detailed($0) == nil })
  }

  @Test func `a log that is overwritten while it is open gives no wrong report`() throws {
    let file = try TemporaryLog(Self.report.utf8)
    let log = ReadLog(try LogFile.open(file.path))
    let entry = try #require(log.entries.first)
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: file.path))
    try handle.write(contentsOf: Data(repeating: 0x78, count: 4000))
    try handle.close()
    #expect(log.detailed(entry) == nil)
  }

  @Test func `a log that is replaced is still read as it was`() throws {
    let file = try TemporaryLog(Self.report.utf8)
    let log = ReadLog(try LogFile.open(file.path))
    try file.replace(with: "another log".utf8)
    #expect(log.outline == Self.outline)
  }

  @Test func `an unreadable log is described in words`() throws {
    let file = try TemporaryLog([])
    #expect(throws: InputError(name: file.path + "-not", cause: .system(errno: ENOENT))) {
      try LogFile.open(file.path + "-not")
    }
    let folder = FileManager.default.temporaryDirectory.path
    #expect(throws: InputError(name: folder, cause: .isFolder)) {
      try LogFile.open(folder)
    }
    #expect(try ReadLog([UInt8]()).entries.isEmpty)
  }
}
