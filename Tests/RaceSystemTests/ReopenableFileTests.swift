import Foundation
import Glibc
import Testing

@testable import RaceSystem

@Suite final class `A file that can be opened again` {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "racetui-reopen-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func write(_ text: String, to name: String) throws -> String {
    let path = folder.appending(path: name).path
    try Data(text.utf8).write(to: URL(filePath: path))
    return path
  }

  private func open(_ path: String) throws -> ReopenableFile {
    let file = try FileDescriptor.open(path)
    return ReopenableFile(file, path: path, identity: try #require(file.status).identity)
  }

  private func text(_ file: ReopenableFile) throws -> String {
    String(decoding: try file.opened().read(upTo: 100), as: UTF8.self)
  }

  @Test func `is read after it was closed`() throws {
    let file = try open(write("one", to: "a"))
    #expect(file.isOpen)
    #expect(file.close())
    #expect(!file.isOpen && !file.close())
    #expect(try text(file) == "one")
    #expect(file.isOpen)
  }

  @Test func `is not another file of the same name`() throws {
    let path = try write("one", to: "a")
    let file = try open(path)
    // Kept open: its inode number must not be reused for the new file.
    let old = try FileDescriptor.open(path)
    file.close()
    unlink(path)
    _ = try write("two", to: "a")
    let error = #expect(throws: SystemError.self) { try file.opened() }
    #expect(error?.code == ESTALE)
    #expect(String(decoding: try old.read(upTo: 100), as: UTF8.self) == "one")
  }
}

@Suite struct `A copy of a stream` {
  private func append(_ bytes: [UInt8], to copy: SpooledCopy) throws {
    try bytes.withUnsafeBytes { try copy.append($0) }
  }

  private func read(_ copy: SpooledCopy, _ range: Range<Int>) throws -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < range.count {
      var piece = [UInt8](repeating: 0, count: range.count - bytes.count)
      let count = try piece.withUnsafeMutableBytes {
        try copy.read(into: $0, at: range.lowerBound + bytes.count)
      }
      if count == 0 { break }
      bytes += piece.prefix(count)
    }
    return bytes
  }

  /// Bytes that identify their file and position.
  private func bytes(_ seed: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: seed + $0 / 7) }
  }

  @Test func `has its own bytes, however many are written in turn`() throws {
    let copies = try (0..<3).map { _ in try SpooledCopy() }
    let texts = (0..<3).map { bytes($0 * 50, 2_500_000 + $0) }
    for start in stride(from: 0, to: 2_600_000, by: 65_536) {
      for (copy, text) in zip(copies, texts) where start < text.count {
        try append(Array(text[start..<min(text.count, start + 65_536)]), to: copy)
      }
    }
    for (copy, text) in zip(copies, texts) {
      #expect(try read(copy, 0..<text.count) == text)
      #expect(try read(copy, 1_048_570..<1_048_600) == Array(text[1_048_570..<1_048_600]))
      #expect(try read(copy, text.count - 3..<text.count + 10) == Array(text.suffix(3)))
    }
  }

  @Test func `does not hold what was written for another before it`() throws {
    let kept = try SpooledCopy()
    try append([1, 2, 3], to: kept)
    var gone: SpooledCopy? = try SpooledCopy()
    try append(bytes(9, 5000), to: #require(gone))
    gone = nil
    let next = try SpooledCopy()
    try append([4, 5], to: next)
    #expect(try read(next, 0..<5000) == [4, 5])
    #expect(try read(kept, 0..<5000) == [1, 2, 3])
  }
}

@Suite struct `Names of files` {
  @Test(arguments: [
    Array("plain.log".utf8), Array("作者.log".utf8), [0x61, 0xFF, 0x62], [0xC3], [0xE4, 0xBD, 0x2E],
    [0xF4, 0x8F, 0xBC, 0x80], [0x80, 0xF0, 0x9F, 0x98, 0x80, 0xF5],
  ])
  func `come back unchanged`(bytes: [UInt8]) {
    #expect(FileName.bytes(FileName.text(bytes)) == bytes)
  }

  @Test func `show the bytes that are not characters`() {
    #expect(FileName.shown(FileName.text([0x61, 0xFF, 0x62, 0x0A])) == "a\\xFFb\n")
    #expect(FileName.shown("作者.log") == "作者.log")
  }

  @Test func `open the file whatever their bytes`() throws {
    var template = Array("/tmp/racetui-name-XXXXXX\0".utf8CString)
    let folder = try #require(mkdtemp(&template).map { String(cString: $0) })
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let name: [UInt8] = Array("\(folder)/x".utf8) + [0xFE, 0x78]
    let made = (name + [0]).withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { Glibc.open($0.baseAddress!, O_CREAT | O_WRONLY, 0o600) }
    }
    close(made)
    let entry = try #require(try Folder(reading: folder).entries.first)
    #expect(!entry.isExact)
    #expect(try FileDescriptor.open("\(folder)/\(entry.name)").status?.size == 0)
    unlink((name + [0]).map { CChar(bitPattern: $0) })
  }
}
