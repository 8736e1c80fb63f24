import Testing

@testable import RaceModel

/// Frames of which a viewer has shown no more than fits its width.
@Suite struct `KCSAN frames cut at a column` {
  private static let prefixes = ["", "> ", "[   12.345678] "]

  private func read(_ frames: [String], _ prefix: String, end: String = "\n") throws -> ReadLog {
    let text = KCSANText.prefixed(KCSANText.stack(frames)) { _ in prefix }
    return try ReadLog(text.replacing("\n", with: end))
  }

  @Test(
    arguments: [
      "mill_grind+0x5c/0x90 drivers/mill/gri", "mill_grind+0x5c/0x90 drivers/mill/grind.c",
      "mill_grind+0x5c/0x90 drivers/mill/grind.c:", "mill_grind+0x5c/0x90 dri",
      "mill_grind+0x5c/0x90 [mi", "mill_grind+0x5c/0x90 [", "mill_grind+0x5c/0x90 [mill 4fe",
      "mill_grind+0x5c/0x", "mill_grind+0x5c/", "mill_grind+0x",
      "mill_grind (drivers/mill/gri", "mill_grind (drivers/mill/grind.c:",
      "mill_grind (drivers/mill/grind.c:8", "mill_grind (drivers/mill/mill.h:21 drivers/mi",
      "mill_grind (dri",
    ], prefixes)
  func `keep their function`(_ line: String, _ prefix: String) throws {
    for end in ["\n", "\r\n"] {
      let log = try read([line, "shop_open (kernel/shop.c:7)", "shop_run+0x12/0x60"], prefix, end: end)
      #expect(log.stacks == ["mill_grind | shop_open kernel/shop.c:7 | shop_run"])
      let report = try #require(log.entries.first.flatMap { log.detailed($0) }?.report)
      #expect(report.damage == [.frame(line: 3)])
      #expect(report.notes.isEmpty)
      #expect(log.contradictions == [])
    }
  }

  @Test(arguments: prefixes)
  func `one below the other are no places of each other`(_ prefix: String) throws {
    let log = try read(
      [
        "mill_grind (drivers/mill/grind_and_sieve.c:", "shop_open (drivers/shop/open_",
        "shop_run (drivers/shop/run.c:", "kthread (kernel/kthread.c:376)",
      ], prefix)
    #expect(log.stacks == ["mill_grind | shop_open | shop_run | kthread kernel/kthread.c:376"])
    let report = try #require(log.entries.first.flatMap { log.detailed($0) }?.report)
    #expect(report.damage == [.frame(line: 3), .frame(line: 4), .frame(line: 5)])
  }

  @Test(
    arguments: [
      "mill_grind+0x5c/0x90 drivers/mill/gri¦nd.c:70", "mill_grind (drivers/mill/gri¦nd.c:70)",
    ], prefixes)
  func `go on in the next line`(_ line: String, _ prefix: String) throws {
    let frames = line.split(separator: "¦").map(String.init) + ["shop_run+0x12/0x60"]
    let log = try read(frames, prefix)
    #expect(log.stacks == ["mill_grind drivers/mill/grind.c:70 | shop_run"])
    #expect(log.entries.map(\.isComplete) == [true])
  }

  @Test(arguments: [
    "mill_grind+0x5c/0x90 failed", "mill_grind+0x5c/0x90 https://example.com/a/b",
    "mill_grind+0x5c/0x90 1/2", "mill_grind+0x5c/0x90 [see below", "mill_grind (see kernel/mill",
    "mill_grind (why", "mill_grind (drivers/mill/mill.h:21 or so",
  ])
  func `words behind a function are no part of a place`(_ line: String) throws {
    let log = try read(["shop_open+0x30/0x70", line, "shop_run+0x12/0x60"], "")
    #expect(log.stacks == ["shop_open | shop_run"])
    #expect(log.entries.first.flatMap { log.detailed($0) }?.report.notes.map(\.text) == [line])
  }
}
