package import RaceModel

/// One side of a race in a list: a site, and all forms in which its accesses were printed.
package struct RaceSide {
  /// The site of the accesses; nil if not in the log.
  package var site: Site?
  /// The letters of all operations that occurred, by first sight.
  package var letters: String
  /// All lines that occurred, by first sight.
  package var lines: [Int]
  /// Whether the side is in the log, with or without its stack.
  package var isPrinted: Bool
  /// The text for a side without a site.
  package var absence: String

  /// The sides of a race; the access that was caught in its first report comes first. A report that is not
  /// about two sides may have one, or none.
  ///
  /// - Parameter row: the race; for a group of its reports, how those were printed.
  package static func sides(_ index: LogIndex, _ row: RaceRow) -> [RaceSide] {
    guard let entry = row.first(index) else { return [] }
    let race = index.races[row.race]
    let sites = index.sites(of: entry)
    let slots = index.slots(of: entry)
    // Reports of a group were printed alike: by lines, or by stacks, which have lines.
    func variants(_ side: ReportEntry.Side?, _ slot: Int) -> [Race.Variant] {
      row.group == nil ? race.variants(slot) : [index.variant(side)]
    }
    var sides = [RaceSide(sites.a, entry.first, race, variants(entry.first, slots.a))]
    if entry.second != nil || race.kind.hasTwoSides {
      sides.append(RaceSide(sites.b, entry.second, race, variants(entry.second, slots.b)))
    }
    return sides
  }

  private init(
    _ site: Site?, _ side: ReportEntry.Side?, _ race: borrowing Race, _ variants: [Race.Variant]
  ) {
    self.site = site
    isPrinted = side != nil
    absence = side == nil ? MissingSide(copy race).words : MissingSide.noStack
    // KCSAN's assertion that there are none is not an unknown access.
    let isAsserted = side?.operation == .access && race.kind == .assertRace
    var letters: [String] = []
    var lines: [Int] = []
    for variant in site == nil ? [] : variants {
      let letter = variant.operation == .access && isAsserted ? "!" : variant.operation?.letter ?? "-"
      if !letters.contains(letter) { letters.append(letter) }
      if let line = variant.line, !lines.contains(line) { lines.append(line) }
    }
    let unknown = isAsserted ? "!" : side?.letter ?? "?"
    self.letters = letters.count > 1 ? letters.joined() : letters.first ?? unknown
    self.lines = lines
  }

  /// The function without the directories of its package.
  package func function(_ names: ShownNames = ShownNames()) -> String {
    site?.function.map(names.short) ?? "?"
  }

  /// The file's name and the lines, or the library; empty if a detector prints only functions.
  package func place(width: Int = .max / 2, _ glyphs: Glyphs) -> String {
    site.map { FrameWords.place($0, lines: lines, width: width, glyphs) } ?? "?"
  }
}

extension LogIndex {
  /// The sites of both sides of a report, as far as they are in the log.
  package func sites(of entry: ReportEntry) -> Sides<Site?> {
    Sides(entry.first.flatMap { self[$0.site] }, entry.second.flatMap { self[$0.site] })
  }
}
