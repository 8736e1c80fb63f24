import GrammarExamples
import Testing

@testable import RaceText

/// A fact has the same words wherever it is told, and is told once.
@Suite struct `What is known of a race` {
  /// A report of ThreadSanitizer: `fill` writes, `look` does something.
  ///
  /// - Parameters:
  ///   - held: the locks of `fill`.
  ///   - other: those of `look`.
  private static func report(
    _ verb: String = "read", held: String = "", other: String = "", at address: String = "0x000000000010",
    sections: String = ""
  ) -> String {
    """
    ==================
    WARNING: ThreadSanitizer: data race (pid=7)
      Write of size 4 at \(address) by thread T1\(held):
        #0 fill /src/pond.c:12 (pond+0x10)

      Previous \(verb) of size 4 at \(address) by main thread\(other):
        #0 look /src/pond.c:30 (pond+0x20)

    \(sections)SUMMARY: ThreadSanitizer: data race /src/pond.c:12 in fill
    ==================

    """
  }

  /// The same on a global variable.
  private static func report(on variable: String, at address: String = "0x000000000010") -> String {
    report(
      at: address,
      sections: "  Location is global '\(variable)' of size 4 at \(address) (pond+0x40)\n\n")
  }

  /// One report on `reed`, one on `shore`: their race is on neither alone.
  private static let several = report(on: "reed") + report(on: "shore", at: "0x000000000200")

  /// The lines about a fact in the text of an issue.
  private func lines(_ label: String, _ log: String) throws -> [Substring] {
    try exported(log, "markdown").split(separator: "\n").filter { $0.hasPrefix("- \(label): ") }
  }

  @Test(arguments: ["markdown", "html", "junit", "sarif", "github", "gitlab", "teamcity", "json"])
  func `a race on several variables has one sentence in every export`(_ format: String) throws {
    let text = try exported(Self.several, format)
    #expect(text.contains("fill writes what look reads, neither with a lock"))
    #expect(!text.contains("fill writes reed") && !text.contains("fill writes shore"))
  }

  @Test func `a race on several variables is on none of them alone, nor is one of them to blame`() throws {
    #expect(try lines("on", Self.report(on: "reed")) == ["- on: `global reed`"])
    #expect(try lines("likely", Self.report(on: "reed")).count == 1)
    #expect(try lines("on", Self.several) == ["- on: `global reed or global shore`"])
    #expect(try lines("likely", Self.several).isEmpty)
  }

  @Test(arguments: [
    ("", "read", ""), (" (mutexes: write M0)", "read", ""),
    (" (mutexes: write M0)", "read", " (mutexes: write M1)"),
    // A lock alone fixes none of these.
    ("", "atomic read", ""), (" (mutexes: write M0)", "atomic read", ""),
  ])
  func `nothing is said twice of locks, and nothing where none would help`(
    _ held: String, _ verb: String, _ other: String
  ) throws {
    #expect(try lines("locks", Self.report(verb, held: held, other: other)).isEmpty)
  }

  @Test func `where a lock was made is said beside the sentence that names it`() throws {
    let made = """
        Mutex M0 (0x7b1000000000) created at:
          #0 pthread_mutex_init <null> (pond+0x40)
          #1 lock_shore /src/pond.c:60 (pond+0x41)


      """
    #expect(
      try lines("locks", Self.report(held: " (mutexes: write M0)", sections: made)) == [
        "- locks: `A holds M0 to write (first seen in lock_shore pond.c:60)`"
      ])
  }

  /// Helgrind prints no read locks, so the sentence says nothing of locks.
  @Test func `what the locks alone say is said`() throws {
    let log = """
      ==7== Possible data race during write of size 4 at 0x10C014 by thread #1
      ==7== Locks held: none
      ==7==    at 0x109532: bake (oven.c:2)
      ==7==
      ==7== This conflicts with a previous read of size 4 by thread #2
      ==7== Locks held: none
      ==7==    at 0x109540: cool (oven.c:3)
      ==7==

      """
    #expect(
      try lines("locks", log) == ["- locks: `no lock held on either side (read locks are not printed)`"])
  }

  @Test func `what is inferred is marked`() throws {
    #expect(try lines("on", GoExamples.plain) == ["- on: `heap (inferred from the address)`"])
    #expect(
      try lines("fork", GoExamples.plain) == [
        "- fork: `main.main, line 13 leads to A, line 14 to B (inferred)`"
      ])
  }

  @Test func `names of variables are readable in every export`() throws {
    #expect(try lines("on", Self.report(on: "_ZL5shore")) == ["- on: `global shore`"])
    #expect(try exported(Self.report(on: "_ZL5shore"), "html").contains("<dt>on</dt><dd>global shore</dd>"))
  }
}
