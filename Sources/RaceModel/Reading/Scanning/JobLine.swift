/// What a line of a CI system, or of a test runner that splits its tests, says of the job that prints the lines below it.
/// Ranges are names, in the bytes of the line.
///
/// ```
/// 2025-01-01T00:00:00.0000000Z Complete job name: test (ubuntu-latest, 1.22)    GitHub's raw log
/// 2025-01-01T00:00:00.0000000Z ##[section]Starting: Run the tests               Azure, up to `Finishing: `
/// [Pipeline] { (Test)                                                           Jenkins, a stage
/// [Pipeline] { (Branch: linux)                                                  Jenkins, a branch of `parallel`
/// Note: This is test shard 2 of 5.                                              GoogleTest
/// ==================== Test output for //shop:shop_test (shard 2 of 5):         Bazel, up to a bar of 80
/// ```
///
/// Only what begins a line counts, a stamp aside: what a program quotes is no announcement.
enum JobLine {
  /// A job or a step begins.
  case job(Range<Int>)
  /// A step or a stage has ended.
  case jobEnd
  /// A stage of a pipeline begins.
  case stage(Range<Int>)
  /// A branch of a pipeline begins, beside others perhaps.
  case branch(Range<Int>)
  /// Branches follow that run at once.
  case branches
  /// All of them have ended.
  case branchesEnd
  /// The tests of a shard follow.
  case shard(Range<Int>)
  /// The output of a test, or of a shard of it, follows up to a bar.
  case block(shard: Range<Int>?)
  /// A bar, which ends a block where there is one.
  case blockEnd

  /// Every such line holds one of these strings, except the bar: logs are full of bars. The scanner looks for them
  /// wherever it looks for reports.
  static let anchors: [StaticString] = [
    "Complete job name: ", "##[section]", "[Pipeline] ", "This is test shard ", "Test output for ",
  ]

  /// Whether one of them is at a place.
  static func isAnchor(_ bytes: Span<UInt8>, at place: Int) -> Bool {
    anchors.contains { bytes.has($0, at: place, end: bytes.count) }
  }

  private static let bars = AnchorSearch([
    "================================================================================"
  ])

  /// Names with more bytes are none.
  private static let longest = 512

  /// What a line says; nil for nothing.
  static func find(_ bytes: Span<UInt8>, _ line: Range<Int>) -> JobLine? {
    let start = JobStamp.textStart(bytes, line)
    let end = bytes.trimmed(line).upperBound
    guard end - start > 14 else { return nil }
    let text = start..<end
    switch bytes[start] {
    case UInt8(ascii: "C"): return rest(bytes, text, behind: "Complete job name: ").map { .job($0) }
    case UInt8(ascii: "#"):
      if bytes.has("##[section]Finishing: ", at: start, end: end) { return .jobEnd }
      return rest(bytes, text, behind: "##[section]Starting: ").map { .job($0) }
    case UInt8(ascii: "["): return ofPipeline(bytes, text)
    case UInt8(ascii: "N"):
      guard let note = rest(bytes, text, behind: "Note: This is test "), let shard = shard(bytes, note),
        bytes.has(".", at: shard.upperBound, end: end)
      else { return nil }
      return .shard(shard)
    case UInt8(ascii: "="): return ofBlock(bytes, text)
    default: return nil
    }
  }

  /// Whether a line among some is the bar that ends a block.
  static func hasBlockEnd(_ bytes: Span<UInt8>, in lines: Range<Int>) -> Bool {
    var from = lines.lowerBound
    while from < lines.upperBound, let line = bars.firstLine(in: bytes, from..<lines.upperBound) {
      if case .blockEnd = find(bytes, line) { return true }
      from = line.upperBound + 1
    }
    return false
  }

  /// The job that `gh run view --log` names before each line: `JOB`, a tab, the step, a tab, a stamp.
  ///
  /// - Parameter line: the line, or a part of it.
  static func inPrefix(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Range<Int>? {
    let reach = max(0, line.lowerBound - 2 * longest)
    let above = bytes.last(0x0A, in: reach..<line.lowerBound)
    guard let start = above.map({ $0 + 1 }) ?? (reach == 0 ? 0 : nil),
      let jobEnd = bytes.first(0x09, in: start..<line.upperBound), 1...longest ~= jobEnd - start,
      let stepEnd = bytes.first(0x09, in: jobEnd + 1..<line.upperBound), stepEnd > jobEnd + 1,
      JobStamp.isIn(bytes, stepEnd + 1..<line.upperBound)
    else { return nil }
    return start..<jobEnd
  }

  private static func ofPipeline(_ bytes: Span<UInt8>, _ text: Range<Int>) -> JobLine? {
    if let name = rest(bytes, text, behind: "[Pipeline] { ("), bytes.ends(")", in: name), name.count > 1 {
      let stage = name.dropLast()
      guard let branch = rest(bytes, stage, behind: "Branch: ") else { return .stage(stage) }
      return .branch(branch)
    }
    if isWhole(bytes, text, "[Pipeline] // stage") { return .jobEnd }
    if isWhole(bytes, text, "[Pipeline] parallel") { return .branches }
    return isWhole(bytes, text, "[Pipeline] // parallel") ? .branchesEnd : nil
  }

  private static func ofBlock(_ bytes: Span<UInt8>, _ text: Range<Int>) -> JobLine? {
    if let test = rest(bytes, text, behind: "==================== Test output for ") {
      guard bytes.ends(":", in: test) else { return nil }
      let words = bytes.first(" (shard ", in: test).flatMap { shard(bytes, $0 + 2..<test.upperBound) }
      return .block(
        shard: words.flatMap { bytes.has("):", at: $0.upperBound, end: test.upperBound) ? $0 : nil })
    }
    let bar = TestAnnouncement.rule(bytes, text, of: UInt8(ascii: "="), count: 80)
    return bar == text.lowerBound ? .blockEnd : nil
  }

  /// The `shard 2 of 5` at the beginning of a text.
  private static func shard(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Range<Int>? {
    let (start, end) = (text.lowerBound, text.upperBound)
    guard bytes.has("shard ", at: start, end: end),
      let (_, number) = bytes.decimal(at: start + 6, end: end), bytes.has(" of ", at: number, end: end),
      let (_, count) = bytes.decimal(at: number + 4, end: end)
    else { return nil }
    return start..<count
  }

  /// The name behind the words that a text begins with; nil where it begins with others.
  private static func rest(
    _ bytes: Span<UInt8>, _ text: Range<Int>, behind words: StaticString
  ) -> Range<Int>? {
    guard bytes.has(words, at: text.lowerBound, end: text.upperBound) else { return nil }
    let rest = bytes.trimmed(text.lowerBound + words.utf8CodeUnitCount..<text.upperBound)
    return 1...longest ~= rest.count ? rest : nil
  }

  private static func isWhole(_ bytes: Span<UInt8>, _ text: Range<Int>, _ words: StaticString) -> Bool {
    text.count == words.utf8CodeUnitCount && bytes.has(words, at: text.lowerBound, end: text.upperBound)
  }
}
