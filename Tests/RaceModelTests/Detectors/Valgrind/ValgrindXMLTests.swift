import Testing

@testable import RaceModel

@Suite struct `XML of Valgrind` {
  static func frame(_ function: String, _ line: Int, ip: String = "0x10") -> String {
    """
        <frame>
          <ip>\(ip)</ip>
          <obj>/opt/farm</obj>
          <fn>\(function)</fn>
          <dir>/opt/src</dir>
          <file>farm.c</file>
          <line>\(line)</line>
        </frame>

    """
  }

  static let log = """
    <?xml version="1.0"?>
    <valgrindoutput>
    <protocoltool>helgrind</protocoltool>
    <pid>31</pid>

    <announcethread>
      <hthreadid>1</hthreadid>
      <isrootthread></isrootthread>
    </announcethread>

    <announcethread>
      <hthreadid>2</hthreadid>
      <stack>
    \(frame("sow", 8))  </stack>
    </announcethread>

    <error>
      <unique>0x0</unique>
      <tid>1</tid>
      <kind>Race</kind>
      <xwhat>
        <text>Possible data race during read of size 4 at 0x50 by thread #1</text>
        <hthreadid>1</hthreadid>
      </xwhat>
      <stack>
    \(frame("reap&lt;int&gt;", 20))\(frame("main", 30))  </stack>
      <xauxwhat>
        <text>This conflicts with a previous write of size 4 by thread #2</text>
        <hthreadid>2</hthreadid>
      </xauxwhat>
      <stack>
        <frame>
          <ip>0x33</ip>
          <obj>/opt/valgrind/vgpreload_helgrind-amd64-linux.so</obj>
        </frame>
    \(frame("seed", 12, ip: "0x40"))  </stack>
      <auxwhat>Location 0x50 is 0 bytes inside global var "barn"</auxwhat>
      <xauxwhat><text>declared at farm.c:2</text> <file>farm.c</file> <line>2</line> </xauxwhat>
    </error>

    <error>
      <unique>0x1</unique>
      <tid>2</tid>
      <kind>UnlockForeign</kind>
      <xwhat>
        <text>Thread #1 unlocked lock at 0xC0 currently held by thread #2</text>
        <hthreadid>1</hthreadid>
        <hthreadid>2</hthreadid>
      </xwhat>
      <stack>
    \(frame("open", 40))  </stack>
      <auxwhat>Lock at 0xD0 was first observed</auxwhat>
      <stack>
    \(frame("fence", 41))  </stack>
    </error>

    </valgrindoutput>

    """

  @Test func `a race has its accesses, frames, and the thread announced before it`() throws {
    let log = ValgrindLog(Self.log)
    let report = try #require(log.reports.first)
    #expect(log.entries.count == 2)
    #expect(report.detector == .helgrind && report.kind == .dataRace && report.isComplete)
    #expect(report.title == "Possible data race during read of size 4 at 0x50 by thread #1")
    #expect(report.accesses.map(\.operation) == [.read, .write])
    #expect(report.accesses.map(\.thread) == [.main, ThreadName(.numbered, 2)])
    #expect(
      log.frames(0, report.accesses[0].stack) == ["reap<int> /opt/src/farm.c:20", "main /opt/src/farm.c:30"])
    // Both calls have one address: the inner one was inlined.
    #expect(log.details[0]?.frames(of: report.accesses[0].stack).map(\.isInlined) == [true, false])
    #expect(log.sites(0) == ["reap<int>", "seed"] && report.accesses[1].siteIndex == 1)
    #expect(
      report.locations.map(\.text) == [
        #"Location 0x50 is 0 bytes inside global var "barn" declared at farm.c:2"#
      ])
    #expect(log.frames(0, report.threads[0].created) == ["sow /opt/src/farm.c:8"])
  }

  @Test func `an error has its kind, its threads and its lock`() throws {
    let log = ValgrindLog(Self.log)
    let report = try #require(log.reports.last)
    #expect(log.sites(1) == ["open"])
    #expect(report.kind == .mutexBadUnlock && report.locks.map(\.id) == ["0xd0"])
    #expect(Set(report.threads.map(\.name)) == [.main, ThreadName(.numbered, 2)])
  }

  @Test func `a file that was cut off has all errors before the cut`() {
    let lines = Self.log.split(separator: "\n", omittingEmptySubsequences: false)
    let last = lines.firstIndex { $0.contains("UnlockForeign") } ?? 0
    let before = ValgrindLog(lines[..<last].joined(separator: "\n"))
    #expect(before.reports.map(\.kind) == [.dataRace] && before.reports[0].isComplete)
    let inside = ValgrindLog(lines[..<(last + 8)].joined(separator: "\n"))
    #expect(inside.reports.map(\.isComplete) == [true, false])
    #expect(inside.reports.last?.damage == [.tail])
    // The next run's file may follow.
    #expect(ValgrindLog(lines[..<(last + 8)].joined(separator: "\n") + "\n" + Self.log).entries.count == 4)
  }

  @Test(arguments: [1, 50])
  func `a file reads the same in pieces of any size`(_ chunkSize: Int) {
    let (whole, pieces) = (ValgrindLog(Self.log), ValgrindLog(Self.log, chunkSize: chunkSize))
    #expect(pieces.reports.map(\.lines) == whole.reports.map(\.lines))
    #expect(pieces.entries.indices.map(pieces.sites) == whole.entries.indices.map(whole.sites))
  }

  @Test func `DRD's segments and locks have their own elements`() throws {
    let log = ValgrindLog(
      """
      <error>
        <kind>ConflictingAccess</kind>
        <what>Conflicting load by thread 2 at 0x00000050 size 8</what>
        <stack>
      \(Self.frame("graze", 5))  </stack>
        <auxwhat>Address 0x50 is at offset 16 from 0x40.</auxwhat>
        <allocation_context>
        <stack>
      \(Self.frame("calve", 6))  </stack>
        </allocation_context>
        <other_segment_start>
        <stack>
      \(Self.frame("milk", 7))  </stack>
        </other_segment_start>
        <other_segment_end>
        </other_segment_end>
      </error>
      <error>
        <kind>MutexErr</kind>
        <what>A text of some later version</what>
        <stack>
      \(Self.frame("latch", 8))  </stack>
        <first_observed_at>
          <what>mutex</what>
          <address>0xc0</address>
        <stack>
      \(Self.frame("gate", 9))  </stack>
        </first_observed_at>
      </error>
      """)
    #expect(log.reports.map(\.detector) == [.drd, .drd])
    #expect(log.reports.map(\.kind) == [.dataRace, .mutexInvalid])
    let race = try #require(log.reports.first)
    #expect(race.accesses.map(\.operation) == [.read] && race.isComplete)
    #expect(race.sections.map { $0.stack?.count } == [1, nil])
    #expect(race.locations.map { $0.address?.value } == [0x40])
    #expect(log.frames(0, race.locations[0].stack) == ["calve /opt/src/farm.c:6"])
    #expect(log.sites(1) == ["latch"])
    #expect(log.reports.last?.locks.map(\.id) == ["0xc0"])
    #expect(log.frames(1, log.reports.last?.locks.first?.created) == ["gate /opt/src/farm.c:9"])
  }

  @Test func `errors of Valgrind's other tools are not reports`() {
    let log = ValgrindLog(
      """
      <error>
        <kind>InvalidRead</kind>
        <what>Invalid read of size 4</what>
        <stack>
      \(Self.frame("stray", 5))  </stack>
      </error>
      """)
    #expect(log.entries.isEmpty)
  }
}
