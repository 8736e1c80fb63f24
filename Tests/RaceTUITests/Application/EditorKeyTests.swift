import Glibc
import RaceModel
import RaceView
import TerminalHarness
import Testing

/// `e` in the running program: the editor it starts, the arguments, and the message afterwards.
@Suite struct EditorKeyTests {
  /// A folder with a log, the file that the log names, and an editor that notes how it was started.
  private struct Desk {
    let directory: TemporaryDirectory

    init(file: String, content: String? = "package app\n") throws {
      directory = try TemporaryDirectory()
      if let content { try directory.write(content, to: file) }
      try directory.write(Logs.report(file: file), to: "race.log")
      try writeEditor("editor")
    }

    /// Writes an editor that records its name, whether it has the terminal, and its arguments, one per line.
    func writeEditor(_ name: String, status: Int = 0) throws {
      try directory.write(
        """
        #!/bin/sh
        test -t 0 && test -t 1 && test -t 2 && where=terminal
        { echo "${0##*/}"; echo "$where"; for word in "$@"; do printf '[%s]\\n' "$word"; done; } > '\(directory.path)/notes'
        exit \(status)

        """, to: name)
    }

    /// The path of a file in the folder.
    func path(_ name: String) -> String { "\(directory.path)/\(name)" }

    /// Opens the log with this environment.
    func open(_ environment: [String: String?]) throws -> TerminalSession {
      let options = LaunchOptions(
        columns: 120, environment: environment, workingDirectory: directory.path)
      let session = try RaceTUITests.open("race.log", options: options)
      try session.waitUntilRead()
      return session
    }
  }

  @Test(arguments: ["e", "o", "\re", "\ro"])
  func `opens the file at the line and comes back`(_ keys: String) throws {
    let desk = try Desk(file: "app.go")
    let session = try desk.open(["EDITOR": desk.path("editor")])
    session.send(keys)
    try session.wait(forFooter: "back from editor")
    #expect(desk.directory.read("notes") == "editor\nterminal\n[+12]\n[./app.go]\n")
    // The screen is redrawn, and keys work again.
    try session.wait(for: "its modes") { $0.hasFrame && $0.screen.isAlternate && !$0.isCooked }
    try session.send("?", showing: "Help: ")
    try session.quit()
  }

  @Test func `opens the place under the cursor of the raw text`() throws {
    let desk = try Desk(file: "app.go")
    let session = try desk.open(["EDITOR": desk.path("editor")])
    session.send("v3j")
    try session.send("o", showing: "back from editor")
    #expect(desk.directory.read("notes") == "editor\nterminal\n[+12]\n[./app.go]\n")
    session.send("k")
    session.send("o")
    try session.wait(forFooter: "the log names no file here")
    try session.quit()
  }

  @Test func `e on the raw text opens the log at its line`() throws {
    let desk = try Desk(file: "app.go")
    let session = try desk.open(["EDITOR": desk.path("editor")])
    session.send("v")
    try session.wait(forFooter: "line ")
    let first = try #require(session.footer.split(separator: " ").last.flatMap { Int($0) })
    session.send("jj")
    try session.wait(forFooter: "line \(first + 2)")
    try session.send("e", showing: "back from editor")
    #expect(desk.directory.read("notes") == "editor\nterminal\n[+\(first + 2)]\n[./race.log]\n")
    try session.quit()
  }

  @Test(
    arguments: [
      (["EDITOR", "VISUAL", "RACETUI_EDITOR"], "RACETUI_EDITOR"), (["EDITOR", "VISUAL"], "VISUAL"),
      (["EDITOR"], "EDITOR"),
    ])
  func `asks the environment in this order`(_ set: [String], _ chosen: String) throws {
    let desk = try Desk(file: "app.go")
    var environment: [String: String?] = ["RACETUI_EDITOR": "", "VISUAL": " ", "EDITOR": "''"]
    for variable in set {
      try desk.writeEditor(variable)
      environment[variable] = desk.path(variable)
    }
    let session = try desk.open(environment)
    session.send("e")
    try session.wait(forFooter: "back from \(chosen)")
    #expect(desk.directory.read("notes").hasPrefix("\(chosen)\n"))
    try session.quit()
  }

