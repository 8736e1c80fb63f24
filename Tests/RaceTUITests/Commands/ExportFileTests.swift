import Foundation
import TerminalHarness
import Testing

/// `racetui export --output`.
@Suite struct `An export in a file` {
  private func names(in directory: TemporaryDirectory) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted()
  }

  @Test(arguments: ["--output", "-o"])
  func `the file has what standard output would have`(_ option: String) throws {
    let directory = try TemporaryDirectory()
    let path = directory.path + "/races.json"
    let run = try run("export", option, path, "shop-test.log")
    #expect(run.status == 0 && run.output.isEmpty && run.errors.isEmpty)
    let printed = try RaceTUITests.run("export", "shop-test.log").output
    #expect(try String(contentsOfFile: path, encoding: .utf8) == printed)
    #expect(try names(in: directory) == ["races.json"])
  }

  @Test func `replaces an old file, and keeps its permissions`() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write("old and much longer than the new one", to: "races.txt")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    #expect(try run("export", "--format", "gnu", "-o", path, "/dev/null").status == 0)
    #expect(try String(contentsOfFile: path, encoding: .utf8).isEmpty)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o640)
  }

  @Test func `keeps a link`() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write("old", to: "races.txt")
    let link = directory.path + "/link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "races.txt")
    #expect(try run("export", "--format", "gnu", "-o", link, "tidb-45106.log").status == 0)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "races.txt")
    #expect(try String(contentsOfFile: path, encoding: .utf8).contains(": warning: "))
  }

  @Test func `writes to a device and keeps it`() throws {
    let run = try run("export", "--format", "gnu", "-o", "/dev/stdout", "tidb-45106.log")
    #expect(run.status == 0 && run.output.contains(": warning: "))
    #expect(try RaceTUITests.run("export", "-o", "/dev/null", "tidb-45106.log").status == 0)
    #expect(FileManager.default.fileExists(atPath: "/dev/null"))
  }

  @Test func `standard output keeps the contents of its file`() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write("before\n", to: "all.txt")
    let line = #"exec >> "$1"; "$0" export --format gnu -o /dev/stdout tidb-45106.log; echo after"#
    #expect(try shell(line, path).status == 0)
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    #expect(lines.first == "before" && lines.last == "after")
    #expect(lines.count { $0.contains(": warning: ") } == 1)
  }

  @Test func `reports what cannot be written, and leaves the old file`() throws {
    let directory = try TemporaryDirectory()
    let missing = try run("export", "-o", directory.path + "/no/races.json", "tidb-45106.log")
    #expect(missing.status == 74 && missing.output.isEmpty)
    #expect(missing.errors == "racetui: \(directory.path)/no/races.json: No such file or directory\n")
    let folder = try run("export", "-o", directory.path, "tidb-45106.log")
    #expect(folder.status == 74 && folder.errors == "racetui: \(directory.path): Is a directory\n")
    // A file may have 4 blocks of 512 bytes, and the export is larger.
    let path = try directory.write("old", to: "races.json")
    let limited = try shell("ulimit -f 4; exec \"$0\" export -o \"$1\" shop-test.log", path)
    #expect(limited.status == 74 && limited.errors == "racetui: \(path): File too large\n")
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
    #expect(try names(in: directory) == ["races.json"])
  }

  @Test func `never replaces a log`() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write(Logs.report(file: "/x/a.go"), to: "race.log")
    let run = try run("export", "-o", directory.path + "/./race.log", path)
    #expect(run.status == 64)
    #expect(
      run.errors == "racetui: \(directory.path)/./race.log: is one of the logs; --output would replace it\n")
    #expect(try String(contentsOfFile: path, encoding: .utf8) == Logs.report(file: "/x/a.go"))
  }
}

/// The paths of an export's files in the repository.
@Suite struct `Files of a repository` {
  private func firstFile(
    _ directory: String, _ log: String, _ options: [String] = []
  ) throws -> String {
    let options = try DetachedRun(
      racetui, ["export", "--format", "github"] + options + [log], LaunchOptions(workingDirectory: directory))
    let line = options.output.split(separator: "\n").first ?? ""
    return line.firstMatch(of: #/file=([^,]*),/#).map { String($0.1) } ?? "none"
  }

  @Test func `begin at the folder that has .git, above the working directory`() throws {
    let directory = try TemporaryDirectory()
    let files = FileManager.default
    try files.createDirectory(atPath: directory.path + "/.git", withIntermediateDirectories: true)
    try files.createDirectory(atPath: directory.path + "/a/b", withIntermediateDirectories: true)
    // The system's name for it: a temporary folder may be behind a link.
    let real = try #require(realpath(directory.path, nil).map { String(cString: $0) })
    let log = try directory.write(Logs.report(file: "\(real)/a/x.go"), to: "race.log")
    #expect(try firstFile(directory.path + "/a/b", log) == "a/x.go")
  }

  @Test func `begin at the working directory without one`() throws {
    let directory = try TemporaryDirectory()
    let real = try #require(realpath(directory.path, nil).map { String(cString: $0) })
    let log = try directory.write(Logs.report(file: "\(real)/a/x.go"), to: "race.log")
    #expect(try firstFile(directory.path, log) == "a/x.go")
  }

  @Test func `--root takes the path as printed in the log, --map the one on this machine`() throws {
    let directory = try TemporaryDirectory()
    let files = FileManager.default
    try files.createDirectory(atPath: directory.path + "/.git", withIntermediateDirectories: true)
    try files.createDirectory(atPath: directory.path + "/src", withIntermediateDirectories: true)
    _ = try directory.write("package src\n", to: "src/x.go")
    let log = try directory.write(Logs.report(file: "/build/src/x.go"), to: "race.log")
    #expect(try firstFile(directory.path, log) == "none")
    #expect(try firstFile(directory.path, log, ["--root", "/build"]) == "src/x.go")
    #expect(try firstFile(directory.path, log, ["--map", "/build=."]) == "src/x.go")
    #expect(try firstFile(directory.path, log, ["--root", "/bui"]) == "none")
  }
}
