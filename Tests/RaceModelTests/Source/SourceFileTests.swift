import Foundation
import Testing

@testable import RaceModel

@Suite struct `A source file` {
  private func file(_ text: String, _ name: String = "a.go", seconds: Int = 100) -> SourceFile {
    SourceFile(path: name, modified: FileTime(seconds: seconds), bytes: Array(text.utf8))
  }

  @Test func `is read with the time of its last change`() throws {
    let folder = try SourceFolder()
    let path = try folder.write("package main\n\nfunc main() {}\n", to: "a.go")
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_700_000_000.5)], ofItemAtPath: path)
    let file = try SourceFile(reading: path)
    #expect(file.lineCount == 3)
    #expect(file.text(ofLine: 3) == "func main() {}")
    #expect(file.modified == FileTime(seconds: 1_700_000_000, nanoseconds: 500_000_000))
    #expect(FileTime.modified(path) == file.modified)
  }

  @Test func `a pipe, a device, a folder and a large file are not read and delay nobody`()
    throws
  {
    let folder = try SourceFolder()
    let pipe = folder.path + "/pipe.go"
    #expect(mkfifo(pipe, 0o600) == 0)
    #expect(throws: SourceFileError.notRegular(pipe)) { try SourceFile(reading: pipe) }
    #expect(throws: SourceFileError.notRegular("/dev/zero")) { try SourceFile(reading: "/dev/zero") }
    #expect(throws: SourceFileError.notRegular(folder.path)) { try SourceFile(reading: folder.path) }
    let large = try folder.write("0123456789", to: "large.go")
    #expect(throws: SourceFileError.tooLarge(large, bytes: 10)) { try SourceFile(reading: large, largest: 9) }
    #expect(try SourceFile(reading: large, largest: 10).lineCount == 1)
    let error = #expect(throws: SourceFileError.self) { try SourceFile(reading: "/nowhere/a.go") }
    #expect(error?.description == "/nowhere/a.go: No such file or directory")
    #expect(throws: SourceFileError.self) { try SourceFile(reading: "\(large)\0.txt") }
  }

  @Test(arguments: [
    ("", []), ("a", ["a"]), ("a\n", ["a"]), ("\n", [""]), ("a\r\n\r\nb", ["a", "", "b"]),
    ("a\n\nb\n", ["a", "", "b"]),
    ("\u{FEFF}a\n", ["a"]),
  ])
  func `has the lines that an editor counts`(_ text: String, _ lines: [String]) {
    let file = file(text)
    #expect((1..<(file.lineCount + 1)).map { file.text(ofLine: $0) } == lines)
    #expect(file.text(ofLine: 0) == nil)
    #expect(file.text(ofLine: lines.count + 1) == nil)
  }

  @Test func `can be UTF-16`() {
    let bytes: [UInt8] = [0xFF, 0xFE, 0x78, 0, 0x0A, 0, 0xFC, 0]
    let file = SourceFile(path: "a.cs", modified: FileTime(seconds: 0), bytes: bytes)
    #expect(file.text(ofLine: 1) == "x")
    #expect(file.text(ofLine: 2) == "ü")
  }

  @Test func `shows no control character, hides nothing, and keeps tabs`() {
    let file = SourceFile(
      path: "a.go", modified: FileTime(seconds: 0),
      bytes: Array("\tsafe()\revil() \u{1B}[8m\u{202E}ü".utf8) + [0xFF, 0x00, 0x7F])
    #expect(file.text(ofLine: 1) == "\tsafe()\u{FFFD}evil() \u{FFFD}[8m\u{FFFD}ü\u{FFFD}\u{FFFD}\u{FFFD}")
    #expect(file.bytes(ofLine: 1)?.contains(0x1B) == true)
  }
}

@Suite struct `Doubts about a line` {
  private func doubts(_ text: String, line: Int, name: String = "a.go", log: Int? = 100) -> [SourceDoubt] {
    let file = SourceFile(path: name, modified: FileTime(seconds: 100), bytes: Array(text.utf8))
    return SourceDoubt.of(file, line: line, logModified: log.map { FileTime(seconds: $0) })
  }

  @Test func `do not exist for code as old as the log`() {
    #expect(doubts("x++ // up\n", line: 1).isEmpty)
    #expect(doubts("x++\n", line: 1, log: nil).isEmpty)
    #expect(doubts("}\n", line: 1).isEmpty)
  }

  @Test func `a file newer than the log`() {
    #expect(doubts("x++\n", line: 1, log: 97) == [.newerThanLog])
    // A checkout writes both files, in any order.
    #expect(doubts("x++\n", line: 1, log: 98).isEmpty)
    #expect(FileTime(seconds: 99, nanoseconds: 2) > FileTime(seconds: 99, nanoseconds: 1))
  }

  @Test func `a line past the end of the file`() {
    let found = doubts("x++\n", line: 2, log: 97)
    #expect(found == [.newerThanLog, .pastEnd(lineCount: 1)])
    #expect(found.map(\.description) == ["newer than the log", "has only 1 line"])
  }

  @Test(
    arguments: [(1, .blank), (2, .commentOnly), (4, .commentOnly), (5, .commentOnly), (6, nil)]
      as [(Int, SourceDoubt?)])
  func `a line without code`(_ line: Int, _ doubt: SourceDoubt?) {
    let text = " \t\n\t// a note\n/*\n x++\n*/ // and\n*/ x++\n"
    #expect(doubts(text, line: line) == (doubt.map { [$0] } ?? []))
  }

  @Test func `do not claim comments in an unknown language`() {
    #expect(doubts("// note\n", line: 1, name: "a.txt").isEmpty)
  }
}
