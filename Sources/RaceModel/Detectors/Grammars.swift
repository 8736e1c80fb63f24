/// The grammars of all detectors.
enum Grammars {
  static let all: [any ReportGrammar.Type] = Detectors.all.flatMap(\.grammars)

  /// How a report announces itself in a line, and whose it is; nil when none does.
  static func opening(_ bytes: Span<UInt8>, _ line: Range<Int>) -> LineOpening? {
    // A line of dashes, which no other detector prints, is what opens most blocks of Helgrind.
    if let at = ValgrindGrammar.separator(bytes, line) { return (ValgrindGrammar.self, .certain(at: at)) }
    for grammar in all {
      if let opening = grammar.opening(bytes, line) { return (grammar, opening) }
    }
    return nil
  }

  /// The grammar of which a line is exactly a title; the next line must prove it.
  static func plain(_ bytes: Span<UInt8>, _ line: Range<Int>) -> (any ReportGrammar.Type)? {
    let title = bytes.trimmed(line)
    return title.lowerBound == line.lowerBound && GoGrammar.isPlainTitle(bytes, title) ? GoGrammar.self : nil
  }

  /// Where lines begin in a whole log that was put on one line; empty where nothing tells.
  static func lineStarts(_ bytes: Span<UInt8>, _ line: Range<Int>) -> [Int] {
    for grammar in all {
      let starts = grammar.lineStarts(bytes, line)
      if !starts.isEmpty { return starts }
    }
    return []
  }
}
