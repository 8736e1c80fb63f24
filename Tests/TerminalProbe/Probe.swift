import CNcurses
import Glibc
import RaceModel
import RaceTerminal
import RaceView

/// A small program for tests of the terminal.
@main
struct Probe {
  static func main() {
    do {
      exit(try run())
    } catch {
      fputs("racetui: \(error)\n", stderrFile())
      exit(2)
    }
  }

  static func run() throws(TerminalError) -> Int32 {
    let arguments = CommandLine.arguments
    var looks = Looks()
    looks.isASCII = arguments.contains("--ascii")
    if arguments.contains("--light") { looks.theme = .light }
    var terminal = try Terminal.open(looks, mouse: !arguments.contains("--no-mouse"))
    let wake = eventfd(0, Int32(EFD_CLOEXEC) | Int32(EFD_NONBLOCK))
    var count: eventfd_t = 0
    var last = "ready"
    while true {
      terminal.draw(screen(columns: terminal.columns, rows: terminal.rows, last: last))
      guard let event = terminal.next(wake: wake) else { continue }
      last = arguments.contains("--all") ? "\(last) \(word(event))" : "\(event)"
      switch event {
      case .key(.character("q")):
        terminal.close()
        return 0
      case .key(.character("e")):
        let editor = getenv("EDITOR").map { String(cString: $0) } ?? "vi"
        last = "editor \(terminal.run([editor, "+7", "a b'$(x).txt"]))"
      case .wake: eventfd_read(wake, &count)
      case .key(.character("w")): eventfd_write(wake, 1)
      case .key(.character("t")):
        last = terminal.next(wake: nil, milliseconds: 30).map { "\($0)" } ?? "nothing"
      case .key(.character("n")):
        last = terminal.next(wake: nil, milliseconds: 0).map { "\($0)" } ?? "nothing waits"
      case .key(.character("y")): _ = terminal.copy(ClipboardText(line: "src/cache/store.cc:42 作者"))
      case .key(.character("!")): fatalError("deliberate crash")
      case .key(.character("o")): last = "depth \(deep(1))"
      case .key(.character("L")): terminal.repaint()
      case .terminate(let signal): return 128 + signal
      default: break
      }
    }
  }

  /// An event as one word.
  static func word(_ event: InputEvent) -> String {
    switch event {
    case .key(.character(let scalar)): String(scalar)
    case .key(let key): "\(key)"
    default: "\(event)"
    }
  }

  /// Overflows the stack.
  @inline(never)
  static func deep(_ n: Int) -> Int { n == 0 ? 0 : deep(n + 1) + deep(n + 2) }

  static func stderrFile() -> UnsafeMutablePointer<FILE>? { fdopen(2, "w") }

  /// The screen of the probe; the tests compare the terminal with it.
  static func screen(columns: Int, rows: Int, last: String) -> Grid {
    var grid = Grid(columns: columns, rows: rows)
    grid.fill(x: 0, y: 0, width: columns, " ", Style(on: .bar))
    grid.put(" probe \(columns)x\(rows)", x: 0, y: 0, Style(on: .bar, bold: true))
    grid.put("event: \(last)", x: 0, y: 1, Style(.warning))
    grid.put("┌─┬─┐ ├─┼─┤ └─┴─┘ │", x: 0, y: 2, Style(.quiet))
    grid.put("wide 作者, mark e\u{301} é, emoji 🧵🏁, end", x: 0, y: 3, Style(.left))
    grid.put("control \u{1B}[2J \u{202E} \u{7} end", x: 0, y: 4, Style(.right))
    grid.fill(x: 0, y: 5, width: columns, " ", Style(on: .selection))
    grid.put("selected row", x: 2, y: 5, Style(on: .selection))
    grid.put(String(repeating: "wide at the edge 作", count: 20), x: 0, y: 6, Style(.shared))
    grid.put("cut 作者 here", x: 0, y: 7)
    grid.put("|", x: 5, y: 7)
    grid.fill(x: 0, y: rows - 1, width: columns, "z", Style(.key))
    return grid
  }
}
