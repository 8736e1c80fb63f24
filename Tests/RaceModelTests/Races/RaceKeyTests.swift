import GrammarExamples
import Testing

@testable import RaceModel

@Suite struct `The identity of a race` {
  private let add = Site(function: "main.add", file: "/home/jo/app/main.go", line: 8)
  private let main = Site(function: "main.main", file: "C:\\app\\main.go", line: 14)

  private func key(_ sites: Site?...) -> String {
    RaceKey(detector: .go, kind: .dataRace, sites: sites).description
  }

  @Test func `is the FNV-1a hash of names as documented`() {
    // The hash of "go\ndata-race\nmain.add\tmain.go\nmain.main\tmain.go\n", computed by another program.
    #expect(key(add, main) == "7cb3cbe994cc2e55")
  }

  private func identity(_ function: String, _ file: String? = "pond.c") -> String? {
    SiteIdentity(Site(function: function, file: file, line: 3)).function
  }

  @Test(arguments: [
    "pond_fill.constprop.0", "pond_fill.isra.12", "pond_fill.part.3", "pond_fill.cold", "pond_fill.cold.1",
    "pond_fill.llvm.8412908127", "pond_fill.isra.0.part.4", "pond_fill.constprop.0.cold",
    "pond_fill.lto_priv.7",
    "pond_fill [clone .isra.0]", "pond_fill [clone .constprop.1] [clone .cold]", "pond_fill (.llvm.841)",
    "pond_fill (.isra.0) (.cold)", "pond_fill [clone .part.0.constprop.0]",
  ])
  func `does not depend on compilers' suffixes for clones`(_ function: String) {
    #expect(identity(function) == "pond_fill")
    let site = Site(function: function, file: "pond.c", line: 3)
    let plain = Site(function: "pond_fill", file: "pond.c", line: 3)
    #expect(key(site, main) == key(plain, main))
    #expect(identity("pond::fill(int)" + function.dropFirst(9)) == "pond::fill(int)")
  }

  @Test(arguments: [
    "pond.part", "pond.part.x", "pond.0", "pond_cold", "cold", ".cold", "pond.constprop", "pond.isra.0x1",
    "pond(cold)",
    "operator[]", "pond()", "fill(.5)", "main::{closure#0}", "pond.func1", "pond [cold]", "fill [clone]",
  ])
  func `depends on names that only look like clones`(_ function: String) {
    #expect(identity(function) == function)
  }

  @Test func `depends on a Go function's whole name`() {
    #expect(identity("pond.cold", "/src/pond.go") == "pond.cold")
    #expect(identity("pond.cold", "pond.c") == "pond")
  }

  /// Markdown shows emphasis where two receivers have their `*`; Go prints no other receiver in parentheses.
  @Test func `does not depend on the star of a receiver`() {
    #expect(identity("main.(Cache).Get", "cache.go") == "main.(*Cache).Get")
    #expect(identity("a.v2.(Cache[...]).Get.func1", "a.go") == "a.v2.(*Cache[...]).Get.func1")
    for name in [
      "main.(*Cache).Get", "main.Cache.Get", "main.Of[go.shape.func(main.(T))].get", "main.f", "(Cache).Get",
    ] {
      #expect(identity(name, "cache.go") == name)
    }
  }

  @Test func `does not depend on which side was caught`() {
    #expect(key(main, add) == key(add, main))
  }

  @Test func `does not depend on folders and lines`() {
    #expect(key(Site(function: "main.add", file: "main.go", line: nil), main) == key(add, main))
  }

  @Test func `distinguishes functions and files`() {
    #expect(key(add, add) != key(add, main))
    #expect(key(Site(function: "main.add", file: "other.go", line: 8), main) != key(add, main))
  }

  @Test func `differs between a report with one side and a complete one`() {
    #expect(key(add, nil) == "e70a784384baf54e")
    #expect(key(nil, add) == key(add, nil))
    #expect(key(add, nil) != key(add, add))
    #expect(key(add, nil) != key(add, Site(function: nil, file: nil, line: nil)))
  }
}

@Suite struct `Grouping reports into races` {
  private static let cut = GoExamples.lines(GoExamples.plain).prefix(5).joined(separator: "\n") + "\n"
  private static let logs = [GoExamples.plain + "\n", GoExamples.other + "\n", cut]

  @Test(arguments: [[0, 1, 2], [2, 1, 0], [1, 0, 2], [2, 0, 1]])
  func `is the same whatever the order of the logs`(_ order: [Int]) throws {
    var index = LogIndex()
    var reader = LogReader()
    for (position, log) in (order + order).enumerated() {
      let file = try TemporaryLog(Self.logs[log].utf8)
      reader.read(try LogFile.open(file.path), log: Int32(position)) {
        index.append($0)
        return true
      }
    }
    #expect(index.logs.count == 6)
    #expect(index.reports.count == 6)
    let keys = Set(index.races.map(\.key.description))
    let add = Site(function: "main.add", file: "main.go", line: 8)
    let main = Site(function: "main.main", file: "main.go", line: 14)
    let get = Site(function: "db.get", file: "db.go", line: 30)
    let put = Site(function: "db.put", file: "db.go", line: 40)
    let expected = [[add, main], [get, put], [add, nil]].map {
      RaceKey(detector: .go, kind: .dataRace, sites: $0).description
    }
    #expect(keys == Set(expected))
    for race in index.races {
      #expect(race.reports.count == 2)
      #expect(race.runCount == 2)
      #expect(race.incompleteCount == (race.isHalf ? 2 : 0))
    }
  }
}
