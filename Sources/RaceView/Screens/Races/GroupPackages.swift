internal import RaceText

/// The package or folder that all races of a group are in, of the groups that were on the screen since the list was
/// worked out: a group can have very many races.
struct GroupPackages: Sendable {
  private var table = PackageTable()
  private var known: [Int: String?] = [:]
  /// Which rows of the list they are of.
  private var arrangement = -1

  /// That of a group by its number; nil where races differ, or are grouped by it.
  mutating func package(of group: Int, _ context: Context) -> String? {
    let list = context.list
    if list.grouping == .package { return nil }
    if arrangement != list.arrangements {
      (table, known, arrangement) = (PackageTable(), [:], list.arrangements)
    }
    if let package = known[group] { return package }
    let package = table.package(ofAll: list.rows[list.groups[group].rows], context.index)
    known[group] = .some(package)
    return package
  }
}
