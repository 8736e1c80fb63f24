internal import RaceModel

/// Writes reports as the JSON of `docs/export.md`.
///
/// A frame's text is generated once and copied wherever the frame occurs again.
struct ReportJSON {
  private static let staleEnd: StaticString = "\"stale\":true}"
  private static let liveEnd: [UInt8] = Array("\"stale\":false}".utf8)

  private var texts: [UInt8] = []
  private var ends: [Int] = []
  private var analyzer = ReportAnalyzer()

  init() {}

  /// The text of frames that were written before.
  var byteCount: Int { texts.count }

  /// Writes one report as an object.
  ///
  /// - Parameters:
  ///   - log: writes the value of the `source` field.
  ///   - race: the number of its race, 1-based.
  mutating func write(
    _ report: Report, _ frames: FrameTable, id: Int, race: Int, to json: inout JSONWriter,
    log: (inout JSONWriter) -> Void
  ) {
    let (lineage, stale) = analyzer.links(report, frames)
    json.raw("{\"id\":")
    json.number(id)
    json.raw(",\"source\":")
    log(&json)
    json.raw(",\"line\":")
    json.number(report.lines.lowerBound)
    json.raw(",\"endLine\":")
    json.number(report.lines.upperBound)
    json.raw(",\"detector\":")
    json.string(report.detector.name)
    json.raw(",\"kind\":")
    json.string(report.kind.rawValue)
    json.raw(",\"title\":")
    json.string(report.title)
    json.raw(",\"pid\":")
    json.number(report.pid)
    json.raw(",\"complete\":")
    json.bool(report.isComplete)
    json.raw(",\"race\":")
    json.number(race)
    json.raw(",\"printedDuring\":")
    write(report.printedDuring, to: &json)
    json.raw(",\"accesses\":")
    json.list(report.accesses.indices) { json, index in
      write(report.accesses[index], stale[.access(index)], frames, to: &json)
    }
    json.raw(",\"locations\":")
    json.list(report.locations) { write($1, frames, to: &$0) }
    json.raw(",\"locks\":")
    json.list(report.locks) { write($1, frames, to: &$0) }
    json.raw(",\"threads\":")
    json.list(report.threads.indices) { json, index in
      write(report.threads[index], lineage.parents[index], stale[.creation(index)], frames, to: &json)
    }
    json.raw(",\"sections\":")
    json.list(report.sections) { write($1, frames, to: &$0) }
    json.raw(",\"valueChange\":")
    write(report.valueChange, to: &json)
    json.raw(",\"notes\":")
    json.list(report.notes) { $0.string($1.text) }
    json.raw(",\"summary\":")
    json.string(report.summary)
    json.raw("}")
  }

  private func write(_ change: ValueChange?, to json: inout JSONWriter) {
    guard let change else { return json.raw("null") }
    json.raw("{\"from\":")
    json.string(change.from)
    json.raw(",\"to\":")
    json.string(change.to)
    json.raw("}")
  }

  private mutating func write(_ lock: Lock, _ frames: FrameTable, to json: inout JSONWriter) {
    json.raw("{\"id\":")
    json.string(lock.id)
    json.raw(",\"text\":")
    json.string(lock.text)
    json.raw(",\"created\":")
    write(lock.created, nil, frames, to: &json)
    json.raw("}")
  }

  private mutating func write(_ section: Section, _ frames: FrameTable, to json: inout JSONWriter) {
    json.raw("{\"title\":")
    json.string(section.title)
    json.raw(",\"thread\":")
    json.string(section.thread?.description)
    json.raw(",\"stack\":")
    write(section.stack, nil, frames, to: &json)
    json.raw("}")
  }

  private func write(_ during: PrintedDuring?, to json: inout JSONWriter) {
    guard let during else { return json.raw("null") }
    json.raw("{\"package\":")
    json.string(during.package)
    json.raw(",\"test\":")
    json.string(during.test)
    json.raw("}")
  }

