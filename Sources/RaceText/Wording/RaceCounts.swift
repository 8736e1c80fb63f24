package import RaceModel

/// How many races there are, or what else the reports are about.
package struct RaceCounts: Hashable, Sendable {
  /// `13 races`, `5 lock orders`; of several kinds `4 problems: 3 lock orders, 1 race`.
  package let words: String

  /// Counts the races of an index.
  package init(_ index: LogIndex) {
    var counts: [String: (noun: Noun, count: Int, first: Int)] = [:]
    for race in index.races {
      let noun = Noun(race.kind)
      let next = counts.count
      counts[noun.one, default: (noun, 0, next)].count += 1
    }
    let parts = counts.values.sorted { ($1.count, $0.first) < ($0.count, $1.first) }.map { part in
      "\(part.count) \(part.count == 1 ? part.noun.one : part.noun.many)"
    }
    switch parts.count {
    case 0: words = Counting.plural(0, Noun.race.one)
    case 1: words = parts[0]
    default: words = "\(Counting.plural(index.races.count, "problem")): \(parts.joined(separator: ", "))"
    }
  }

  /// What such reports are called, for one and for many.
  private struct Noun {
    let one: String
    let many: String

    static let race = Noun("race")

    init(_ one: String, _ many: String? = nil) {
      self.one = one
      self.many = many ?? one + "s"
    }

    init(_ kind: ReportKind) {
      switch kind {
      case .lockOrder: self = Noun("lock order")
      case .threadLeak: self = Noun("thread leak")
      case .mutexDoubleLock: self = Noun("double lock")
      case .signalUnsafe, .signalErrno: self = Noun("signal handler problem")
      case .deadlock: self = Noun("deadlock")
      case .mutexDestroyLocked, .mutexInvalid, .mutexBadUnlock, .mutexBadReadLock, .mutexBadReadUnlock,
        .mutexHeldWrongContext, .lockHeldTooLong, .condvarMisuse, .semaphoreMisuse, .barrierMisuse,
        .rwlockMisuse:
        self = Noun("lock misuse")
      case .threadAPIError: self = Noun("thread API error")
      case .other: self = Noun("other report")
      case .dataRace, .vptrRace, .useAfterFree, .vptrUseAfterFree, .externalRace, .swiftAccessRace,
        .assertRace:
        self = .race
      }
    }
  }
}
