import Glibc
import RaceModel
import RaceText
import RaceView
import ScreenHarness
import Testing

/// The README's key table matches the commands. `RACETUI_RECORD=1` rewrites it.
@Suite struct ReadmeTests {
  private static let path = Session.root + "/README.md"
  private static let marks = (
    "<!-- keys: made by RACETUI_RECORD=1 scripts/test --filter ReadmeTests -->\n", "<!-- end of keys -->"
  )

  @Test func `the key table names every command`() throws {
    let text = String(decoding: try LogFile.open(Self.path).bytes(0..<1 << 20), as: UTF8.self)
    let start = try #require(text.firstRange(of: Self.marks.0)?.upperBound)
    let end = try #require(text.firstRange(of: Self.marks.1)?.lowerBound)
    if getenv("RACETUI_RECORD") != nil {
      let stream = fopen(Self.path, "w")
      fputs(text[..<start] + Self.table + text[end...], stream)
      fclose(stream)
    } else {
      #expect(text[start..<end] == Self.table)
    }
  }

  /// A row for each command and its screens; commands of all screens come last.
  private static var table: String {
    var rows: [(keys: String, title: String, screens: [String])] = []
    for screen in ScreenTable.all {
      for entry in screen.commandFacts {
        let keys = entry.keys.map { "`\($0.name(.unicode))`" }.joined(separator: " ")
        if let row = rows.firstIndex(where: { $0.keys == keys && $0.title == entry.title }) {
          rows[row].screens.append(screen.id.description)
        } else {
          rows.append((keys, entry.title, [screen.id.description]))
        }
      }
    }
    let all = ScreenTable.all.count
    let ordered = rows.filter { $0.screens.count < all } + rows.filter { $0.screens.count == all }
    return "| keys | what they do | on |\n|---|---|---|\n"
      + ordered.map { row in
        let screens = row.screens.count == all ? "every screen" : row.screens.joined(separator: ", ")
        return "| \(row.keys) | \(row.title) | \(screens) |\n"
      }.joined()
  }
}
