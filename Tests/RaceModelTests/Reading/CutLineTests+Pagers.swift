import Testing

@testable import RaceModel

/// Lines whose rest is behind the right edge of a pager.
extension `Lines cut at the right, wrapped, and joined` {
  /// All that is behind the right edge is missing.
  @Test(
    arguments: [">", " (mutex>", " (mutexes: wri>", " (mutexes: write M>"],
    ["", "Mar 03 04:05:10 mill1 mill[311]: "])
  func `a report of ThreadSanitizer in a pager`(_ end: String, _ prefix: String) throws {
    let text = """
      WARNING: ThreadSanitizer: data race (pid=311)
        Write of size 4 at 0x7b0400000010 by thread T1\(end)
          #0 grind(int*, int) /src/mill.cpp:12:9 (mi>
          #1 worker /src/mill.cpp:1>

        Previous read of size 4 at 0x7b0400000010 by main thre>
          #0 sieve /src/mill.cpp:18:7 (mill+0xd3e10)

        Thread T1 (tid=313, running) created by main>
          #0 pthread_create <null> (mill+0x51a5e) (Build>
          #1 main /src/mill.cpp:65:3 (mill+0xd40d0)

      """
    let log = try ReadLog(Self.prefixed(text, prefix))
    #expect(
      log.stacks == [
        "grind(int*, int) /src/mill.cpp:12:9 | worker", "sieve /src/mill.cpp:18:7 (mill+0xd3e10)",
        "pthread_create (mill+0x51a5e) | main /src/mill.cpp:65:3 (mill+0xd40d0)",
      ])
    let report = try #require(log.entries.first.flatMap { log.detailed($0) }?.report)
    // Digits of the thread may be behind the edge, too.
    #expect(report.accesses.map(\.thread) == [end == ">" ? nil : ThreadName(.thread, 1), nil])
    #expect(report.accesses.allSatisfy { $0.locks.isEmpty })
    let lines = report.damage.compactMap { damage -> Int? in
      switch damage {
      case .frame(let line), .header(let line): line
      default: nil
      }
    }
    #expect(Set(lines) == [2, 3, 4, 6, 9, 10])
    #expect(log.contradictions == [])
  }

  @Test(arguments: [">", "…"], ["", "Mar 03 04:05:10 mill1 kernel: "])
  func `a report of the kernel in a pager`(_ mark: String, _ prefix: String) throws {
    let text = """
      BUG: KCSAN: data-race in mill_grind / mill_si@

      write to 0xffff888104c2a010 of 4 bytes by task 31@
       mill_grind+0x4a/0x90 drivers/mi@
       shop_open+0x12/0x60

      read to 0xffff888104c2a010 of 4 bytes by task 77 @
       mill_sieve+0x21/0x40

      """
    let log = try ReadLog(Self.prefixed(text.replacing("@", with: mark), prefix))
    #expect(log.stacks == ["mill_grind | shop_open", "mill_sieve"])
    let report = try #require(log.entries.first.flatMap { log.detailed($0) }?.report)
    #expect(report.title == "data-race in mill_grind / mill_si")
    #expect(report.accesses.map(\.thread) == [nil, nil])
    #expect(report.damage == [.header(line: 1), .header(line: 3), .frame(line: 4), .header(line: 7)])
    #expect(report.notes.isEmpty)
    #expect(log.contradictions == [])
  }

  @Test func `lists of types, arrows and operators end with the same sign`() throws {
    let text = """
      WARNING: ThreadSanitizer: data race (pid=20417)
        Write of size 4 at 0x7b2c00000a14 by thread T3:
          #0 mill::grind<std::pair<int, int> >
          #1 mill::Sieve::operator->
          #2 run /src/mill.cpp:48:14 (mill+0x4d21a6)

      """
    let log = try ReadLog(text)
    #expect(
      log.stacks == [
        "mill::grind<std::pair<int, int> > | mill::Sieve::operator-> | run /src/mill.cpp:48:14 (mill+0x4d21a6)"
      ])
  }
}
