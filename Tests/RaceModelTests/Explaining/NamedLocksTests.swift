import Testing

@testable import RaceModel
@testable import RaceText

/// Locks that a report only numbers, and what the source of both functions calls them.
@Suite struct `The names of numbered locks` {
  private static let source = """
    #include <mutex>

    std::mutex flour, water;
    int dough;

    void knead() {
      std::scoped_lock both(flour, water);
      dough = 1;
    }

    int look() {
      std::lock_guard<std::mutex> one(flour);
      return dough;
    }

    int peek() { return dough; }

    """

  @Test(arguments: [
    // One lock on each side: which is which is known.
    (
      "(mutexes: write M4)", "look() /src/app/oven.cpp:13", "(mutexes: write M4)",
      "look() /src/app/oven.cpp:13",
      "two threads run look; one writes dough, the other reads it, both holding flour"
    ),
    // Several on one side, none on the other.
    (
      "(mutexes: write M4, write M7)", "knead() /src/app/oven.cpp:8", "", "peek() /src/app/oven.cpp:16",
      "knead writes dough holding flour and water; peek reads it without a lock"
    ),
    // The report has one lock more than the source: it is the caller's.
    (
      "(mutexes: write M1, write M4, write M7)", "knead() /src/app/oven.cpp:8", "",
      "peek() /src/app/oven.cpp:16",
      "knead writes dough holding locks M1, M4 and 1 more; peek reads it without a lock"
    ),
    // Both sides hold some: which of the two is the same one is not known.
    (
      "(mutexes: write M4, write M7)", "knead() /src/app/oven.cpp:8", "(mutexes: write M4)",
      "look() /src/app/oven.cpp:13",
      "knead writes dough holding locks M4 and M7; look reads it holding lock M4"
    ),
  ])
  func `are those of the source only if nothing else fits`(
    _ held: String, _ writer: String, _ other: String, _ reader: String, _ expected: String
  ) throws {
    let folder = try SourceFolder(["app/oven.cpp": Self.source])
    let log = try ReadLog(
      CauseExamples.tsan(
        first: "Write of size 4 at 0x000000000010 by thread T1 \(held)", firstStack: writer,
        second: "Previous read of size 4 at 0x000000000010 by main thread \(other)", secondStack: reader))
    let detail = try #require(log.entries.first.flatMap { log.detailed($0) })
    let testimony = SourceWitness(SourceFinder(directory: folder.path)).testimony(
      of: detail, logModified: nil)
    #expect(Verdict(detail, detail.analyzed().weighed(by: testimony, detail))?.text == expected)
  }
}
