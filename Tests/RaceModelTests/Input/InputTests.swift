import Foundation
import Testing

@testable import RaceModel

/// Folders, compressed logs and streams.
@Suite final class InputTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "racetui-input-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func write(_ name: String, _ data: Data) throws -> String {
    let url = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
    return url.path
  }

  private static let sample = LogPiecesTests.root + "/samples/shop-test.log"

  private func pack(_ program: String, _ path: String) throws -> Data {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program, "-c", path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return data
  }

  private func read(_ path: String) throws -> LogIndex {
    var index = LogIndex()
    var reader = LogReader()
    reader.read(try LogFile.open(path), log: 0) {
      index.append($0)
      return true
    }
    return index
  }

  @Test(arguments: ["gzip", "bzip2"]) func `reads a compressed log whatever its name`(program: String)
    throws
  {
    let path = try write("packed.log", pack(program, Self.sample))
    let index = try read(path)
    #expect(index.reports.count == 20)
    #expect(index.logs[0].failure == nil)
    // A report is read again from the unpacked copy.
    let file = try LogFile.open(path)
    var reader = LogReader()
    reader.read(file, log: 0) { _ in true }
    #expect(index.reports[7].read(from: file, during: nil)?.report.accesses.count == 2)
  }

  @Test func `a compressed log that was cut gives the text before the cut, and says so`() throws {
    let packed = try pack("gzip", Self.sample)
    let index = try read(write("cut.gz", packed.prefix(packed.count - 200)))
    #expect(index.logs[0].failure == .damaged(program: "gzip"))
  }

  @Test func `a folder means the logs in it and its subfolders, by name`() throws {
    _ = try write("b/race.2", Data("two".utf8))
    _ = try write("a.log", Data("one".utf8))
    _ = try write(".hidden", Data("no".utf8))
    _ = try write("program", Data([0x7F, 0x45, 0x4C, 0x46, 0, 0]))
    let found = try LogPaths([folder.path, "-", "elsewhere.log"])
    #expect(
      found.files.map(\.path) == [folder.path + "/a.log", folder.path + "/b/race.2", "-", "elsewhere.log"])
    #expect(found.files.map(\.isFromFolder) == [true, true, false, false])
    #expect(found.leftOutWords == "skipped \(folder.path)/program, which is not text")
  }

  @Test func `rescanning a folder returns the new logs in it`() throws {
    _ = try write("a.log", Data("one".utf8))
    var found = try LogPaths([folder.path])
    #expect(found.lookAgain().isEmpty)
    _ = try write("b/race.2", Data("two".utf8))
    _ = try write("a.log", Data("one and more".utf8))
    _ = try write("program", Data([0x7F, 0x45, 0x4C, 0x46, 0, 0]))
    #expect(found.lookAgain().map(\.path) == [folder.path + "/b/race.2"])
    #expect(found.lookAgain().isEmpty)
    #expect(found.files.map(\.path) == [folder.path + "/a.log", folder.path + "/b/race.2"])
  }

  @Test func `links in a folder lead to their files, each read once`() throws {
    let elsewhere = try write("pods/0/app.log", Data("one".utf8))
    let logs = folder.appending(path: "logs")
    try FileManager.default.createDirectory(at: logs, withIntermediateDirectories: true)
    _ = try write("logs/z.log", Data("two".utf8))
    for (name, target) in [("a.log", elsewhere), ("b.log", elsewhere), ("y.log", "z.log"), ("up", "..")] {
      symlink(target, "\(logs.path)/\(name)")
    }
    #expect(try LogPaths([logs.path]).files.map(\.path) == ["a.log", "y.log"].map { "\(logs.path)/\($0)" })
  }

  @Test func `says what cannot be read in a folder`() throws {
    _ = try write("a.log", Data("one".utf8))
    symlink("/nowhere/at/all", folder.path + "/b.log")
    let found = try LogPaths([folder.path])
    #expect(found.files.map(\.path) == [folder.path + "/a.log"])
    #expect(found.leftOutWords == "cannot be read: \(folder.path)/b.log: No such file or directory")
  }

  @Test func `a folder without logs is an error that names it`() throws {
    let path = folder.path
    let error = #expect(throws: InputError.self) { _ = try LogPaths([path]) }
    #expect(error?.description == "\(path): is a folder without logs")
  }

  @Test(
    arguments: [
      (.isFolder, nil, "is a directory"),
      (.damaged(program: "gzip"), nil, "is damaged: gzip could not unpack all of it"),
      (
        .damaged(program: "xz"), nil,
        "is damaged, or needs over 512 MiB of memory: xz could not unpack all of it"
      ),
      (.compressedStream(program: "zstd"), nil, "is compressed; pipe it through `zstd -dc` first"),
      (
        .notUnpacked(program: "xz", errno: ENOENT), ENOENT,
        "is compressed with xz, but xz is not installed"
      ),
      (
        .notUnpacked(program: "xz", errno: EAGAIN), EAGAIN,
        "cannot be unpacked with xz: Resource temporarily unavailable"
      ),
      (.noCopy(folder: "/x", errno: EROFS), EROFS, "cannot be copied to /x: Read-only file system"),
      (
        .notCopied(CopyEnd(bytes: 3 << 19, cause: .noRoom(errno: EFBIG))), nil,
        "was read, but nothing after its first 1.5 MiB can be shown: no room for a copy: File too large"
      ),
      (.tooDeep, nil, "is more than 32 folders deep and was skipped"),
    ] as [(InputError.Cause, Int32?, String)])
  func `a cause keeps the system's error number`(_ cause: InputError.Cause, _ code: Int32?, _ words: String) {
    #expect(cause.errno == code)
    #expect(InputError(name: "-", cause: cause).description == "standard input: \(words)")
  }

  @Test func `a missing log is an error that names it`() {
    let error = #expect(throws: InputError.self) { _ = try LogFile.open("/nowhere/race.log") }
    #expect(error?.description == "/nowhere/race.log: No such file or directory")
    #expect(error?.cause.errno == ENOENT)
  }
}
