/// Logs with reports of one detector, and what is to be read from them.
///
/// The outlines are written from the text of the logs, never copied from what the reader says.
package protocol ExampleTable {
  /// The detector, by its name in the export.
  static var detector: String { get }
  /// All examples, those included that hold no report.
  static var all: [GrammarExample] { get }
  /// Those that hold what the detector and the program printed, and nothing that somebody put around it: what is put
  /// around them here, see `Dressing`, must not change what is read.
  static var bare: [GrammarExample] { get }
  /// Those whose lines somebody has damaged, and put nothing around: what is put around them must change as little.
  static var damaged: [GrammarExample] { get }
  /// A small report in today's form, without a line end behind it. Most examples dress it up.
  static var plain: String { get }
  /// What is to be read from it.
  static var plainOutline: String { get }
  /// Another small report, for logs that hold two.
  static var other: String { get }
  /// What is to be read from it.
  static var otherOutline: String { get }
}

extension ExampleTable {
  /// The lines of a text.
  package static func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// A text whose every line went through `change`, which gets its 0-based number.
  package static func wrapped(_ text: String, _ change: (Int, String) -> String) -> String {
    lines(text).enumerated().map(change).joined(separator: "\n")
  }

  /// An outline whose report spans other lines.
  package static func moved(_ outline: String, to span: String) -> String {
    span + outline.drop { $0 != " " }
  }

  /// The lines of two logs by turns.
  package static func interleaved(_ first: [String], _ second: [String]) -> String {
    var result: [String] = []
    for index in 0..<max(first.count, second.count) {
      if index < first.count { result.append(first[index]) }
      if index < second.count { result.append(second[index]) }
    }
    return result.joined(separator: "\n")
  }

  /// Some lines of the small report, 1-based.
  static func plainLines(_ range: ClosedRange<Int>) -> String {
    lines(plain)[range.lowerBound - 1..<range.upperBound].joined(separator: "\n")
  }

  /// Examples that say what a text alone must be read as.
  static func examples(_ table: [(name: String, log: String, outline: String)]) -> [GrammarExample] {
    table.map { GrammarExample($0.name, log: $0.log, outline: $0.outline) }
  }
}

/// The examples of one detector.
package struct DetectorExamples: Sendable {
  /// The detector, by its name in the export.
  package let detector: String
  /// All of them.
  package let examples: [GrammarExample]
  /// Those that may be dressed, see `ExampleTable`.
  package let bare: [GrammarExample]
  /// Those that are damaged and may be dressed.
  package let damaged: [GrammarExample]

  private init(_ table: (some ExampleTable).Type) {
    detector = table.detector
    examples = table.all
    bare = table.bare
    damaged = table.damaged
  }

  /// Each detector's; one without a table fails a test.
  package static let all: [DetectorExamples] = [
    DetectorExamples(GoExamples.self), DetectorExamples(TSanExamples.self),
    DetectorExamples(KCSANExamples.self),
    DetectorExamples(HelgrindExamples.self), DetectorExamples(DRDExamples.self),
  ]
}
