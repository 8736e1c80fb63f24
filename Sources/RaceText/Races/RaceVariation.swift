package import RaceModel

/// How the reports of a race, or of a group of them, differ from each other.
package struct RaceVariation: Sendable {
  /// How many reports there are.
  private let reports: Int
  /// In how many of the runs.
  private let runs: (part: Int, whole: Int)
  /// How many different addresses; 0 if none is printed.
  private let addresses: Int
  /// How many different pairs of threads; 0 if the reports are not about accesses.
  private let threads: Int
  /// The detector's word for a thread.
  private let threadWord: String
  /// `W/R`: the operations, with the sites always in the same order, by first sight.
  private let operations: [String]
  /// Where each site is.
  private let places: [Place]

  /// A site, and its lines; an unsymbolized one is one place in its binary or library.
  private struct Place {
    package let site: Site
    package var lines: [Int] = []

    /// How many places are known.
    package var count: Int { max(lines.count, site.offset == nil ? 0 : 1) }

    package mutating func add(_ site: Site) {
      if let line = site.line, !lines.contains(line) { lines.append(line) }
    }

    package func isSame(_ other: Place) -> Bool {
      site.file == other.site.file && Set(lines) == Set(other.lines) && site.offset == other.site.offset
    }
  }

  /// How the reports of a row agree and differ; nil for one report.
  package init?(_ index: LogIndex, _ row: RaceRow) {
    let positions = row.reports(index)
    guard positions.count > 1, let first = row.first(index) else { return nil }
    reports = positions.count
    runs = (row.runCount(index), index.runCount)
    var addresses: Set<UInt64> = []
    var threads: Set<UInt32> = []
    var forms: [ReportEntry] = []
    var seen: Set<Form> = []
    for position in positions {
      let entry = index.reports[Int(position)]
      if let address = entry.first?.address ?? entry.second?.address { addresses.insert(address.value) }
      threads.insert(entry.threads)
      if seen.insert(Form(entry)).inserted { forms.append(entry) }
    }
    self.addresses = addresses.count
    self.threads = first.kind.hasTwoSides ? threads.count : 0
    threadWord = first.detector.profile.threadWord
    (operations, places) = Self.sides(forms, index, row)
  }

  /// The form of a report, in terms with few values per race.
  private struct Form: Hashable {
    package var first: ReportEntry.Side?
    package var second: ReportEntry.Side?

    package init(_ entry: ReportEntry) {
      first = entry.first
      second = entry.second
      first?.address = nil
      second?.address = nil
    }
  }

  /// Operations with the first caught site first, whichever side was caught later, and places by first sight.
  ///
  /// - Parameter forms: a report of each form.
  private static func sides(
    _ forms: [ReportEntry], _ index: LogIndex, _ row: RaceRow
  ) -> ([String], [Place]) {
    let race = index.races[row.race]
    var operations: [String] = []
    var places: [Place] = []
    var placeOfSlot: [Int: Int] = [:]
    var firstSlot: Int?
    for form in forms {
      let slots = index.slots(of: form)
      firstSlot = firstSlot ?? slots.a
      let isSwapped = slots.a != firstSlot
      let letters = [form.first, form.second].map { $0?.letter ?? "?" }
      let words = (isSwapped ? letters.reversed() : letters).joined(separator: "/")
      if !operations.contains(words) { operations.append(words) }
      for (site, slot) in zip(index.sites(of: form).both, slots.both) {
        guard let site else { continue }
        let place = placeOfSlot[slot] ?? places.count
        if place == places.count { places.append(Place(site: site)) }
        placeOfSlot[slot] = place
        places[place].add(site)
      }
    }
    if places.count == 2, places[0].isSame(places[1]) { places.removeLast() }
    return (race.kind.hasTwoSides ? operations : [], places)
  }

  /// `27 reports in 3 of 3 runs; W/R and W/W at mock.go:111 · manager.go:418,421; 27 addresses;
  /// 9 pairs of goroutines`
  package func words(_ glyphs: Glyphs) -> String {
    var parts = [Counting.plural(reports, "report") + Counting.inRuns(runs.part, of: runs.whole)]
    let how = [operations.joined(separator: " and "), lines(glyphs)].filter { !$0.isEmpty }
    if !how.isEmpty { parts.append(how.joined(separator: " ")) }
    if addresses > 0 { parts.append("\(addresses) address\(addresses == 1 ? "" : "es")") }
    if threads > 1 { parts.append("\(threads) pairs of \(threadWord)s") }
    return parts.joined(separator: "; ")
  }

  /// `at mock.go:111 · manager.go:418,421`; lines are listed if they differ.
  private func lines(_ glyphs: Glyphs) -> String {
    let known = places.filter { $0.count > 0 }
    if known.isEmpty { return "" }
    if known.allSatisfy({ $0.count == 1 }) {
      return known.allSatisfy { $0.site.offset == nil } ? "at the same lines" : "at the same places"
    }
    let words = known.map { FrameWords.place($0.site, lines: $0.lines, glyphs) }
    return "at \(words.joined(separator: " \(glyphs.dot) "))"
  }
}
