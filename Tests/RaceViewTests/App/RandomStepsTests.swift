import Glibc
import GrammarExamples
import RaceModel
import RaceText
import RaceView
import RaceWork
import ScreenHarness
import Testing

/// Whatever happens, in whatever order: keys, clicks, sizes, logs that grow, answers that come late. The screens are held
/// to what they promise; what breaks a promise is shown with the fewest steps that do.
///
/// `RACETUI_RUNS` says how many runs there are of each sample; `RACETUI_SEED` makes others.
@Suite struct RandomStepsTests {
  private static func number(_ variable: String, _ usual: Int) -> Int {
    getenv(variable).flatMap { Int(String(cString: $0)) } ?? usual
  }

  @Test(arguments: ["shop-test.log", "shop-v.log", "shop-damaged.log", "kcsan.log", "tidb-45106.log"])
  func `the screens keep their promises`(sample: String) throws {
    let log = try GrowingSample(sample)
    let seed = UInt64(Self.number("RACETUI_SEED", 1))
    for run in 0..<UInt64(Self.number("RACETUI_RUNS", 4)) {
      var generator = SeededGenerator(seed: seed &* 1_000_003 &+ run)
      let steps = (0..<120).map { _ in Step.random(using: &generator) }
      guard let broken = log.brokenPromise(steps) else { continue }
      let few = log.shrunk(steps, to: broken.promise)
      let words = few.map { "\($0)" }.joined(separator: ", ")
      Issue.record("\(log.brokenPromise(few) ?? broken) after \(few.count) steps: \(words)")
    }
  }

  @Test func `a failing run is reduced to few steps`() {
    var generator = SeededGenerator(seed: 7)
    let random = (0..<120).map { _ in Step.wheel(1, 2, Int.random(in: 0..<9, using: &generator)) }
    let about = Step.key(.character("i"))
    // Fails when the log is read whole before a key is pressed.
    let few = Shrinking.shrunk(random[..<40] + [.loaded] + random[40..<70] + [about] + random[70...]) {
      steps in
      steps.firstIndex(of: .loaded).map { steps[$0...].contains(about) } ?? false
    }
    #expect(few == [.loaded, about])
  }
}

/// Something that happens to the screens.
enum Step: Equatable {
  case key(Key)
  /// A click, a drag or the wheel, at thousandths of the screen.
  case press(Int, Int)
  case drag(Int, Int)
  case wheel(Int, Int, Int)
  case resize(Int, Int)
  /// More of the log is read.
  case grow
  /// All of it is.
  case loaded
  /// One of the jobs that were asked for is answered.
  case answer(Int)

  private static let keys: [Key] = {
    let all = ScreenTable.all.flatMap { $0.entries }.flatMap { $0.keys }.flatMap { $0.keys }
    return all + "jjjkkJKvfi[]gzZ/&!s059".unicodeScalars.map { .character($0) } + [
      .enter, .enter, .escape, .tab,
    ]
  }()

  static func random(using generator: inout SeededGenerator) -> Step {
    func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &generator) }
    switch below(20) {
    case 0: return .press(below(1001), below(1001))
    case 1:
      return below(2) == 0 ? .drag(below(1001), below(1001)) : .wheel(below(1001), below(1001), below(7) - 3)
    case 2:
      return .resize([0, 1, 20, 60, 80, 100, 120, 200][below(8)], [0, 1, 3, 10, 16, 24, 40, 60][below(8)])
    case 3, 4: return .grow
    case 5: return below(6) == 0 ? .loaded : .grow
    case 6...10: return .answer(below(8))
    default: return .key(keys[below(keys.count)])
    }
  }
}

/// Making what fails small.
enum Shrinking {
  /// Steps of which none, and no run of them, can be left out.
  static func shrunk(_ steps: [Step], while fails: ([Step]) -> Bool) -> [Step] {
    var steps = steps
    var size = max(1, steps.count / 2)
    while true {
      var start = 0
      var isSmaller = false
      while start < steps.count {
        var fewer = steps
        fewer.removeSubrange(start..<min(steps.count, start + size))
        if fails(fewer) {
          (steps, isSmaller) = (fewer, true)
        } else {
          start += size
        }
      }
      if size == 1, !isSmaller { return steps }
      size = max(1, size / 2)
    }
  }
}

/// A sample that is read piece by piece, as a log that grows is.
struct GrowingSample {
  private let file: LogFile
  private let batches: [IndexBatch]
  private let last: IndexBatch

  init(_ sample: String) throws {
    file = try LogFile.open("\(Session.root)/samples/\(sample)")
    var batches: [IndexBatch] = []
    var reader = LogReader(chunkSize: 3001)
    reader.read(file, log: 0) { batch in
      batches.append(batch)
      return true
    }
    last = batches.removeLast()
    self.batches = batches
  }

  /// What happens to screens over it.
  func replay(_ steps: [Step]) -> StepRun {
    var run = StepRun(file, batches, last)
    for step in steps where run.broken == nil { run.take(step) }
    return run
  }

  /// The first promise that is broken.
  func brokenPromise(_ steps: [Step]) -> BrokenPromise? { replay(steps).broken }

  /// The fewest steps that break a promise.
  func shrunk(_ steps: [Step], to promise: String) -> [Step] {
    Shrinking.shrunk(steps) { brokenPromise($0)?.promise == promise }
  }
}

/// What the screens did not do, and where.
struct BrokenPromise: CustomStringConvertible {
  let promise: String
  let place: String

  var description: String { "\(promise): \(place)" }
}