  @Test func `the arguments in the editor setting arrive as a shell would pass them`() throws {
    let desk = try Desk(file: "app.go")
    try desk.writeEditor("my editor")
    let session = try desk.open(["VISUAL": #""\#(desk.path("my editor"))" --wait 'a b' c\ d $HOME"#])
    session.send("e")
    try session.wait(forFooter: "back from my editor")
    #expect(
      desk.directory.read("notes")
        == "my editor\nterminal\n[--wait]\n[a b]\n[c d]\n[$HOME]\n[+12]\n[./app.go]\n")
    try session.quit()
  }

  @Test(arguments: [
    "$(touch x).go", "`touch x`.go", "; touch x; #.go", "-c.go", "+!touch x", "a b.go", "it's \"q\".go",
    "a\\b.go", "* ?.go", "x|touch y.go", "作者.go",
  ])
  func `a hostile name is one argument`(_ name: String) throws {
    let desk = try Desk(file: name)
    let session = try desk.open(["EDITOR": desk.path("editor")])
    session.send("e")
    try session.wait(forFooter: "back from editor")
    #expect(desk.directory.read("notes") == "editor\nterminal\n[+12]\n[./\(name)]\n")
    try session.quit()
    #expect(desk.directory.entries == ["editor", "notes", "race.log", name].sorted())
  }

  @Test(arguments: ["$(touch x).go", "; touch x", "/nowhere/app.go", "/dev/null", "/dev/tty", "/"])
  func `does not open what is not a file`(_ name: String) throws {
    let desk = try Desk(file: name, content: nil)
    let session = try desk.open(["EDITOR": desk.path("editor")])
    session.send("e")
    try session.wait(forFooter: "not found")
    #expect(session.footer.contains(name) && session.footer.contains("--source and --map"))
    try session.quit()
    #expect(desk.directory.entries == ["editor", "race.log"])
  }

  @Test func `says when the editor is missing`() throws {
    let desk = try Desk(file: "app.go")
    let session = try desk.open(["EDITOR": "/nowhere/ed"])
    session.send("e")
    try session.wait(forFooter: "ed cannot be started: No such file or directory")
    try session.send("j", showing: "1 of 1")
    try session.quit()
  }

  @Test func `says when the editor is not a program`() throws {
    let desk = try Desk(file: "app.go")
    chmod(desk.path("app.go"), 0o644)
    let session = try desk.open(["EDITOR": desk.path("app.go")])
    session.send("e")
    try session.wait(forFooter: "app.go cannot be started: Permission denied")
    try session.quit()
  }

  @Test func `says when the editor fails`() throws {
    let desk = try Desk(file: "app.go")
    try desk.writeEditor("editor", status: 3)
    let session = try desk.open(["EDITOR": desk.path("editor")])
    session.send("e")
    try session.wait(forFooter: "editor ended with status 3")
    try session.quit()
  }

  @Test func `says when a signal ends the editor, and Control-C in it does not reach racetui`() throws {
    let desk = try Desk(file: "app.go")
    try desk.directory.write("#!/bin/sh\necho in the editor\nread line\n", to: "editor")
    let session = try desk.open(["EDITOR": desk.path("editor")])
    session.send("e")
    try session.wait(for: "the editor") { $0.screen.text.contains("in the editor") && $0.isCooked }
    session.expectRestored()
    session.resize(columns: 100, rows: 30)
    session.send("\u{3}")
    try session.wait(forFooter: "editor was killed by signal 2")
    #expect(session.screen.lines.count == 30)
    try session.quit()
  }

  @Test func `a log on standard input does not reach the editor`() throws {
    let desk = try Desk(file: "app.go")
    let options = LaunchOptions(
      columns: 120, environment: ["EDITOR": desk.path("editor")], input: .pipe,
      workingDirectory: desk.directory.path)
    let session = try launch(racetui, [], options)
    session.sendInput(Logs.report(file: "app.go"))
    try session.wait(forText: "1 race in 1 report")
    session.send("e")
    try session.wait(forFooter: "back from editor")
    #expect(desk.directory.read("notes") == "editor\nterminal\n[+12]\n[./app.go]\n")
    try session.quit()
  }
}
