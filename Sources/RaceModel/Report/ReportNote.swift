/// A line inside a report that says nothing about the race.
public struct ReportNote: Hashable, Sendable, CustomStringConvertible {
  /// The origin and purpose of such a line.
  public enum Kind: Hashable, Sendable {
    /// The program or another tool, while the report was printed.
    case foreign
    /// The detector: how many reports like this one it leaves out.
    case count
    /// The detector: how to run it for more.
    case hint
    /// The detector: which bits of the value had changed, of those that an assertion watched.
    case bits
  }

  /// Who printed it.
  public let kind: Kind
  /// The line, without characters that control a terminal.
  public let text: String

  /// A line by its text.
  init(_ text: String, kind: Kind = .foreign) {
    self.kind = kind
    self.text = text
  }

  /// The line.
  public var description: String { text }
}
