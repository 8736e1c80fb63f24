package import RaceModel

/// The packages and folders of the first accesses of rows, each computed once.
package struct PackageTable: Sendable {
  /// The packages and folders by their numbers.
  private(set) var names: [String] = []
  private var numbers: [String: Int] = [:]
  /// Those of sites, by site number; nil if not computed yet.
  private var ofSite: [Int?] = []

  /// An empty table.
  package init() {}

  /// The package or folder of all rows; nil if they differ, or the log does not tell.
  package mutating func package(ofAll rows: some Collection<RaceRow>, _ index: LogIndex) -> String? {
    guard let first = rows.first, case let number = package(of: first, index), number >= 0 else { return nil }
    for row in rows.dropFirst() where package(of: row, index) != number { return nil }
    return names[number]
  }

  /// The number of the package or folder of a row; -1 if the log does not tell.
  mutating func package(of row: RaceRow, _ index: LogIndex) -> Int {
    let site = row.leadingSite(index)
    let position = Int(site.index)
    guard position >= 0 else { return -1 }
    if ofSite.indices.contains(position), let known = ofSite[position] { return known }
    let name = index.package(of: site, index.races[row.race].detector)
    let number = name.map { self.number(of: $0) } ?? -1
    if ofSite.count <= position {
      let size = max(position + 1, 2 * ofSite.count)
      ofSite += Array(repeating: nil, count: size - ofSite.count)
    }
    ofSite[position] = number
    return number
  }

  private mutating func number(of name: String) -> Int {
    if let known = numbers[name] { return known }
    numbers[name] = names.count
    names.append(name)
    return names.count - 1
  }
}
