import Foundation
import RaceSystem
import Testing

@testable import RaceModel

/// A repository is not trusted: no program that its configuration names is started.
@Suite struct `No program of a repository runs` {
  /// A repository where `a.go` differs from its last commit, and programs that leave a mark.
  private struct Trap {
    let folder: SourceFolder
    /// The file that only a program that ran leaves.
    var mark: String { folder.path + "/ran" }
    var hasRun: Bool { FileManager.default.fileExists(atPath: mark) }

    init(attributes: [UInt8] = []) throws {
      folder = try SourceFolder(["a.go": "one\n"])
      try folder.git("init", "-q")
      try folder.git("add", "a.go")
      try folder.git("commit", "-q", "-m", "Add a")
      try folder.write("one\ntwo\n", to: "a.go")
      try folder.write(Data(attributes), to: ".gitattributes")
      try folder.write("#!/bin/sh\ntouch '\(mark)'\ncat\n", to: "program")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: folder.path + "/program")
    }

    /// Appends bytes to a settings file; `@` becomes the program.
    func configure(_ text: [UInt8], in name: String = ".git/config") throws {
      let path = folder.path + "/" + name
      var bytes = (try? Data(contentsOf: URL(filePath: path))) ?? Data()
      for byte in text {
        bytes.append(contentsOf: byte == UInt8(ascii: "@") ? Array("\(folder.path)/program".utf8) : [byte])
      }
      try folder.write(bytes, to: name)
    }

    func configure(_ text: String, in name: String = ".git/config") throws {
      try configure(Array(text.utf8), in: name)
    }

    /// Whether git, started as a user would, runs the program; otherwise the test proves nothing.
    func springs(_ arguments: String...) throws -> Bool {
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = ["git", "-C", folder.path] + arguments
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      process.standardInput = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      defer { try? FileManager.default.removeItem(atPath: mark) }
      // Git does not wait for every program it starts.
      let end = ContinuousClock.now + .seconds(20)
      while !hasRun, .now < end { usleep(10_000) }
      return hasRun
    }

