import TerminalHarness
import Testing

/// The sentence for every race of the shop, written from its sources beforehand: true, or silent.
@Suite struct VerdictTests {
  /// By the places of both sides.
  private static let sentences = [
    // All workers count in one field; pool.go uses no locks.
    "pool.go:32 pool.go:32":
      "two goroutines run Pool.worker, which does p.Finished++ without a lock",
    // append to a field of a shared cart.
    "cart.go:24 cart.go:24":
      "two goroutines run Cart.Add, which does c.lines = append(c.lines, it) without a lock",
    "cart.go:37 cart.go:24": "Cart.Total reads c.lines and Cart.Add writes it, neither with a lock",
    "price.go:17 price.go:12": "price.Convert reads rate and price.SetRate writes it, neither with a lock",
    // Put holds the lock that Get and Find do not take.
    "catalog.go:50 catalog.go:45":
      "Catalog.Get reads c.items without a lock; Catalog.Put writes it holding c.mu",
    "catalog.go:45 catalog.go:57":
      "Catalog.Put writes c.items holding c.mu; Catalog.Find reads it without a lock",
    // Library code is on these stacks: nothing is said about locks.
    "web.go:40 web.go:40": "two goroutines run Server.count, which does s.hits++",
    "web.go:36 web.go:36": "two goroutines run Server.logged.func1; both write s.last",
    "catalog.go:26 catalog.go:27":
      "two goroutines run catalog.Default; one reads shared, the other writes it, neither with a lock",
    "jobs.go:52 jobs.go:52":
      "two goroutines run Runner.setState; both write r.state, neither with a lock",
    "cart_test.go:30 cart_test.go:30":
      "two goroutines run cart.TestCart.func4, which does checked++ without a lock",
  ]

  @Test func `says what is shared, who does what to it, and under which lock`() throws {
    var said: Set<String> = []
    for race in 1...13 {
      let text = try run(
        "show", "--race", "\(race)", "--width", "250", "--source", "shop", "shop-test.log"
      ).output
      let why = text.split(separator: "\n").filter { $0.hasPrefix("why      ") }
      #expect(why.count == 1)
      said.formUnion(why.map { String($0.dropFirst(9)) })
    }
    for (places, sentence) in Self.sentences {
      #expect(said.contains("\(sentence) (from the source)"), "\(places)")
    }
  }

  @Test func `exports and check say it too`() throws {
    let sentence = "Catalog.Get reads c.items without a lock; Catalog.Put writes it holding c.mu"
    for command in [["export", "--format", "teamcity"], ["check", "--format", "teamcity"]] {
      func text(_ options: String...) throws -> String {
        try DetachedRun(
          racetui, command + options + ["shop-test.log"], LaunchOptions(workingDirectory: samples)
        ).output
      }
      #expect(try text("--source", "shop").contains(sentence), "\(command[0])")
      #expect(try !text().contains("holding c.mu"), "\(command[0])")
    }
  }

  /// Both lines of catalog.go are about `c.items`.
  @Test(arguments: ["markdown", "html", "sarif", "github", "gitlab", "teamcity", "gnu"])
  func `the title of a race names the variable in every export`(_ format: String) throws {
    func text(_ options: [String]) throws -> String {
      try DetachedRun(
        racetui, ["export", "--format", format] + options + ["shop-test.log"],
        LaunchOptions(workingDirectory: samples)
      ).output
    }
    func title(_ name: String) -> String { "ata race on " + (format == "markdown" ? "`\(name)`" : name) }
    #expect(try text([]).contains(title("map")))
    let named = try text(["--source", "shop"])
    #expect(named.contains(title("c.items")) && !named.contains(title("map")))
  }

  /// Readers follow a test by its name.
  @Test func `the name of a test is the same with and without the source`() throws {
    func names(_ options: [String]) throws -> [String] {
      let run = try DetachedRun(
        racetui, ["export", "--format", "junit"] + options + ["shop-test.log"],
        LaunchOptions(workingDirectory: samples))
      return run.output.matches(of: #/<testcase name="[^"]*"/#).map { String($0.0) }
    }
    let plain = try names([])
    #expect(plain.count == 13)
    #expect(try names(["--source", "shop"]) == plain)
  }

  @Test func `without the source it says what the report says`() throws {
    let text = try run("show", "--race", "5", "--width", "250", "shop-test.log").output
    #expect(
      text.contains("why      Catalog.Get reads a map; Catalog.Put writes it\n")
        || text.contains("why      Catalog.Put writes"))
    #expect(!text.contains("holding"))
  }

  /// The memory that the runtime accesses for a send and a close is not the program's.
  @Test func `a channel is closed and sent on, not read and written`() throws {
    let directory = try TemporaryDirectory()
    try directory.write(
      """
      ==================
      WARNING: DATA RACE
      Write at 0x00c0000a4010 by goroutine 10:
        runtime.closechan()
            /usr/local/go/src/runtime/chan.go:414 +0x0
        pond.(*Feed).Stop()
            /src/pond/feed.go:34 +0x38

      Previous read at 0x00c0000a4010 by goroutine 7:
        runtime.chansend()
            /usr/local/go/src/runtime/chan.go:176 +0x0
        pond.(*Feed).loop()
            /src/pond/feed.go:16 +0x116
      ==================

      """, to: "race.log")
    let text = try run("show", "--race", "1", "--width", "250", "\(directory.path)/race.log").output
    #expect(text.contains("why      Feed.Stop closes a channel that Feed.loop sends on\n"))
    #expect(text.contains("likely   channel closed while others may send: "))
  }

  @Test(arguments: [
    (
      " (mutexes: write M0)", "read", "",
      "fill writes memory while it holds lock M0; look reads it without a lock"
    ),
    ("", "read", "", "fill writes what look reads, neither with a lock"),
    ("", "write", "", "fill and look write the same memory, neither with a lock"),
    (
      " (mutexes: write M0)", "write", " (mutexes: write M1)",
      "fill writes memory while it holds lock M0; look writes it holding lock M1"
    ),
    (
      " (mutexes: read M0)", "read", " (mutexes: read M0)",
      "fill writes memory while it holds lock M0 only to read; look reads it holding lock M0 only to read"
    ),
    ("", "atomic read", "", "fill writes what look atomically reads"),
  ])
  func `agrees with the locks that a report prints`(
    _ held: String, _ verb: String, _ other: String, _ expected: String
  ) throws {
    let directory = try TemporaryDirectory()
    try directory.write(
      """
      ==================
      WARNING: ThreadSanitizer: data race (pid=7)
        Write of size 4 at 0x7b0400000010 by thread T1\(held):
          #0 fill /src/pond.c:12 (pond+0x10)

        Previous \(verb) of size 4 at 0x7b0400000010 by main thread\(other):
          #0 look /src/pond.c:30 (pond+0x20)

      SUMMARY: ThreadSanitizer: data race /src/pond.c:12 in fill
      ==================

      """, to: "race.log")
    let text = try run("show", "--race", "1", "--width", "250", "\(directory.path)/race.log").output
    #expect(text.contains("why      \(expected)\n"))
  }
}
