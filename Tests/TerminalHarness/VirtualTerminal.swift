/// The parts of a terminal that ncurses uses for xterm, screen, tmux, linux and vt100: a grid of characters with their
/// rendition.
///
/// Unknown sequences are recorded in `unknown`, and tests require it to be empty: this keeps the emulator correct when
/// ncurses or the program changes.
public struct VirtualTerminal: Sendable {
  /// The look of a cell.
  public struct Rendition: Hashable, Sendable {
    /// The foreground, a palette index or "r,g,b"; nil for the terminal's own.
    public var foreground: String?
    /// The background, likewise.
    public var background: String?
    /// The attributes that are on.
    public var attributes: Set<Attribute> = []
  }

  /// An attribute of a cell.
  public enum Attribute: String, Hashable, Sendable {
    /// The attributes that SGR 1, 2, 3, 4 and 7 switch on.
    case bold, dim, italic, underline, reverse
  }

  /// One column of the screen.
  public struct Cell: Hashable, Sendable {
    /// The character, with its combining marks.
    public var text: Character = " "
    /// Its look.
    public var rendition = Rendition()
    /// Whether the wide character on its left covers it.
    public var isContinuation = false
  }

  /// The width of the window.
  public internal(set) var columns: Int
  /// The height of the window.
  public internal(set) var rows: Int
  /// The cells, row by row.
  public internal(set) var cells: [Cell]
  /// The position of the cursor.
  public internal(set) var cursor = (x: 0, y: 0)
  /// The private modes that are on, by number: 7 lines wrap, 25 cursor shown, 1049 alternate screen,
  /// 1000, 1002 and 1006 mouse, 2004 bracketed paste, 1 application keys.
  public internal(set) var modes = Self.usualModes
  /// The operating system commands received (OSC, without their delimiters): titles, `52;c;…`.
  public internal(set) var commands: [String] = []
  /// The questions received: `11;?` for the background, `c` for the terminal's type.
  public internal(set) var questions: [String] = []
  /// The received sequences that this terminal does not know.
  public internal(set) var unknown: [String] = []
  /// Whether any colour was ever set.
  public internal(set) var hasSeenColor = false
  /// How many times the bell rang.
  public internal(set) var bells = 0

  /// The modes that are on in an unchanged terminal.
  static let usualModes: Set<Int> = [7, 25]

  let width: @Sendable (Unicode.Scalar) -> Int
  var pen = Rendition()
  var scrolling: ClosedRange<Int>
  var wrapsNext = false
  var mainScreen: (cells: [Cell], cursor: (x: Int, y: Int))?
  var savedCursor = (x: 0, y: 0)
  var last: Unicode.Scalar = " "
  var pending: [UInt8] = []
  var isInserting = false
  /// Whether each of the two character sets draws lines, and the set in use.
  var drawsLines = [false, false]
  var characterSet = 0

  /// A blank screen.
  public init(columns: Int, rows: Int, width: @escaping @Sendable (Unicode.Scalar) -> Int) {
    self.columns = columns
    self.rows = rows
    self.width = width
    cells = Array(repeating: Cell(), count: columns * rows)
    scrolling = 0...(rows - 1)
  }

  /// Whether the program's own screen is shown instead of the shell's.
  public var isAlternate: Bool { mainScreen != nil }

  /// Whether mouse events go to the program.
  public var reportsMouse: Bool { !modes.isDisjoint(with: [9, 1000, 1001, 1002, 1003]) }

  /// The rows' text, without blanks at the end.
  public var lines: [String] {
    (0..<rows).map { y in
      var line = String(cells[y * columns..<(y + 1) * columns].lazy.filter { !$0.isContinuation }.map(\.text))
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// The text of the screen.
  public var text: String { lines.joined(separator: "\n") }

  /// The cell at a position.
  public subscript(x: Int, y: Int) -> Cell { cells[y * columns + x] }

  /// Changes the size; cells that are cut off are lost, as in most terminals.
  public mutating func resize(columns: Int, rows: Int) {
    var resized = Array(repeating: Cell(), count: columns * rows)
    for y in 0..<min(rows, self.rows) {
      for x in 0..<min(columns, self.columns) { resized[y * columns + x] = cells[y * self.columns + x] }
    }
    cells = resized
    self.columns = columns
    self.rows = rows
    cursor = (min(cursor.x, columns - 1), min(cursor.y, rows - 1))
    scrolling = 0...(rows - 1)
    wrapsNext = false
  }

  /// Processes the program's output; a sequence may be split between two calls.
  public mutating func feed(_ bytes: some Sequence<UInt8>) {
    pending += bytes
    var index = 0
    while index < pending.count, let end = step(at: index) { index = end }
    pending.removeFirst(index)
  }
}
