import TerminalHarness
import Testing

@testable import RaceTUI

/// A project's file is overridden by the user's, and both by the command line.
@Suite struct ProjectConfigurationTests {
  private let folder: TemporaryDirectory

  init() throws {
    folder = try TemporaryDirectory()
    try folder.write(
      "theme = light\nmouse = off\nquery.put = fn:Put\nquery.get = fn:Nothing\nmap = /build=src\n",
      to: "project/.racetui/config")
    try folder.write("mouse = on\nquery.get = fn:Get\nmap = /build=/mine\n", to: "user")
    try folder.write("", to: "project/deep/er/file")
  }

  private func run(_ arguments: String..., home: String = "/nonexistent") throws -> DetachedRun {
    let environment = ["RACETUI_CONFIG": folder.path + "/user", "HOME": home]
    let options = LaunchOptions(
      environment: environment, workingDirectory: folder.path + "/project/deep/er")
    return try DetachedRun(racetui, arguments, options, text: "")
  }

  @Test func `is found above the working directory, and the user's file takes precedence`() throws {
    let output = try run("config").output
    let project = folder.path + "/project"
    // The first mapping that leads to a file counts.
    let maps = output.split(separator: "\n").filter { $0.hasPrefix("map") }
    #expect(maps == ["map = /build=/mine", "map = /build=\(project)/src"])
    for (place, line) in [
      ("\(project)/.racetui/config:1", "theme = light"), ("\(folder.path)/user:1", "mouse = on"),
      ("\(project)/.racetui/config:3", "query.put = fn:Put"), ("\(folder.path)/user:2", "query.get = fn:Get"),
      // A folder of the project, wherever below it the program is started.
      ("\(project)/.racetui/config:5", "map = /build=\(project)/src"),
    ] {
      #expect(output.contains("# from \(place)\n\(line)\n"), "\(line) in \(output)")
    }
  }

  @Test func `its saved queries can be used`() throws {
    let log = samples + "/shop-test.log"
    for command in ["list", "export"] {
      #expect(
        try run(command, "-q", "@put", log).output == run(command, "-q", "fn:Put", log).output, "\(command)")
    }
    #expect(
      try run("show", "-q", "@get -@put", log).output == run("show", "-q", "fn:Get -fn:Put", log).output)
    #expect(try run("list", "-q", "@put", log).output != run("list", log).output)
    let wrong = try run("list", "-q", "@putt", log)
    #expect(
      wrong.status == 64
        && wrong.errors == "racetui: --query: no saved query @putt; did you mean @put?\n")
  }

  @Test func `a wrong line in it ends the program and is named`() throws {
    try folder.write("editor = rm -rf\n", to: "project/deep/.racetui/config")
    let result = try run("config")
    let place = "\(folder.path)/project/deep/.racetui/config:1"
    #expect(result.status == 78 && result.errors.hasPrefix("racetui: \(place): unknown setting \"editor\""))
  }

  @Test func `the search ends at the home folder`() throws {
    #expect(try !run("config", home: folder.path + "/project/deep").output.contains("/project/.racetui"))
    #expect(try run("config", home: folder.path + "/project").output.contains("/project/.racetui"))
  }

  @Test(
    arguments: [
      ("/home/me/work/shop", "/home/me", ["/home/me/work/shop", "/home/me/work", "/home/me"]),
      ("/src/shop", "/home/me", ["/src/shop", "/src"]), ("/src", nil, ["/src"]), ("/", "/", []),
    ] as [(String, String?, [String])])
  func `the folders that are searched`(_ directory: String, _ home: String?, _ folders: [String]) {
    #expect(Configuration.projectFolders(from: directory, home: home) == folders)
  }

  /// The bar in the light theme. The project sets the theme, so the terminal is not asked; the option overrides it.
  @Test func `the theme is the project's, or the option's`() throws {
    let options = LaunchOptions(workingDirectory: folder.path + "/project")
    let light = try open(samples + "/shop-test.log", options: options)
    #expect(light.screen[0, 0].rendition.background == "254" && light.screen.questions.isEmpty)
    #expect(!light.screen.reportsMouse)
    try light.waitUntilRead()
    try light.quit()
    let dark = try open("--theme", "dark", samples + "/shop-test.log", options: options)
    #expect(dark.screen[0, 0].rendition.background == "236")
    try dark.waitUntilRead()
    try dark.quit()
  }

  @Test func `draws the user's look`() throws {
    try folder.write("color.bar = 0 on 11\n", to: "user")
    let environment: [String: String?] = ["RACETUI_CONFIG": folder.path + "/user"]
    let session = try openSample("shop-test.log", environment: environment)
    #expect(session.screen[0, 0].rendition.background == "11")
    try session.quit()
  }
}
