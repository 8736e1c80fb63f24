import TerminalHarness
import Testing

/// `racetui suppress` and `racetui suppressions check` on the sample.
@Suite struct SuppressCommandTests {
  @Test func `rules say what else they hide`() throws {
    let keys = try shell("\"$0\" list --keys shop-test.log | grep -o '[0-9a-f]\\{16\\}'").output.split(
      separator: "\n")
    let key = String(try #require(keys.first))
    let run = try run("suppress", key, "shop-test.log")
    #expect(run.status == 0 && run.errors.isEmpty)
    #expect(
      run.output.contains(
        "\nrace_top:^example.com/shop/pool.(*Pool).worker$\n#   hides 3 reports of 1 race\n"))
    #expect(run.output.contains("\n# GORACE=suppressions="))
    #expect(try RaceTUITests.run("suppress", "0123456789abcdef", "shop-test.log").status == 64)
    #expect(try RaceTUITests.run("suppress", "shop-test.log").status == 64)
  }

  @Test func `checks a file against logs`() throws {
    let directory = try TemporaryDirectory()
    let file = try directory.write("race:catalog\nrace:nowhere\n", to: "rules")
    let run = try run("suppressions", "check", file, "shop-test.log")
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("\(file):1: race:catalog hides "))
    #expect(run.output.hasSuffix("\(file):2: race:nowhere hides nothing in these logs\n"))
    let bad = try directory.write("rase:x\n", to: "bad")
    let rejected = try RaceTUITests.run("suppressions", "check", bad)
    #expect(rejected.status == 1 && rejected.output.hasPrefix("\(bad):1: unknown kind of rule rase"))
    #expect(try RaceTUITests.run("suppressions", "check", "\(directory.path)/none").status == 66)
    let pipe = """
      mkfifo "$1/pipe"; cat "$1/bad" > "$1/pipe" & "$0" suppressions check "$1/pipe"
      """
    let piped = try shell(pipe, directory.path)
    let fault = rejected.output.dropFirst(bad.utf8.count)
    #expect(piped.status == 1 && piped.output == "\(directory.path)/pipe\(fault)")
    let large = try shell(
      "head -c 5000000 /dev/zero > \"$1/large\"; \"$0\" suppressions check \"$1/large\"", directory.path)
    #expect(large.status == 64 && large.errors.contains("larger than 4 MiB"))
  }
}
