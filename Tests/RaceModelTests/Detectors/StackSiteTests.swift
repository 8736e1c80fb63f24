import Testing

@testable import RaceModel

/// A frame that is plumbing in the middle of one stack can be the only frame of another: what an index remembers of
/// stacks must not depend on their position.
@Suite struct `Sites of stacks` {
  /// The function at the site of each report's first access.
  private func sites(_ log: ReadLog) -> [String?] {
    log.entries.map { entry in entry.first.flatMap { log.index[$0.site]?.function } }
  }

  /// The functions of each report's first stack, and its site: the first function that is not plumbing, else the first
  /// one.
  private static let stacks: [(functions: [String], site: String)] = [
    (["memcpy", "std::copy", "fill"], "fill"), (["std::copy"], "std::copy"), (["std::copy", "fill"], "fill"),
    (["memcpy"], "memcpy"), (["fill", "memcpy"], "fill"), (["memcpy", "std::copy"], "memcpy"),
    (["std::copy", "fill"], "fill"),
  ]

  private static let places = [
    "memcpy": (helgrind: "(vg_replace_strmem.c:1028)", tsan: "<null> (shop+0x10)"),
    "std::copy": (
      helgrind: "(stl_algobase.h:5)", tsan: "/usr/include/c++/12/bits/stl_algobase.h:5 (shop+0x20)"
    ),
    "fill": (helgrind: "(cart.c:7)", tsan: "/src/cart.c:7 (shop+0x30)"),
  ]

  @Test func `are the same in Helgrind's reports whatever came before`() throws {
    let reports = Self.stacks.enumerated().map { number, stack in
      let frames = stack.functions.enumerated().map { index, name in
        "==7==    \(index == 0 ? "at" : "by") 0x4\(number)\(index): \(name) \(Self.places[name]?.helgrind ?? "")\n"
      }
      return "==7== ----------------------------------------------------------------\n==7==\n"
        + "==7== Possible data race during write of size 4 at 0x10C040 by thread #1\n==7== Locks held: none\n"
        + frames.joined() + "==7==\n"
        + "==7== This conflicts with a previous read of size 4 by thread #2\n==7== Locks held: none\n"
        + "==7==    at 0x500: total (cart.c:9)\n==7==\n"
    }
    #expect(sites(try ReadLog(reports.joined())) == Self.stacks.map(\.site))
  }

  @Test func `are the same in ThreadSanitizer's reports whatever came before`() throws {
    let reports = Self.stacks.map { stack in
      let frames = stack.functions.enumerated().map { index, name in
        "    #\(index) \(name) \(Self.places[name]?.tsan ?? "")\n"
      }
      return "==================\nWARNING: ThreadSanitizer: data race (pid=7)\n"
        + "  Write of size 4 at 0x7b0400000010 by thread T1:\n" + frames.joined() + "\n"
        + "  Previous read of size 4 at 0x7b0400000010 by main thread:\n    #0 total /src/cart.c:9 (shop+0x40)\n\n"
        + "SUMMARY: ThreadSanitizer: data race\n==================\n"
    }
    #expect(sites(try ReadLog(reports.joined())) == Self.stacks.map(\.site))
  }

  /// The second report's stack follows a line that is not an access, so its first frame opens it. It is long enough to
  /// be remembered.
  @Test func `are not taken from a stack that is not a side`() throws {
    let dashes = "==7== ----------------------------------------------------------------\n==7==\n"
    let frame =
      "==7==    at 0x401: memcpy (vg_replace_strmem.c:1028)\n==7==    by 0x402: fill (cart.c:7)\n"
      + "==7==    by 0x403: std::copy (stl_algobase.h:5)\n"
    let misuse =
      dashes + "==7== Thread #1 unlocked a not-locked lock at 0x10C080\n" + frame
      + "==7==  Lock at 0x10C080 was first observed\n" + frame + "==7==\n"
    let race =
      dashes + "==7== Possible data race during write of size 4 at 0x10C040 by thread #1\n"
      + "==7== Locks held: none\n" + frame + "==7==\n"
      + "==7== This conflicts with a previous read of size 4 by thread #2\n==7== Locks held: none\n" + frame
      + "==7==\n"
    let log = try ReadLog(misuse + race + misuse + race)
    #expect(sites(log) == ["fill", "fill", "fill", "fill"])
    #expect(
      log.entries.map { $0.second.flatMap { log.index[$0.site]?.function } } == [nil, "fill", nil, "fill"])
  }
}
