internal import CNcurses
internal import RaceView

/// State that drawing keeps between frames.
struct Painter {
  /// A style in ncurses' terms.
  struct Look {
    var attributes: attr_t = 0
    var pair: Int32 = 0
  }

  /// The size and the cells of the grid on the terminal; nil if unknown.
  var shown: (columns: Int, rows: Int, cells: [Cell])?
  /// One row for ncurses, kept for reuse.
  var row: [cchar_t] = []
  private var looks: [Style: Look] = [:]
  private var pairs: [Int32: Int32] = [:]

  /// The look of a style; a colour pair is allocated at its first use.
  mutating func look(of style: Style, _ theme: Theme) -> Look {
    if let known = looks[style] { return known }
    let appearance = theme.appearance(of: style)
    var look = Look()
    if appearance.attributes.contains(.bold) { look.attributes |= nc_bold }
    if appearance.attributes.contains(.dim) { look.attributes |= nc_dim }
    if appearance.attributes.contains(.reverse) { look.attributes |= nc_reverse }
    if appearance.attributes.contains(.underline) { look.attributes |= nc_underline }
    if theme.depth != .monochrome { look.pair = pair(appearance.foreground, appearance.background) }
    looks[style] = look
    return look
  }

  private mutating func pair(_ foreground: UInt8?, _ background: UInt8?) -> Int32 {
    guard foreground != nil || background != nil else { return 0 }
    let foreground = foreground.map { Int32($0) } ?? -1
    let background = background.map { Int32($0) } ?? -1
    let key = foreground << 16 | background & 0xFFFF
    if let known = pairs[key] { return known }
    let next = Int32(pairs.count + 1)
    guard next < nc_color_pairs(), init_extended_pair(next, foreground, background) == OK else { return 0 }
    pairs[key] = next
    return next
  }
}
