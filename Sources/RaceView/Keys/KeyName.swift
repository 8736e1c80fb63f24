package import RaceText

extension Key {
  /// The name of the key in help and the footer.
  package func name(_ glyphs: Glyphs) -> String {
    let hasArrows = glyphs.up == "↑"
    switch self {
    case .character(" "): return "Space"
    case .character(let scalar): return String(scalar)
    case .control(let scalar): return "C-\(scalar)"
    case .up: return hasArrows ? "↑" : "Up"
    case .down: return hasArrows ? "↓" : "Down"
    case .left: return hasArrows ? "←" : "Left"
    case .right: return hasArrows ? "→" : "Right"
    case .pageUp: return "PgUp"
    case .pageDown: return "PgDn"
    case .home: return "Home"
    case .end: return "End"
    case .enter: return glyphs.enterName
    case .escape: return "Esc"
    case .tab: return "Tab"
    case .backTab: return "S-Tab"
    case .backspace: return "Backspace"
    case .delete: return "Del"
    case .insert: return "Ins"
    case .function(let number): return "F\(number)"
    }
  }
}
