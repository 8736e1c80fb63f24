/// Distinct sites by the numbers of their names.
struct SiteTable {
  /// A site, its names as numbers of a symbol table; -1 where the frame has none.
  struct Entry: Hashable {
    var function: SymbolTable.ID
    var file: SymbolTable.ID
    var module: SymbolTable.ID
    var line: Int32
    /// Where in the module; of a frame that was not symbolized only.
    var offset: HexNumber?
  }

  private(set) var entries: [Entry] = []
  private var known: [Entry: SiteID] = [:]

  /// The number of a site.
  mutating func intern(_ entry: Entry) -> SiteID {
    if let id = known[entry] { return id }
    let id = SiteID(index: Int32(entries.count))
    entries.append(entry)
    known[entry] = id
    return id
  }
}
