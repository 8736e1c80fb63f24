/// Logs with reports of one detector, and their expected outlines.
///
/// The outlines are written from the logs, never copied from the reader's output.
package protocol ExampleTable {
  /// The detector's name in the export.
  static var detector: String { get }
  /// All examples, including those without a report.
  static var all: [GrammarExample] { get }
  /// Examples with only the detector's and the program's output. Additions around their lines (see `Dressing`) must not
  /// change how they are read.
  static var bare: [GrammarExample] { get }
  /// Examples with damaged lines and no additions. Additions must not change how they are read either.
  static var damaged: [GrammarExample] { get }
  /// A small report in the current form, without a line end. Most examples vary it.
  static var plain: String { get }
  /// Its expected outline.
  static var plainOutline: String { get }
  /// Another small report, for logs with two.
  static var other: String { get }
  /// Its expected outline.
  static var otherOutline: String { get }
}

extension ExampleTable {
  /// The lines of a text.
  package static func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// A text with `change` applied to every line and its 0-based number.
  package static func wrapped(_ text: String, _ change: (Int, String) -> String) -> String {
    lines(text).enumerated().map(change).joined(separator: "\n")
  }

  /// An outline with another line span for its report.
  package static func moved(_ outline: String, to span: String) -> String {
    span + outline.drop { $0 != " " }
  }

  /// The lines of two logs, alternating.
  package static func interleaved(_ first: [String], _ second: [String]) -> String {
    var result: [String] = []
    for index in 0..<max(first.count, second.count) {
      if index < first.count { result.append(first[index]) }
      if index < second.count { result.append(second[index]) }
    }
    return result.joined(separator: "\n")
  }

  /// Some lines of the small report, counted from 1.
  static func plainLines(_ range: ClosedRange<Int>) -> String {
    lines(plain)[range.lowerBound - 1..<range.upperBound].joined(separator: "\n")
  }

  /// Examples from a table of logs and outlines.
  static func examples(_ table: [(name: String, log: String, outline: String)]) -> [GrammarExample] {
    table.map { GrammarExample($0.name, log: $0.log, outline: $0.outline) }
  }
}

/// The examples of one detector.
package struct DetectorExamples: Sendable {
  /// The detector's name in the export.
  package let detector: String
  /// All of them.
  package let examples: [GrammarExample]
  /// Examples that may be dressed, see `ExampleTable`.
  package let bare: [GrammarExample]
  /// Damaged examples that may be dressed.
  package let damaged: [GrammarExample]

  private init(_ table: (some ExampleTable).Type) {
    detector = table.detector
    examples = table.all
    bare = table.bare
    damaged = table.damaged
  }

  /// Every detector's examples; a detector without a table fails a test.
  package static let all: [DetectorExamples] = [
    DetectorExamples(GoExamples.self), DetectorExamples(TSanExamples.self),
    DetectorExamples(KCSANExamples.self),
    DetectorExamples(HelgrindExamples.self), DetectorExamples(DRDExamples.self),
  ]
}