  private mutating func write(
    _ access: Access, _ stale: StaleFrames?, _ frames: FrameTable, to json: inout JSONWriter
  ) {
    json.raw("{\"operation\":")
    json.string(access.operation.rawValue)
    json.raw(",\"atomic\":")
    json.bool(access.isAtomic)
    json.raw(",\"previous\":")
    json.bool(access.isPrevious)
    json.raw(",\"size\":")
    json.number(access.size)
    json.raw(",\"address\":")
    json.hex(access.address)
    json.raw(",\"thread\":")
    json.string(access.thread?.description)
    json.raw(",\"locks\":")
    json.list(access.locks) { json, lock in
      json.raw("{\"id\":")
      json.string(lock.id)
      json.raw(",\"mode\":")
      json.string(lock.mode?.rawValue)
      json.raw("}")
    }
    json.raw(",\"stack\":")
    write(access.stack, stale, frames, to: &json)
    json.raw(",\"site\":")
    if let stack = access.stack, let index = access.siteIndex, index < stack.count {
      write(stack[index], frames, to: &json)
    } else {
      json.raw("null")
    }
    json.raw(",\"qualifier\":")
    json.string(access.qualifier?.description)
    json.raw("}")
  }

  private mutating func write(_ location: Location, _ frames: FrameTable, to json: inout JSONWriter) {
    json.raw("{\"kind\":")
    json.string(location.kind.rawValue)
    json.raw(",\"text\":")
    json.string(location.text)
    json.raw(",\"name\":")
    json.string(location.name)
    json.raw(",\"size\":")
    json.number(location.size)
    json.raw(",\"address\":")
    json.hex(location.address)
    json.raw(",\"thread\":")
    json.string(location.thread?.description)
    json.raw(",\"stack\":")
    write(location.stack, nil, frames, to: &json)
    json.raw("}")
  }

  private mutating func write(
    _ thread: Thread, _ parent: Lineage.Parent?, _ stale: StaleFrames?, _ frames: FrameTable,
    to json: inout JSONWriter
  ) {
    json.raw("{\"id\":")
    json.string(thread.name.description)
    json.raw(",\"name\":")
    json.string(thread.label)
    json.raw(",\"tid\":")
    json.number(thread.tid)
    json.raw(",\"state\":")
    json.string(thread.state?.rawValue)
    json.raw(",\"parent\":")
    json.string(parent?.thread.description)
    json.raw(",\"parentInferred\":")
    json.bool(parent?.isInferred == true)
    json.raw(",\"created\":")
    write(thread.created, stale, frames, to: &json)
    json.raw("}")
  }

  private mutating func write(
    _ stack: Report.Stack?, _ stale: StaleFrames?, _ frames: FrameTable, to json: inout JSONWriter
  ) {
    guard let stack else { return json.raw("null") }
    for frame in stack { _ = text(of: frame, frames) }
    guard let stale, !stale.frames.isEmpty else { return json.list(texts, stack) { text(of: $0) } }
    json.list(stack.indices) { json, index in
      let text = text(of: stack[index])
      guard stale.frames.contains(index) else { return json.raw(texts, text) }
      json.raw(texts, text.lowerBound..<text.upperBound - Self.liveEnd.count)
      json.raw(Self.staleEnd)
    }
  }

  private mutating func write(_ id: FrameTable.ID, _ frames: FrameTable, to json: inout JSONWriter) {
    let text = text(of: id, frames)
    json.raw(texts, text)
  }

  /// The frame as an object that is not stale, because staleness belongs to a stack, not to a frame. A range
  /// of `texts`.
  private mutating func text(of id: FrameTable.ID, _ frames: FrameTable) -> Range<Int> {
    while ends.count <= Int(id.index) { keep(frames[FrameTable.ID(index: Int32(ends.count))]) }
    return text(of: id)
  }

  /// The same for a cached frame.
  private func text(of id: FrameTable.ID) -> Range<Int> {
    (id.index == 0 ? 0 : ends[Int(id.index) - 1])..<ends[Int(id.index)]
  }

  private mutating func keep(_ frame: Frame) {
    var json = JSONWriter()
    json.raw("{\"function\":")
    json.string(frame.function)
    json.raw(",\"file\":")
    json.string(frame.file)
    json.raw(",\"line\":")
    json.number(frame.line)
    json.raw(",\"column\":")
    json.number(frame.column)
    json.raw(",\"module\":")
    json.string(frame.module)
    json.raw(",\"moduleOffset\":")
    json.hex(frame.moduleOffset)
    json.raw(",\"offset\":")
    json.hex(frame.offset)
    json.raw(",\"inlined\":")
    json.bool(frame.isInlined)
    json.raw(",\"plumbing\":")
    json.bool(frame.isPlumbing)
    json.raw(",")
    texts += json.bytes
    texts += Self.liveEnd
    ends.append(texts.count)
  }
}
