import Foundation
import TerminalHarness
import Testing

/// Commands that print some of the races. In the log, TestRestock has three reports, the 12th to the 14th, of two races,
/// the 9th and the 10th.
@Suite struct QueryCommandTests {
  @Test func `the list has only the races of the query`() throws {
    let both = try run("list", "--query", "fn:Restock", "shop-test.log")
    #expect(both.status == 0 && both.errors.isEmpty)
    #expect(
      both.output == """
         #  ×   sites                                     test
         1  ×2  R catalog.(*Catalog).Get   catalog.go:50  TestRestock
                W catalog.(*Catalog).Put   catalog.go:45
         2  ×1  W catalog.(*Catalog).Put   catalog.go:45  TestRestock
                R catalog.(*Catalog).Find  catalog.go:57

        2 of 13 races in 20 reports, 1018 lines.

        """)
    let one = try run("list", "-q", "fn:Restock -fn:Find", "shop-test.log")
    #expect(one.output.split(separator: "\n").count == 4 && one.output.contains("(*Catalog).Get"))
    #expect(one.output.hasSuffix("\n1 of 13 races in 20 reports, 1018 lines.\n"))
    // A value may begin like an option.
    let others = try run("list", "-q", "-fn:Restock", "shop-test.log")
    #expect(others.output.hasSuffix("\n11 of 13 races in 20 reports, 1018 lines.\n"))
    #expect(try run("list", "-q", "", "shop-test.log").output == run("list", "shop-test.log").output)
  }

  @Test func `a number names a race of the query's list`() throws {
    let second = try run("show", "-q", "fn:Restock", "--race", "2", "shop-test.log")
    #expect(second.status == 0 && second.output.hasPrefix("Race 2 of 2  "))
    #expect(second.output.contains("catalog.(*Catalog).Find"))
    let third = try run("show", "-q", "fn:Restock", "--race", "3", "shop-test.log")
    #expect(third.status == 64 && third.errors == "racetui: there are 2 races, no race 3\n")
    // A key does not name a race that is not in the list.
    let all = try keys("list", "--keys", "shop-test.log")
    let other = try run("show", "-q", "fn:Restock", "--race", all[0], "shop-test.log")
    #expect(other.status == 64 && other.errors == "racetui: no race of the query has the key \(all[0])\n")
  }

  @Test func `JSON has the races of the query and their reports, with the numbers of the whole`() throws {
    let whole = try object(run("export", "shop-test.log").output)
    let some = try object(run("export", "-q", "fn:Restock", "shop-test.log").output)
    #expect(numbers(some, "reports", "id") == [12, 13, 14])
    #expect(numbers(some, "reports", "race") == [9, 9, 10])
    #expect(numbers(some, "races", "id") == [9, 10])
    let races = try #require(some["races"] as? [[String: Any]])
    #expect(races.map { $0["reports"] as? [Int] } == [[12, 13], [14]])
    #expect(list(some, "reports") == Array(list(whole, "reports")[11...13]))
    #expect(list(some, "races") == Array(list(whole, "races")[8...9]))
    #expect(list(some, "sources") == list(whole, "sources"))
    let none = try run("export", "-q", "nothing", "shop-test.log")
    #expect(none.status == 0 && none.errors == "racetui: no race matches nothing\n")
    #expect(try list(object(none.output), "races").isEmpty && list(object(none.output), "reports").isEmpty)
  }

  @Test func `the other formats have the same races`() throws {
    let whole = try run("export", "--format", "jsonl", "shop-test.log").output.split(separator: "\n")
    let lines = try run("export", "-q", "fn:Restock", "--format", "jsonl", "shop-test.log")
    #expect(lines.output.split(separator: "\n") == Array(whole[11...13]))
    let warnings = try run("export", "-q", "fn:Restock", "--format", "gnu", "shop-test.log").output
    #expect(warnings.split(separator: "\n").count { $0.contains(": warning: ") } == 2)
    #expect(warnings.contains("catalog.go:57:1: note: previous read by goroutine 15"))
    let document = try run("export", "-q", "fn:Restock", "--format", "markdown", "shop-test.log").output
    #expect(document.hasPrefix("2 of 13 races in 20 reports, 1018 lines.\n"))
    #expect(document.split(separator: "\n").count { $0.hasPrefix("## ") } == 2)
  }

  @Test(arguments: ["list", "show", "export"])
  func `reports an invalid query in one line`(_ command: String) throws {
    for (query, why) in [("fn:", "fn: needs text"), ("/a(b/", "/a(b/: Unmatched ( or \\(")] {
      let run = try run(command, "--query", query, "shop-test.log")
      #expect(run.status == 64 && run.output.isEmpty)
      #expect(run.errors == "racetui: --query: \(why)\n")
    }
  }

  @Test(arguments: ["list", "show"])
  func `says when no race matches`(_ command: String) throws {
    let run = try run(command, "-q", "fn:No\u{1B}[31m", "shop-test.log")
    #expect(run.status == 0 && run.errors.isEmpty)
    #expect(run.output == "No race matches fn:No\u{FFFD}[31m; 13 races in 20 reports, 1018 lines.\n")
  }

  @Test func `a list by site takes no query, keys or causes`() throws {
    for option in [["-q", "fn:Restock"], ["--keys"], ["--causes"]] {
      let options = LaunchOptions(workingDirectory: samples)
      let run = try DetachedRun(racetui, ["list", "--by", "site"] + option + ["shop-test.log"], options)
      #expect(run.status == 64 && run.errors.contains("are for races, not for sites"))
    }
  }

  @Test func `keys in the list name the races above them`() throws {
    let keys = try keys("list", "--keys", "shop-test.log")
    #expect(keys.count == 13)
    for (number, key) in keys.enumerated() {
      let run = try run("show", "--race", key, "shop-test.log")
      #expect(run.output.hasPrefix("Race \(number + 1) of 13  "), "\(key)")
    }
  }

  @Test func `causes in the list belong to the accesses above them`() throws {
    // Both accesses of these races call Go's runtime functions for maps.
    let maps = try run("list", "-q", "fn:Restock", "--causes", "shop-test.log").output
    let below = maps.split(separator: "\n").dropFirst().filter { !$0.contains(".go:") }
    #expect(
      below == [
        "        on map (inferred); likely concurrent map access",
        "        on map (inferred); likely concurrent map access", "2 of 13 races in 20 reports, 1018 lines.",
      ])
    // The pool's report does not show the cause of its race.
    let pool = try run("list", "-q", "fn:/Pool..worker/ test:TestRateFeed", "--causes", "shop-test.log")
    #expect(pool.output.contains("R pool.(*Pool).worker") && pool.output.contains("on heap (inferred)\n"))
    let narrow = try run("list", "--causes", "--width", "40", "-q", "fn:Restock", "shop-test.log").output
    #expect(narrow.contains("        on map (inferred); likely concu…\n"))
  }

  /// The keys in a list, in its order.
  private func keys(_ arguments: String...) throws -> [String] {
    let run = try DetachedRun(racetui, arguments, LaunchOptions(workingDirectory: samples))
    return run.output.split(separator: "\n").compactMap { line in
      line.firstMatch(of: #/^ +key ([0-9a-f]{16})$/#).map { String($0.1) }
    }
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private func list(_ document: [String: Any], _ name: String) -> [NSDictionary] {
    (document[name] as? [[String: Any]] ?? []).map { NSDictionary(dictionary: $0) }
  }

  private func numbers(_ document: [String: Any], _ name: String, _ field: String) -> [Int?] {
    (document[name] as? [[String: Any]] ?? []).map { $0[field] as? Int }
  }
}