    /// Runs every git query that racetui uses.
    func ask() throws -> SourceBlame {
      _ = Repository.files(under: folder.path)
      return try SourceBlame.of(folder.path + "/a.go", line: 1)
    }
  }

  /// Names that a repository may give a filter, as written between quotes.
  static let names: [[UInt8]] = [
    [0xFF], [0xC3, 0x28], [0xED, 0xA0, 0x80], Array("\u{FFFD}".utf8), Array("a b".utf8), Array("a=b".utf8),
    Array("A.Clean".utf8), Array("x.clean".utf8), Array("é".utf8), [0x01, 0x1B, 0x7F], Array("*".utf8),
    Array(repeating: 0x61, count: 1000),
  ]

  @Test(
    arguments: names.map { ($0, "clean = @") } + [
      ([0xFF], "process = @"), ([0xFF], "clean = @\n\tprocess = @\n\trequired = true"),
    ])
  func `whatever the name of a filter`(_ name: [UInt8], _ settings: String) throws {
    // An attribute's value ends at a blank.
    let value = name.filter { $0 != 0x20 }
    let trap = try Trap(attributes: Array("*.go filter=".utf8) + value + [0x0A])
    try trap.configure(Array("[filter \"".utf8) + value + Array("\"]\n\t\(settings)\n".utf8))
    try trap.configure(Array("[filter \"".utf8) + name + Array("\"]\n\t\(settings)\n".utf8))
    #expect(try trap.springs("blame", "a.go"))
    #expect(try trap.ask().summary == "Add a")
    #expect(!trap.hasRun)
  }

  @Test func `wherever its settings are`() throws {
    let settings = "[filter \"own\"]\n\tclean = @\n"
    for (name, configuration) in [
      ("evil", "[include]\n\tpath = ../evil\n"), ("evil", "[includeIf \"gitdir:**\"]\n\tpath = ../evil\n"),
      (".git/config.worktree", "[extensions]\n\tworktreeConfig = true\n"),
    ] {
      let trap = try Trap(attributes: Array("*.go filter=own\n".utf8))
      try trap.configure(configuration)
      try trap.configure(settings, in: name)
      #expect(try trap.springs("blame", "a.go"), "\(configuration)")
      #expect(try trap.ask().summary == "Add a")
      #expect(!trap.hasRun)
    }
  }

  @Test func `when their names are too long to list`() throws {
    let trap = try Trap(attributes: Array("*.go filter=own\n".utf8))
    let name = String(repeating: "0", count: 200)
    let many = (0..<6000).map { "[filter \"\(name)\($0)\"]\n\tclean = cat\n" }.joined()
    try trap.configure(many + "[filter \"own\"]\n\tclean = @\n")
    #expect(try trap.springs("blame", "a.go"))
    let error = SourceBlameError(Repository.Refusal.unknownPrograms(.tooMany))
    #expect(throws: error) { try trap.ask() }
    #expect(!trap.hasRun)
    #expect(error.description == "unsafe to ask git: too many settings")
  }

  @Test func `when there are more settings than a program can be started with`() throws {
    let trap = try Trap(attributes: Array("*.go filter=own\n".utf8))
    // A name over 128 KiB cannot be a variable's value.
    try trap.configure("[filter \"\(String(repeating: "0", count: 200_000))\"]\n\tclean = cat\n")
    try trap.configure("[filter \"own\"]\n\tclean = @\n")
    #expect(try trap.springs("blame", "a.go"))
    #expect(throws: SourceBlameError(.unknownPrograms(.tooMany))) { try trap.ask() }
    #expect(!trap.hasRun)
  }

  @Test(arguments: ["textconv = @\n\tcachetextconv = true", "command = @", "textconv = @\n\tbinary = true"])
  func `to convert or compare text`(_ settings: String) throws {
    let trap = try Trap(attributes: Array("*.go diff=own\n".utf8))
    try trap.configure("[diff \"own\"]\n\t\(settings)\n[diff]\n\texternal = @\n")
    #expect(try trap.springs("diff"))
    #expect(try trap.ask().summary == "Add a")
    #expect(!trap.hasRun)
  }

  @Test func `to watch the file system`() throws {
    let trap = try Trap()
    try trap.configure("[core]\n\tfsmonitor = @\n")
    #expect(try trap.springs("status"))
    #expect(try trap.ask().summary == "Add a")
    #expect(!trap.hasRun)
  }

  @Test func `as a hook`() throws {
    let trap = try Trap()
    let hooks = [
      "post-index-change", "reference-transaction", "pre-auto-gc", "post-checkout", "fsmonitor-watchman",
    ]
    for hook in hooks {
      try trap.folder.write("#!/bin/sh\ntouch '\(trap.mark)'\n", to: ".git/hooks/\(hook)")
      let path = "\(trap.folder.path)/.git/hooks/\(hook)"
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    }
    #expect(try trap.springs("add", "a.go"))
    #expect(try trap.ask().summary == "Add a")
    #expect(!trap.hasRun)
  }

  /// A partial clone asks the server for missing objects, and the repository chooses how to reach the server.
  @Test func `to fetch what a partial clone left out`() throws {
    for (remote, isTrap) in [
      ("url = ext::@", true), ("url = ssh://nowhere/x", true), ("url = file://^\n\tuploadpack = @", true),
      ("url = git://nowhere/x", true), ("url = x\n\tvcs = own", false), ("url = http://127.0.0.1:1/x", false),
    ] {
      let trap = try Trap()
      // Git and a program that keeps reading would wait for each other.
      try trap.folder.write("#!/bin/sh\ntouch '\(trap.mark)'\n", to: "program")
      let mode = [FileAttributeKey.posixPermissions: 0o755]
      try FileManager.default.setAttributes(mode, ofItemAtPath: trap.folder.path + "/program")
      // The blob of "one\n".
      let blob = trap.folder.path + "/.git/objects/56/26abf0f72e58d7a153368ba57db4c673c0e171"
      try FileManager.default.removeItem(atPath: blob)
      let remote = remote.replacing("^", with: trap.folder.path)
      try trap.configure(
        """
        [core]
        \trepositoryformatversion = 1
        \tsshCommand = @
        \tgitProxy = @
        \taskPass = @
        [credential]
        \thelper = @
        [extensions]
        \tpartialClone = origin
        [protocol]
        \tallow = always
        [protocol "ext"]
        \tallow = always
        [remote "origin"]
        \tpromisor = true
        \t\(remote)

        """)
      if isTrap { #expect(try trap.springs("blame", "a.go"), "\(remote)") }
      #expect(throws: SourceBlameError.self) { try trap.ask() }
      #expect(!trap.hasRun, "\(remote)")
    }
  }

  @Test func `in any other case`() throws {
    let trap = try Trap()
    try trap.configure(
      """
      [alias]
      \tblame = !@
      \tls-files = !@
      \tconfig = !@
      [core]
      \tpager = @
      \teditor = @
      \talternateRefsCommand = @
      [pager]
      \tblame = @
      \tls-files = @
      \tconfig = @
      [sequence]
      \teditor = @
      [gpg]
      \tprogram = @
      [log]
      \tshowSignature = true
      [interactive]
      \tdiffFilter = @
      [hook "own"]
      \tcommand = @
      \tevent = post-index-change

      """)
    #expect(try trap.ask().summary == "Add a")
    #expect(!trap.hasRun)
  }

  @Test func `in a submodule`() throws {
    let trap = try Trap()
    let inner = try Trap(attributes: Array("*.go filter=own\n".utf8))
    try trap.folder.git(
      "-c", "protocol.file.allow=always", "submodule", "add", "-q", inner.folder.path, "sub")
    try trap.configure("[core]\n\tfsmonitor = @\n", in: ".git/modules/sub/config")
    try trap.configure("[filter \"own\"]\n\tclean = @\n", in: ".git/modules/sub/config")
    try trap.folder.write("*.go filter=own\n", to: "sub/.gitattributes")
    #expect(try trap.springs("-C", "sub", "status"))
    #expect(Repository.files(under: trap.folder.path)?.contains("sub/a.go") == true)
    #expect(try SourceBlame.of(trap.folder.path + "/sub/a.go", line: 1).summary == "Add a")
    #expect(!trap.hasRun)
  }

  @Test func `nor one named by a variable of git`() {
    let given = [
      "PATH=/bin", "GIT_DIR=/x", "GIT_EXTERNAL_DIFF=x", "GIT_SSH_COMMAND=x", "GIT_TRACE=/x", "GIT_PAGER=x",
      "GIT_TRACE2_EVENT=/x", "GIT_CONFIG_PARAMETERS='filter.x.clean=x'", "GIT_CONFIG_GLOBAL=/mine",
      "GIT_CONFIG_COUNT=1", "GIT_CONFIG_KEY_0=safe.directory", "GIT_CONFIG_VALUE_0=*",
      "GIT_ALLOW_PROTOCOL=ext",
      "GIT_LATER_INVENTION=x", "SSH_ASKPASS=x",
    ]
    let setting = Repository.Setting(name: Array("filter.".utf8) + [0xFF] + Array(".clean".utf8), value: [])
    let environment = Repository.environment(
      from: ChildEnvironment(given.map { Array($0.utf8) } + [[0x41, 0x3D, 0xFF]]), configuration: [setting])
    for name in [
      "GIT_DIR", "GIT_EXTERNAL_DIFF", "GIT_TRACE", "GIT_TRACE2_EVENT", "GIT_CONFIG_PARAMETERS",
      "GIT_LATER_INVENTION",
    ] {
      #expect(environment[name] == nil, "\(name)")
    }
    for (name, value) in [
      ("PATH", "/bin"), ("GIT_CONFIG_GLOBAL", "/mine"), ("GIT_CONFIG_COUNT", "2"), ("GIT_ALLOW_PROTOCOL", ""),
      ("GIT_CONFIG_KEY_0", "safe.directory"), ("GIT_CONFIG_VALUE_0", "*"), ("GIT_CONFIG_VALUE_1", ""),
      ("GIT_SSH_COMMAND", "false"), ("GIT_PAGER", "cat"), ("SSH_ASKPASS", "false"),
    ] {
      #expect(environment[name] == Array(value.utf8), "\(name)")
    }
    #expect(environment["GIT_CONFIG_KEY_1"] == setting.name)
    #expect(environment["A"] == [0xFF])
  }
}
