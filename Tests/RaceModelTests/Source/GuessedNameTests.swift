import Testing

@testable import RaceModel

/// The likely subject of a race whose lines leave it uncertain, worked out by hand from the lines.
@Suite struct `A guess at what a race is on` {
  /// Two lines of a function `work(int n)`: the first writes, the second reads.
  struct Lines: CustomTestStringConvertible, Sendable {
    var file: String
    var write: String
    var read: String
    var name: String?
    var testDescription: String { "\(file): \(write)" }

    init(_ file: String, _ write: String, _ read: String, _ name: String?) {
      (self.file, self.write, self.read, self.name) = (file, write, read, name)
    }
  }

  static let lines = [
    // Each thread has its own copy of a loop variable.
    Lines("a.c", "for (int i = 0; i < 30; i++) add(sum);", "for (int i = 0; i < 30; i++) add(sum);", "sum"),
    Lines("a.c", "fill(total);", "drain(total);", "total"),
    Lines("a.c", "f(x)->top = 1;", "return top;", "top"),
    Lines("a.cpp", "size_t size = fill(queue_);", "drain(queue_, size);", "queue_"),
    Lines("a.cpp", "for (auto& job : jobs_) run(job);", "for (auto& job : jobs_) show(job);", "jobs_"),
    Lines("a.rs", "let left = take(COUNT);", "use_both(left, COUNT);", "COUNT"),
    Lines("a.swift", "let left = take(count)", "print(left, count)", "count"),
    Lines("a.go", "total, err = run()", "show(total)", "total"),
    Lines(
      "a.go", "for i, job := range jobs { run(i, job) }", "for i, job := range jobs { show(i, job) }", "jobs"),
    // Two candidates, a parameter, a local variable, a function, a type.
    Lines("a.c", "fill(left, right);", "drain(left, right);", nil),
    Lines("a.go", "fill(v)", "drain(v)", nil),
    Lines("a.c", "fill(n);", "drain(n);", nil), Lines("a.c", "fill(p);", "drain(p);", nil),
    Lines("a.go", "fill(n)", "drain(n)", nil),
    Lines("a.swift", "fill(n)", "drain(n)", nil), Lines("a.rs", "fill(n);", "drain(n);", nil),
    Lines("a.c", "char *text = fill();", "drain(text);", nil), Lines("a.c", "fill();", "fill();", nil),
    Lines("a.cpp", "Pool::fill();", "Pool::fill();", nil),
    Lines("a.swift", "Pool.fill()", "Pool.fill()", nil),
    // The line leaves no doubt.
    Lines("a.c", "total = 1;", "return total;", nil),
    Lines("a.go", "total, err = run()", "print(total)", nil),
  ]

  @Test(arguments: lines) func `is the only name that both lines have and threads share`(_ lines: Lines)
    throws
  {
    let head =
      switch lines.file {
      case "a.go": "package a\nfunc work(n int, v interface{}) int {"
      case "a.rs": "\nfn work(n: i32) -> i32 {"
      case "a.swift": "\nfunc work(_ n: Int) -> Int {"
      default: "\nint work(int n, struct pond *p) {"
      }
    let folder = try SourceFolder([lines.file: "\(head)\n\(lines.write)\n\(lines.read)\n}\n"])
    #expect(try testimony(folder, lines.file, "data race").guessedName == lines.name)
  }

  @Test func `is not made for a lock order`() throws {
    let folder = try SourceFolder([
      "a.c": "\nint work(int n) {\npthread_mutex_lock(mu);\npthread_mutex_lock(mu);\n}\n"
    ])
    #expect(try testimony(folder, "a.c", "lock-order-inversion (potential deadlock)").guessedName == nil)
    let race = try testimony(folder, "a.c", "data race")
    #expect(race.guessedName == "mu", "a race on the lock itself")
  }

  private func testimony(_ folder: SourceFolder, _ file: String, _ title: String) throws -> SourceTestimony {
    let isGo = file.hasSuffix(".go")
    let log = try ReadLog(
      isGo
        ? CauseExamples.go(at: "0x00c00001a0f0", write: "a.work a.go:3", read: "a.work a.go:4")
          .replacing("/src/app/", with: folder.path + "/")
        : CauseExamples.tsan(
          title: title, first: "Write of size 4 at 0x000000000010 by thread T1",
          firstStack: "work \(folder.path)/\(file):3",
          second: "Previous read of size 4 at 0x000000000010 by main thread",
          secondStack: "work \(folder.path)/\(file):4"))
    let detail = try #require(log.entries.first.flatMap { log.detailed($0) })
    return SourceWitness(SourceFinder(directory: folder.path)).testimony(of: detail, logModified: nil)
  }
}
