import Glibc
import RaceView
import TerminalHarness
import Testing

/// `b` asks git who last changed a line, unless git might run a program that the repository names.
@Suite struct BlameTests {
  /// Opens a pair with a fake `git` that runs `listing` to list its settings and leaves a mark when asked to blame.
  private func blame(in directory: TemporaryDirectory, listing: String) throws -> TerminalSession {
    try directory.write("package x\n", to: "src/a.go")
    try directory.write(Logs.report(file: "\(directory.path)/src/a.go", line: 1), to: "race.log")
    let git = """
      #!/bin/sh
      case "$*" in
        *" config "*) \(listing);;
        *" blame "*) touch '\(directory.path)/ran'; exit 1;;
        *) exit 1;;
      esac

      """
    try directory.write(git, to: "bin/git")
    let session = try open(
      "race.log",
      options: LaunchOptions(
        columns: 120, environment: ["PATH": "\(directory.path)/bin:/usr/bin:/bin"],
        workingDirectory: directory.path))
    try session.waitUntilRead()
    session.send("\rb")
    return session
  }

  @Test(arguments: ["exit 3", "kill -9 $$", "yes filter.x.clean | tr '\\n' '\\0' | head -c 3000000"])
  func `does not ask git when it cannot list its settings`(_ listing: String) throws {
    let directory = try TemporaryDirectory()
    let session = try blame(in: directory, listing: listing)
    try session.wait(forText: "unsafe to ask git: ")
    #expect(access("\(directory.path)/ran", F_OK) != 0)
    try session.quit()
  }

  @Test func `asks git when it lists its settings`() throws {
    let directory = try TemporaryDirectory()
    let session = try blame(in: directory, listing: #"printf 'core.bare\0filter.x.clean\0'"#)
    try session.wait(forText: "git failed")
    #expect(access("\(directory.path)/ran", F_OK) == 0)
    try session.quit()
  }
}
