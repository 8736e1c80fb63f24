import Glibc
import RaceModel
import RaceText
import RaceView
import TerminalHarness
import Testing

/// The program without a terminal: its output and its status.
@Suite struct CommandLineTests {
  @Test func `prints the list without a terminal`() throws {
    let list = try run("list", "shop-test.log")
    #expect(list.status == 0 && list.errors.isEmpty)
    #expect(list.output.hasSuffix("\n13 races in 20 reports, 1018 lines.\n"))
    let plain = try run("shop-test.log")
    #expect(plain.output == list.output && plain.status == 0)
    let piped = try shell("cat shop-test.log | \"$0\" | cat")
    #expect(piped.output == list.output && piped.errors.isEmpty)
    let dash = try shell("cat shop-test.log | \"$0\" list -")
    #expect(dash.output == list.output)
  }

  @Test(arguments: [
    ("run", "racetui has no command run; pipe a run in: PROGRAM 2>&1 | racetui"),
    ("chekc", "racetui has no command chekc; the nearest is check"),
  ])
  func `hints at a command for a word that is not a file`(_ word: String, _ hint: String) throws {
    let opened = try run(word, "--", "test")
    #expect(opened.errors == "racetui: \(word): No such file or directory; \(hint)\n")
    #expect(opened.status == 66)
    // After a command the word is a log.
    #expect(try run("list", word).errors == "racetui: \(word): No such file or directory\n")
  }

  @Test func `the list has two lines per race, most reports first`() throws {
    let lines = try run("list", "shop-test.log").output.split(separator: "\n")
    #expect(lines.count == 28)
    #expect(lines[0] == " #  ×   sites                                           test")
    #expect(lines[1] == " 1  ×3  R pool.(*Pool).worker          pool.go:32       TestRateFeed +2")
    #expect(lines[2] == "        W pool.(*Pool).worker          pool.go:32")
    #expect(lines[13].hasPrefix(" 7  ×1  "))
  }

  @Test func `the list can be sorted, and drawn in ASCII`() throws {
    let site = try run("list", "--sort", "site", "shop-test.log").output.split(separator: "\n")
    // The number is still the one that `show` takes.
    #expect(site[1].hasPrefix(" 2  ×2  R cart.(*Cart).Add  "))
    let reversed = try run("list", "--sort", "site", "--reverse", "shop-test.log").output
    #expect(reversed.split(separator: "\n")[1].hasPrefix("13  ×1  W web.(*Server).logged.func1  "))
    let ascii = try run("list", "--ascii", "shop-test.log")
    #expect(ascii.output.utf8.allSatisfy { $0 < 0x7F } && ascii.output.contains(" x3 "))
    let locale = try run("list", "shop-test.log", environment: ["LC_ALL": "C"])
    #expect(locale.output == ascii.output)
  }

