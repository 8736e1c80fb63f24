public import RaceModel

/// The list of sites that take part in most reports.
public struct SitesState: Sendable {
  /// The sites, those in most reports first.
  public var sites: [HotSite] = []
  /// The focused row.
  public var cursor = 0
  /// The first row on the screen.
  public var top = 0

  /// No sites.
  public init() {}
}
