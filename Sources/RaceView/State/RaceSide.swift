internal import RaceModel

/// One side of a race as a list shows it: a site, and all ways in which its accesses were printed.
struct RaceSide {
  /// Where the accesses were; nil when not in the log.
  var site: Site?
  /// The letters of all operations that occurred, by first sight.
  var letters: String
  /// All lines that occurred, by first sight.
  var lines: [Int]
  /// Whether the side is in the log at all, with or without its stack.
  var isPrinted: Bool

  /// The sides of a race: that of the access that was caught in its first report comes first. A report
  /// that is not about two sides may have one, or none.
  static func sides(_ index: LogIndex, _ race: Race) -> [RaceSide] {
    guard let position = race.reports.first else { return [] }
    let entry = index.reports[Int(position)]
    let (first, second) = (entry.first.flatMap { index[$0.site] }, entry.second.flatMap { index[$0.site] })
    let slots = race.slots(first: first, second: second)
    var sides = [RaceSide(first, entry.first, race.variants[slots.first])]
    if entry.second != nil || race.kind.hasTwoSides {
      sides.append(RaceSide(second, entry.second, race.variants[slots.second]))
    }
    return sides
  }

  private init(_ site: Site?, _ side: ReportEntry.Side?, _ variants: [Race.Variant]) {
    self.site = site
    isPrinted = side != nil
    var letters: [String] = []
    var lines: [Int] = []
    for variant in site == nil ? [] : variants {
      let letter = variant.operation?.letter ?? "-"
      if !letters.contains(letter) { letters.append(letter) }
      if let line = variant.line, !lines.contains(line) { lines.append(line) }
    }
    self.letters = letters.isEmpty ? side?.letter ?? "?" : letters.joined()
    self.lines = lines
  }

  /// The function without the directories of its package.
  var function: String { site?.function.map(Names.short) ?? "?" }

  /// The file's name and the lines.
  func place(width: Int = .max / 2, _ glyphs: Glyphs) -> String {
    Names.place(file: site?.file, lines: lines, width: width, glyphs)
  }
}
