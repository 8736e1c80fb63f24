internal import RaceText

/// A visible line of the list.
enum ListedLine: Sendable {
  /// The heading of a group.
  case heading(RaceGroup, isFolded: Bool, package: String?)
  /// A race.
  case race(ListedRace)

  init(_ line: RaceList.Line, _ packages: inout GroupPackages, _ context: Context) {
    switch line {
    case .heading(let number):
      let group = context.list.groups[number]
      self = .heading(
        group, isFolded: context.list.isFolded(group), package: packages.package(of: number, context))
    case .row(let row): self = .race(ListedRace(context.list.rows[row], context))
    }
  }

  /// How many rows of the screen a line of the list takes.
  static func height(_ line: RaceList.Line) -> Int {
    if case .row = line { RacesLayout.rowsPerRace } else { 1 }
  }

  /// How many rows of the screen it takes.
  var height: Int { if case .race = self { RacesLayout.rowsPerRace } else { 1 } }
}
