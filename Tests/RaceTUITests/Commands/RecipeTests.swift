import Foundation
import TerminalHarness
import Testing

/// The commands in `docs/recipes.md`, for the programs that are installed.
@Suite struct RecipeTests {
  /// A comment, and the commands below it.
  private static let recipes: [(title: String, commands: String)] = {
    let path = "/" + samples.split(separator: "/").dropLast().joined(separator: "/") + "/docs/recipes.md"
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    var recipes: [(title: String, commands: String)] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) where line.hasPrefix("    ") {
      let command = line.dropFirst(4)
      if command.hasPrefix("# ") {
        recipes.append((String(command.dropFirst(2)), ""))
      } else if !recipes.isEmpty {
        recipes[recipes.count - 1].commands += command + "\n"
      }
    }
    return recipes
  }()

  private static func has(_ program: String) -> Bool {
    (try? shell("command -v \(program)").status) == 0
  }

  /// Two shards on two days: the shop on both days, and again on the second day a race of another project.
  private func shards() throws -> TemporaryDirectory {
    let directory = try TemporaryDirectory()
    for (day, logs) in [("2026-11-28", ["shop-test.log"]), ("2026-11-29", ["shop-v.log", "tidb-45106.log"])] {
      let copies = logs.map { "cp \(samples)/\($0) shards/\n" }.joined()
      try run("mkdir -p shards\n" + copies, in: directory, day: day)
      _ = try output("A row for each report of a run", in: directory, day: day)
    }
    return directory
  }

  @discardableResult
  private func run(_ commands: String, in directory: TemporaryDirectory, day: String = "") throws -> String {
    let script = "set -e\nracetui() { '\(racetui)' \"$@\"; }\n\(commands)"
    let options = LaunchOptions(
      environment: ["DAY": day, "KEY": "2c49"], workingDirectory: directory.path)
    let run = try DetachedRun("/bin/sh", ["-c", script], options)
    #expect(run.status == 0 && run.errors.isEmpty, "\(commands)\n\(run.errors)")
    return run.output
  }

  /// A recipe's output; the recipe is found by the beginning of its comment.
  private func output(_ title: String, in directory: TemporaryDirectory, day: String = "") throws -> [String]
  {
    let recipe = try #require(Self.recipes.first { $0.title.hasPrefix(title) })
    return try run(recipe.commands, in: directory, day: day).split(separator: "\n").map(String.init)
  }

  // The shop has 13 races in 20 reports (samples/README.md), the same in both of its logs; the other project has one.
  @Test(.enabled(if: has("jq"))) func `jq answers every recipe`() throws {
    let directory = try shards()
    #expect(try run("wc -l < reports.jsonl", in: directory) == "61\n")
    let races = try output("jq: which races", in: directory)
    #expect(races.count == 14 && races[0].hasPrefix("2\t9\tc04f71827cd00dc5\t"))
    #expect(races.count { $0.hasPrefix("2\t") } == 13)
    let new = try output("jq: races of the last day", in: directory)
    #expect(new.count == 1 && new[0].hasPrefix("2c498bc99a7d3a10\t"))
    let packages = try output("jq: races by package", in: directory)
    #expect(packages[0] == "5\texample.com/shop/cart" && packages[1] == "3\texample.com/shop/catalog")
    #expect(try output("jq: races by cause", in: directory).contains("2\tconcurrent-map-access"))
    #expect(try output("jq: on which days", in: directory) == ["2026-11-29"])
    let tests = try output("Which tests", in: directory)
    #expect(tests.contains { $0.hasSuffix(" 8 TestRequests") })
  }

  @Test(.enabled(if: has("jq") && has("sqlite3"))) func `SQLite agrees with jq`() throws {
    let directory = try shards()
    _ = try output("sqlite: the table", in: directory)
    for question in ["which races", "races of the last day"] {
      let (one, other) = (
        try output("jq: \(question)", in: directory), try output("sqlite: \(question)", in: directory)
      )
      #expect(Set(one) == Set(other), "\(question)")
    }
  }
}
