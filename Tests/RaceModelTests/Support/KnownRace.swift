import Testing

@testable import RaceModel

/// What the programs' sources say about their races, written line by line.
struct KnownRace: CustomTestStringConvertible, Sendable {
  var log: String
  /// The functions of both sides, without the package's path.
  var sites: [String]
  /// The fork: the function without its package's path, and the lines of the sides in the first report's order; nil if
  /// the log does not show it.
  var fork: String?
  /// The likely causes that the log shows.
  var causes: [Cause.Kind]
  /// The captured variable that the race is on; only the program's lines show it.
  var variable: String?

  var testDescription: String { "\(log): \(sites.joined(separator: ", "))" }

  init(
    _ log: String, _ sites: [String], fork: String?, _ causes: [Cause.Kind] = [], variable: String? = nil
  ) {
    self.log = log
    self.sites = sites
    self.fork = fork
    self.causes = causes
    self.variable = variable
  }

  /// A function without the path of its package.
  static func short(_ function: String?) -> String {
    guard let function else { return "?" }
    let end = function.firstIndex(of: "[") ?? function.endIndex
    guard let slash = function[..<end].lastIndex(of: "/"), !function.hasPrefix("sync/") else {
      return function
    }
    return String(function[function.index(after: slash)...])
  }

  static let all = [
    KnownRace("afterfunc", ["main.(*timeoutConn).onTimeout", "main.main"], fork: nil),
    KnownRace("afterfunc", ["main.main", "main.main.func1"], fork: nil, [.sharedWithClosure], variable: "n"),
    KnownRace(
      "afterfunc", ["main.main", "main.main.func2"], fork: "main.main:35,33", [.sharedWithClosure],
      variable: "reason"),
    // sync.Once calls the closure: this is one of two causes that are stronger than the variable.
    KnownRace("afterfunc", ["main.main", "main.main.func3"], fork: "main.main:42,40", [.bypassedOnce]),
    KnownRace("cgo", ["main.goCallback", "main.main"], fork: "main.main:28,26", [.packageVariable]),
    // An element of a slice that the closure captures.
    KnownRace("cgo", ["main.main", "main.main.func1"], fork: "main.main:35,32", [.sharedWithClosure]),
    KnownRace("channels", ["main.consume", "main.produce"], fork: "main.main:35,32"),
    KnownRace("channels", ["main.main.func1", "main.produce"], fork: "main.main:34,32", [.closedChannel]),
    KnownRace("channels", ["main.main", "main.main.func2"], fork: "main.main:44,39", [.closedChannel]),
    KnownRace(
      "channels", ["main.main", "main.main.func3"], fork: "main.main:51,49", [.sharedWithClosure],
      variable: "c3"),
    KnownRace("chatty", ["main.setLevel", "main.setLevel"], fork: "main.main:33,30", [.packageVariable]),
    KnownRace(
      "closure-go1.27", ["main.sharedErr", "main.sharedErr.func1"], fork: "main.sharedErr:35,39",
      [.sharedWithClosure], variable: "err"),
    KnownRace(
      "closure-go1.19", ["main.loopVar", "main.loopVar.func1"], fork: "main.loopVar:24,22",
      [.sharedWithClosure], variable: "j"),
    KnownRace("counter-go1.27", ["main.incr", "main.incr"], fork: "main.main:11,18", [.packageVariable]),
    // A field of a struct in main, read by reflection and by fmt.
    KnownRace("deepstd", ["fmt.(*pp).printValue", "main.main.func2"], fork: "main.main:43,41"),
    // The closure that writes receives the pointer as an argument, by reflection.
    KnownRace("deepstd", ["main.main", "main.main.gowrap2"], fork: "main.main:69,67"),
    KnownRace("fatal-maps", ["main.main", "main.main.func1"], fork: "main.main:17,15", [.packageVariable]),
    KnownRace(
      "fatal-maps", ["main.main.func3", "main.main.func3"], fork: "main.main:34,34", [.concurrentMapAccess]),
    KnownRace(
      "flaky-count50", ["flaky.(*Hub).Broadcast", "flaky.(*Hub).Total"], fork: "flaky.TestBroadcast:19,15"),
    KnownRace(
      "flaky-count50", ["flaky.(*Hub).Register", "flaky.(*Hub).Register"], fork: "flaky.TestRegister:29,25",
      [.concurrentMapAccess]),
    KnownRace(
      "mapstore", ["store.(*Store).Get", "store.(*Store).Put"], fork: "worker.Start:18,18",
      [.concurrentMapAccess]),
    KnownRace("multi", ["alpha.Set", "alpha.TestState"], fork: "alpha.TestState:12,10", [.packageVariable]),
    // Goroutines that start goroutines of their own kind: the creator is unknown.
    KnownRace(
      "nestedgo", ["main.(*tree).walk", "main.(*tree).walk"], fork: "main.(*tree).walk:22,22",
      [.packageVariable]),
    KnownRace(
      "nestedgo", ["main.main.func1", "main.main.func2"], fork: "main.spawnChain:39,39", [.sharedWithClosure],
      variable: "x"),
    KnownRace(
      "oddnames", ["v2%2elib.(*größe).Ändern", "v2%2elib.(*größe).Ändern"], fork: "v2%2elib.Deep:32,30",
      [.packageVariable]),
    KnownRace("outside", ["outside.TestMain", "outside.init.0.func1"], fork: nil, [.packageVariable]),
    KnownRace(
      "outside", ["outside.TestMain", "outside.TestMain.func1"], fork: "outside.TestMain:17,15",
      [.packageVariable]),
    KnownRace(
      "ptests", ["ptests.(*Cache).Upper", "ptests.(*Cache).Upper"], fork: "ptests.TestUpper:19,19",
      [.concurrentMapAccess, .parallelTests]),
    KnownRace(
      "ptests", ["ptests.TestNested.func1.1", "ptests.TestNested.func1.1.1"],
      fork: "ptests.TestNested.func1.1:34,35", [.sharedWithClosure], variable: "n"),
    KnownRace(
      "ptests", ["ptests.TestCleanup.func1", "ptests.TestCleanup.func2"], fork: nil, [.sharedWithClosure],
      variable: "v"),
    // `append` writes the slice and an element: the line does not show which one raced.
    KnownRace(
      "ptests", ["ptests.TestFails", "ptests.TestFails.func1"], fork: "ptests.TestFails:51,49",
      [.sharedWithClosure]),
    KnownRace(
      "ptests", ["ptests.ExampleUpper", "ptests.ExampleUpper.func1"], fork: "ptests.ExampleUpper:77,75",
      [.sharedWithClosure], variable: "x"),
    KnownRace(
      "sliceappend", ["collect.(*Collector).Add", "collect.(*Collector).Add"], fork: "main.main:26,26",
      [.sliceAppend]),
    KnownRace(
      "sliceappend", ["collect.(*Collector).Add", "collect.(*Collector).Copy"], fork: "main.main:34,26",
      [.sliceAppend]),
    KnownRace("stale-goexit", ["main.main", "main.setVictim"], fork: nil, [.packageVariable]),
    KnownRace("stale-panic", ["main.main", "main.setVictim"], fork: "main.main:128,117", [.packageVariable]),
    KnownRace(
      "structs", ["shape.(*Box).Hits", "sync/atomic.AddInt64"], fork: "main.main:37,35", [.mixedAtomic]),
    // Closures that receive the pointer as an argument capture nothing.
    KnownRace("structs", ["main.main.func2", "main.main.func3"], fork: "main.main:55,53"),
    // An element of an array: the closure captures the array.
    KnownRace("structs", ["main.main", "main.main.func4"], fork: "main.main:67,65", [.sharedWithClosure]),
    KnownRace(
      "structs", ["main.main", "main.main.func5"], fork: "main.main:71,69", [.sharedWithClosure],
      variable: "any1"),
    // A buffer that was returned to its pool too early.
    KnownRace(
      "syncpool", ["bytes.(*Buffer).Reset", "bytes.(*Buffer).String"], fork: "main.main:29,29",
      [.unsafeObject]),
    KnownRace(
      "titan-go1.27", ["owner.(*mockManager).GetOwnerOpValue", "owner.(*mockManager).SetOwnerOpValue"],
      fork: "domain.(*Domain).Init:31,28", [.packageVariable]),
    KnownRace("titan-go1.27", ["domain.(*Domain).Reload", "domain.(*Domain).SchemaVersion"], fork: nil),
    KnownRace(
      "wgmisuse", ["main.earlyDone", "main.earlyDone.func1"], fork: "main.earlyDone:39,32",
      [.sharedWithClosure], variable: "out"),
    // A field reached through a captured pointer.
    KnownRace(
      "wgmisuse-go1.21", ["main.addInside", "main.addInside.func1"], fork: "main.addInside:16,23",
      [.sharedWithClosure]),
    KnownRace(
      "wgmisuse", ["main.rlockWrite.func1", "main.rlockWrite.func1"], fork: "main.rlockWrite:49,49",
      variable: "n"),
    KnownRace("wrappers", ["main.bump", "main.bump"], fork: "main.wrappers:30,21"),
    KnownRace(
      "wrappers", ["main.rangeOverFunc-range1-range1", "main.rangeOverFunc.func1-range1"],
      fork: "main.rangeOverFunc:58,52", [.sharedWithClosure], variable: "total"),
    // Library functions call these closures.
    KnownRace(
      "wrappers", ["main.pull.func1-range1", "main.pull.func2"], fork: "main.pull:68,77", variable: "last"),
    KnownRace(
      "wrappers", ["main.sorted.func1.1", "main.sorted.func2"], fork: "main.sorted:90,86", variable: "cmp"),
  ]
}
