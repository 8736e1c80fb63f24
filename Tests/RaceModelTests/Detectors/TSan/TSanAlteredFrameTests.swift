import Foundation
import Testing

@testable import RaceModel

/// Frames of which somebody has left out the rest, or that lack a part.
@Suite struct `Frames of ThreadSanitizer that lack their rest` {
  /// A report with a frame in the middle of its first stack.
  private static func report(_ frame: String) -> String {
    """
    WARNING: ThreadSanitizer: data race (pid=12)
      Write of size 8 at 0x7b0400000010 by main thread:
        #0 bump /src/n.c:11:33 (n+0xd3f43)
        #1 \(frame)
        #2 run /src/n.c:70:3 (n+0xd5000)

      Previous read of size 8 at 0x7b0400000010 by main thread:
        #0 peek /src/n.c:40:3 (n+0xd3faa)

    """
  }

  private func read(_ frame: String) throws -> (frame: String?, damage: [Damage]) {
    let log = try ReadLog(Self.report(frame))
    #expect(log.contradictions == [])
    let report = try #require(log.entries.first.flatMap { log.detailed($0) }?.report)
    let frames = log.stacks.first?.components(separatedBy: " | ") ?? []
    #expect(frames.first == "bump /src/n.c:11:33 (n+0xd3f43)")
    #expect(frames.last == "run /src/n.c:70:3 (n+0xd5000)")
    return (frames.count == 3 ? frames[1] : nil, report.damage)
  }

  @Test(arguments: ["...", "[...]", "(...)", "<...>", "[snip]"])
  func `dots in the place of the rest are no file`(_ dots: String) throws {
    for name in ["pond::State::set()", "main", "pond::dive(int, ...)"] {
      let (frame, damage) = try read("\(name) \(dots)")
      #expect(frame == name)
      #expect(damage == [.frame(line: 4)])
    }
  }

  @Test func `dots are the last parameter of some functions`() throws {
    let (frame, damage) = try read("pond::log(char const*, ...) /src/log.c:5:1 (n+0xd4100)")
    #expect(frame == "pond::log(char const*, ...) /src/log.c:5:1 (n+0xd4100)")
    #expect(damage == [])
  }

  @Test func `such a frame is the site of its access`() throws {
    let text = Self.report("middle /src/n.c:28:3 (n+0xd3f50)").replacing(
      "bump /src/n.c:11:33 (n+0xd3f43)", with: "bump() ...")
    let log = try ReadLog(text)
    #expect(log.stacks.first?.hasPrefix("bump() | middle /src/n.c:28:3") == true)
    #expect(log.contradictions == [])
    #expect(log.entries.map(\.isComplete) == [false])
  }

  @Test(arguments: [
    ("middle /src/n.c:? (n+0xd3f50)", "middle /src/n.c (n+0xd3f50)"),
    ("middle n.c:? (n+0xd3f50)", "middle n.c (n+0xd3f50)"),
    ("middle /src/my pond/n.rs:? (n+0xd3f50)", "middle /src/my pond/n.rs (n+0xd3f50)"),
    // The number of a unit of code.
    ("middle tick.1mqhsnvi-cgu.12:? (n+0xd3f50)", "middle (n+0xd3f50)"),
    ("middle ??:? (n+0xd3f50)", "middle (n+0xd3f50)"),
  ])
  func `a file of which the line is not known`(_ text: String, _ expected: String) throws {
    let (frame, damage) = try read(text)
    #expect(frame == expected)
    #expect(damage == [])
  }

  @Test(arguments: ["${_tsan}", "{{.*}}", "${MODULE}"])
  func `a variable in the place of the module`(_ variable: String) throws {
    let (frame, damage) = try read("free ../../src/hooks.cpp:724 \(variable)")
    #expect(frame == "free ../../src/hooks.cpp:724")
    #expect(damage == [])
    let (unknown, _) = try read("free <null> \(variable)")
    #expect(unknown == "free")
  }

  /// Names of Swift hold blanks and dots.
  @Test(arguments: ["Swift.Dictio", "Pond.Duck, by: Swift.In"])
  func `the end of a name that was cut is no file`(_ end: String) throws {
    let name = "closure #1 () -> () in Pond.Duck.quack(to: \(end)"
    let text = Self.report("middle /src/n.c:28:3 (n+0xd3f50)").replacing(
      "peek /src/n.c:40:3 (n+0xd3faa)\n", with: name)
    let log = try ReadLog(text)
    #expect(log.stacks.last == name)
    #expect(log.contradictions == [])
    let report = try #require(log.entries.first.flatMap { log.detailed($0) }?.report)
    #expect(report.damage == [.frame(line: 8)])
  }

  @Test(arguments: [
    "middle crtstuff.c", "middle src/pond.inl", "middle pond.swift", "middle m.4708-cgu.0 (n+0xd3f50)",
  ])
  func `files without a line`(_ text: String) throws {
    #expect(try read(text).frame == text)
  }
}
