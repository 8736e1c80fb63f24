import Testing

@testable import RaceModel

/// The subject of a Swift access race, worked out by hand from the lines.
@Suite struct `The name of what a Swift access race is on` {
  /// Lines of two functions of one file, and the expected name; nil where the line of the second access is not in the report.
  @Test(
    arguments: [
      // What is handed over as `inout`.
      ("grow(&store.items)", "grow(&store.items)", "store.items"),
      ("fill(&box.names, \"a\")", "b.names.count", "box.names"),
      ("swap(&a.left, &a.right)", "a.left = 2", "a.left"), ("grow(&pool[2].items)", "use()", nil),
      ("grow(&store.items)", "grow(&store.names)", nil), ("n = a & b.c", "use()", "n"),
      // What a method is called of that the other line names, too.
      ("c.points.append(p)", "print(c.points.count, c.origin.x)", "c.points"),
      ("c.points.append(c.last.next())", "print(c.points.count, c.last)", nil),
      ("c.points.append(p)", "print(c.origin)", nil),
      ("Task.detached { c.seen.append(1) }", "c.seen.append(2)", "c.seen"),
      // One line does if the other one is not known.
      ("hits += 1; return storage[k]", nil, "hits"), ("c.seen.append(i)", nil, "c.seen"),
      ("grow(&store.items)", nil, "store.items"), ("c.seen.append(d.next())", nil, nil),
    ] as [(String, String?, String?)])
  func `is that of a variable or a property`(_ first: String, _ second: String?, _ name: String?) throws {
    let folder = try SourceFolder([
      "pond.swift": "func fish() {\n\(first)\n}\nfunc look() {\n\(second ?? "use()")\n}\n"
    ])
    let line = second == nil ? "" : ":5"
    let log = try ReadLog(
      CauseExamples.tsan(
        title: "Swift access race",
        first: "Modifying access of Swift variable at 0x000000000010 by main thread",
        firstStack: "$s4pond4fishyyF \(folder.path)/pond.swift:2",
        second: "Previous write of size 1 at 0x000000000010 by thread T1",
        secondStack: "$s4pond4lookyyF \(folder.path)/pond.swift\(line)"))
    let detail = try #require(log.entries.first.flatMap { log.detailed($0) })
    #expect(detail.report.kind == .swiftAccessRace)
    let witness = SourceWitness(SourceFinder(directory: folder.path))
    #expect(witness.testimony(of: detail, logModified: nil).written?.name == name)
  }

  /// A script has no function around its lines.
  @Test func `is found in a script`() throws {
    let folder = try SourceFolder([
      "pond.swift":
        "let store = Store()\ngo { grow(&store.items) }\ngrow(&store.items)\nclass Pond {\n  let a = 1\n}\n"
    ])
    func name(_ line: Int) throws -> String? {
      let log = try ReadLog(
        CauseExamples.tsan(
          title: "Swift access race",
          first: "Modifying access of Swift variable at 0x000000000010 by main thread",
          firstStack: "main \(folder.path)/pond.swift:\(line)",
          second: "Previous modifying access of Swift variable at 0x000000000010 by thread T1",
          secondStack: "$s4pondyyYbcfU_ \(folder.path)/pond.swift:2"))
      let detail = try #require(log.entries.first.flatMap { log.detailed($0) })
      let witness = SourceWitness(SourceFinder(directory: folder.path))
      return witness.testimony(of: detail, logModified: nil).written?.name
    }
    #expect(try name(3) == "store.items")
    // A line of a type is none of the script's: the file is another one.
    #expect(try name(5) == "store.items")
  }

  /// Xcode prints names as people write them, with types.
  @Test func `is found by demangled names`() throws {
    let folder = try SourceFolder([
      "pond.swift": "class Heron {\n  func fish(by n: Int) -> Int {\n    hunger -= n\n    return n\n  }\n}\n"
    ])
    let frame = "#0 pond.Heron.fish(by: Swift.Int) -> Swift.Int \(folder.path)/pond.swift:3:5 (pond+0x10)"
    let log = try ReadLog(
      """
      WARNING: ThreadSanitizer: data race (pid=1)
        Write of size 8 at 0x7b0400000010 by thread T1:
          \(frame)

        Previous write of size 8 at 0x7b0400000010 by main thread:
          \(frame)

      SUMMARY: ThreadSanitizer: data race pond.swift:3 in pond.Heron.fish(by: Swift.Int) -> Swift.Int

      """)
    let detail = try #require(log.entries.first.flatMap { log.detailed($0) })
    let witness = SourceWitness(SourceFinder(directory: folder.path))
    #expect(witness.testimony(of: detail, logModified: nil).written?.name == "hunger")
  }
}
