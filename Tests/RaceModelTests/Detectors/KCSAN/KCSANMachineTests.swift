import Testing

@testable import RaceModel

/// The lines about the machine that ends a report, and its values, as mail programs and editors change them.
@Suite struct `The end of a KCSAN report` {
  private static let text = """
    ==================================================================
    BUG: KCSAN: data-race in mill_add / mill_show

    write to 0xffffffffc08a61d0 of 8 bytes by task 2207 on cpu 0:
     mill_add+0x1f/0x30 [mill]
     ret_from_fork+0x35/0x50

    read to 0xffffffffc08a61d0 of 8 bytes by task 3391 on cpu 3:
     mill_show+0x44/0x90 [mill]
     vfs_read+0x3cf/0x5a0

    value changed: 0x1 -> 0x2

    Reported by Kernel Concurrency Sanitizer on:
    CPU: 3 UID: 0 PID: 3391 Comm: millstat Not tainted¦6.9.0-mill-00123-gabcdef012345 #7 PREEMPT(voluntary)
    Hardware name: QEMU Standard PC (Q35 + ICH9, 2009), BIOS¦1.16.3-debian-1.16.3-2 04/01/2014
    ==================================================================

    """

  private static func outline(_ lines: String) -> String {
    """
    \(lines) data-race in mill_add / mill_show pid 3391
      write 8 0xffffffffc08a61d0 task 2207: 2 mill_add ?
      read 8 0xffffffffc08a61d0 task 3391: 2 mill_show ?
      changed 0x1 to 0x2
      summary: CPU: 3 UID: 0 PID: 3391 Comm: millstat Not tainted 6.9.0-mill-00123-gabcdef012345 #7 \
    PREEMPT(voluntary); Hardware name: QEMU Standard PC (Q35 + ICH9, 2009), BIOS 1.16.3-debian-1.16.3-2 04/01/2014
    """
  }

  private static func prefixed(_ text: String, _ prefix: String) -> String {
    KCSANText.prefixed(text) { _ in prefix }
  }

  @Test(arguments: ["", "> ", "[   12.345678] ", "[   12.345678][ T2207] "], [true, false])
  func `lines about the machine that were wrapped`(_ prefix: String, hasPrefix: Bool) throws {
    #expect(
      try ReadLog(Self.prefixed(Self.text.replacing("¦", with: " "), prefix)).outline == Self.outline("2-17"))
    let text = Self.prefixed(Self.text, prefix).replacing("¦", with: hasPrefix ? "\n\(prefix)" : "\n")
    for chunkSize in [1, 64, 1 << 20] {
      let log = try ReadLog(text, chunkSize: chunkSize)
      #expect(log.outline == Self.outline("2-19"), "\(chunkSize)")
      #expect(log.contradictions == [], "\(chunkSize)")
    }
  }

  @Test func `a line of another program below one without its number`() throws {
    let number = "¦6.9.0-mill-00123-gabcdef012345 #7 PREEMPT(voluntary)"
    let text = Self.text.replacing(number, with: "\neth0: link is up").replacing("¦", with: " ")
    let report = try #require(KCSANReading(text).reports.first?.report)
    #expect(report.notes.map(\.text) == ["eth0: link is up"])
    #expect(
      report.summary
        == "CPU: 3 UID: 0 PID: 3391 Comm: millstat Not tainted; Hardware name: QEMU Standard PC (Q35 + ICH9, 2009), "
        + "BIOS 1.16.3-debian-1.16.3-2 04/01/2014")
  }

  @Test func `an arrow that an editor made of two signs`() throws {
    let text = Self.text.replacing("¦", with: " ").replacing("->", with: "→")
    #expect(try ReadLog(text).outline == Self.outline("2-17"))
  }
}
