internal import RaceModel

/// A race as a place and a message, for readers without a second place.
struct RaceAccount {
  /// A place in the race, and its description.
  struct Item: Hashable {
    /// `write by goroutine 7 in main.add`
    var words: String
    /// Its place; nil if the log does not tell.
    var place: ExportedPlace?
  }

  /// The maximum places besides both accesses; a report can name very many.
  private static let mostOthers = 8

  /// `Data race on heap: main.add and main.get`
  let title: String
  /// The descriptions, the best first: a side in the repository, else one with a place.
  let items: [Item]
  /// The place of its report in the log.
  let report: ExportedPlace
  private let race: ExportedRace

  /// A race.
  init(_ race: ExportedRace) {
    self.race = race
    title = Cleaning.clean(race.title())
    let repository = race.repository
    func place(_ remark: RaceRemark) -> ExportedPlace? {
      remark.frame.flatMap { ExportedPlace($0, repository) }
    }
    // The best first, by two rules: the second decides ties of the first.
    let isInside = race.remarks.prefix(2).contains { place($0)?.isInRepository == true }
    let remarks = race.remarks { remark in
      place(remark).map { $0.isInRepository || !isInside } ?? false
    }
    let all = remarks.map { Item(words: $0.words, place: place($0)) }
    // Both sides can have ancestors in common.
    items = Array(all.prefix(2)) + all.dropFirst(2).distinct()
    report = ExportedPlace(
      race.logName == "-" ? "<stdin>" : race.logName, line: race.entry.line, race.repository)
  }

  /// The place to look at; the report in the log if it names no place.
  var place: ExportedPlace { items[0].place ?? report }

  /// The same, if it is in the repository.
  var placeInRepository: ExportedPlace? { items[0].place.flatMap { $0.isInRepository ? $0 : nil } }

  /// The descriptions of this and other places, and why it is a race, one per line.
  ///
  /// - Parameter showsPlace: whether the first line names its place, because the reader does not.
  func lines(showsPlace: Bool) -> [String] {
    var lines = items.prefix(2).enumerated().map { Self.line($1, showsPlace: showsPlace || $0 > 0) }
    if let verdict = race.verdict { lines.append(verdict) }
    let others = items.dropFirst(2)
    lines += others.prefix(Self.mostOthers).map { Self.line($0, showsPlace: true) }
    if others.count > Self.mostOthers { lines.append("and \(others.count - Self.mostOthers) more places") }
    return (lines + [closing]).map(Cleaning.clean)
  }

  /// Both sides and why it is a race, in a line: `data race on heap: write by goroutine 7 in main.add; previous read by
  /// main goroutine in main.main (main.go:14); main.add writes what main.main reads; 1 report, ...`
  var sentence: String {
    let sides = items.prefix(2).enumerated().map { Self.line($1, showsPlace: $0 > 0) }
    let parts = sides + [race.verdict, closing].compactMap(\.self)
    return Cleaning.clean("\(race.subject()): \(parts.joined(separator: "; "))")
  }

  private static func line(_ item: Item, showsPlace: Bool) -> String {
    guard showsPlace, let place = item.place else { return item.words }
    return "\(item.words) (\(place.words))"
  }

  /// `3 reports, showing race.log:2, race 7cb3cbe994cc2e55`
  var closing: String {
    var parts = [Counting.plural(race.race.reports.count, "report"), "showing \(report.words)"]
    if let damage = RaceWords.damage(race.race) { parts.append(damage) }
    return (parts + ["race \(race.race.key)"]).joined(separator: ", ")
  }
}
