import Testing

@testable import RaceModel

/// Places and modules of frames that tools have looked up, or that are on lines of their own.
@Suite struct `Places of KCSAN frames` {
  private static let prefixes = ["", "> ", "[   12.345678] "]

  private func read(_ text: String, _ prefix: String) throws -> ReadLog {
    try ReadLog(KCSANText.prefixed(text) { _ in prefix })
  }

  @Test(
    arguments: [
      ("pond_fill (drivers/pond/fill.c:?)", "pond_fill drivers/pond/fill.c"),
      ("pond_fill (drivers/pond/fill.c:?) pond", "pond_fill drivers/pond/fill.c (pond)"),
      ("pond_fill+0x5c/0x90 (drivers/pond/fill.c:?) [pond]", "pond_fill drivers/pond/fill.c (pond)"),
      (
        "pond_fill (drivers/pond/pond.h:? drivers/pond/fill.c:70) pond",
        "? drivers/pond/pond.h * | pond_fill drivers/pond/fill.c:70 (pond)"
      ),
      (
        "pond_fill (drivers/pond/pond.h:21 drivers/pond/fill.c:?)",
        "? drivers/pond/pond.h:21 * | pond_fill drivers/pond/fill.c"
      ),
    ], prefixes)
  func `without a line keep their file`(_ example: (line: String, frames: String), _ prefix: String) throws {
    let log = try read(KCSANText.stack([example.line, "reed_thread+0x12/0x60"]), prefix)
    #expect(log.stacks == [example.frames + " | reed_thread"])
    #expect(log.entries.map(\.isComplete) == [true])
    #expect(log.contradictions == [])
  }

  @Test(arguments: ["pond_fill (why:?)", "is it fill.c:?", "pond_fill fill.c:? maybe"])
  func `a question is no place`(_ line: String) throws {
    let log = try read(KCSANText.stack(["reed_bend+0x30/0x70", line, "reed_thread+0x12/0x60"]), "")
    #expect(log.stacks == ["reed_bend | reed_thread"])
    #expect(log.entries.first.flatMap { log.detailed($0) }?.report.notes.map(\.text) == [line])
  }

  /// A terminal cuts at 80, and leaves no blank there.
  @Test(arguments: ["pond_fill", "pond_" + String(repeating: "x", count: 51)], prefixes)
  func `on several lines`(_ function: String, _ prefix: String) throws {
    let first = "\(function) (drivers/pond/pond.h:?"
    let two = KCSANText.stack(["\(first)\n\t\tdrivers/pond/fill.c:66) pond", "reed_thread+0x12/0x60"])
    #expect(
      try read(two, prefix).stacks == [
        "? drivers/pond/pond.h * | \(function) drivers/pond/fill.c:66 (pond) | reed_thread"
      ])
    let three = two.replacing("pond.h:?\n", with: "pond.h:?\n\t\tinclude/linux/reed.h:7\n")
    #expect(
      try read(three, prefix).stacks == [
        "? drivers/pond/pond.h * | ? include/linux/reed.h:7 * | \(function) drivers/pond/fill.c:66 (pond) | reed_thread"
      ])
  }

  @Test(arguments: ["", " [pond]"], prefixes)
  func `that faddr2line prints below a frame`(_ module: String, _ prefix: String) throws {
    let text = KCSANText.stack([
      "pond_fill+0x4e3/0x750\(module)", "pond_level at drivers/pond/pond.h:32",
      "(inlined by) pond_depth at drivers/pond/pond.h:46 (discriminator 2)",
      "(inlined by) pond_fill at drivers/pond/fill.c:87 (discriminator 3)",
      "pond_ioctl+0x208/0x2a0\(module)", "reed_thread+0x12/0x60",
    ])
    let log = try read(text, prefix)
    let name = module.isEmpty ? "" : " (pond)"
    #expect(
      log.stacks == [
        "pond_level drivers/pond/pond.h:32 * | pond_depth drivers/pond/pond.h:46 *"
          + " | pond_fill drivers/pond/fill.c:87\(name) | pond_ioctl\(name) | reed_thread"
      ])
    #expect(log.entries.first.flatMap { log.detailed($0) }?.report.notes.isEmpty == true)
    #expect(log.contradictions == [])
  }

  // MARK: Modules

  private static let titled = """
    BUG: KCSAN: data-race in pond_fill [pond] / pond_level [pond]

    write to 0xffff8881004a1b40 of 8 bytes by task 411 on cpu 1:
     pond_fill+0x5c/0x90¦[pond]
     pond_ioctl+0x1a2/0x2f0¦[pond 1f2e3d4c5b6a7988]
     do_syscall_64+0x3d/0x90

    read to 0xffff8881004a1b40 of 8 bytes by interrupt on cpu 0:
     pond_level+0x21/0x40 drivers/pond/level.c:7¦[pond]
     reed_timer+0x88/0x110

    """

  @Test(arguments: prefixes, [true, false])
  func `the module of the title, on the line below`(_ prefix: String, hasPrefix: Bool) throws {
    let text = KCSANText.prefixed(Self.titled) { _ in prefix }
      .replacing("¦", with: "\n" + (hasPrefix ? prefix : "") + " ")
    let log = try ReadLog(text)
    #expect(
      log.stacks == [
        "pond_fill (pond) | pond_ioctl (pond) | do_syscall_64",
        "pond_level drivers/pond/level.c:7 (pond) | reed_timer",
      ])
    #expect(log.entries.first.flatMap { log.detailed($0) }?.report.notes.isEmpty == true)
    #expect(log.contradictions == [])
  }

  @Test func `a name that the title has not is no module`() throws {
    let text = Self.titled.replacing("0x90¦[pond]", with: "0x90\n [reed]").replacing("¦", with: " ")
    let log = try ReadLog(text)
    #expect(log.stacks.first == "pond_fill | pond_ioctl (pond) | do_syscall_64")
  }

  /// Whatever else they are.
  @Test(arguments: ["[..]", "[...]", "[snip]", "[SNIP]", "[ snip ]", "[truncated]"], prefixes)
  func `marks of lines left out are no module`(_ mark: String, _ prefix: String) throws {
    for end in ["", " drivers/reed.c:7"] {
      for gap in ["\n ", " "] {
        let text = KCSANText.stack(["reed_bend+0x30/0x70\(end)\(gap)\(mark)", "reed_thread+0x12/0x60"])
        let log = try read(text, prefix)
        #expect(log.stacks == ["reed_bend\(end) | reed_thread"], "\(end)\(gap)")
        #expect(log.contradictions == [])
      }
    }
  }
}
