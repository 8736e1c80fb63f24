internal import RaceModel

/// A row of a column as pieces of text with places: screens give them a style, plain text does not.
package struct PairRowText {
  /// The kind of a piece.
  package enum Role: Sendable {
    /// The mark before the row.
    case glyph
    /// A function, a fold, a heading or a note.
    case name
    /// The place of a frame.
    case place
    /// That a fold can be opened.
    case more
    /// The rule from a heading to the end of the row.
    case rule
  }

  /// A piece of text.
  package struct Piece: Sendable {
    /// Its role.
    package var role: Role
    /// Its first column, from the beginning of the row.
    package var x: Int
    /// The text.
    package var text: String
    /// The column before which it ends.
    package var limit: Int
  }

  /// The pieces from left to right.
  package private(set) var pieces: [Piece] = []

  /// A row in a number of columns.
  ///
  /// - Parameter left: how far its text is scrolled to the left; if so, nothing is shortened.
  package init(_ row: PairRow, width: Int, left: Int = 0, _ names: ShownNames, _ glyphs: Glyphs) {
    if left > 0 {
      addMoved(row, left, width, names, glyphs)
      return
    }
    switch row.content {
    case .frame(let frame): add(frame, row, width, names, glyphs)
    case .fold(let count):
      add(.glyph, at: 1, row.glyph(glyphs), width)
      add(.name, at: 3, row.fold(count), width)
      add(.more, at: width - 2, "+", width)
    case .heading(let text):
      let shown = Fitting.end(names.sentence(text), width - 6, glyphs.ellipsis)
      add(.name, at: 0, " \(row.glyph(glyphs)) " + shown + " ", width)
      let end = min(width, Fitting.columns(shown) + 4)
      if end < width {
        add(.rule, at: end, String(repeating: String(glyphs.horizontal), count: width - end), width)
      }
    case .absence(let text): add(.name, at: 1, Fitting.end("? " + text, width - 1, glyphs.ellipsis), width)
    }
  }

  /// The width of a row's full text, including its mark.
  package static func wholeWidth(_ row: PairRow, _ names: ShownNames) -> Int {
    3 + Fitting.columns(whole(row, names))
  }

  /// A row's full text.
  private static func whole(_ row: PairRow, _ names: ShownNames) -> String {
    switch row.content {
    case .frame(let frame): "\(names.function(frame))  \(FrameWords.place(frame, width: .max / 2, .unicode))"
    case .fold(let count): row.fold(count)
    case .heading(let text): names.sentence(text)
    case .absence(let text): text
    }
  }

  private mutating func addMoved(
    _ row: PairRow, _ left: Int, _ width: Int, _ names: ShownNames, _ glyphs: Glyphs
  ) {
    add(.glyph, at: 1, row.glyph(glyphs), width)
    add(.name, at: 3, Fitting.dropping(left, of: Self.whole(row, names)), width)
  }

  private mutating func add(_ role: Role, at x: Int, _ text: String, _ limit: Int) {
    pieces.append(Piece(role: role, x: x, text: text, limit: limit))
  }

  private mutating func add(
    _ frame: Frame, _ row: PairRow, _ width: Int, _ names: ShownNames, _ glyphs: Glyphs
  ) {
    let function = names.function(frame)
    let place = FrameWords.place(
      frame, width: FrameWords.placeWidth(in: width - 4, beside: function, gap: 1), glyphs)
    let placeX = width - Fitting.columns(place)
    let name = FrameWords.fitted(function, max(1, placeX - 4), glyphs.ellipsis)
    add(.glyph, at: 1, row.glyph(glyphs), width)
    add(.name, at: 3, name, width)
    add(.place, at: placeX, place, width)
  }
}
