/// A report whose end has not been read yet, and how to tell its lines from others.
///
/// A class: it has an identity, and its parts change in place.
final class OpenReport {
  /// How sure it is that this is a report.
  enum Stage {
    /// Only a title was read. `prefix` stood before it; the header that must follow has the same one.
    case announced(prefix: [UInt8])
    /// A header was read; its lines have a known prefix.
    case reading
  }

  /// The source inside a JSON log; nil for a log that is not wrapped in JSON.
  var source: [UInt8]?
  var stage: Stage
  var prefix = LinePrefix.none
  var grammar: any ReportGrammar
  var draft: ReportDraft
  /// The beginning of a line that goes on in the next record.
  var partial: [UInt8] = []
  /// How many more lines of its own, and how many in all, an announced report waits for its header.
  var patience = 8
  var reach = 400
  /// Whether nothing but blank lines was read since the title.
  var isAtEnd = true
  /// Lines in all since the last one that the report took.
  var idleLines = 0

  init(source: [UInt8]?, stage: Stage, grammar: any ReportGrammar, draft: ReportDraft) {
    self.source = source
    self.stage = stage
    self.grammar = grammar
    self.draft = draft
  }
}
