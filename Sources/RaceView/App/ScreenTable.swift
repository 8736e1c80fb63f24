/// All screens: the only place that names each of them.
package enum ScreenTable {
  /// The screens, in the order of the README's key table.
  package static let all: [any Screen.Type] = [
    RacesScreen.self, PairScreen.self, ForkScreen.self, RawScreen.self, SitesScreen.self, AboutScreen.self,
    TourScreen.self, HelpScreen.self,
  ]
}
