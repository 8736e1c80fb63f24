internal import RaceModel

/// Looking at some of the races: those of a family, those of a site.
extension State {
  /// Opens the list of sites.
  mutating func openSites() {
    sites = SitesState()
    sites.sites = HotSite.sites(of: index)
    guard !sites.sites.isEmpty else {
      message = Message("no site yet")
      return
    }
    screens = [.races, .sites]
  }

  /// Shows the races of the selected site.
  mutating func openSelectedSite() {
    guard sites.sites.indices.contains(sites.cursor) else { return }
    let site = sites.sites[sites.cursor]
    let name = site.site.function.map(names.short) ?? "?"
    let scope = RaceList.Scope(words: "at \(name)", races: Set(site.races), isOfSite: true)
    show(scope, "at \(name); Esc goes back to the sites")
  }

  /// Shows the races that share a site with the current one, directly or through others.
  mutating func openFamily() {
    guard let race = currentRace else { return }
    let families = Families.families(of: index.races)
    let members = families.indices.filter { families[$0] == families[race] }
    guard members.count > 1 else {
      message = Message("no other race shares a site with this one")
      return
    }
    list.isChosen = true
    show(
      RaceList.Scope(words: "a family of \(members.count)", races: Set(members)),
      "that share sites; Esc shows all")
  }

  private mutating func show(_ scope: RaceList.Scope, _ what: String) {
    list.scope = scope
    arrangeList()
    screens = [.races]
    message = Message("\(RacesScreen.plural(list.order.count, "race")) \(what)")
  }

  /// What is said when the code is shown or hidden.
  var sourceWords: String {
    guard showsSource else { return "the code is hidden; s shows it" }
    if screen == .pair, PairLayout(self).sources.isEmpty,
      (0...1).contains(where: { source(side: $0)?.view != nil })
    {
      return "there is no room for the code here"
    }
    for side in [pair?.focus ?? 0, 1 - (pair?.focus ?? 0)] {
      if source(side: side)?.view != nil { return "the code of both lines" }
      if case .absent(let words) = source(side: side) { return words }
    }
    return "the code is shown where it is found"
  }
}
