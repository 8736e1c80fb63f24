import Foundation
import TerminalHarness
import Testing

@testable import RaceTUI

/// `--plumbing` and the configuration file, in the program itself.
///
/// In the sample `cart.(*Cart).Add` of `cart.go` races with itself, called by `TestCart.func1` and `TestCart.func2`.
@Suite struct PlumbingRulesTests {
  /// The race's key without rules, and between the callers, computed by another program.
  private static let plainKey = "4b839d75b9d28ae7"
  private static let ruledKey = "f9223b1a8ba12f4e"

  private func configured(_ text: String, _ arguments: String...) throws -> DetachedRun {
    let folder = try TemporaryDirectory()
    let file = try folder.write(text, to: "config")
    return try runConfigured(file, arguments + ["shop-test.log"])
  }

  /// The first report in an export: the functions of its sites, the functions of its plumbing frames, and its race's
  /// key.
  private func first(_ run: DetachedRun) throws -> (sites: [String], plumbing: Set<String>, key: String?) {
    #expect(run.status == 0 && run.errors.isEmpty)
    let document = try #require(
      JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let reports = try #require(document["reports"] as? [[String: Any]])
    let accesses = try #require(reports.first?["accesses"] as? [[String: Any]])
    let frames = accesses.flatMap { $0["stack"] as? [[String: Any]] ?? [] }
    let races = try #require(document["races"] as? [[String: Any]])
    let race = races.first { ($0["reports"] as? [Int])?.contains(1) == true }
    return (
      accesses.compactMap { ($0["site"] as? [String: Any])?["function"] as? String },
      Set(frames.filter { $0["plumbing"] as? Bool == true }.compactMap { $0["function"] as? String }),
      race?["key"] as? String
    )
  }

  @Test func `the tables apply without rules`() throws {
    let export = try first(run("export", "shop-test.log"))
    #expect(export.sites == Array(repeating: "example.com/shop/cart.(*Cart).Add", count: 2))
    #expect(export.plumbing == ["testing.tRunner", "testing.(*T).Run.gowrap1"])
    #expect(export.key == Self.plainKey)
  }

  @Test func `a rule changes the sites of list, show and export alike`() throws {
    let list = try run("list", "--plumbing", "file:cart.go", "shop-test.log")
    #expect(
      list.output.contains(
        "R cart.TestCart.func2          cart_test.go:22  TestCart\n        W cart.TestCart.func1  "))
    let show = try run("show", "--plumbing", "file:cart.go", "--race", Self.ruledKey, "shop-test.log")
    #expect(show.output.contains("A  example.com/shop/cart.TestCart.func2()"))
    #expect(show.output.contains(" . cart.(*Cart).AddAll "))
    let export = try first(run("export", "--plumbing", "file:cart.go", "shop-test.log"))
    #expect(export.sites == ["example.com/shop/cart.TestCart.func2", "example.com/shop/cart.TestCart.func1"])
    #expect(
      export.plumbing == [
        "testing.tRunner", "testing.(*T).Run.gowrap1", "example.com/shop/cart.(*Cart).Add",
        "example.com/shop/cart.(*Cart).AddAll",
      ])
    #expect(export.key == Self.ruledKey)
  }

  @Test func `the screens show the sites by the rules`() throws {
    let session = try open(
      "--plumbing", "file:cart.go", "shop-test.log", options: LaunchOptions(workingDirectory: samples))
    try session.waitUntilRead()
    session.send("/TestCart.func2\r")
    try session.send("\r", showing: "B  previous WRITE")
    try session.wait(forText: "A  READ")
    #expect(session.screen.lines.contains { $0.contains(". cart.(*Cart).AddAll") })
    try session.quit()
  }

  @Test func `the file's rules apply, and those of the command line take precedence`() throws {
    let file = """
      # what our tests know better

      plumbing=file:cart.go
        plumbing  =  !function:example.com/shop/cart.(*Cart).AddAll\t
      """
    let configured = try first(configured(file, "export"))
    #expect(
      configured.sites == ["example.com/shop/cart.(*Cart).AddAll", "example.com/shop/cart.TestCart.func1"])
    let both = try first(self.configured(file, "export", "--plumbing", "path:/cart/cart.go"))
    #expect(both.key == Self.ruledKey)
    let list = try self.configured("plumbing = file:cart.go\r\n", "list")
    #expect(list.output == (try run("list", "--plumbing", "file:cart.go", "shop-test.log").output))
  }

  @Test func `the file is where programs keep their configuration`() throws {
    let folder = try TemporaryDirectory()
    try folder.write("plumbing = file:cart.go\n", to: "xdg/racetui/config")
    try folder.write("plumbing = file:cart.go\n", to: ".config/racetui/config")
    let plain = try run("list", "shop-test.log").output
    let ruled = try run("list", "--plumbing", "file:cart.go", "shop-test.log").output
    let empty = "\(folder.path)/nothing"
    for (environment, expected) in [
      (["HOME": folder.path], ruled), (["HOME": folder.path, "XDG_CONFIG_HOME": empty], plain),
      (["XDG_CONFIG_HOME": folder.path + "/xdg"], ruled),
      (["HOME": folder.path, "XDG_CONFIG_HOME": "xdg"], ruled),
      (["HOME": folder.path, "RACETUI_CONFIG": ""], plain),
      (["HOME": folder.path, "RACETUI_CONFIG": "/dev/null"], plain),
      (["HOME": folder.path, "RACETUI_CONFIG": empty], plain),
    ] {
      let list = try run("list", "shop-test.log", environment: environment)
      #expect(list.status == 0 && list.errors.isEmpty && list.output == expected, "\(environment)")
    }
  }

  @Test(arguments: [
    ("colour = red", "1: unknown setting \"colour\""), ("plumbing", "1: a line is KEY = VALUE"),
    ("# mine\n\nplumbing = moduel:libz", "3: moduel:libz: unknown kind moduel"),
    ("plumbing = file:a.go\nplumbing =", "2: empty rule"),
    ("plumbing = \"std::\"", "1: do not quote values"),
    ("\u{1B}[31m = x", "1: unknown setting \"?[31m\""),
  ])
  func `reports a wrong file with its line`(_ text: String, _ message: String) throws {
    for command in ["open", "list", "show", "export"] {
      let run = try configured(text, command)
      #expect(run.status == 78 && run.output.isEmpty)
      #expect(run.errors.hasPrefix("racetui: /") && run.errors.contains("/config:\(message)"))
      #expect(run.errors.split(separator: "\n").count == 1 && !run.errors.contains("\u{1B}"))
    }
  }

  @Test func `reports an unreadable file`() throws {
    let folder = try TemporaryDirectory()
    let run = try runConfigured(folder.path, ["list", "shop-test.log"])
    #expect(run.status == 78 && run.output.isEmpty)
    #expect(run.errors == "racetui: \(folder.path): is not a text file\n")
  }

  @Test(arguments: ["open", "list", "show", "export"])
  func `reports a wrong rule on the command line`(_ command: String) throws {
    for (rule, message) in [
      ("moduel:libz", "unknown kind moduel"), ("", "empty rule"), ("!", "missing pattern"),
    ] {
      let run = try run(command, "--plumbing", rule, "shop-test.log")
      #expect(run.status == 64 && run.output.isEmpty && run.errors.contains(message))
    }
  }
}

/// Runs the program in the samples' folder with a configuration file.
private func runConfigured(_ file: String, _ arguments: [String]) throws -> DetachedRun {
  let options = LaunchOptions(environment: ["RACETUI_CONFIG": file], workingDirectory: samples)
  return try DetachedRun(racetui, arguments, options)
}
