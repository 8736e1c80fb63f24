import TerminalHarness
import Testing

/// The samples' Go program beside its logs, as in a fresh clone: just written, the logs before the program.
@Suite struct `A Go program beside its log` {
  /// What the screen must show of a race. The name is the variable that both lines use, as in the program; the lines
  /// are those in the log.
  private struct Shown: Hashable {
    var places: Set<String>
    var name: String

    init(_ first: String, _ second: String, _ name: String) {
      places = [first, second]
      self.name = name
    }
  }

  private static let races: [Shown] = [
    Shown("pool/pool.go:32", "pool/pool.go:32", "Finished"),
    Shown("cart/cart.go:24", "cart/cart.go:24", "lines"),
    Shown("cart/cart.go:24", "cart/cart.go:37", "lines"),
    Shown("price/price.go:12", "price/price.go:17", "rate"),
    Shown("catalog/catalog.go:45", "catalog/catalog.go:50", "items"),
    Shown("catalog/catalog.go:45", "catalog/catalog.go:57", "items"),
    Shown("catalog/catalog.go:26", "catalog/catalog.go:27", "shared"),
    Shown("web/web.go:40", "web/web.go:40", "hits"),
    Shown("web/web.go:36", "web/web.go:36", "last"),
    Shown("cart/cart_test.go:30", "cart/cart_test.go:30", "checked"),
    Shown("cart/cart.go:51", "cart/cart.go:58", "err"),
    Shown("jobs/jobs.go:52", "jobs/jobs.go:52", "state"),
    // The functions that use the counter were inlined and are not in the log: these are the lines of their calls, which
    // share no name.
    Shown("cart/cart_test.go:49", "cart/cart_test.go:52", ""),
  ]

  private let folder: TemporaryDirectory

  init() throws {
    folder = try TemporaryDirectory()
    for name in ["shop-test.log", "shop-v.log", "shop-json.log", "shop"] {
      let copy = try DetachedRun("/bin/cp", ["-R", "\(samples)/\(name)", folder.path], LaunchOptions())
      try #require(copy.status == 0)
    }
  }

  @Test(arguments: ["shop-test.log", "shop-v.log", "shop-json.log"])
  func `shows both racing lines of every race with what they share`(_ log: String) throws {
    let session = try open(
      log, options: LaunchOptions(columns: 120, rows: 40, workingDirectory: folder.path))
    try session.waitUntilRead()
    session.send("\r")
    var open = Self.races
    var lineCount = 0
    while !open.isEmpty {
      let number = Self.races.count - open.count + 1
      try session.wait(for: "race \(number) with both lines and one of \(open)") { session in
        session.title.contains("Race \(number) of \(Self.races.count) ")
          && open.contains { shows($0, session.screen) }
      }
      #expect(!session.screen.text.contains("newer than the log"))
      lineCount = PaneLine.all(in: session.screen).count
      open.removeAll { shows($0, session.screen) }
      #expect(open.count == Self.races.count - number)
      session.send("J")
    }
    // The key hides the code and shows it again.
    session.send("s")
    try session.wait(for: "no code") { PaneLine.all(in: $0.screen).isEmpty }
    session.send("s")
    try session.wait(for: "both lines again") { PaneLine.all(in: $0.screen).count == lineCount }
    session.send("qq")
    #expect(try session.exit() == 0)
  }

  /// Whether both lines of a race, or the one of both, are highlighted, match their files, and have the name marked.
  private func shows(_ race: Shown, _ screen: VirtualTerminal) -> Bool {
    let lines = PaneLine.all(in: screen)
    guard lines.count == race.places.count else { return false }
    let wanted = race.places.map { place in
      let parts = place.split(separator: ":")
      let text = folder.read("shop/\(parts[0])").split(separator: "\n", omittingEmptySubsequences: false)
      let number = Int(parts[1]) ?? 0
      return (file: "shop/\(parts[0])", number: number, text: trimmed(String(text[number - 1])))
    }
    func isShown(_ line: PaneLine) -> Bool {
      wanted.contains { want in
        line.number == want.number && !line.text.isEmpty && want.text.hasPrefix(line.text)
          && line.header.contains(want.file) && line.isBold
      }
    }
    let isMarked = lines.allSatisfy { line in
      race.name.isEmpty ? line.marked.isEmpty : line.marked.contains(race.name)
    }
    return isMarked && lines.allSatisfy(isShown)
      && wanted.allSatisfy { want in lines.contains { $0.number == want.number } }
  }
}

/// The text without blanks and tabs at both ends.
private func trimmed(_ text: String) -> String {
  var rest = text[...]
  while let last = rest.last, last == " " || last == "\t" { rest.removeLast() }
  return String(rest.drop { $0 == " " || $0 == "\t" })
}

/// A highlighted line of the code below a column.
private struct PaneLine {
  var number: Int
  /// The part of the line that fits.
  var text: String
  /// The underlined words in it.
  var marked: Set<String>
  /// The line above the code, which names the file.
  var header: String
  var isBold: Bool

  /// The highlighted lines on a screen, of both columns.
  static func all(in screen: VirtualTerminal) -> [PaneLine] {
    (0..<screen.rows).flatMap { y in
      (0..<screen.columns).compactMap { PaneLine(screen, x: $0, y: y) }
    }
  }

  /// The line whose marker is at a cell: `▸32 │ code │`; nil without a marker.
  private init?(_ screen: VirtualTerminal, x: Int, y: Int) {
    func cell(_ x: Int) -> VirtualTerminal.Cell { screen.cells[y * screen.columns + x] }
    guard cell(x).text == "▸" else { return nil }
    let row = (x + 1)..<screen.columns
    guard let bar = row.first(where: { cell($0).text == "│" }),
      let number = Int(trimmed(String(row.prefix { $0 < bar }.map { cell($0).text }))),
      let end = row.first(where: { $0 > bar && cell($0).text == "│" })
    else { return nil }
    self.number = number
    text = trimmed(String((bar + 1..<end).map { cell($0).text }))
    let isUnderlined = { (x: Int) in cell(x).rendition.attributes.contains(.underline) }
    marked = Set(
      (bar + 1..<end).split { !isUnderlined($0) }.map { String($0.map { cell($0).text }) })
    isBold = (bar + 1..<end).contains { cell($0).rendition.attributes.contains(.bold) }
    let top = (0..<y).last { screen.cells[$0 * screen.columns + x].text == "─" } ?? 0
    header = String((x..<end).map { screen.cells[top * screen.columns + $0].text })
  }
}
