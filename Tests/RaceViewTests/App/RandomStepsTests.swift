import Glibc
import GrammarExamples
import RaceModel
import RaceText
import RaceView
import RaceWork
import ScreenHarness
import Testing

/// Random events in random order: keys, clicks, sizes, growing logs, late answers. The screens must keep their
/// promises; a broken promise is reported with the fewest steps that break it.
///
/// `RACETUI_RUNS` sets the number of runs per sample; `RACETUI_SEED` selects other runs.
@Suite struct RandomStepsTests {
  private static func number(_ variable: String, _ usual: Int) -> Int {
    getenv(variable).flatMap { Int(String(cString: $0)) } ?? usual
  }

  @Test(arguments: ["shop-test.log", "shop-v.log", "shop-damaged.log", "kcsan.log", "tidb-45106.log"])
  func `the screens keep their promises`(sample: String) throws {
    let log = try GrowingSample(sample)
    let seed = UInt64(Self.number("RACETUI_SEED", 1))
    for run in 0..<UInt64(Self.number("RACETUI_RUNS", 3)) {
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
    // Fails if the log is completely read before a key is pressed.
    let few = Shrinking.shrunk(random[..<40] + [.loaded] + random[40..<70] + [about] + random[70...]) {
      steps in
      steps.firstIndex(of: .loaded).map { steps[$0...].contains(about) } ?? false
    }
    #expect(few == [.loaded, about])
  }
}

/// An event on the screens.
enum Step: Equatable {
  case key(Key)
  /// A click, a drag or the wheel, in thousandths of the screen.
  case press(Int, Int)
  case drag(Int, Int)
  case wheel(Int, Int, Int)
  case resize(Int, Int)
  /// Another part of the log is read.
  case grow
  /// The whole log is read.
  case loaded
  /// One of the pending jobs is answered.
  case answer(Int)

  private static let keys: [Key] = {
    let all = ScreenTable.all.flatMap { $0.commandFacts }.flatMap { $0.keys }.flatMap { $0.keys }
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

/// Reduces failing runs.
enum Shrinking {
  /// Steps that still fail, where no step or run of steps can be left out.
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

/// A sample that is read piece by piece, like a growing log.
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

  /// Runs the steps on screens of this sample.
  func replay(_ steps: [Step]) -> StepRun {
    var run = StepRun(file, batches, last)
    for step in steps where run.broken == nil { run.take(step) }
    return run
  }

  /// The first promise that the steps break.
  func brokenPromise(_ steps: [Step]) -> BrokenPromise? { replay(steps).broken }

  /// The fewest steps that break a promise.
  func shrunk(_ steps: [Step], to promise: String) -> [Step] {
    Shrinking.shrunk(steps) { brokenPromise($0)?.promise == promise }
  }
}

/// The broken promise, and where it was broken.
struct BrokenPromise: CustomStringConvertible {
  let promise: String
  let place: String

  var description: String { "\(promise): \(place)" }
}