  @Test func `the list can be grouped, on a pipe also without a command`() throws {
    let list = try run("list", "--group", "package", "-q", "fn:Put", "shop-test.log")
    #expect(
      list.output == """
         #  ×   sites                                     test
        example.com/shop/catalog: 2 races, 3 reports
         1  ×2  R catalog.(*Catalog).Get   catalog.go:50  TestRestock
                W catalog.(*Catalog).Put   catalog.go:45
         2  ×1  W catalog.(*Catalog).Put   catalog.go:45  TestRestock
                R catalog.(*Catalog).Find  catalog.go:57

        2 of 13 races in 20 reports, 1018 lines.

        """)
    let plain = try run("--group", "package", "-q", "fn:Put", "shop-test.log")
    #expect(plain.output == list.output && plain.status == 0)
    let causes = try run("list", "--group", "cause", "shop-test.log").output
    #expect(causes.contains("\nconcurrent map access: 2 races, 3 reports\n"))
    #expect(!causes.contains("not known yet"))
  }

  @Test func `the list is in colour on a terminal or on demand, and says the same without`() throws {
    let plain = try run("list", "shop-damaged.log").output
    for (options, isColored) in [([], true), (["--color", "never"], false), (["--color", "always"], true)] {
      let arguments = ["list", "--width", "120"] + options + ["shop-damaged.log"]
      let session = try launch(
        racetui, arguments, LaunchOptions(columns: 200, rows: 60, workingDirectory: samples))
      #expect(try session.exit() == 0)
      let lines = session.screen.lines.map { String($0) }
      let expected = plain.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(
        String.init)
      #expect(Array(lines.prefix(expected.count)) == expected)
      #expect(session.received.contains(0x1B) == isColored, "\(options)")
      // A pipe gets colours on request.
      let piped = try DetachedRun(racetui, arguments, LaunchOptions(workingDirectory: samples))
      #expect((piped.output == plain) == (options != ["--color", "always"]))
    }
    let options = LaunchOptions(
      columns: 200, rows: 60, environment: ["NO_COLOR": "1"], workingDirectory: samples)
    let session = try launch(racetui, ["list", "shop-test.log"], options)
    #expect(try session.exit() == 0)
    #expect(!session.received.contains(0x1B))
  }

  @Test func `lists several logs together`() throws {
    let both = try run("list", "shop-test.log", "shop-v.log", "tidb-45106.log")
    #expect(both.output.contains("14 races in 41 reports, 3 files, "))
    #expect(both.output.contains("  2/3  "))
  }

  @Test func `leaves out files of a folder that are not text, and says so`() throws {
    let folder = try TemporaryDirectory()
    try folder.write(Logs.report(function: "main.run", file: "/src/run.go"), to: "race.log")
    try folder.write("\u{7F}ELF\0\0", to: "program")
    let one = try run("list", folder.path)
    #expect(one.status == 0 && one.output.contains("1 race in 1 report, "))
    #expect(one.errors == "racetui: skipped \(folder.path)/program, which is not text\n")
    try folder.write("\0", to: "zero")
    let two = try run(folder.path)
    #expect(
      two.errors == "racetui: skipped 2 files that are not text: \(folder.path)/program and 1 more\n")
    // A file that the user names is read.
    #expect(try run("list", "\(folder.path)/program").errors.isEmpty)
  }

  @Test func `shows a race side by side where there is room`() throws {
    let wide = try run("show", "--width", "160", "tidb-45106.log")
    #expect(wide.status == 0 && wide.errors.isEmpty)
    let heads = wide.output.split(separator: "\n").filter { $0.contains("A  WRITE") }
    #expect(heads.count == 1 && heads.first?.contains("B  previous READ") == true)
    let narrow = try run("show", "--width", "60", "tidb-45106.log")
    let lines = narrow.output.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("A  WRITE") })
    #expect(lines.contains { $0.hasPrefix("B  previous READ") })
    #expect(lines.filter { $0.contains(" │ ") }.isEmpty)
    // Only the title and the full names may be wider.
    #expect(lines.dropFirst(2).allSatisfy { Fitting.columns($0) <= 60 || $0.contains("github.com/") })
  }

  @Test func `names a race by its number or by its key`() throws {
    let third = try run("show", "--race", "3", "shop-test.log")
    #expect(third.output.hasPrefix("Race 3 of 13"))
    let words = third.output.prefix { $0 != "\n" }.split(separator: " ")
    let key = try #require(words.last.map(String.init))
    for name in [key, String(key.prefix(9)), key.uppercased()] {
      #expect(try run("show", "--race", name, "shop-test.log").output == third.output, "\(name)")
    }
    let second = try run("show", "--race", "1", "--report", "3", "shop-test.log")
    #expect(second.output.hasPrefix("Race 1 of 13  ×3  [3/3]"))
  }

  @Test(arguments: [
    (["--race", "14"], "there are 13 races, no race 14"), (["--race", "0"], "there are 13 races, no race 0"),
    (["--race", "zz"], "no race has the key zz"),
    (["--race", "99999999999999999999"], "no race has the key 99999999999999999999"),
    (["--report", "4"], "race 1 has 3 reports, no report 4"),
    (["--report", "0"], "race 1 has 3 reports, no report 0"),
  ])
  func `reports in one line what the log does not have`(_ arguments: [String], _ message: String) throws {
    let options = LaunchOptions(workingDirectory: samples)
    let run = try DetachedRun(racetui, ["show"] + arguments + ["shop-test.log"], options)
    #expect(run.status == 64 && run.output.isEmpty)
    #expect(run.errors == "racetui: \(message)\n")
  }

  @Test(
    arguments: [
      (["show", "--race", "-1"], ""), (["show", "--race", ""], "a key prefix"),
      (["show", "--report", "-1"], ""),
      (["list", "--sort", "size"], "size"),
      (["list", "--width", "19"], "20 to 1000"), (["list", "--width", "x"], "x"),
      (["export", "--format", "xml"], "github"),
      (["--colour", "never"], "--colour"),
      (["list", "--race"], "--race"),
    ])
  func `reports a wrong command line`(_ arguments: [String], _ message: String) throws {
    let options = LaunchOptions(workingDirectory: samples)
    let run = try DetachedRun(racetui, arguments + ["shop-test.log"], options)
    #expect(run.status == 64 && run.output.isEmpty)
    #expect(run.errors.contains(message) && run.errors.contains("Usage: "))
  }

  @Test func `prints its version and its usage`() throws {
    let version = try run("--version")
    #expect(version.status == 0 && version.output.hasPrefix("racetui ") && version.errors.isEmpty)
    for arguments in [["--help"], ["-h"], ["help"]] {
      let help = try DetachedRun(racetui, arguments)
      let commands = help.output.split(separator: "\n").drop { $0 != "SUBCOMMANDS:" }
        .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }.compactMap { $0.split(separator: " ").first }
      #expect(Set(commands).count == commands.count, "each is listed once")
      #expect(help.status == 0 && help.errors.isEmpty)
      for word in ["USAGE: racetui [PATH ...]", "list", "show", "export", "Exit status:"] {
        #expect(help.output.contains(word))
      }
    }
    let export = try run("export", "--help")
    for line in [
      "json      one document", "jsonl     one report", "gnu       a warning", "markdown  an issue",
      "github    annotations", "sarif     SARIF 2.1.0", "gitlab    a GitLab Code Quality",
      "junit     a test report",
      "teamcity  inspections", "html      one page",
    ] {
      #expect(export.output.contains(line))
    }
    for command in ["list", "show", "export", "open"] {
      let help = try run(command, "--help")
      #expect(help.status == 0 && help.output.contains("USAGE: racetui \(command)"))
    }
  }

  @Test func `says when there is no terminal to draw on`() throws {
    let terminal = try launch(
      "/bin/sh", ["-c", #"setsid -w "$0" shop-test.log"#, racetui], LaunchOptions(workingDirectory: samples))
    #expect(try terminal.exit() == 69)
    #expect(terminal.screen.text.contains("there is no terminal to draw on"))
  }

  @Test(arguments: ["list", "show", "open"])
  func `a log without reports gives status 0`(_ command: String) throws {
    for (log, lines) in [("/dev/null", "0 lines"), ("README.md", "lines")] {
      let run = try run(command, log)
      #expect(run.status == 0 && run.errors.isEmpty)
      #expect(run.output.hasPrefix("No race report in ") && run.output.contains(lines))
    }
  }
}
