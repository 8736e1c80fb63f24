internal import ArgumentParser
internal import RaceModel
internal import RaceText
internal import RaceWork

/// Which races a list has, and in what order: on the screens and as text.
struct ListOptions: ParsableArguments {
  @OptionGroup var selection: QueryOptions
  @Option(
    help: """
      Order of races: \(RaceSort.allCases.map(\.rawValue).joined(separator: ", ")). (default: count)
      """)
  var sort: RaceSort?
  @Flag(help: "Reverse the order.")
  var reverse = false
  @Option(help: "Group races by \(RaceGrouping.allCases.map(\.rawValue).joined(separator: ", ")).")
  var group: RaceGrouping?

  /// The order.
  var order: RaceOrder { RaceOrder(sort ?? .count, isReversed: reverse) }

  /// Whether the user wants anything but all races in their usual order.
  var isGiven: Bool { selection.query != nil || sort != nil || reverse || group != nil }

  /// Prints the list.
  ///
  /// - Parameter content: what to print for each race.
  func write(
    _ content: ListContent, _ query: Query, _ index: LogIndex, _ workspace: Workspace, width: Int,
    glyphs: Glyphs
  ) throws {
    // Git would be asked about every race before anything is printed.
    if group == .owner { throw ValidationError("--group owner is for the screens") }
    var content = content
    content.races = QueryOptions.races(meeting: query, index, workspace)
    (content.order, content.grouping) = (order, group)
    if content.needsExplanations {
      let listed = index.races.indices.filter(content.races.contains).map { index.races[$0] }
      content.explanations = workspace.explanations(of: listed, index)
    }
    try ListText.write(index, content, width: width, glyphs: glyphs) { try StandardOutput.write($0) }
  }
}

extension RaceSort: ExpressibleByArgument {}

extension RaceGrouping: ExpressibleByArgument {}
