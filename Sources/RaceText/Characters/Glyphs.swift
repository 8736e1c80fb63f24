/// The characters to draw with, for terminals that can show more or less.
package struct Glyphs: Hashable, Sendable {
  /// Marks the focused row.
  package var marker: Unicode.Scalar = "▸"
  /// Marks the frame where the two paths fork: the trunk is below, where the outer frames are.
  package var fork: Unicode.Scalar = "Y"
  /// Marks an omission.
  package var ellipsis: Unicode.Scalar = "…"
  /// Marks a fold of plumbing.
  package var fold: Unicode.Scalar = "⋯"
  /// Before a folded group of rows, and an unfolded one.
  package var closed: Unicode.Scalar = "▸", opened: Unicode.Scalar = "▾"
  /// After the sort column of a list: the largest first, the smallest first.
  package var descending: Unicode.Scalar = "▾", ascending: Unicode.Scalar = "▴"
  /// "Times", before a count.
  package var times: Unicode.Scalar = "×"
  /// Means "was created by what is below".
  package var up: Unicode.Scalar = "↑"
  /// Means "starts what is below".
  package var down: Unicode.Scalar = "↓"
  /// A mark the user set.
  package var check: Unicode.Scalar = "✓"
  /// Separates words in a title.
  package var dot: Unicode.Scalar = "·"
  /// The Enter key.
  package var enter: Unicode.Scalar = "↵"
  /// A rule from top to bottom.
  package var vertical: Unicode.Scalar = "│"
  /// A rule from left to right.
  package var horizontal: Unicode.Scalar = "─"
  /// Corners and joints of rules.
  package var topLeft: Unicode.Scalar = "┌", topRight: Unicode.Scalar = "┐"
  /// Corners and joints of rules.
  package var bottomLeft: Unicode.Scalar = "└", bottomRight: Unicode.Scalar = "┘"
  /// Corners and joints of rules.
  package var teeDown: Unicode.Scalar = "┬", teeUp: Unicode.Scalar = "┴"
  /// Corners and joints of rules.
  package var teeRight: Unicode.Scalar = "├", teeLeft: Unicode.Scalar = "┤"
  /// Joints of rules.
  package var cross: Unicode.Scalar = "┼"
  /// A filled and an empty part of a bar.
  package var full: Unicode.Scalar = "█", empty: Unicode.Scalar = "░"

  /// Parts of a filled cell by eighths, from one to seven; none where cells are full or empty.
  package var eighths: [Unicode.Scalar] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]
  /// An empty part of a small bar.
  package var rest: Unicode.Scalar = " "

  /// For a UTF-8 locale.
  package static let unicode = Glyphs()

  /// For another locale on a terminal that can draw lines: the terminal layer turns the rules into
  /// its alternate character set.
  package static let alternate: Glyphs = {
    var glyphs = Glyphs()
    glyphs.marker = ">"
    glyphs.ellipsis = "~"
    glyphs.fold = ":"
    (glyphs.closed, glyphs.opened) = ("+", "-")
    (glyphs.descending, glyphs.ascending) = ("v", "^")
    glyphs.times = "x"
    glyphs.up = "^"
    glyphs.down = "v"
    glyphs.check = "*"
    glyphs.dot = "-"
    glyphs.enter = "\n"
    glyphs.full = "#"
    glyphs.empty = "."
    glyphs.eighths = []
    glyphs.rest = "-"
    return glyphs
  }()

  /// Only ASCII: for logs pasted into mail, and terminals without lines.
  package static let ascii: Glyphs = {
    var glyphs = alternate
    glyphs.vertical = "|"
    glyphs.horizontal = "-"
    for corner in [
      \Glyphs.topLeft, \.topRight, \.bottomLeft, \.bottomRight, \.teeDown, \.teeUp, \.teeRight, \.teeLeft,
      \.cross,
    ] { glyphs[keyPath: corner] = "+" }
    return glyphs
  }()

  /// A bar with a number of cells: empty only for nothing, full only for all.
  package func bar(_ part: Int, of whole: Int, width: Int) -> String {
    let steps = eighths.count + 1
    let most = width * steps
    guard whole > 0, part < whole else { return String(repeating: String(full), count: width) }
    let filled = part > 0 ? max(1, min(most - 1, part * most / whole)) : 0
    var text = String(repeating: String(full), count: filled / steps)
    if filled % steps > 0 { text += String(eighths[filled % steps - 1]) }
    return text + String(repeating: String(rest), count: width - text.unicodeScalars.count)
  }

  /// The name of the Enter key.
  package var enterName: String { enter == "\n" ? "Enter" : String(enter) }
}
