import TerminalHarness
import Testing

/// A race has the same cause and subject in every output; the expected ones were worked out by hand from the logs.
@Suite struct RaceCauseTests {
  /// The slice grows in the second report of the shop's second race, but not in the first.
  @Test func `show names the causes of the race, and says which come from another report`() throws {
    let list = try run("list", "--causes", "shop-test.log").output
    #expect(list.contains("likely slice append or copy"))
    let text = try run("show", "--race", "2", "--width", "250", "shop-test.log").output
    let likely = text.split(separator: "\n").filter { $0.hasPrefix("likely   ") }
    let first = try #require(likely.first)
    #expect(
      first.hasPrefix("likely   slice append or copy: ") && first.hasSuffix(", in another report of the race")
    )
    let second = try run("show", "--race", "2", "--report", "2", "--width", "250", "shop-test.log").output
    #expect(second.contains("likely   slice append or copy: ") && !second.contains("in another report"))
  }

  /// The log numbers the locks of locks.c and says which is `mu`, which `other_mu`.
  @Test(arguments: [
    (
      "get_plain",
      "lock missing on one side: the write by thread #2 held mu; the read by thread #3 held no lock (read locks are not printed)"
    ),
    ("get_two", "different locks: the read by thread #9 held other_mu; the write by thread #8 held mu"),
  ])
  func `a cause calls a lock what the sentence calls it`(_ function: String, _ likely: String) throws {
    let text = try run(
      "show", "--query", "fn:\(function)", "--width", "250", "causes/c/locks.helgrind.log"
    ).output
    #expect(text.contains("likely   \(likely)\n"))
  }

  private static func report(_ variable: String, at address: String) -> String {
    """
    ==================
    WARNING: ThreadSanitizer: data race (pid=7)
      Read of size 4 at \(address) by main thread:
        #0 look /src/pond.c:30 (pond+0x20)

      Previous write of size 4 at \(address) by thread T1:
        #0 fill /src/pond.c:12 (pond+0x10)

      Location is global '\(variable)' of size 4 at \(address) (pond+0x40)

      Thread T1 (tid=8, running) created by main thread at:
        #0 pthread_create <null> (pond+0x50)
        #1 main /src/pond.c:40 (pond+0x60)

    SUMMARY: ThreadSanitizer: data race /src/pond.c:30 in look
    ==================

    """
  }

  @Test
  func `a race on several variables is on one of them or others, and its sentence names none`()
    throws
  {
    let log = Self.report("reed", at: "0x000000000010") + Self.report("reed", at: "0x000000000014")
    let several = log + (1...5).map { Self.report("shore\($0)", at: "0x00000000020\($0)") }.joined()
    let one = try explained(log)
    #expect(one.contains(#""shared":"reed""#) && one.contains("package-variable"))
    let two = try explained(log + Self.report("_ZL5shore", at: "0x000000000200"))
    #expect(two.contains(#""shared":null"#) && !two.contains("package-variable"))
    let directory = try TemporaryDirectory()
    try directory.write(several, to: "race.log")
    let list = try run("list", "--causes", "\(directory.path)/race.log").output
    #expect(list.contains("on global reed or 5 others"))
    try directory.write(log + Self.report("_ZL5shore", at: "0x000000000200"), to: "race.log")
    let names = try run("list", "--causes", "\(directory.path)/race.log").output
    #expect(names.contains("on global reed or global shore"))
  }

  /// One line writes both variables, one of them atomically.
  @Test func `what one variable of a race comes from is not said of another one`() throws {
    let directory = try TemporaryDirectory()
    let atomic = Self.report("reed", at: "0x000000000010").replacing(
      "Previous write", with: "Previous atomic write")
    try directory.write(atomic + Self.report("shore", at: "0x000000000200"), to: "race.log")
    func likely(_ report: Int) throws -> Bool {
      let path = "\(directory.path)/race.log"
      return try run("show", "--race", "1", "--report", "\(report)", path).output
        .contains("atomic and plain access mixed")
    }
    #expect(try likely(1))
    #expect(try !likely(2))
  }

  private func explained(_ log: String) throws -> String {
    let directory = try TemporaryDirectory()
    try directory.write(log, to: "race.log")
    return try run("export", "--format", "json", "\(directory.path)/race.log").output
  }
}
