extension LogIndex {
  /// The site with that number, nil for a missing side.
  public subscript(site: SiteID) -> Site? { sites[site] }

  /// The function of a site; nil for an unsymbolized frame and a missing side. Cheaper than the whole site.
  package func function(of site: SiteID) -> String? { sites.function(of: site) }

  /// Whether the frame of a site was symbolized.
  func hasFunction(_ site: SiteID) -> Bool { sites.hasFunction(site) }

  /// A number that the sites of one identity have, and no others; it differs from run to run.
  package func identity(of site: SiteID) -> Int { sites.identity(of: site) }

  /// The package, folder or library of a site; nil if unknown, or for a missing side.
  package func package(of site: SiteID, _ detector: Detector) -> String? { sites.package(of: site, detector) }

  /// The site that a list shows first for a report.
  package func leadingSite(of report: Int32) -> SiteID { reports[Int(report)].leadingSite }

  /// The site that a list shows first for a race.
  package func leadingSite(ofRace race: Int) -> SiteID { races[race].leadingSite }

  /// The sites of a race, sorted by their bytes; nil for a side that is not in the log.
  public func sites(of race: Race) -> [Site?] { race.siteIDs.map { self[$0] } }

  /// One line that names the kind of a race and its sites.
  public func title(of race: Race) -> String {
    let names = sites(of: race).map { site in
      guard let site else { return "?" }
      return [site.function, SiteIdentity(site).fileName.map { String($0) }].compactMap(\.self)
        .joined(separator: " ")
    }
    return "\(race.kind.words): \(names.joined(separator: " / "))"
  }

  /// Which of the sites of its race each side of a report has; the report must be one of the index.
  package func slots(of report: ReportEntry) -> Sides<Int> {
    races[Int(report.race)].slots(of: report, sites)
  }

  /// The access of one side of a report as it was printed; without operation and line if there is no such side.
  package func variant(_ side: ReportEntry.Side?) -> Race.Variant {
    Race.Variant(operation: side?.operation, line: side.flatMap { sites.line(of: $0.site) })
  }
}
