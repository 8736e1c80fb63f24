/// A report as a few lines of text, for examples and tests: what was read, without the inner frames.
///
/// ```
/// 2-19 data race pid 311
///   write 4 0x7b0400000010 thread T1 holding write M0: 2 malloc ? | bake oven.c:12
///   previous read 4 0x7b0400000010 main: 1 taste oven.c:18
///   thread T1 'baker' tid 313 running by main: 1 main oven.c:44
///   heap: Location is heap block of size 16 at 0x7b0400000010 allocated by main thread:
///     1 main oven.c:40
///   lock M0: Mutex M0 (0x55d0) created at:
///     1 main oven.c:41
///   sleep: As if synchronized via sleep:
///     1 usleep ?
///   summary: SUMMARY: ThreadSanitizer: data race oven.c:12 in bake
///   note: text of the program
///   damage: cut off before its closing line
/// ```
///
/// Missing information is left out. The kind follows the title, in brackets, unless it is a data race.
///
/// A stack is its number of frames and its first frame; the site follows after a bar if it is another frame.
/// What is not in the log is `?`; a missing stack is `no stack`.
package struct ReportOutline: CustomStringConvertible, Sendable {
  /// The lines, joined by line ends.
  package let description: String

  /// The outline of a report.
  package init(_ detailed: DetailedReport) {
    let report = detailed.report
    var lines = [Self.head(report)]
    for access in report.accesses {
      let stack = Self.stack(access.stack, site: access.siteIndex, detailed.frames)
      lines.append("  \(Self.words(access)): \(stack)")
    }
    for thread in report.threads where thread.state != nil || thread.created != nil || thread.parent != nil {
      lines.append("  \(Self.words(thread)): \(Self.stack(thread.created, site: nil, detailed.frames))")
    }
    func add(_ words: String, _ stack: Report.Stack?) {
      lines.append("  " + words)
      if let stack { lines.append("    \(Self.stack(stack, site: nil, detailed.frames))") }
    }
    for location in report.locations { add("\(location.kind.rawValue): \(location.text)", location.stack) }
    for lock in report.locks { add("lock \(lock.id): \(lock.text)", lock.created) }
    for section in report.sections {
      let thread = section.thread.map { " by \($0)" } ?? ""
      add("\(section.kind)\(thread): \(section.title)", section.stack)
    }
    if let change = report.valueChange { lines.append("  changed \(change.from) to \(change.to)") }
    if let summary = report.summary { lines.append("  summary: \(summary)") }
    if let during = report.printedDuring, during.test != nil || during.package != nil {
      lines.append("  during \(during.test ?? "?") in \(during.package ?? "?")")
    }
    lines += report.notes.map { "  \($0.kind == .foreign ? "note" : "\($0.kind)"): \($0)" }
    lines += report.damage.map { "  damage: \($0.words)" }
    description = lines.joined(separator: "\n")
  }

  private static func head(_ report: Report) -> String {
    let kind = report.kind == .dataRace ? "" : " [\(report.kind.rawValue)]"
    let pid = report.pid.map { " pid \($0)" } ?? ""
    return "\(report.lines.lowerBound)-\(report.lines.upperBound) \(report.title ?? "?")\(kind)\(pid)"
  }

  private static func words(_ access: Access) -> String {
    let locks = access.locks.map { lock in (lock.mode.map { "\($0.rawValue) " } ?? "") + lock.id }
    let words = [
      access.isPrevious ? "previous" : nil, access.isAtomic ? "atomic" : nil, access.operation.rawValue,
      access.size.map { "\($0)" }, access.address?.description, access.thread?.description ?? "?",
      locks.isEmpty ? nil : "holding " + locks.joined(separator: ", "), access.qualifier.map { "(\($0))" },
    ]
    return words.compactMap(\.self).joined(separator: " ")
  }

  private static func words(_ thread: Thread) -> String {
    let words = [
      thread.name.description, thread.label.map { "'\($0)'" }, thread.tid.map { "tid \($0)" },
      thread.state?.rawValue, thread.parent.map { "by \($0)" },
    ]
    return words.compactMap(\.self).joined(separator: " ")
  }

  private static func stack(_ stack: Report.Stack?, site: Int?, _ frames: FrameTable) -> String {
    guard let stack, let first = stack.first else { return "no stack" }
    let text = "\(stack.count) \(Self.frame(frames[first]))"
    guard let site, site > 0, site < stack.count else { return text }
    return "\(text) | \(Self.frame(frames[stack[site]]))"
  }

  private static func frame(_ frame: Frame) -> String {
    let line = frame.line.map { ":\($0)" } ?? ""
    return "\(frame.function ?? "?") \(frame.file ?? "?")\(line)"
  }
}
