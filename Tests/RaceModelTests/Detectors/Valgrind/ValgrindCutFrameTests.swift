import Testing

@testable import RaceModel

/// Frames of Helgrind that a terminal has cut inside a word. Nothing was there, and the rest is on a line of its own.
@Suite struct `Frames of Valgrind that a terminal has cut` {
  private static let top = "   at 0x1091B5: "

  private func read(_ frame: String, cutAt count: Int, _ prefix: String) throws -> ReadLog {
    let lines = """
      Possible data race during write of size 4 at 0x10C018 by thread #2
      Locks held: none
      ¦
         by 0x1091F0: worker (oven.c:20)

      This conflicts with a previous read of size 4 by thread #1
      Locks held: none
         at 0x109215: taste (oven.c:18)
      """.prefixed(prefix + "==7== ")
    return try ReadLog(
      lines.replacing("¦", with: "\(Self.top)\(frame.prefix(count))\n\(frame.dropFirst(count))"))
  }

  private func expectWhole(_ log: ReadLog, _ frame: String, _ what: Comment) {
    #expect(log.stacks == ["\(frame) | worker oven.c:20", "taste oven.c:18"], what)
    #expect(log.entries.map(\.isComplete) == [true], what)
    #expect(log.contradictions == [], what)
  }

  @Test(arguments: ["", "2026-05-03T10:00:01Z "])
  func `anywhere in the name of C, or in its place`(_ prefix: String) throws {
    let frame = "bake_tray (oven_control.c:112)"
    for count in 1..<frame.count {
      let log = try read(frame, cutAt: count, prefix)
      expectWhole(log, "bake_tray oven_control.c:112", "\(frame.prefix(count))")
    }
  }

  @Test func `before the colons of a name of C++`() throws {
    for (first, rest) in [
      ("mill::run(std", "::any const&) (mill.h:290)"), ("mill", "::run(std::any const&) (mill.h:290)"),
      ("mill::run(std::any const&) (mi", "ll.h:290)"), ("mill::run(std::any const&) (mill.h:290", ")"),
    ] {
      let log = try read(first + rest, cutAt: first.count, "")
      expectWhole(log, "mill::run(std::any const&) mill.h:290", "\(first)")
    }
  }

  /// A mail program wraps lines there.
  @Test(arguments: [
    ("operator", "new(unsigned long) (mill.c:3)"), ("void", "fill<int>(int) (mill.c:3)"),
    ("void", "mill::fill<int>(int) (mill.c:3)"), ("mill::Sack::weigh(int)", "const (mill.c:3)"),
    ("grind(int,", "char) (mill.c:3)"), ("grind(unsigned", "int) (mill.c:3)"),
  ])
  func `a blank that a name holds stays`(_ first: String, _ rest: String) throws {
    let log = try read(first + rest, cutAt: first.count, "")
    let name = rest.replacing(" (mill.c:3)", with: "")
    expectWhole(log, "\(first) \(name) mill.c:3", "\(first)")
  }
}
