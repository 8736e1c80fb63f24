import TerminalHarness
import Testing

/// The configuration file, beside the rules for plumbing.
@Suite struct ConfigurationTests {
  private func run(_ text: String, _ arguments: String...) throws -> DetachedRun {
    let folder = try TemporaryDirectory()
    try folder.write(text, to: "config")
    let options = LaunchOptions(
      environment: ["RACETUI_CONFIG": folder.path + "/config"], workingDirectory: samples)
    return try DetachedRun(racetui, arguments, options, text: "")
  }

  @Test(arguments: [
    ("mouse = of", #""of" is neither on nor off"#),
    ("mose = on", #"unknown setting "mose"; did you mean mouse?"#),
    ("bind.frok = x", #"unknown command "frok"; did you mean fork?"#),
    ("bind.fork = Entr", #""Entr" is no key"#), ("bind.fork =", #""" is no key"#),
  ])
  func `a wrong line is told with the nearest known word`(_ text: String, _ message: String) throws {
    let result = try run("# mine\n" + text + "\n", "config")
    #expect(result.status == 78 && result.errors.contains("/config:2: \(message)"))
  }

  @Test func `config prints what holds, as a file that says the same`() throws {
    let text = try run("bind.fork = x C-f\nbind.raw = none\nmouse = off\n", "config").output
    for line in ["mouse = off", "preview = on", "bind.fork = x C-f", "bind.raw = none", "bind.fold.all = Z"] {
      #expect(text.split(separator: "\n").contains(Substring(line)), "\(line)")
    }
    let again = try run(text, "config")
    #expect(again.status == 0 && lines(again.output) == lines(text))
    let defaults = try run("mouse = off\n", "config", "--default").output
    #expect(defaults.contains("\nmouse = on\n") && defaults.contains("\nbind.fork = f\n"))
  }

  private func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n").filter { !$0.hasPrefix("#") }
  }
}
