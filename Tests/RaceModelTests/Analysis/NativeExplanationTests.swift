import Foundation
import Testing

@testable import RaceModel

/// Explanations of what ThreadSanitizer, Helgrind and DRD report for C and C++ programs: the memory of each race, its
/// locks and its causes, written from the programs' sources.
@Suite struct `Reports of native programs whose source is known` {
  /// A report in a log, found by the line of its title.
  struct Known: CustomTestStringConvertible, Sendable {
    var log: String
    var line: Int
    /// The memory that the race is on.
    var on: String?
    var locks: LockVerdict?
    var causes: [Cause.Kind] = []
    /// The words that the evidence of the first cause contains.
    var evidence: [String] = []

    var testDescription: String { "\(log) line \(line)" }
  }

  static let reports: [Known] = [
    // `withdraw` holds `audit`, `deposit` holds `ledger`: M0 and M1 are named by where they were created.
    Known(
      log: "tsan-mutexes", line: 2, on: "heap, 216 bytes", locks: .disjoint,
      causes: [.differentLocks, .orderedBySleep],
      evidence: [
        "the write by main thread held lock M0 to write", "the write by thread T1 held lock M1 to write",
      ]),
    // `both` holds `ledger` and `audit`, `peek` nothing.
    Known(
      log: "tsan-mutexes", line: 59, on: "heap, 216 bytes", locks: .oneSide,
      causes: [.missingLock, .orderedBySleep],
      evidence: [
        "the write by thread T2 held lock M0 to write and lock M1 to write",
        "the read by main thread held no lock",
      ]),
    // `readers++` under a read lock, twice.
    Known(
      log: "tsan-mutexes", line: 115, on: "heap, 216 bytes", locks: .readLockOnWrite,
      causes: [.readLockOnWrite, .orderedBySleep],
      evidence: [
        "the write by main thread held lock M0 to read", "the write by thread T3 held lock M0 to read",
      ]),
    Known(
      log: "helgrind-mutexes", line: 65, on: "heap, 216 bytes", locks: .disjoint, causes: [.differentLocks],
      evidence: ["main thread held lock 0x4d76ca8", "thread #2 held lock 0x4d76c80"]),
    Known(
      log: "helgrind-mutexes", line: 135, on: "heap, 216 bytes", locks: .disjoint, causes: [.differentLocks],
      evidence: ["main thread held lock 0x4d76ca8", "thread #2 held lock 0x4d76c80"]),
    Known(
      log: "helgrind-mutexes", line: 217, on: "heap, 216 bytes", locks: .oneSide, causes: [.missingLock],
      evidence: [
        "the write by thread #3 held lock 0x4d76c80 and lock 0x4d76ca8",
        "main thread held no lock (read locks are not printed)",
      ]),
    // The log does not show locks held for reading.
    Known(log: "helgrind-mutexes", line: 256, on: "heap, 216 bytes", locks: LockVerdict.none),
    // DRD prints only one access and no locks.
    Known(log: "drd-mutexes", line: 6, on: "heap"), Known(log: "drd-mutexes", line: 36, on: "heap"),
    // `free(n)` in another thread; the second report's free is ordered, but the memory is used afterwards. The kind of
    // both reports already says so.
    Known(log: "tsan-uaf", line: 2, locks: LockVerdict.none, causes: [.usedAfterFree]),
    Known(log: "tsan-uaf", line: 19, locks: LockVerdict.none, causes: [.usedAfterFree]),
    // A virtual call while `~Shape` runs.
    Known(
      log: "tsan-vptr", line: 2, on: "heap, 16 bytes", locks: LockVerdict.none,
      causes: [.useDuringDestruction, .orderedBySleep], evidence: ["shapes::Shape::~Shape()"]),
    Known(
      log: "helgrind-vptr", line: 22, on: "heap, 16 bytes", locks: LockVerdict.none,
      causes: [.useDuringDestruction], evidence: ["~Circle in the write", "start of the allocated block"]),
    // A race on each kind of memory.
    Known(
      log: "tsan-locations", line: 2, on: "global total", locks: LockVerdict.none,
      causes: [.packageVariable, .orderedBySleep], evidence: ["total"]),
    Known(
      log: "tsan-locations", line: 24, on: "global accounts", locks: LockVerdict.none,
      causes: [.packageVariable, .orderedBySleep], evidence: ["accounts"]),
    Known(
      log: "tsan-locations", line: 46, on: "heap, 32 bytes", locks: LockVerdict.none,
      causes: [.orderedBySleep]),
    Known(
      log: "tsan-locations", line: 97, on: "stack of main", locks: LockVerdict.none, causes: [.orderedBySleep]
    ),
    Known(
      log: "tsan-locations", line: 122, on: "global tls_ptr", locks: LockVerdict.none,
      causes: [.packageVariable, .orderedBySleep]),
    Known(
      log: "tsan-locations", line: 144, on: "thread-local memory", locks: LockVerdict.none,
      causes: [.orderedBySleep]
    ),
    Known(
      log: "tsan-locations", line: 166, on: "heap, 4000 bytes", locks: LockVerdict.none,
      causes: [.orderedBySleep]),
    Known(
      log: "helgrind-locations", line: 23, on: "global total", locks: LockVerdict.none,
      causes: [.packageVariable]),
    Known(
      log: "helgrind-locations", line: 48, on: "global accounts", locks: LockVerdict.none,
      causes: [.packageVariable]),
    Known(log: "helgrind-locations", line: 73, on: "heap, 32 bytes", locks: LockVerdict.none),
    Known(log: "helgrind-locations", line: 216, on: "stack of main", locks: LockVerdict.none),
    // `close` races with `read`.
    Known(
      log: "tsan-fdrace", line: 2, on: "file descriptor 3", locks: LockVerdict.none, causes: [.orderedBySleep]
    ),
  ]

