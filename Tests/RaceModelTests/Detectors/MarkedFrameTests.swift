import Testing

@testable import RaceModel

/// Frames before which somebody has put a mark.
@Suite struct `Frames that somebody has marked` {
  private static let tsan = """
    WARNING: ThreadSanitizer: data race (pid=1)
      Write of size 8 at 0x7b0400000010 by thread T2:
    ¦    #0 add a.cc:1 (s+0x1)
        #1 run a.cc:5 (s+0x3)

      Previous read of size 8 at 0x7b0400000010 by main thread:
        #0 peek a.cc:2 (s+0x2)
    ¦    #1 main a.cc:9 (s+0x4)

    SUMMARY: ThreadSanitizer: data race a.cc:1 in add

    """
  private static let kcsan = """
    BUG: KCSAN: data-race in mill_pop / mill_push

    write to 0xffff888105c3f208 of 4 bytes by task 11 on cpu 1:
    ¦ mill_push+0x8e/0x140
     mill_irq+0x51/0xc0

    read to 0xffff888105c3f208 of 4 bytes by task 2207 on cpu 0:
     mill_pop+0x37/0x110
    ¦ mill_drain+0x1d/0x80

    value changed: 0x0000001e -> 0x0000001f

    """
  private static let helgrind = """
    ==77== Possible data race during read of size 4 at 0x10C08C by thread #1
    ==77== Locks held: none
    ==77== ¦   at 0x109532: peek (m.c:16)
    ==77==    by 0x109560: main (m.c:40)
    ==77==
    ==77== This conflicts with a previous write of size 4 by thread #2
    ==77== Locks held: none
    ==77==    at 0x1094E5: bump (m.c:9)
    ==77== ¦   by 0x490AAC2: start_thread (pthread_create.c:442)

    """
  private static let texts: [(text: String, stacks: [String])] = [
    (tsan, ["add a.cc:1 (s+0x1) | run a.cc:5 (s+0x3)", "peek a.cc:2 (s+0x2) | main a.cc:9 (s+0x4)"]),
    (kcsan, ["mill_push | mill_irq", "mill_pop | mill_drain"]),
    (
      helgrind,
      ["peek m.c:16 | main m.c:40", "bump m.c:9 | start_thread pthread_create.c:442"]
    ),
  ]

  private static func marked(_ text: String, _ mark: String) -> String {
    text.replacing(#/¦ */#, with: mark + " ")
  }

  @Test(arguments: texts.indices, [">>>", ">>", "->", "-->", "=>", "**", "!!", "→", "▶"])
  func `are frames`(_ text: Int, _ mark: String) throws {
    let (report, stacks) = Self.texts[text]
    let log = try ReadLog(Self.marked(report, mark))
    #expect(log.entries.count == 1)
    #expect(log.stacks == stacks)
    #expect(log.contradictions == [])
    let detailed = try #require(log.entries.first.flatMap { log.detailed($0) })
    #expect(detailed.report.sections.isEmpty)
    let plain = try ReadLog(report.replacing("¦", with: ""))
    #expect(plain.stacks == stacks)
    #expect(detailed.report.damage == plain.entries.first.flatMap { plain.detailed($0) }?.report.damage)
    #expect(try ReadLog(Self.marked(report, mark), chunkSize: 7).stacks == stacks)
  }

  /// A mark before a frame that is not the next one of its stack is somebody's text.
  @Test func `count in their place only`() throws {
    let log = try ReadLog(
      Self.tsan.replacing("¦", with: "").replacing(
        "\n\nSUMMARY", with: "\n>>> #7 other a.cc:77 (s+0x9)\n\nSUMMARY"))
    #expect(log.stacks == Self.texts[0].stacks)
    let kernel = try ReadLog(
      Self.kcsan.replacing("¦", with: "").replacing("value", with: ">>> other+0x1d/0x80\n\nvalue").replacing(
        "\n\n>>>", with: "\n\n(text)\n>>>"))
    #expect(kernel.stacks == Self.texts[1].stacks)
  }
}
