import Foundation
import TerminalHarness
import Testing

/// The configuration files, except the rules for plumbing.
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
    ("bind.fork = Entr", #""Entr" is not a key"#), ("bind.fork =", #""" is not a key"#),
    ("theme = lihgt", #"unknown theme "lihgt"; did you mean light?"#),
    ("theme = solarized", #"unknown theme "solarized" (known: auto, dark, light)"#),
    ("color.lef = 3", #"unknown role "lef"; did you mean left?"#),
    ("color.left = gren", #""gren" is neither a colour nor an attribute; did you mean green?"#),
    ("color.left = 300", #""300" is neither a colour nor an attribute"#),
    ("color.left = 3 on", #""on" goes between the text's colour and the background's"#),
    ("color.left =", "a look is a colour"), ("colour.left = 3", #"unknown setting "colour.left""#),
    ("map = /build", "/build: a mapping is FROM=TO"), ("map = =/src", "=/src: FROM is empty"),
    ("query.v = is:hal", "is: takes half, complete"), ("query.v =", "@v needs a term"),
    ("query.a b = x", #""a b": a name has only letters, digits, - and _"#),
    ("query.v = -@w", "-@w: a saved query cannot use another"),
    ("query.v = a\u{1B}[31m", "a value cannot have control characters"),
    ("just words", "a line is KEY = VALUE, or # and a comment"),
  ])
  func `a wrong line is reported with the nearest known word`(_ text: String, _ message: String) throws {
    let result = try run("# mine\n" + text + "\n", "config")
    #expect(result.status == 78 && result.errors.contains("/config:2: \(message)"), "\(result.errors)")
  }

  /// Lines, and how they are printed.
  @Test(arguments: [
    ("theme=light", "theme = light"), ("  color.left =  bright-red  on 7 bold", "color.left = 9 on 7 bold"),
    ("color.selection = default on blue", "color.selection = default on 4"),
    ("map = /build=/src", "map = /build=/src"),
    ("query.v-2 = -path:vendor  x", "query.v-2 = -path:vendor  x"),
    ("plumbing = file:pool.go", "plumbing = file:pool.go"),
    ("plumbing = !std::", "plumbing = !function:std::"),
    ("preview = off", "preview = off"),
    ("bind.raw = none", "bind.raw = none"), ("bind.fork = x C-f", "bind.fork = x C-f"),
  ])
  func `config prints what a file sets, and where`(_ line: String, _ printed: String) throws {
    let output = lines(try run("\n# mine\n\(line)\r\n", "config").output)
    let place = try #require(output.firstIndex(of: printed[...]))
    #expect(output[place - 1].hasPrefix("# from /") && output[place - 1].hasSuffix("/config:3"))
    #expect(output.filter { $0.hasPrefix("# from ") }.count == 1)
  }

  @Test func `config prints a file that says the same`() throws {
    let file = "bind.fork = x C-f\nbind.raw = none\nmouse = off\nquery.v = -fn:\"a b\"\ncolor.key = 3 dim\n"
    let text = try run(file, "config").output
    for line in ["mouse = off", "preview = on", "bind.fork = x C-f", "bind.raw = none", "bind.fold.all = Z"] {
      #expect(lines(text).contains(line[...]), "\(line)")
    }
    let again = try run(text, "config")
    #expect(again.status == 0 && settings(again.output) == settings(text))
  }

  /// The defaults are a file in the repository. `RACETUI_RECORD=1` rewrites it.
  @Test func `the defaults match the repository's file`() throws {
    let path = samples.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/docs/default.config"
    let text = try run("mouse = off\n", "config", "--default").output
    if ProcessInfo.processInfo.environment["RACETUI_RECORD"] != nil {
      try text.write(toFile: path, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
    // As a configuration, they say the same as no configuration.
    #expect(settings(try run(text, "config").output) == settings(try run("", "config").output))
  }

  private func lines(_ text: String) -> [Substring] { text.split(separator: "\n") }

  private func settings(_ text: String) -> [Substring] { lines(text).filter { !$0.hasPrefix("#") } }
}
