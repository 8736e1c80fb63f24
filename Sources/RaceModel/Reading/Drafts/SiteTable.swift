/// Distinct sites by the numbers of their names.
struct SiteTable: Sendable {
  /// A site, its names by their numbers, a reader's or an index's; -1 where the frame has none.
  struct Entry: Equatable, Sendable {
    var function: SymbolTable.ID
    var file: SymbolTable.ID
    var module: SymbolTable.ID
    var line: Int32
    /// Where in the module; of a frame that was not symbolized only.
    var offset: HexNumber?
  }

  private(set) var entries: [Entry] = []
  private var table = PositionTable()
  private let seed = UInt64.random(in: .min ... .max)

  init() {}

  /// Makes room for so many sites.
  mutating func reserveCapacity(_ count: Int) { entries.reserveCapacity(count) }

  /// The number of a site.
  mutating func intern(_ entry: Entry) -> SiteID {
    let (number, isNew) = table.position(hash(entry)) { entries[$0] == entry }
    if isNew { entries.append(entry) }
    return SiteID(index: number)
  }

  private func hash(_ entry: Entry) -> UInt64 {
    func pair(_ high: Int32, _ low: Int32) -> UInt64 {
      UInt64(UInt32(bitPattern: high)) << 32 | UInt64(UInt32(bitPattern: low))
    }
    let names = ByteHash.mix(seed ^ pair(entry.function, entry.file))
    let place = ByteHash.mix(names ^ pair(entry.module, entry.line))
    return entry.offset.map { ByteHash.mix(place ^ $0.value) } ?? place
  }
}
