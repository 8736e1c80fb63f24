/// The index's numbers for a reader's numbers of names and sites.
struct ReaderTable {
  private var names: [SymbolTable.ID] = []
  private var sites: [SiteID] = []

  init() {}

  /// Records the index's numbers for the next names and sites of the reader.
  mutating func add(_ found: FoundNames, to index: inout NumberedSites) {
    for name in found.names { names.append(index.number(of: name)) }
    for site in found.sites {
      var entry = site
      (entry.function, entry.file, entry.module) = (
        self[name: site.function], self[name: site.file], self[name: site.module]
      )
      sites.append(index.number(of: entry))
    }
  }

  /// The index's number of a site; a side that is not in the log stays missing.
  subscript(site: SiteID) -> SiteID { site.index < 0 ? site : sites[Int(site.index)] }

  /// The index's number of a name, negative for none.
  subscript(name id: SymbolTable.ID) -> SymbolTable.ID { id < 0 ? id : names[Int(id)] }
}
