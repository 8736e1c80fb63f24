internal import RaceText

/// The common package or folder of the races in a group, for groups on the screen since the list was
/// computed: a group can have very many races.
struct GroupPackages: Sendable {
  private var table = PackageTable()
  private var known: [Int: String?] = [:]
  /// The rows of the list that they belong to.
  private var arrangement = -1

  /// The package of a group by its number; nil if races differ, or are grouped by it.
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
