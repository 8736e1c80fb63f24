internal import RaceModel

/// The sites that take part in most reports, and how much of the log the first of them cover.
enum SitesScreen {
  static func draw(_ state: State, on grid: inout Grid) {
    let sites = state.sites.sites
    let reports = state.index.reports.count
    let left =
      "racetui  \(RacesScreen.plural(sites.count, "site")) in \(RacesScreen.plural(reports, "report"))"
    grid.bar(0, left: left, right: state.isLoaded ? "" : "still reading", state.glyphs)
    let numberWidth = max(7, String(reports).utf8.count)
    // Where room is scarce the site is worth more than the other numbers.
    let isWide = state.columns >= 60
    let siteX = 2 + numberWidth + 2 + (isWide ? 7 + 2 + 8 + 2 : 0)
    let style = Style(.quiet)
    grid.put("reports", x: 2 + numberWidth - 7, y: 1, style)
    if isWide {
      grid.put("races", x: 2 + numberWidth + 4, y: 1, style)
      grid.put("together", x: 2 + numberWidth + 11, y: 1, style)
    }
    grid.put("site", x: siteX, y: 1, style)
    for offset in 0..<max(0, state.rows - 3) where state.sites.top + offset < sites.count {
      let position = state.sites.top + offset
      let site = sites[position]
      let y = 2 + offset
      let ground: Ground = position == state.sites.cursor ? .selection : .plain
      grid.fill(x: 0, y: y, width: state.columns, " ", Style(.plain, on: ground))
      if ground == .selection { grid.put(String(state.glyphs.marker), x: 0, y: y, Style(.plain, on: ground)) }
      func number(_ text: String, end: Int, _ style: Style) {
        grid.put(text, x: max(2, end - text.utf8.count), y: y, style)
      }
      number(String(site.reports), end: 2 + numberWidth, Style(.plain, on: ground, bold: true))
      if isWide {
        number(String(site.races.count), end: 2 + numberWidth + 9, Style(.quiet, on: ground))
        let share = "\(site.covered * 100 / max(1, reports)) %"
        number(share, end: 2 + numberWidth + 19, Style(.quiet, on: ground))
      }
      draw(site.site, x: siteX, y: y, ground, state, on: &grid)
    }
  }

  private static func draw(
    _ site: Site, x: Int, y: Int, _ ground: Ground, _ state: State, on grid: inout Grid
  ) {
    let room = state.columns - 1 - x
    let place = Names.place(site, width: max(8, room * 2 / 5), state.glyphs)
    let name = Fitting.middle(
      site.function.map(state.names.short) ?? "?", max(1, room - Fitting.columns(place) - 2),
      state.glyphs.ellipsis)
    let end = grid.put(name, x: x, y: y, limit: state.columns, Style(.plain, on: ground))
    grid.mark(state.search, in: name, x: x, y: y, limit: state.columns)
    grid.put(place, x: end + 2, y: y, limit: state.columns, Style(.quiet, on: ground))
  }
}
