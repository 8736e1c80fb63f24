import Glibc
import TerminalHarness
import Testing

/// `D` in the running program, with programs on `PATH`.
@Suite struct DemanglingTests {
  private static let name = "_ZN4pond4Duck5quackEi"

  /// Opens a log with a mangled name, with that `PATH`.
  private func open(_ path: String, in folder: TemporaryDirectory) throws -> TerminalSession {
    try folder.write(Logs.report(function: Self.name, file: "/nowhere/duck.cpp"), to: "race.log")
    let options = LaunchOptions(columns: 100, environment: ["PATH": path])
    let session = try launch(racetui, ["\(folder.path)/race.log"], options)
    try session.waitUntilRead()
    try session.wait(forText: Self.name)
    return session
  }

  @Test func `a program on PATH receives the names on its input, and its answer is shown`() throws {
    let folder = try TemporaryDirectory()
    try folder.write(
      "#!/bin/sh\nprintf '%s|' \"$@\" >\"${0%/*}/arguments\"\n/usr/bin/tee \"${0%/*}/input\" | /bin/sed 's/.*/a\\x1b]0;b\\x07 duck/'\n",
      to: "bin/c++filt")
    let session = try open("\(folder.path)/bin", in: folder)
    try session.send("D", showing: "W  a duck ")
    try session.wait(forText: "names are demangled")
    #expect(folder.read("bin/input") == Self.name + "\n" && folder.read("bin/arguments") == "|")
    try session.send("D", showing: Self.name)
    try session.quit()
  }

  @Test func `names a missing program`() throws {
    let folder = try TemporaryDirectory()
    let session = try open("\(folder.path)/bin", in: folder)
    try session.send("D", showing: "c++filt is not installed")
    #expect(session.screen.text.contains(Self.name))
    try session.quit()
  }

  @Test func `answers keys while a program takes its time`() throws {
    let folder = try TemporaryDirectory()
    try folder.write("#!/bin/sh\nexec /bin/sleep 20\n", to: "bin/c++filt")
    let session = try open("\(folder.path)/bin", in: folder)
    try session.send("D", showing: "demangling names")
    try session.send("\r", showing: "B  previous READ")
    try session.quit()
  }

  @Test(.enabled(if: access("/usr/bin/c++filt", X_OK) == 0 || access("/usr/bin/llvm-cxxfilt", X_OK) == 0))
  func `an installed program demangles`() throws {
    let session = try open("/usr/bin:/bin", in: TemporaryDirectory())
    try session.send("D", showing: "pond::Duck::quack(int)")
    try session.quit()
  }
}
