import Testing

@testable import RaceModel

@Suite struct `Races that share a site` {
  /// Three races: put/get, put/len and an unrelated one; put/get was printed twice.
  private static let log = [("put", "get"), ("add", "sum"), ("put", "len"), ("put", "get")].map {
    CauseExamples.go(
      at: "0x00c00001a0f0", write: "main.\($0.0) app.go:11", read: "main.\($0.1) app.go:15")
  }.joined()

  @Test func `are one family`() throws {
    let index = try ReadLog(Self.log).index
    #expect(index.races.count == 3)
    #expect(Families.families(of: index) == [0, 1, 0])
  }

  @Test func `do not become a family through unknown sites`() throws {
    let cut = """
      WARNING: DATA RACE
      Write at 0x00c00001a0f0 by goroutine 7:
        main.FUNC()
            /src/app.go:11 +0x1c

      """
    let log = ["one", "two"].map { cut.replacing("FUNC", with: $0) + "==================\n" }.joined()
    let index = try ReadLog(log).index
    #expect(index.races.count == 2)
    #expect(Families.families(of: index) == [0, 1])
  }

  @Test func `are found by the sites that occur in most reports`() throws {
    let sites = HotSite.sites(of: try ReadLog(Self.log).index)
    #expect(sites.map(\.site.function) == ["main.put", "main.get", "main.add", "main.sum", "main.len"])
    #expect(sites.map(\.reports) == [3, 2, 1, 1, 1])
    // The first site covers three of four reports, main.add the last one.
    #expect(sites.map(\.covered) == [3, 3, 4, 4, 4])
    #expect(sites[0].races == [0, 2])
  }

  @Test func `name all lines of a site`() throws {
    let log = [11, 13, 11].map { line in
      CauseExamples.go(
        at: "0x00c00001a0f0", write: "main.put app.go:\(line)", read: "main.get app.go:15")
    }.joined()
    let sites = HotSite.sites(of: try ReadLog(log).index)
    #expect(sites.map(\.site.function) == ["main.get", "main.put"])
    #expect(sites[0].lines == [15] && sites[1].lines == [11, 13])
  }
}

@Suite struct `Lock verdicts` {
  @Test(arguments: LockVerdict.allCases)
  func `follow from the locks of both sides`(_ verdict: LockVerdict) throws {
    for example in CauseExamples.locks(verdict) where example.holds {
      let log = try ReadLog(example.log)
      let detail = try #require(log.entries.first.flatMap { log.detailed($0) })
      #expect(LockVerdict(detail.report) == verdict)
    }
  }

  @Test func `are not given where no lock is printed`() throws {
    let log = try ReadLog(
      CauseExamples.go(at: "0x00c00001a0f0", write: "main.put app.go:11", read: "main.get app.go:15"))
    let detail = try #require(log.entries.first.flatMap { log.detailed($0) })
    #expect(LockVerdict(detail.report) == nil)
  }

  /// A report of Helgrind: an access under no lock, and a previous write.
  private static func helgrind(
    _ verb: String, _ frame: String, _ otherFrame: String, locks: String
  ) -> String {
    """
    ==9== Possible data race during \(verb) of size 4 at 0x10C014 by thread #1
    ==9== Locks held: none
    ==9==    at 0x1091A9: \(frame)
    ==9==
    ==9== This conflicts with a previous write of size 4 by thread #2
    ==9== Locks held: \(locks)
    ==9==    at 0x109199: \(otherFrame)
    ==9==
    """
  }

  /// Helgrind prints no locks that are held only to read.
  @Test func `are not given against a lock that the source shows`() throws {
    let folder = try SourceFolder([
      "a.c": "void work(void) {\npthread_rwlock_rdlock(&rw);\nn++;\npthread_rwlock_unlock(&rw);\n}\n"
    ])
    let log = try ReadLog(Self.helgrind("write", "work (a.c:3)", "work (a.c:3)", locks: "none"))
    let detail = try #require(log.entries.first.flatMap { log.detailed($0) })
    let testimony = SourceWitness(SourceFinder(directory: folder.path)).testimony(
      of: detail, logModified: nil)
    #expect(detail.analyzed().lockVerdict == LockVerdict.none)
    #expect(detail.analyzed().weighed(by: testimony, detail).lockVerdict == nil)
  }

  @Test func `are not given where Helgrind cannot show a lock`() throws {
    let log = try ReadLog(
      Self.helgrind(
        "read", "main (a.c:9)", "work (a.c:5)", locks: "1, at address 0x4D76C80 (and 1 that can't be shown)"))
    let detail = try #require(log.entries.first.flatMap { log.detailed($0) })
    #expect(LockVerdict(detail.report) == nil)
  }
}
