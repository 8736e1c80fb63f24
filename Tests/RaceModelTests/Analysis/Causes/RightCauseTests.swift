import Testing

@testable import RaceModel

/// The causes that are right, taken from each program's source. No other cause may be given for any race in any log of
/// the corpus.
@Suite struct `Likely causes in the corpus` {
  private typealias Causes = [String: [Cause.Kind]]

  /// By program, then by the functions of both sides.
  private static let right: [String: Causes] = [
    "afterfunc": [
      "main.main main.main.func1": [.sharedWithClosure], "main.main main.main.func2": [.sharedWithClosure],
      "main.main main.main.func3": [.bypassedOnce],
    ],
    "cgo": [
      "main.goCallback main.main": [.packageVariable], "main.main main.main.func1": [.sharedWithClosure],
    ],
    "channels": [
      "main.main main.main.func3": [.sharedWithClosure], "main.main.func1 main.produce": [.closedChannel],
      "main.main main.main.func2": [.closedChannel],
    ],
    "chatty": [
      "main.setHost main.setHost": [.packageVariable], "main.setLevel main.setLevel": [.packageVariable],
      "main.setMode main.setMode": [.packageVariable], "main.setPort main.setPort": [.packageVariable],
    ],
    "closure": [
      "main.loopVar main.loopVar.func1": [.sharedWithClosure],
      "main.sharedErr main.sharedErr.func1": [.sharedWithClosure],
      "main.nested main.nested.func1.1.1": [.sharedWithClosure],
      "main.nested.func1.1.1 main.nested.func1.func1.1": [.sharedWithClosure],
      "main.nested.func1.1.1 main.nested.func3": [.sharedWithClosure],
    ],
    "counter": ["main.incr main.incr": [.packageVariable]],
    "fatal": [
      "main.main main.main.func1": [.packageVariable],
      "main.main.func3 main.main.func3": [.concurrentMapAccess],
      "main.main.func3 runtime.mapaccess2_fast64": [.concurrentMapAccess],
    ],
    "flaky": ["flaky.(*Hub).Register flaky.(*Hub).Register": [.concurrentMapAccess]],
    "httpserver": [
      "httpserver.logging.func1 httpserver.logging.func1": [.concurrentRequests],
      "httpserver.(*server).count v2.makeMapArshaler.func2": [.concurrentRequests],
    ],
    "mapstore": [
      "store.(*Store).Delete store.(*Store).Each": [.concurrentMapAccess],
      "store.(*Store).Get store.(*Store).Put": [.concurrentMapAccess],
      "store.(*Store).Order store.(*Store).SetOrder": [.concurrentMapAccess],
      "store.(*Store).SetOrder worker.(*Worker).loop": [.concurrentMapAccess],
    ],
    "multi": [
      "alpha.Set alpha.TestState": [.packageVariable], "beta.Set beta.TestState": [.packageVariable],
      "gamma.Set gamma.TestState": [.packageVariable],
      "zeta.(*Registry).Has zeta.(*Registry).Put": [.concurrentMapAccess],
      "runtime.mapaccess2_faststr zeta.(*Registry).Put": [.concurrentMapAccess],
    ],
    "nestedgo": [
      "main.(*tree).walk main.(*tree).walk": [.packageVariable],
      "main.main main.main.func2": [.sharedWithClosure],
      "main.main.func1 main.main.func2": [.sharedWithClosure],
    ],
    "oddnames": [
      "nihon.書く nihon.書く": [.packageVariable],
      "v2%2elib.(*größe).Ändern v2%2elib.(*größe).Ändern": [.packageVariable],
      "v2%2elib.init.0 v2%2elib.init.0.func1": [.packageVariable],
      "v2%2elib.init.func2 v2%2elib.init.func2": [.packageVariable],
    ],
    "outside": [
      "outside.TestMain outside.TestMain.func1": [.packageVariable],
      "outside.TestMain outside.init.0.func1": [.packageVariable],
    ],
    "ptests": [
      "ptests.(*Cache).Upper ptests.(*Cache).Upper": [.concurrentMapAccess, .parallelTests],
      "ptests.BenchmarkUpper.func1 ptests.BenchmarkUpper.func1": [.packageVariable],
      "ptests.ExampleUpper ptests.ExampleUpper.func1": [.sharedWithClosure],
      "ptests.TestCleanup.func1 ptests.TestCleanup.func2": [.sharedWithClosure],
      "ptests.TestFails ptests.TestFails.func1": [.sharedWithClosure],
      "ptests.TestNested.func1.1 ptests.TestNested.func1.1.1": [.sharedWithClosure],
    ],
    "sliceappend": [
      "collect.(*Collector).Add collect.(*Collector).Add": [.sliceAppend],
      "collect.(*Collector).Add collect.(*Collector).Copy": [.sliceAppend],
      "collect.(*Collector).Name collect.(*Collector).Name": [.sliceAppend],
      "main.main main.main.func2": [.sliceAppend],
    ],
    "stale": [
      "main.main main.setVictim": [.packageVariable], "main.setVictim main.setVictim": [.packageVariable],
    ],
    "structs": [
      "shape.(*Box).Hits sync/atomic.AddInt64": [.mixedAtomic],
      "main.main.func9 shape.(*Box).Hits": [.mixedAtomic],
      "main.main.gowrap4 shape.(*Box).Hits": [.mixedAtomic],
      "main.main shape.Replace": [.packageVariable], "shape.Replace shape.Snapshot": [.packageVariable],
      "main.main main.main.func4": [.sharedWithClosure], "main.main main.main.func5": [.sharedWithClosure],
    ],
    // One buffer, used after it went back to the pool, or shared by a closure.
    "deepstd": [
      "bytes.(*Buffer).Reset bytes.(*Buffer).WriteString": [.unsafeObject],
      "bytes.(*Buffer).Reset bytes.(*Buffer).tryGrowByReslice": [.unsafeObject],
    ],
    "syncpool": [
      "main.main main.main.func2": [.packageVariable],
      "bytes.(*Buffer).Reset bytes.(*Buffer).String": [.unsafeObject],
      "bytes.(*Buffer).String bytes.(*Buffer).Write": [.unsafeObject],
      "bytes.(*Buffer).String bytes.(*Buffer).tryGrowByReslice": [.unsafeObject],
    ],
    "titan": [
      "owner.(*mockManager).GetOwnerOpValue owner.(*mockManager).SetOwnerOpValue": [.packageVariable]
    ],
    "wgmisuse": [
      "main.addInside main.addInside.func1": [.sharedWithClosure],
      "main.earlyDone main.earlyDone.func1": [.sharedWithClosure],
    ],
    "wrappers": [
      "main.rangeOverFunc-range1-range1 main.rangeOverFunc.func1-range1": [.sharedWithClosure],
      // One goroutine clones what the other one sorts.
      "slices.Clone[go.shape.[]int,go.shape.int] slices.insertionSortCmpFunc[go.shape.int]": [.sliceAppend],
    ],
  ]

