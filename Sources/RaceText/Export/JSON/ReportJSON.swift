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
    json.begin()
    json.field("id", id)
    json.name("source")
    log(&json)
    json.field("line", report.lines.lowerBound)
    json.field("endLine", report.lines.upperBound)
    json.field("detector", report.detector.name)
    json.field("kind", report.kind.rawValue)
    json.field("title", report.title)
    json.field("pid", report.pid)
    json.field("complete", report.isComplete)
    json.field("race", race)
    json.name("printedDuring")
    write(report.printedDuring, to: &json)
    json.list("accesses", report.accesses.indices) { json, index in
      write(report.accesses[index], stale[.access(index)], frames, to: &json)
    }
    json.list("locations", report.locations) { write($1, frames, to: &$0) }
    json.list("locks", report.locks) { write($1, frames, to: &$0) }
    json.list("threads", report.threads.indices) { json, index in
      write(report.threads[index], lineage.parents[index], stale[.creation(index)], frames, to: &json)
    }
    json.list("sections", report.sections) { write($1, frames, to: &$0) }
    json.name("valueChange")
    write(report.valueChange, to: &json)
    json.list("notes", report.notes) { $0.string($1.text) }
    json.field("summary", report.summary)
    json.end()
  }

  private func write(_ change: ValueChange?, to json: inout JSONWriter) {
    guard let change else { return json.raw("null") }
    json.begin()
    json.field("from", change.from)
    json.field("to", change.to)
    json.end()
  }

  private mutating func write(_ lock: Lock, _ frames: FrameTable, to json: inout JSONWriter) {
    json.begin()
    json.field("id", lock.id)
    json.field("text", lock.text)
    json.name("created")
    write(lock.created, nil, frames, to: &json)
    json.end()
  }

  private mutating func write(_ section: Section, _ frames: FrameTable, to json: inout JSONWriter) {
    json.begin()
    json.field("title", section.title)
    json.field("thread", section.thread?.description)
    json.name("stack")
    write(section.stack, nil, frames, to: &json)
    json.end()
  }

  private func write(_ during: PrintedDuring?, to json: inout JSONWriter) {
    guard let during else { return json.raw("null") }
    json.begin()
    json.field("package", during.package)
    json.field("test", during.test)
    json.field("job", during.job)
    json.end()
  }

  private mutating func write(
    _ access: Access, _ stale: StaleFrames?, _ frames: FrameTable, to json: inout JSONWriter
  ) {
    json.begin()
    json.field("operation", access.operation.rawValue)
    json.field("atomic", access.isAtomic)
    json.field("previous", access.isPrevious)
    json.field("size", access.size)
    json.field("address", access.address)
    json.field("thread", access.thread?.description)
    json.list("locks", access.locks) { json, lock in
      json.begin()
      json.field("id", lock.id)
      json.field("mode", lock.mode?.rawValue)
      json.end()
    }
    json.name("stack")
    write(access.stack, stale, frames, to: &json)
    json.name("site")
    if let stack = access.stack, let index = access.siteIndex, index < stack.count {
      write(stack[index], frames, to: &json)
    } else {
      json.raw("null")
    }
    json.field("qualifier", access.qualifier?.description)
    json.end()
  }

  private mutating func write(_ location: Location, _ frames: FrameTable, to json: inout JSONWriter) {
    json.begin()
    json.field("kind", location.kind.rawValue)
    json.field("text", location.text)
    json.field("name", location.name)
    json.field("size", location.size)
    json.field("address", location.address)
    json.field("thread", location.thread?.description)
    json.name("stack")
    write(location.stack, nil, frames, to: &json)
    json.end()
  }

  private mutating func write(
    _ thread: Thread, _ parent: Lineage.Parent?, _ stale: StaleFrames?, _ frames: FrameTable,
    to json: inout JSONWriter
  ) {
    json.begin()
    json.field("id", thread.name.description)
    json.field("name", thread.label)
    json.field("tid", thread.tid)
    json.field("state", thread.state?.rawValue)
    json.field("parent", parent?.thread.description)
    json.field("parentInferred", parent?.isInferred == true)
    json.name("created")
    write(thread.created, stale, frames, to: &json)
    json.end()
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
    json.begin()
    json.field("function", frame.function)
    json.field("file", frame.file)
    json.field("line", frame.line)
    json.field("column", frame.column)
    json.field("module", frame.module)
    json.field("moduleOffset", frame.moduleOffset)
    json.field("offset", frame.offset)
    json.field("inlined", frame.isInlined)
    json.field("plumbing", frame.isPlumbing)
    json.raw(",")
    texts += json.bytes
    texts += Self.liveEnd
    ends.append(texts.count)
  }
}
