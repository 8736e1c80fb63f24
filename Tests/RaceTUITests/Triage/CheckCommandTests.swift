import TerminalHarness
import Testing

/// `racetui check`: each row of the table of exit statuses, and a gate that cannot be fooled.
@Suite struct CheckCommandTests {
  private func baseline(_ directory: TemporaryDirectory) throws -> String {
    let path = "\(directory.path)/baseline"
    _ = try run("check", "--baseline", path, "--update-baseline", "shop-test.log")
    return path
  }

  @Test func `passes known races, fails new ones, reports missing ones`() throws {
    let directory = try TemporaryDirectory()
    let path = "\(directory.path)/baseline"
    let first = try run("check", "--baseline", path, "--update-baseline", "shop-test.log")
    // Writing the list does not approve what is in it.
    #expect(first.status == 1 && first.output.hasSuffix("\n13 new races.\n"))
    let known = try run("check", "--baseline", path, "shop-test.log")
    #expect(known.status == 0 && known.output == "0 new races, 13 known.\n")
    let gone = try run("check", "--baseline", path, "tidb-45106.log")
    #expect(gone.status == 1 && gone.output.hasPrefix("NEW          data race: "))
    #expect(gone.output.hasSuffix("1 new race, 13 not seen, which does not mean fixed.\n"))
    #expect(gone.output.split(separator: "\n").count { $0.hasPrefix("NOT SEEN     ") } == 13)
    // One race replaced by another: the counts are equal.
    #expect(try run("check", "--baseline", "tidb-45106.log", "shop-test.log").status == 1)
  }

