@testable import RaceModel

/// The KCSAN reports in a text, each as a few lines without the inner frames.
///
/// ```
/// 2-14 data-race: data-race in pond_fill / pond_level
///   write (marked) 8 0xffff8881004a1b40 task 411: 4 pond_fill
///   read 8 0xffff8881004a1b40 interrupt cpu 0: 3 pond_level
///   changed 0x3 to 0x4
///   note: text of another program
///   damage: cut off before its closing line
/// ```
///
/// The number of frames and the site follow the thread.
struct KCSANReading {
  let reports: [DetailedReport]
  /// Differences between reports read alone and the list.
  let contradictions: [String]

  init(_ text: String) {
    let bytes = Array(text.utf8)
    var scanner = LogScanner<IndexSink>()
    _ = scanner.scan(bytes.span, from: 0, base: 0, isLast: true)
    let entries = scanner.sink.entries.sorted { $0.start < $1.start }
    var reports: [DetailedReport] = []
    var contradictions: [String] = []
    for entry in entries where entry.detector == .kcsan {
      let own = Array(bytes[entry.bytes])
      guard let detailed = entry.read(own.span, during: nil) else {
        contradictions.append("line \(entry.line): cannot be read again")
        continue
      }
      reports.append(detailed)
      let listed = [entry.first, entry.second].compactMap(\.self).map { side in
        let function = side.site.index < 0 ? -1 : scanner.naming.sites.entries[Int(side.site.index)].function
        return function < 0 ? nil : scanner.naming.symbols.string(function)
      }
      let read = detailed.report.accesses.map { detailed.site(of: $0)?.function }
      if listed != read { contradictions.append("line \(entry.line): \(listed) listed, \(read) read") }
      if entry.isComplete != detailed.report.isComplete || entry.endLine != detailed.report.lines.upperBound {
        contradictions.append("line \(entry.line): \(detailed.report.damage) when read again")
      }
    }
    self.reports = reports
    self.contradictions = contradictions
  }

  /// All reports, and all contradictions.
  var outline: String { (reports.map(Self.outline) + contradictions).joined(separator: "\n") }

  private static func outline(_ detailed: DetailedReport) -> String {
    let report = detailed.report
    var lines = [
      "\(report.lines.lowerBound)-\(report.lines.upperBound) \(report.kind.rawValue): \(report.title ?? "?")"
    ]
    for access in report.accesses {
      let words = [
        access.operation.rawValue, access.qualifier.map { "(\($0))" }, access.size.map { "\($0)" },
        access.address?.description, access.thread?.description ?? "?",
      ]
      let frames = detailed.frames(of: access.stack)
      let site = detailed.site(of: access).map { " " + frame($0) } ?? ""
      lines.append("  \(words.compactMap(\.self).joined(separator: " ")): \(frames.count)\(site)")
      lines += access.locks.map { "    lock \($0.id)" }
    }
    for section in report.sections {
      let frames = detailed.frames(of: section.stack).map(frame)
      lines.append(
        "  \(section.title) by \(section.thread?.description ?? "?"): \(frames.joined(separator: ", "))")
    }
    if let change = report.valueChange { lines.append("  changed \(change.from) to \(change.to)") }
    lines += report.notes.map { "  note: \($0)" }
    lines += report.damage.map { "  damage: \($0.words)" }
    return lines.joined(separator: "\n")
  }

  /// `function+offset file:line [module] inlined`, without unknown parts.
  static func frame(_ frame: Frame) -> String {
    let name = (frame.function ?? "?") + (frame.offset.map { "+\($0)" } ?? "")
    let place = frame.file.map { " \($0):\(frame.line ?? 0)" } ?? ""
    let module = frame.module.map { " [\($0)]" } ?? ""
    return name + place + module + (frame.isInlined ? " inlined" : "")
  }
}

/// Made-up reports in the format that the kernel's `kernel/kcsan/report.c` documents; no kernel has these functions.
enum KCSANText {
  /// Two known sides, a changed value.
  static let pair = """
    ==================================================================
    BUG: KCSAN: data-race in pond_fill / pond_level

    write to 0xffff8881004a1b40 of 8 bytes by task 411 on cpu 1:
     pond_fill+0x5c/0x90
     pond_ioctl+0x1a2/0x2f0
     do_syscall_64+0x3d/0x90

    read to 0xffff8881004a1b40 of 8 bytes by interrupt on cpu 0:
     pond_level+0x21/0x40
     pond_timer+0x88/0x110

    value changed: 0x0000000000000003 -> 0x0000000000000004

    Reported by Kernel Concurrency Sanitizer on:
    CPU: 0 PID: 77 Comm: heron Not tainted 6.1.0-pond #1
    Hardware name: Pond Board, BIOS 1.0 01/01/2020
    ==================================================================

    """

  /// The outline of `pair` at these lines.
  static func pairOutline(_ lines: String = "2-18", damage: String = "") -> String {
    """
    \(lines) data-race: data-race in pond_fill / pond_level
      write 8 0xffff8881004a1b40 task 411: 3 pond_fill+0x5c
      read 8 0xffff8881004a1b40 interrupt cpu 0: 2 pond_level+0x21
      changed 0x0000000000000003 to 0x0000000000000004
    """ + damage
  }

  /// One known side.
  static let unknownOrigin = """
    ==================================================================
    BUG: KCSAN: data-race in reed_bend+0x30/0x70

    race at unknown origin, with read to 0xffffffff8be01c44 of 4 bytes by task 92 on cpu 3:
     reed_bend+0x30/0x70
     reed_thread+0x12/0x60

    Reported by Kernel Concurrency Sanitizer on:
    CPU: 3 PID: 92 Comm: reedd Tainted: G        W          6.1.0-pond #1
    ==================================================================

    """

  static func unknownOriginOutline(_ lines: String = "2-10") -> String {
    """
    \(lines) data-race: data-race in reed_bend+0x30/0x70
      read 4 0xffffffff8be01c44 task 92: 2 reed_bend+0x30
    """
  }

  /// The text with a prefix before each line.
  static func prefixed(_ text: String, _ prefix: (Int) -> String) -> String {
    lines(text).enumerated().map { prefix($0) + $1 + "\n" }.joined()
  }

  static func lines(_ text: String) -> [Substring] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  /// A report of one access with the stack `frames`, to test how frames are read.
  static func stack(_ frames: [String]) -> String {
    """
    BUG: KCSAN: data-race in reed_bend+0x30/0x70
    race at unknown origin, with read to 0xffffffff8be01c44 of 4 bytes by task 92 on cpu 3:
    \(frames.map { " " + $0 }.joined(separator: "\n"))

    """
  }
}