  @Test(arguments: reports)
  func `are explained as in their source`(_ known: Known) throws {
    let log = try read(known.log)
    let entry = try #require(log.entries.first { $0.line == known.line })
    let analysis = try #require(log.detailed(entry)).analyzed()
    #expect(analysis.subject?.words == known.on)
    #expect(analysis.lockVerdict == known.locks)
    #expect(analysis.causes.map(\.kind) == known.causes)
    let evidence = analysis.causes.first?.evidence.joined(separator: "; ") ?? ""
    for words in known.evidence { #expect(evidence.contains(words)) }
  }

  /// `deposit` is called for an element of a global array and for allocated memory: one race on two objects.
  @Test(arguments: ["tsan-locations", "helgrind-locations"])
  func `do not blame a global for a race on other memory`(_ name: String) throws {
    let log = try read(name)
    let race = try #require(
      log.index.races.first { race in
        log.index.sites(of: race).contains { $0?.function == "deposit" }
      })
    #expect(race.reports.count > 1)
    var explainer = RaceExplainer()
    let explanation = explainer.explain(ExplanationRequest(race, of: log.index), files: [log.file])
    #expect(explanation.subject?.words == "global accounts or heap, 32 bytes")
    #expect(!explanation.causes.contains { $0.kind == .packageVariable })
  }

  @Test func `do not blame a global in Go either`() throws {
    let reports = ["0x00000060b318", "0x00c00001a0f0"].map {
      CauseExamples.go(at: $0, write: "main.(*C).inc app.go:11", read: "main.(*C).get app.go:15")
    }
    let log = try ReadLog(reports.joined())
    var explainer = RaceExplainer()
    let race = try #require(log.index.races.first)
    #expect(race.reports.count == 2)
    let explanation = explainer.explain(ExplanationRequest(race, of: log.index), files: [log.file])
    #expect(explanation.subject?.words == "package variable or heap")
    #expect(explanation.causes.isEmpty)
  }

  private func read(_ name: String) throws -> ReadLog {
    let folder = Bundle.module.bundleURL.appendingPathComponent("NativeLogs")
    return ReadLog(try LogFile.open(folder.appendingPathComponent(name + ".log").path))
  }
}