  /// Logs that are not named after their program.
  private static let programs: [(prefix: String, programs: [String])] = [
    ("dedup-", ["flaky"]), ("gorun", ["counter"]), ("opt-log_path-multi", ["multi"]),
    ("opt-halt_on_error-test", ["multi"]), ("opt-", ["structs"]), ("two-", ["structs", "mapstore"]),
    ("go-structs", ["structs"]), ("go-titan", ["titan"]),
  ]

  @Test(arguments: Corpus.names)
  func `match what the programs do`(_ name: String) throws {
    let log = ReadLog(try LogFile.open(Corpus.path(name)))
    let own = [String(name.prefix { $0 != "-" && $0 != "." })]
    let programs = Self.programs.first { name.hasPrefix($0.prefix) }?.programs ?? own
    let known = programs.map { Self.right[$0] ?? [:] }
    var explainer = RaceExplainer()
    for race in log.index.races {
      let causes = explainer.explain(ExplanationRequest(race, of: log.index), files: [log.file]).causes.map(
        \.kind)
      let sites = log.index.sites(of: race).map { KnownRace.short($0?.function) }.sorted().joined(
        separator: " ")
      if name == "many-320" {
        #expect(causes.allSatisfy { Self.manyCauses(sites).contains($0) }, "\(sites)")
      } else if name.hasSuffix("wrapped_80") || name == "two-go-blind" {
        // Names are broken, or stacks mix the frames of two processes: accept any cause that is right in these
        // programs.
        let all = known.flatMap(\.values).flatMap(\.self)
        #expect(causes.allSatisfy { all.contains($0) }, "\(sites)")
      } else {
        let right = known.lazy.compactMap { $0[sites] }.first ?? []
        #expect(causes.allSatisfy { right.contains($0) }, "\(sites): \(causes.map(\.words))")
      }
    }
  }

  /// The program writes `itemN.m[N]` when N mod 4 is 2, else a field of the value that the package variable `itemN` was
  /// initialized with.
  private static func manyCauses(_ sites: String) -> [Cause.Kind] {
    let number = sites.split { !$0.isNumber }.last.flatMap { Int($0) }
    return number.map { $0 % 4 == 2 ? [.concurrentMapAccess] : [.packageVariable] } ?? []
  }
}
