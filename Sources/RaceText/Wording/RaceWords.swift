package import RaceModel

/// How a list names the sites of a race, and what is wrong with its reports.
package enum RaceWords {
  /// A site by all that the log says of it: `main.add  /app/add.go:8  in libadd.so`.
  package static func whole(_ site: Site, _ names: ShownNames) -> String {
    let place = place(site)
    return (site.function.map(names.whole) ?? "?") + (place.isEmpty ? "" : "  \(place)")
  }

  /// The same in `width` columns: what tells it from others is kept.
  package static func fitted(_ site: Site, _ width: Int, _ names: ShownNames, _ glyphs: Glyphs) -> String {
    FrameWords.fitted(
      site.function.map(names.whole) ?? "?", at: place(site), orAt: FrameWords.place(site, glyphs), width,
      glyphs)
  }

  /// Where a site is, in full.
  package static func place(_ site: Site) -> String {
    let lines = (site.line.map { ":\($0)" } ?? "") + (site.offset.map { "+\($0)" } ?? "")
    let file = site.file.map { $0 + lines }
    return [file, site.module.map { "in \($0)" }].compactMap(\.self).joined(separator: "  ")
  }

  /// The detector, where the logs have reports of several; the kind, unless it is a data race, or what is wrong with the
  /// reports.
  package static func state(_ race: Race, in index: LogIndex) -> String? {
    let own = race.kind == .dataRace ? damage(race) : race.kind.words
    let words = [detector(race, in: index), own].compactMap(\.self)
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }

  /// The detector, where the logs have reports of several.
  package static func detector(_ race: Race, in index: LogIndex) -> String? {
    index.detectors.count > 1 ? race.detector.name : nil
  }

  /// What is wrong with the reports.
  package static func damage(_ race: Race) -> String? {
    if race.isHalf, MissingSide(race) == .lost {
      return race.hasSite ? "one side missing" : "both sides missing"
    }
    if race.incompleteCount == 0 { return nil }
    return race.incompleteCount == race.reports.count ? "damaged" : "\(race.incompleteCount) damaged"
  }
}
