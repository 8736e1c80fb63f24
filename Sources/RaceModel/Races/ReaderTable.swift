/// What the numbers that a reader has given to names and sites are in the index.
struct ReaderTable {
  private var names: [SymbolTable.ID] = []
  private var sites: [SiteID] = []

  init() {}

  /// Takes note of the index's numbers for the names and sites that the reader met next.
  mutating func add(names: [SymbolTable.ID], sites: [SiteID]) {
    self.names += names
    self.sites += sites
  }

  /// The index's number of a site; a side that is not in the log stays one.
  subscript(site: SiteID) -> SiteID { site.index < 0 ? site : sites[Int(site.index)] }

  /// The index's number of a name, negative for none.
  subscript(name id: SymbolTable.ID) -> SymbolTable.ID { id < 0 ? id : names[Int(id)] }
}
