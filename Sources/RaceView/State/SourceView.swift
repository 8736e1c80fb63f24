public import RaceModel

/// A line of code as a log names it.
public struct SourcePlace: Hashable, Sendable {
  /// The file as printed.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// The number of the log: a file that is newer than one log may be older than another.
  public var log: Int

  /// A line of a file.
  public init(file: String, line: Int, log: Int) {
    self.file = file
    self.line = line
    self.log = log
  }
}

/// What was found for a place.
public enum SourceLookup: Sendable {
  /// The code around the line.
  case found(SourceView)
  /// Why there is none, in words.
  case absent(String)

  /// The code, when there is some.
  public var view: SourceView? { if case .found(let view) = self { view } else { nil } }
}

/// The code around a line of a file.
public struct SourceView: Sendable {
  /// A line of the file.
  public struct Line: Sendable {
    /// Its number, from 1.
    public var number: Int
    /// Its text, harmless for a terminal; tabs are tabs.
    public var text: String
    /// Comments, strings, keywords and numbers, as offsets in the text's UTF-8.
    public var spans: [SyntaxColoring.Span]
  }

  /// Lines kept on either side: more than a screen shows.
  private static let reach = 60

  /// What the screen calls the file that was found.
  public let path: String
  /// The line that is meant.
  public let line: Int
  /// The lines around it.
  public let lines: [Line]
  /// Why it may not be the line that the detector meant.
  public let doubts: [String]
  /// How the file was found, when it is not where the log says.
  public let means: String?
  /// The line taken apart; nil when the language is not known.
  let lexed: LexedLine?

  /// The code around a line of a file.
  ///
  /// - Parameters:
  ///   - name: what the screen calls the file; nil for its path.
  ///   - logModified: when the log was written; nil when not known.
  public init(
    _ file: SourceFile, name: String? = nil, line: Int, means: SourceFinding.Means, logModified: FileTime?
  ) {
    path = name ?? file.path
    self.line = line
    doubts = SourceDoubt.of(file, line: line, logModified: logModified).map(\.description)
    self.means = Self.words(means)
    lexed = LexedLine(line, of: file)
    let coloring = SyntaxColoring(path: file.path)
    let last = min(file.lineCount, line + Self.reach)
    let first = max(1, min(line, file.lineCount) - Self.reach)
    let states = coloring?.states(of: file, through: last) ?? []
    lines = (first..<max(first, last + 1)).compactMap { number in
      guard let text = file.text(ofLine: number) else { return nil }
      let state = states.indices.contains(number - 1) ? states[number - 1] : .code
      return Line(number: number, text: text, spans: coloring?.spans(text, from: state).spans ?? [])
    }
  }

  private static func words(_ means: SourceFinding.Means) -> String? {
    switch means {
    case .printed, .mapping, .goModule, .suffix, .moduleCache: nil
    case .nameOnly: "found by its name alone"
    case .standardLibrary: "of the Go installed here"
    }
  }

  /// The lines that a pane of so many rows shows: the meant one in the middle.
  func window(height: Int) -> ArraySlice<Line> {
    guard let position = lines.firstIndex(where: { $0.number >= line }) ?? lines.indices.last else {
      return []
    }
    let first = max(0, min(position - (height - 1) / 2, lines.count - height))
    return lines[first..<min(lines.count, first + height)]
  }
}

extension SourceFinding {
  /// Why there is no file to show for a path that a log prints; nil when there is one.
  public func absence(of printed: String) -> String? {
    switch self {
    case .found: nil
    case .ambiguous(let paths):
      "\(paths.count) files could be \(lastComponent(printed)); --source or --map tells which"
    case .missing: "\(printed) is not here; --source and --map say where to look"
    }
  }
}

extension PairState {
  /// Whether the cursor of a column is on the frame that stands for the access.
  func isOnSite(side: Int) -> Bool {
    let cursor = sides[side].cursor
    return rows[side].indices.contains(cursor) && rows[side][cursor].isSite
  }
}

extension State {
  /// The place of code that the cursor of a column is on.
  func place(side: Int) -> SourcePlace? {
    guard let pair, let report = reportPosition(of: pair) else { return nil }
    let cursor = pair.sides[side].cursor
    guard pair.rows[side].indices.contains(cursor), let frame = pair.rows[side][cursor].frame,
      let file = frame.file, let line = frame.line, line > 0
    else { return nil }
    return SourcePlace(file: file, line: line, log: Int(index.reports[report].source))
  }

  /// What is known of the code under the cursor of a column; nil while nothing is.
  func source(side: Int) -> SourceLookup? { place(side: side).flatMap { sources[$0] } }

  /// The names that stand on both lines under the cursors: perhaps what the race is on.
  var sharedNames: [String] {
    guard let first = source(side: 0)?.view?.lexed, let second = source(side: 1)?.view?.lexed else {
      return []
    }
    return SharedIdentifiers.of(first, second)
  }
}
