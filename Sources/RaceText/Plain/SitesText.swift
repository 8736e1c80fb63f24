package import RaceModel

/// The sites that take part in most reports as plain text: what `racetui list --by site` prints.
package enum SitesText {
  /// A line for each site: its reports, its races, how much of the log it and those above it cover.
  package static func text(_ index: LogIndex, width: Int, glyphs: Glyphs) -> String {
    let sites = HotSite.sites(of: index)
    guard !sites.isEmpty else { return ListText.closing(index, width: width) }
    let total = index.reports.count
    var text = "reports  races  cumulative  site\n"
    for site in sites {
      let share = site.covered * 100 / max(1, total)
      let lead = right(site.reports, 7) + right(site.races.count, 7) + right(share, 10) + " %  "
      let place = FrameWords.place(
        site.site, lines: site.lines, width: max(6, (width - lead.utf8.count) / 2), glyphs)
      let room = max(4, width - lead.utf8.count - Fitting.columns(place) - 2)
      let name = FrameWords.fitted(site.site.function.map(FrameWords.short) ?? "?", room, glyphs.ellipsis)
      text += Cleaning.clean("\(lead)\(name)  \(place)") + "\n"
    }
    return text + "\n" + ListText.summary(index) + "\n"
  }

  private static func right(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: " ", count: max(0, width - digits.utf8.count)) + digits
  }
}
