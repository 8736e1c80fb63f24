internal import RaceModel

/// The calls that lead to a side, outermost first: the creators of its thread before its own calls.
struct SARIFFlow {
  /// A call.
  private struct Step {
    var place: ExportedPlace
    var words: String
    var importance: String?
  }

  /// The maximum steps of a flow: GitHub shows 1,000 per result.
  private static let mostSteps = 500
  /// The maximum bytes of a step's message.
  private static let longest = 512

  private let thread: String
  private let title: String
  private var steps: [Step] = []
  /// Frames without a line.
  private var unplaced = 0

  /// The flow to a side; nil if the report has no line for it.
  init?(_ race: ExportedRace, _ side: Side) {
    guard let detail = race.detail else { return nil }
    let blocks = race.blocks(side)
    guard let own = blocks.first(where: { $0.kind == .own }) else { return nil }
    let report = detail.report
    let access = report.kind.hasTwoSides ? report.access(side) : nil
    title =
      access.map { AccessWords.sentence($0, report) } ?? PairBlocks.partTitle(report, side: side)
      ?? side.letter
    thread = access?.thread.map { ThreadWords.title($0, report) } ?? side.letter
    for block in blocks.reversed() where block.kind == .creation {
      add(block, ExportedRace.heading(block, report), race, detail)
    }
    add(own, title, race, detail)
    if steps.isEmpty { return nil }
  }

  /// Adds the frames of a stack, with a description of the last.
  private mutating func add(
    _ block: PairBlock, _ title: String?, _ race: ExportedRace, _ detail: DetailedReport
  ) {
    let stack = block.stack ?? []
    let first = steps.count
    for (position, id) in stack.enumerated().reversed() {
      let frame = detail.frames[id]
      guard let place = ExportedPlace(frame, race.repository) else {
        unplaced += 1
        continue
      }
      let importance: String? =
        block.siteIndex == position ? "essential" : frame.isPlumbing ? "unimportant" : nil
      steps.append(Step(place: place, words: FrameWords.inSentence(frame), importance: importance))
    }
    if steps.count > first, let title {
      steps[steps.count - 1].words += ": \(title)"
    }
  }

  /// Writes the object.
  func write(to json: inout JSONWriter) {
    json.begin()
    json.field("id", Cutting.bytes(Cleaning.clean(thread), Self.longest))
    json.text("message", Cutting.bytes(Cleaning.clean(title), Self.longest) + leftOut)
    json.list("locations", steps.suffix(Self.mostSteps)) { json, step in
      json.begin()
      json.name("location")
      json.sarif(step.place, message: Cutting.bytes(step.words, Self.longest))
      if let importance = step.importance { json.field("importance", importance) }
      json.end()
    }
    json.end()
  }

  /// ` (without 3 frames that have no line)`
  private var leftOut: String {
    let outer = max(0, steps.count - Self.mostSteps)
    let parts = [
      unplaced > 0
        ? "\(Counting.plural(unplaced, "frame")) that \(unplaced == 1 ? "has" : "have") no line" : nil,
      outer > 0 ? "the outermost \(Counting.plural(outer, "frame"))" : nil,
    ]
    .compactMap(\.self)
    return parts.isEmpty ? "" : " (without \(parts.joined(separator: " and ")))"
  }
}
