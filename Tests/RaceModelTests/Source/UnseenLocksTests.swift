import Testing

@testable import RaceModel

/// What an empty list of locks says, by the language of the stack and by the line.
@Suite struct `No lock in a report` {
  /// The innermost frame of the write, and what is known of its locks.
  @Test(arguments: [
    ("take /src/pond.cpp:7", VerdictFacts.Locks.none), ("take /src/pond.rs:7", .unknown),
    ("$s4pond4takeyyF /src/pond.swift:7", .unknown),
    ("$s4pond4takeyyFTf4d_nTY14_ /<compiler-generated>", .unknown),
    ("$s4pond4takeyyF <null>", .unknown),
  ])
  func `says nothing of languages whose locks the detector does not see`(
    _ frame: String, _ locks: VerdictFacts.Locks
  ) throws {
    let log = try ReadLog(
      CauseExamples.tsan(
        first: "Write of size 4 at 0x000000000010 by thread T1", firstStack: frame,
        second: "Previous read of size 4 at 0x000000000010 by main thread",
        secondStack: "look /src/pond.cpp:9"))
    let detail = try #require(log.entries.first.flatMap { log.detailed($0) })
    let facts = try #require(VerdictFacts(detail.report, detail.frames, subject: nil))
    #expect(facts.sides.a?.locks == locks)
  }

  /// A line of C, and whether the source says that no lock is held there.
  @Test(arguments: [
    ("flag = 1;", true), ("__atomic_store_n(&flag, 1, __ATOMIC_RELEASE);", false),
    ("atomic_store(&flag, 1);", false),
    ("__sync_fetch_and_add(&flag, 1);", false),
  ])
  func `is not missed beside an atomic operation`(_ line: String, _ isNone: Bool) throws {
    let folder = try SourceFolder([
      "pond.c": "void take(void) {\n  \(line)\n}\nint look(void) {\n  return flag;\n}\n"
    ])
    let log = try ReadLog(
      CauseExamples.tsan(
        first: "Write of size 4 at 0x000000000010 by thread T1", firstStack: "take \(folder.path)/pond.c:2",
        second: "Previous read of size 4 at 0x000000000010 by main thread",
        secondStack: "look \(folder.path)/pond.c:5"))
    let detail = try #require(log.entries.first.flatMap { log.detailed($0) })
    let testimony = SourceWitness(SourceFinder(directory: folder.path)).testimony(
      of: detail, logModified: nil)
    #expect(testimony.locks.a?.isNone == isNone)
  }
}
