package import RaceModel

/// What a piece of printed text means; on a terminal in colour it looks so. Every distinction is also made by a letter
/// or a place: text without colour says the same.
package enum TextInk: Sendable {
  /// Text that is simply read.
  case plain
  /// What a line is about.
  case strong
  /// Headings, and what is read last.
  case quiet
  /// An access and its place, in the colours of the screens.
  case access(Side)
  /// The letters of an access.
  case letters(Side)
  /// Damage, and what is missing.
  case warning

  /// The parameters of the escape sequence that begins it; nil for none.
  ///
  /// Source: ECMA-48, 8.3.117 (SGR). The eight colours that every terminal with colour has.
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
