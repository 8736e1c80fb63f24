package import RaceModel

/// The code around a line of a file.
package struct CodeExcerpt: Sendable {
  /// A line of the file.
  package struct Line: Sendable {
    /// Its number, from 1.
    package var number: Int
    /// Its text, harmless for a terminal; tabs are tabs.
    package var text: String
    /// Comments, strings, keywords and numbers, as offsets in the text's UTF-8.
    package var spans: [SyntaxColoring.Span]
  }

  /// How many lines to keep on either side: more than a screen shows.
  private static let reach = 60

  /// The screen's name for the file.
  package let path: String
  /// The marked line.
  package let line: Int
  /// The lines around it.
  package let lines: [Line]
  /// Why it may not be the line that the detector meant.
  package let doubts: [String]
  /// How the file was found, if it is not where the log says.
  package let means: String?
  /// The parts of the line; nil if the language is unknown.
  package let lexed: LexedLine?

  /// The code around a line of a file.
  ///
  /// - Parameters:
  ///   - name: the screen's name for the file; nil for its path.
  ///   - logModified: when the log was written; nil if unknown.
  package init(
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
    case .nameOnly: "found by name only"
    case .standardLibrary: "of the installed Go"
    }
  }

  /// The lines for a pane with a number of rows, the marked one in the middle.
  package func window(height: Int) -> ArraySlice<Line> {
    guard let position = lines.firstIndex(where: { $0.number >= line }) ?? lines.indices.last else {
      return []
    }
    // What comes before a line, such as a lock that is taken, tells more than what follows.
    let first = max(0, min(position - height / 2, lines.count - height))
    return lines[first..<min(lines.count, first + height)]
  }
}
