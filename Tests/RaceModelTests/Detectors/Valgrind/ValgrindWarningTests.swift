import Testing

@testable import RaceModel

/// What Valgrind prints below a report, and paths with brackets.
@Suite struct `Lines of Valgrind beside those of a report` {
  private static let race = helgrindRace(pid: 77, read: "peek", write: "bump", variable: "hits") + "\n"
  private static let warning = """
    ==77== Warning: invalid file descriptor 1031 in syscall close()
    ==77==    at 0x4A1C: close (close.c:27)
    ==77==    by 0x109BBB: daemonize (m.c:98)
    ==77==

    """

  @Test(arguments: ["", "==77== \(String(repeating: "-", count: 64))\n==77== \n"])
  func `a warning with its stack is no part of the report above`(_ dashes: String) throws {
    let log = try ReadLog(dashes + Self.race + Self.warning + dashes + Self.race)
    #expect(log.entries.count == 2)
    #expect(log.contradictions == [])
    #expect(log.stacks == ["peek m.c:16", "bump m.c:9", "peek m.c:16", "bump m.c:9"])
    for entry in log.entries {
      let report = try #require(log.detailed(entry)?.report)
      #expect(report.sections.isEmpty && report.notes.isEmpty && report.isComplete)
    }
  }

  @Test func `a program's own warning is no end`() throws {
    let log = try ReadLog(Self.race.replacing("==77== This", with: "Warning: low on fish\n==77== This"))
    #expect(log.stacks == ["peek m.c:16", "bump m.c:9"])
  }

  private static let frames: [(text: String, function: String, file: String, module: String)] = [
    ("peek (/home/me/shop (copy)/m.c:16)", "peek", "/home/me/shop (copy)/m.c", ""),
    ("peek (in /home/me/shop (copy)/libm.so)", "peek", "", "/home/me/shop (copy)/libm.so"),
    ("peek(int) (/home/me/shop (copy) (2)/m.c:16)", "peek(int)", "/home/me/shop (copy) (2)/m.c", ""),
    ("peek(void (*)(int)) (m.c:16)", "peek(void (*)(int))", "m.c", ""),
    ("peek (/home/me/shop(copy)/m.c:16)", "peek", "/home/me/shop(copy)/m.c", ""),
    ("peek (/home/me/:)/m.c:16)", "peek", "/home/me/:)/m.c", ""),
    ("peek(int) (m.c:16)", "peek(int)", "m.c", ""),
    // Where the function is not known, and behind what a filter has left of it.
    ("(within /lib/libpthread-2.7.so)", "", "", "/lib/libpthread-2.7.so"),
    ("(in /lib/libpthread-2.7.so)", "", "", "/lib/libpthread-2.7.so"),
    ("peek (within /lib/libm-2.7.so)", "peek", "", "/lib/libm-2.7.so"),
    ("peek_s(within libm-?.?.so)", "peek_s", "", "libm-?.?.so"),
    ("operator() (int)(within libm-?.?.so)", "operator() (int)", "", "libm-?.?.so"),
    ("(below main) (in /opt/m)", "(below main)", "", "/opt/m"),
    ("(below main)", "(below main)", "", ""),
    ("(anonymous namespace)::peek(int)", "(anonymous namespace)::peek(int)", "", ""),
  ]

  @Test(arguments: frames.indices)
  func `a place begins where its last bracket was opened`(_ position: Int) throws {
    let (frame, function, file, module) = Self.frames[position]
    let bytes = Array("at 0x109532: \(frame)".utf8)
    let parsed = ValgrindFrame.parse(bytes.span, 0..<bytes.count)
    let read = try #require(parsed)
    #expect(bytes.span.string(read.function) == function)
    #expect(bytes.span.string(read.file) == file)
    #expect(bytes.span.string(read.module) == module)
  }
}
