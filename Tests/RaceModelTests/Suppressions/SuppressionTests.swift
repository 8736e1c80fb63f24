import Testing

@testable import RaceModel

/// Each detector's matching rules, tried with a program written for this purpose (docs/suppressions.md).
@Suite struct `Suppressions` {
  private static let log = """
    ==================
    WARNING: ThreadSanitizer: data race (pid=7)
      Write of size 4 at 0x000000000010 by thread T1:
        #0 bump /src/r.c:4 (r+0x10)
        #1 run /src/r.c:5 (r+0x11)

      Previous write of size 4 at 0x000000000010 by main thread:
        #0 bump /src/r.c:4 (r+0x10)
        #1 main /src/r.c:6 (r+0x12)

      Location is global 'counter' of size 4 at 0x000000000010 (r+0x40)

      Thread T1 (tid=9, running) created by main thread at:
        #0 pthread_create <null> (libtsan+0x5)
        #1 start /src/r.c:8 (r+0x13)

    SUMMARY: ThreadSanitizer: data race /src/r.c:4 in bump
    ==================

    """

  /// What GCC's ThreadSanitizer did with each rule; `^start$` is a creation frame.
  @Test(arguments: [
    ("race:bump", true), ("race:^bump$", true), ("race:^bum$", false), ("race:b*p$", true),
    ("race_top:^bump$", true),
    ("race_top:^run$", false), ("race:^run$", true), ("race:^main$", true), ("race:r.c", true),
    ("race:r.c:4", false),
    ("race:^counter$", true), ("race:", true), ("race:^start$", false), ("deadlock:bump", false),
    ("mutex:bump", false),
  ])
  func `hide what the detector hides with them`(_ line: String, _ isHidden: Bool) throws {
    let log = try ReadLog(Self.log)
    let detail = try #require(log.entries.first.flatMap { log.detailed($0) })
    let rule = try #require(SuppressionFile(text: line).rules.first?.rule)
    #expect(rule.hides(detail) == isHidden)
    #expect(rule.line == line)
  }

  @Test(arguments: [
    ("ab", "xaby", true), ("^ab", "xab", false), ("^ab", "abx", true), ("ab$", "xab", true),
    ("ab$", "abx", false),
    ("^a*c$", "abbc", true), ("^a*c$", "abbcd", false), ("a*b*c", "xaxbxc", true), ("a*b*c", "acb", false),
    ("*", "x", true), ("x", "", false), ("^(*box).set$", "(*box).set", true),
    ("^main.(*box).set$", "main.(*bax).set", false),
  ])
  func `patterns match as the runtime's do`(_ pattern: String, _ name: String, _ holds: Bool) {
    #expect(SuppressionPattern(pattern).matches(name) == holds)
  }

  @Test func `a name that contains an end sign is matched by its beginning`() {
    let pattern = SuppressionPattern(name: "main::$_0::operator()() const")
    #expect(pattern.text == "^main::")
    #expect(pattern.matches("main::$_0::operator()() const"))
  }

  @Test func `candidates begin with the narrowest`() throws {
    let log = try ReadLog(Self.log)
    let detail = try #require(log.entries.first.flatMap { log.detailed($0) })
    #expect(
      Suppression.candidates(detail, name: "x").map(\.text) == [
        "race_top:^bump$", "race:^bump$", "race:^counter$", "race:r.c",
      ])
  }

  @Test func `Valgrind has a block for either side, down to the site`() throws {
    let log = try ReadLog(
      """
      ==7== Possible data race during write of size 4 at 0x10C040 by thread #1
      ==7== Locks held: none
      ==7==    at 0x109182: bump (r.c:4)
      ==7==    by 0x1091EF: main (r.c:6)
      ==7==
      ==7== This conflicts with a previous write of size 4 by thread #2
      ==7== Locks held: none
      ==7==    at 0x1091A7: Pond::fill(int) (pond.cpp:5)
      ==7==    by 0x484A7A6: mythread_wrapper (hg_intercepts.c:406)

      """)
    let detail = try #require(log.entries.first.flatMap { log.detailed($0) })
    let all = Suppression.candidates(detail, name: "race-x")
    #expect(
      all.map(\.text) == [
        """
        {
           race-x
           Helgrind:Race
           fun:bump
           ...
        }
        {
           race-x
           Helgrind:Race
           src:pond.cpp:5
           ...
        }
        """
      ])
    #expect(all.first?.hides(detail) == true)
  }

  @Test func `a file's faults are reported by line`() {
    let file = SuppressionFile(
      text: "# c\r\nrace:a\r\n\nrace:a.go:18\nraces:b\nrace:_ZN3foo\nrace:\nnothing\n")
    #expect(file.faults.map(\.line) == [4, 5, 6, 7, 8])
    #expect(file.faults.map(\.fault.isFatal) == [false, true, false, false, true])
    #expect(file.rules.map(\.line) == [2, 4, 6, 7])
  }
}
