import Glibc
import Testing

@testable import RaceModel

@Suite struct `Who last changed a line` {
  private static let committed = """
    1f0c7e3b5a9d2c4e6f8091a2b3c4d5e6f7a8b9c0 12 14 1
    author Ada Racer
    author-mail <ada@example.org>
    author-time 1700000000
    author-tz +0100
    committer Bob Merger
    committer-mail <bob@example.org>
    committer-time 1700090000
    committer-tz +0000
    summary Count hits without a lock
    previous 0a1b2c3d4e5f60718293a4b5c6d7e8f901234567 hits.go
    filename hits.go
    \tsummary evil
    """

  @Test func `is read from the output of git`() throws {
    let blame = try #require(SourceBlame.parse(Self.committed))
    #expect(blame.commit == "1f0c7e3b5a9d2c4e6f8091a2b3c4d5e6f7a8b9c0")
    #expect(blame.shortCommit == "1f0c7e3b")
    #expect(blame.author == "Ada Racer")
    #expect(blame.time == 1_700_000_000)
    #expect(blame.summary == "Count hits without a lock")
    #expect(blame.commit != nil)
  }

  @Test func `survives warnings before it`() {
    let text =
      "warning: unable to access '/root/.config/git/attributes': Permission denied\n" + Self.committed
    #expect(SourceBlame.parse(text)?.author == "Ada Racer")
  }

  @Test func `has no author for an uncommitted line`() throws {
    let text = """
      0000000000000000000000000000000000000000 2 2 1
      author Not Committed Yet
      author-mail <not.committed.yet>
      author-time 1795477060
      author-tz +0000
      summary Version of x from x
      filename x
      \tb
      """
    let blame = try #require(SourceBlame.parse(text))
    #expect(blame == SourceBlame(commit: nil, author: nil, time: nil, summary: nil))
    #expect(blame.commit == nil)
  }

  @Test func `keeps a commit without an author or a message`() throws {
    let name = String(repeating: "a", count: 64)
    let blame = try #require(SourceBlame.parse("\(name) 1 1 1\nauthor \nauthor-time x\nsummary \n\tx\n"))
    #expect(blame == SourceBlame(commit: name, author: nil, time: nil, summary: nil))
  }

  @Test func `cannot send commands to the terminal`() {
    let text = Self.committed.replacing("Count hits", with: "\u{1B}]0;owned\u{07}Count\u{202E} hits")
    #expect(SourceBlame.parse(text)?.summary == "Count\u{FFFD} hits without a lock")
  }

  @Test(arguments: ["", "fatal: no such path 'y' in HEAD\n", "1f0c 1 1\nauthor x\n", "\t\n"])
  func `is not read from anything else`(_ text: String) { #expect(SourceBlame.parse(text) == nil) }

  @Test(
    arguments: [
      ("fatal: not a git repository (or any of the parent directories): .git\n", .noRepository),
      ("fatal: no such path 'y.go' in HEAD\n", .notTracked(name: "y.go")),
      ("fatal: no such ref: HEAD\n", .notTracked(name: "y.go")),
      ("fatal: file y.go has only 3 lines\n", .noLine(7)),
      (
        "warning: x\nfatal: detected dubious ownership in repository at '/r'\nTo add\n",
        .failed("detected dubious ownership in repository at '/r'")
      ),
      ("", .failed("git failed")),
    ] as [(String, SourceBlameError)])
  func `explains git's errors in plain words`(_ text: String, _ error: SourceBlameError) {
    #expect(SourceBlameError(git: text, name: "y.go", line: 7) == error)
  }

  @Test func `works in a repository`() throws {
    let folder = try SourceFolder(["pkg/-a :x.go": "one\ntwo\n", "new.go": "x\n"])
    try folder.git("init", "-q")
    let path = folder.path + "/pkg/-a :x.go"
    #expect(throws: SourceBlameError.notTracked(name: "-a :x.go")) { try SourceBlame.of(path, line: 1) }
    try folder.git("add", "pkg")
    try folder.git("commit", "-q", "-m", "Add a")
    try folder.write("one\nthree\n", to: "pkg/-a :x.go")
    let first = try SourceBlame.of(path, line: 1)
    #expect(first.author == "Ada Racer")
    #expect(first.time == 1_700_000_000)
    #expect(first.summary == "Add a")
    #expect(first.commit?.utf8.count == 40)
    #expect(try SourceBlame.of(path, line: 2).commit == nil)
    #expect(throws: SourceBlameError.noLine(3)) { try SourceBlame.of(path, line: 3) }
    #expect(throws: SourceBlameError.notTracked(name: "new.go")) {
      try SourceBlame.of(folder.path + "/new.go", line: 1)
    }
  }

  @Test func `runs no program that the repository names`() throws {
    let folder = try SourceFolder(["a.go": "one\n", ".gitattributes": "*.go filter=own diff=own\n"])
    try folder.git("init", "-q")
    try folder.git("add", "a.go")
    try folder.git("commit", "-q", "-m", "Add a")
    let program = "touch '\(folder.path)/ran'; cat"
    for name in ["filter.own.clean", "filter.own.process", "diff.own.textconv"] {
      try folder.git("config", name, program)
    }
    try folder.git("config", "filter.own.required", "true")
    try folder.write("one\ntwo\n", to: "a.go")
    #expect(try SourceBlame.of(folder.path + "/a.go", line: 1).summary == "Add a")
    #expect(try SourceBlame.of(folder.path + "/a.go", line: 2).commit == nil)
    #expect(access(folder.path + "/ran", F_OK) != 0)
  }

  @Test func `is unknown outside a repository, and for a deleted file`() throws {
    let folder = try SourceFolder(["a.go": "x\n"])
    let path = folder.path
    #expect(throws: SourceBlameError.noRepository) { try SourceBlame.of(path + "/a.go", line: 1) }
    #expect(throws: SourceBlameError.failed(path + "/b.go is gone")) {
      try SourceBlame.of(path + "/b.go", line: 1)
    }
  }
}
