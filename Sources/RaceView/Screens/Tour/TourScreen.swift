package import RaceText

/// The first minute: what the screens are for, with the keys that matter, on one page.
package struct TourScreen: ListScreen {
  package static let id = ScreenID("tour")
  package static let title = "the tour"
  package static let commands: [Command<TourScreen>] =
    [
      Command("tour.end", "begin", label: "begin", keys: [.enter], isEssential: true) { _, context, _ in
        context.go(.close)
      }
    ] + general()

  package var cursor = ListCursor()
  private var lines: [Line] = []

  /// A line of the page.
  private enum Line {
    case text(String)
    case heading(String)
    case key(String, String)

    var text: String {
      switch self {
      case .text(let text), .heading(let text): text
      case .key(let key, let text): "\(key) \(text)"
      }
    }
  }

  /// Whether the log is the built-in sample.
  private let isDemo: Bool

  package init() { self.init(isDemo: false) }

  /// The tour of the built-in sample, or of any log.
  package init(isDemo: Bool) { self.isDemo = isDemo }

  package var rowCount: Int { lines.count }
  package func body(_ size: Size) -> Range<Int> { 1..<max(1, size.rows - 1) }

  package mutating func arrange(_ context: inout Context) {
    lines = introduction(context) + Self.lines(context)
    keepInView(context.size)
  }

  /// What the log is.
  private func introduction(_ context: Context) -> [Line] {
    let log = isDemo ? "The tests of a small Go program under the race detector" : context.model.logs.title
    return [.text("\(log):"), .text("\(context.model.logs.counts)."), .text("")]
  }

  private static func lines(_ context: Context) -> [Line] {
    func keys(_ names: [CommandName], _ screen: ScreenID) -> String {
      names.map { context.key($0, on: screen) }.joined(separator: " ")
    }
    func line(_ names: [CommandName], _ screen: ScreenID, _ words: String) -> Line {
      .key(keys(names, screen), words)
    }
    return [
      .heading("The list: each race once, most reports first"),
      line(["down", "up"], .races, "move"),
      line([Common.open], .races, "open a race"),
      line([Common.query], .races, "query: fn:Restock   test:/Rate/   -path:web   cause:map"),
      line(["sort"], .races, "sort"),
      .heading("A race: its two accesses side by side, with their code"),
      line(["side.other"], .pair, "go to the other access"),
      line([Common.fold], .pair, "unfold; on a frame, go into its code"),
      line([Common.fork], .pair, "where the two paths fork"),
      line([Common.raw], .pair, "the report as it is in the log"),
      line([Common.nextRace, Common.previousRace], .pair, "the next race, the one before"),
      .heading("And on every screen"),
      line([Common.search], .races, "search"),
      line(["edit", "edit.both"], .pair, "open the line in your editor; both lines"),
      line(["copy.issue"], .pair, "copy the race as text for an issue"),
      line([Common.help], .races, "the commands of the screen: type to narrow, Enter performs"),
      line([Common.back], .pair, "back; in the list, quit"),
    ]
  }

  package mutating func searched(for pattern: SearchPattern, _ context: Context) -> (
    texts: [[String]], cursor: Int
  ) {
    (lines.map { [$0.text] }, cursor.row)
  }

  package func draw(_ context: Context, on grid: inout Grid) {
    grid.bar(0, left: "racetui  a one-page tour", right: "", context.glyphs)
    let body = body(context.size)
    for y in body where cursor.top + y - body.lowerBound < lines.count {
      switch lines[cursor.top + y - body.lowerBound] {
      case .text(let text): grid.put(text, x: 2, y: y, limit: grid.columns - 1)
      case .heading(let text): grid.put(text, x: 2, y: y, limit: grid.columns - 1, Style(.plain, bold: true))
      case .key(let key, let text):
        grid.put(key, x: 5, y: y, limit: 16, Style(.key))
        grid.put(text, x: 16, y: y, limit: grid.columns - 1)
      }
    }
  }
}
