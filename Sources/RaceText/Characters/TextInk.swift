package import RaceModel

/// The meaning of a piece of printed text, shown as colour on a terminal. A letter or a place repeats every
/// distinction, so text without colour says the same.
package enum TextInk: Sendable {
  /// Text that is simply read.
  case plain
  /// The subject of a line.
  case strong
  /// Headings, and less important text.
  case quiet
  /// An access and its place, in the colours of the screens.
  case access(Side)
  /// The letters of an access.
  case letters(Side)
  /// Damage, and what is missing.
  case warning

  /// The parameters of its escape sequence; nil for none.
  ///
  /// Source: ECMA-48, 8.3.117 (SGR). The eight colours of every colour terminal.
  var parameters: String? {
    switch self {
    case .plain: nil
    case .strong: "1"
    case .quiet: "2"
    case .access(.a): "33"
    case .access(.b): "36"
    case .letters(.a): "1;33"
    case .letters(.b): "1;36"
    case .warning: "1;31"
    }
  }
}
