package import RaceModel

/// A property of a race that has changed since an older run.
package struct RaceChange: Hashable, Sendable {
  /// What it is: `line of main.add`.
  package let fact: String
  /// Its old value.
  package let then: String
  /// Its new value.
  package let now: String

  /// `line of main.add: a.go:10, now a.go:12`
  package var words: String { "\(fact): \(then), now \(now)" }

  /// The sentence for a race whose reports show no change.
  package static let none = "no difference in the reports"

  /// All that has changed in a race between two runs.
  ///
  /// Reports of one run also differ: callers, threads and memory count as changed only if the reports of the
  /// two runs have none in common.
  ///
  /// - Parameters:
  ///   - then: the race in the older run, with full reports.
  ///   - now: the same in the newer one.
  package static func all(
    from then: (record: ComparedRace, reports: [DetailedReport]),
    to now: (record: ComparedRace, reports: [DetailedReport])
  ) -> [RaceChange] {
    let race = now.record.race
    var changes = [counts(then.record, now.record)].compactMap(\.self)
    for (site, slots) in slots(of: now.record.sites) {
      let name = site.function.map(FrameWords.short) ?? site.fileName ?? "?"
      let old = slots.flatMap { then.record.race.variants($0) }
      let new = slots.flatMap { race.variants($0) }
      let past = RaceTraits(then.reports, slots: slots, of: now.record.sites)
      let present = RaceTraits(now.reports, slots: slots, of: now.record.sites)
      changes += [
        lines("line of \(name)", site, old, new), verbs("access of \(name)", old, new),
        callers("caller of \(name)", past.callers, present.callers),
        changed("creator of the thread in \(name)", past.creators, present.creators),
      ].compactMap(\.self)
    }
    func memory(_ reports: [DetailedReport]) -> [String] {
      reports.compactMap { $0.analyzed().subject?.words }
    }
    return changes + [changed("memory", memory(then.reports), memory(now.reports))].compactMap(\.self)
  }

  /// Sites with their positions: one site with both positions if both accesses are at it.
  private static func slots(of sites: [Site?]) -> [(site: Site, slots: [Int])] {
    var found: [(site: Site, slots: [Int])] = []
    for (slot, site) in sites.enumerated() {
      guard let site else { continue }
      if let last = found.last, SiteIdentity(last.site) == SiteIdentity(site) {
        found[found.count - 1].slots.append(slot)
      } else {
        found.append((site, [slot]))
      }
    }
    return found
  }

  /// `reports: 1, now 3 in 2 of 4 runs`
  private static func counts(_ then: ComparedRace, _ now: ComparedRace) -> RaceChange? {
    func words(_ record: ComparedRace) -> String {
      "\(record.race.reports.count)\(Counting.inRuns(record.race.runCount, of: record.runs))"
    }
    return change("reports", words(then), words(now))
  }

  private static func lines(
    _ fact: String, _ site: Site, _ then: [Race.Variant], _ now: [Race.Variant]
  ) -> RaceChange? {
    func words(_ variants: [Race.Variant]) -> String {
      let lines = Set(variants.compactMap(\.line))
      return lines.isEmpty ? "" : FrameWords.place(site, lines: lines.sorted(), .unicode)
    }
    return change(fact, words(then), words(now))
  }

  private static func verbs(_ fact: String, _ then: [Race.Variant], _ now: [Race.Variant]) -> RaceChange? {
    func words(_ variants: [Race.Variant]) -> String {
      Set(variants.compactMap { $0.operation?.rawValue }).sorted().joined(separator: " and ")
    }
    return change(fact, words(then), words(now))
  }

  /// The first differing functions above the site, in the first report on either side.
  private static func callers(_ fact: String, _ then: [[String]], _ now: [[String]]) -> RaceChange? {
    guard let old = then.first, let new = now.first, Set(then).isDisjoint(with: now) else { return nil }
    let parting = zip(old, new).enumerated().first { $1.0 != $1.1 }?.offset ?? min(old.count, new.count)
    func name(_ stack: [String]) -> String {
      stack.indices.contains(parting) ? FrameWords.short(stack[parting]) : "the end of the stack"
    }
    let above = parting == 0 ? "" : ", \(parting + 1) calls up"
    return change(fact + above, name(old), name(new))
  }

  private static func changed(_ fact: String, _ then: [String], _ now: [String]) -> RaceChange? {
    guard let old = then.first, let new = now.first, Set(then).isDisjoint(with: now) else { return nil }
    return change(fact, old, new)
  }

  /// A change, if the values differ and are known.
  private static func change(_ fact: String, _ then: String, _ now: String) -> RaceChange? {
    then == now || then.isEmpty || now.isEmpty ? nil : RaceChange(fact: fact, then: then, now: now)
  }
}
