/// The index's numbers for a reader's numbers of names and sites.
struct ReaderTable {
  private var names: [SymbolTable.ID] = []
  private var sites: [SiteID] = []

  init() {}

  /// Records the index's numbers for the next names and sites of the reader.
  mutating func add(names: [SymbolTable.ID], sites: [SiteID]) {
    self.names += names
    self.sites += sites
  }

  /// The index's number of a site; a side that is not in the log stays missing.
  subscript(site: SiteID) -> SiteID { site.index < 0 ? site : sites[Int(site.index)] }

  /// The index's number of a name, negative for none.
  subscript(name id: SymbolTable.ID) -> SymbolTable.ID { id < 0 ? id : names[Int(id)] }
}