  @Test func `an undecidable run has its own status`() throws {
    let directory = try TemporaryDirectory()
    let path = try baseline(directory)
    func status(_ text: String, _ arguments: String...) throws -> Int32 {
      let log = try directory.write(text, to: "race.log")
      return try DetachedRun(
        racetui, ["check", "--baseline", path] + arguments + [log], LaunchOptions(workingDirectory: samples)
      ).status
    }
    let report = Logs.report(function: "app.read", file: "/x/a.go", foreign: "")
    #expect(try status("nothing\n") == 2)
    #expect(try status("nothing\n", "--allow-incomplete") == 0)
    #expect(try status("ok  \texample.com/a\t0.4s\n") == 0)
    #expect(try status("FATAL: ThreadSanitizer: unexpected memory mapping 0x1-0x2\n") == 2)
    #expect(
      try status("FATAL: ThreadSanitizer: unexpected memory mapping 0x1-0x2\n", "--fail-on", "none") == 0)
    // A new race fails, whatever else is undecidable.
    #expect(try status(report + "FATAL: ThreadSanitizer: unexpected memory mapping 0x1-0x2\n") == 1)
    #expect(try status(report, "--exit-zero") == 0)
    #expect(try run("check", "--baseline", path, "\(directory.path)/none.log").status == 2)
    #expect(try run("check", "--baseline", path, "--exit-zero", "\(directory.path)/none.log").status == 0)
    #expect(try run("check", "--baseline", "none.list", "--exit-zero", "shop-test.log").status == 0)
    #expect(try run("check", "--baseline-ref", "nowhere", "--exit-zero", "shop-test.log").status == 0)
    #expect(try run("check", "--fail-on", "all", "shop-test.log").status == 64)
    #expect(try run("check", "--baseline", "\(directory.path)/none", "shop-test.log").status == 2)
  }

  @Test func `a query leaves other races out, new and known ones alike`() throws {
    let both = ["shop-test.log", "tidb-45106.log"]
    func check(_ baseline: String, _ query: String) throws -> (status: Int32, lines: [Substring]) {
      let run = try DetachedRun(
        racetui, ["check", "--baseline", baseline, "-q", query] + both,
        LaunchOptions(workingDirectory: samples))
      return (run.status, run.output.split(separator: "\n"))
    }
    let known = try check("tidb-45106.log", "fn:SetOwnerOpValue")
    #expect(known.status == 0 && known.lines == ["0 new races, 1 known."])
    let new = try check("shop-test.log", "fn:SetOwnerOpValue")
    #expect(new.status == 1 && new.lines.count == 3 && new.lines.last == "1 new race.")
    #expect(try check("shop-test.log", "is:new").lines == new.lines)
    #expect(try check("shop-test.log", "is:still").lines == ["0 new races, 13 known."])
    // One race, in packages that were tested one after the other.
    let pool = try run("check", "--baseline", "tidb-45106.log", "shop-test.log")
    #expect(
      pool.output.contains(
        """
        NEW          data race: example.com/shop/pool.(*Pool).worker pool.go / \
        example.com/shop/pool.(*Pool).worker pool.go  c04f71827cd00dc5
                     pool.go:32, pool.go:32; 3 reports; in TestRateFeed, TestDefault, TestRequests

        """))
    let alone = try run("list", "-q", "is:new", "shop-test.log")
    #expect(alone.status == 64 && alone.errors.contains("is:new needs a baseline"))
  }

  @Test func `fails on any race on demand, and on a list with missing races`() throws {
    let directory = try TemporaryDirectory()
    let path = try baseline(directory)
    #expect(try run("check", "--baseline", path, "--fail-on", "any", "shop-test.log").status == 1)
    let log = try directory.write("ok  \texample.com/a\t0.4s\n", to: "clean.log")
    #expect(try run("check", "--baseline", path, "--strict-baseline", log).status == 1)
    #expect(try run("check", "--baseline", path, "--prune-baseline", log).status == 0)
    #expect(try run("check", "--baseline", path, "--strict-baseline", log).status == 0)
    #expect(try run("check", "--baseline", path, "shop-test.log").status == 1)
  }

  @Test func `keeps races of an incomplete log in the list`() throws {
    let directory = try TemporaryDirectory()
    let path = try baseline(directory)
    let log = try directory.write(
      "FATAL: ThreadSanitizer: unexpected memory mapping 0x1-0x2\n", to: "cut.log")
    _ = try run("check", "--baseline", path, "--prune-baseline", log)
    #expect(try run("check", "--baseline", path, "shop-test.log").status == 0)
  }

  @Test func `diff shows what changed in a race that still exists`() throws {
    let directory = try TemporaryDirectory()
    let old = try directory.write(
      Logs.report(function: "app.read", file: "/x/a.go", foreign: ""), to: "old.log")
    let text = Logs.report(function: "app.read", file: "/x/a.go", foreign: "")
    let new = try directory.write(text + text, to: "new.log")
    let diff = try run("diff", "--all", old, "--", new).output.split(separator: "\n")
    #expect(diff.contains("             reports: 1, now 2"))
    #expect(try run("diff", "--all", old, "--", old).output.contains("no difference in the reports"))
  }

  @Test func `reads the list of another branch, which a change cannot alter`() throws {
    let directory = try TemporaryDirectory()
    let script = """
      set -e; cd "$1"; git init -q -b main .; git config user.name a; git config user.email a@b; mkdir .racetui
      "$0" check --baseline .racetui/baseline --update-baseline "$2/tidb-45106.log" >/dev/null 2>&1 || true
      git add .; git commit -qm one; git checkout -qb change
      "$0" check --baseline .racetui/baseline --update-baseline "$2/shop-test.log" >/dev/null 2>&1 || true
      git commit -qam two; set +e
      "$0" check "$2/shop-test.log" >/dev/null; echo "own $?"
      "$0" check --baseline-ref main "$2/shop-test.log" >/dev/null; echo "main $?"
      "$0" check --baseline-ref main "$2/tidb-45106.log" >/dev/null; echo "known $?"
      "$0" check --baseline-ref nowhere "$2/tidb-45106.log" 2>/dev/null; echo "nowhere $?"
      """
    let run = try shell(script, directory.path, samples)
    #expect(run.output == "own 0\nmain 1\nknown 0\nnowhere 2\n", "\(run.errors)")
  }

  @Test func `distinguishes an unreadable list of a commit from a missing one`() throws {
    let directory = try TemporaryDirectory()
    let script = """
      set -e; cd "$1"; git init -q -b main .; git config user.name a; git config user.email a@b; mkdir .racetui
      "$0" check --baseline .racetui/baseline --update-baseline "$2/tidb-45106.log" >/dev/null 2>&1 || true
      git add .; git commit -qm one
      blob=$(git rev-parse HEAD:.racetui/baseline); rm -f .git/objects/$(echo $blob | sed 's|^..|&/|'); set +e
      "$0" check --baseline-ref HEAD "$2/tidb-45106.log" 2>&1; echo $?
      """
    let run = try shell(script, directory.path, samples)
    #expect(run.output.hasPrefix("racetui: git cannot read "))
    #expect(run.output.hasSuffix(".racetui/baseline of HEAD\n2\n"))
  }

  @Test func `does not take a list with a conflict in its first lines for a log`() throws {
    let directory = try TemporaryDirectory()
    let path = try baseline(directory)
    let text = try shell("cat \"$1\"", path).output
    let conflict = try directory.write("<<<<<<< ours\n\(text)=======\n>>>>>>> theirs\n", to: "conflict")
    let run = try run("check", "--baseline", conflict, "shop-test.log")
    #expect(run.output.contains("cannot tell: \(conflict): has a merge conflict\n"))
    let headless = try directory.write(
      text.split(separator: "\n").filter { !$0.hasPrefix("#") }.joined(separator: "\n"), to: "headless")
    #expect(try RaceTUITests.run("check", "--baseline", headless, "shop-test.log").status == 0)
  }

  @Test func `prints and writes the races that fail in other formats`() throws {
    let directory = try TemporaryDirectory()
    let file = "\(directory.path)/races.txt"
    let run = try run(
      "check", "--baseline", "shop-test.log", "--format", "gnu", "--output", "markdown=\(file)",
      "tidb-45106.log")
    #expect(run.status == 1)
    #expect(run.output.split(separator: "\n").count { $0.contains(": warning: ") } == 1)
    let known = try RaceTUITests.run(
      "check", "--baseline", "shop-test.log", "--format", "gnu", "shop-v.log")
    #expect(known.status == 0 && known.output.isEmpty)
    #expect(try shell("grep -c '^## ' \"$1\"", file).output == "1\n")
    #expect(try RaceTUITests.run("check", "--output", "nothing=x", "shop-test.log").status == 64)
    let log = try directory.write("ok  \texample.com/a\t0.4s\n", to: "own.log")
    let refused = try RaceTUITests.run("check", "--output", "sarif=\(log)", log)
    #expect(refused.status == 64 && refused.errors.contains("is one of the logs"))
    #expect(try shell("cat \"$1\"", log).output == "ok  \texample.com/a\t0.4s\n")
  }

  @Test func `diff compares logs on both sides of two dashes`() throws {
    let run = try run("diff", "shop-test.log", "--", "shop-v.log", "tidb-45106.log")
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("NEW          data race: "))
    #expect(run.output.hasSuffix("1 new race, 13 known.\n"))
    #expect(try RaceTUITests.run("diff", "shop-test.log").status == 64)
    #expect(try RaceTUITests.run("diff", "shop-test.log", "--", "none.log").status == 2)
  }

  // The same runs, and one whose log was damaged: two reports lost a side (samples/README.md).
  @Test(arguments: [
    ("shop-v.log", "shop-json.log", "0 new races, 13 known."),
    ("shop-test.log", "shop-damaged.log", "0 new races, 2 perhaps known, 11 known."),
    ("tidb-45106.log", "tidb-45106.md", "0 new races, 1 known."),
    ("shop-test.log", "kcsan.log", "4 new races, 13 not seen, which does not mean fixed."),
  ])
  func `one run in other forms has the same races`(_ old: String, _ new: String, _ summary: String) throws {
    #expect(try run("diff", old, "--", new).output.split(separator: "\n").last == summary[...])
  }
}
