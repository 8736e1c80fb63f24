import Testing

@testable import RaceModel

/// Blanks that do not break, among others: mail programs and pages write every second one of a run so.
@Suite struct `Blanks before a line of Valgrind` {
  private static let text = """
    ==7== Possible data race during read of size 4 at 0x10C08C by thread #1
    ==7== Locks held: none
    ==7==    at 0x109532: rd (m.c:16)
    ==7==    by 0x109533: main (m.c:20)
    ==7==
    ==7== This conflicts with a previous write of size 4 by thread #2
    ==7== Locks held: none
    ==7==    at 0x1094E5: wr (m.c:9)
    ==7==    by 0x4861608: start_thread (pthread_create.c:477)
    ==7==  Address 0x10c08c is 0 bytes inside data symbol "balance"

    """

  /// Zero width is what some put beside them.
  @Test(
    arguments: ["\u{A0} \u{A0}", "\u{A0}\u{A0}\u{A0}", " \u{A0} ", "\u{2003} \u{200B}", "\u{200B}   "],
    ["", "> ", "app-1  | "])
  func `are taken out before it is read`(_ blanks: String, _ prefix: String) throws {
    let lines = Self.text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { prefix + $0.replacing("==7==    ", with: "==7== " + blanks) }
    for chunkSize in [1, 64, 1 << 20] {
      let log = try ReadLog(lines.joined(separator: "\n"), chunkSize: chunkSize)
      #expect(
        log.outline == """
          1-10 Possible data race during read of size 4 at 0x10C08C by thread #1 pid 7
            read 4 0x10c08c main: 2 rd m.c:16
            previous write 4 thread #2: 2 wr m.c:9
            global: Address 0x10c08c is 0 bytes inside data symbol "balance"
          """, "\(chunkSize)")
      #expect(log.contradictions == [], "\(chunkSize)")
    }
  }
}
