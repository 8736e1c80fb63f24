import ArgumentParser
import RaceModel
import RaceView
import ScreenHarness

/// Measures how long the screens take to handle a key and to draw a frame: everything but the terminal.
@main
struct ScreenBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure what a key takes on the screens of a large log.",
    discussion: """
      Each line is a key: milliseconds until the screens have taken it, and to draw a frame after it, the median of all \
      rounds. What is read again in the background is read before, with the first key of a query, whose time is that \
      of the whole reading.
      """)

  @Argument(help: "The log.") var path: String
  @Option(help: "Columns of the terminal.") var columns = 200
  @Option(help: "Rows of the terminal.") var rows = 60
  @Option(help: "How often each key is measured.") var rounds = 5

  /// The steps in order, with one key in each string.
  private static let steps: [(name: String, keys: [String])] = [
    ("go down", ["j"]), ("a page", ["PgDn"]), ("to the end", ["G"]), ("to the top", ["gg"]),
    ("query, first key", ["&", "m"]), ("query, second", ["e"]), ("query, third", ["t"]),
    ("query, accepted", ["Enter"]), ("query off", ["\\"]), ("query on", ["\\"]), ("query cleared", ["Esc"]),
    ("two terms", ["&", "m", "a", "i", "n", " ", "-", "x"]), ("and a letter", ["y"]),
    ("cleared", ["Esc", "Esc"]),
    ("expression", ["&", "/", "F", "w", ".", "9", "/"]), ("cleared", ["Esc", "Esc"]),
    ("search, first key", ["/", "F"]), ("search, second", ["w"]), ("search, third", ["1"]),
    ("accepted", ["Enter"]),
    ("next match", ["n"]), ("forgotten", ["Esc"]), ("sort", ["s"]), ("sort", ["s"]), ("sort", ["s"]),
    ("group by family", ["gf"]), ("group by variable", ["gv"]),
    ("group by package", ["gp"]), ("group by log", ["gl"]), ("not grouped", ["gn"]),
    ("open", ["Enter"]), ("go down", ["j"]), ("fork", ["f"]), ("back", ["q", "q"]), ("sites", ["H"]),
    ("back", ["q"]),
  ]

  func run() throws {
    let clock = ContinuousClock()
    var session: Session?
    let reading = try clock.measure {
      session = Session([try LogFile.open(path)], title: path, columns: columns, rows: rows)
    }
    guard var session else { return }
    print(
      "\(session.index.races.count) races in \(session.index.reports.count) reports, read in \(Self.words(reading)) ms"
    )
    print("step                    key ms   frame ms")
    var times = [[(Duration, Duration)]](repeating: [], count: Self.steps.count)
    for _ in 0..<rounds {
      for (number, step) in Self.steps.enumerated() {
        for key in step.keys.dropLast() { session.press(key) }
        let key = clock.measure { session.press(step.keys[step.keys.count - 1]) }
        let frame = clock.measure { _ = session.grid }
        times[number].append((key, frame))
      }
    }
    for (step, times) in zip(Self.steps, times) {
      let key = times.map(\.0).sorted()[times.count / 2], frame = times.map(\.1).sorted()[times.count / 2]
      print(Self.pad(step.name, 20), Self.pad(Self.words(key), 9), Self.words(frame))
    }
  }

  private static func words(_ duration: Duration) -> String {
    let tenths = Int((duration / .milliseconds(1) * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  private static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count)) + " "
  }
}
