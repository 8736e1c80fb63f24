import RaceView
import Testing

/// Every style is readable, and the two sides are distinguishable.
@Suite struct ThemeTests {
  /// A possible terminal: its number of colours, its background and its palette.
  struct Case: CustomTestStringConvertible {
    let depth: Theme.Depth
    let background: Theme.Background
    /// The terminal's own background and text.
    let own: (background: Int, text: Int)
    let palette: TerminalPalette
    let testDescription: String
  }

  /// Colours 16 to 255 are the same everywhere; they are tested on backgrounds from black and white to those of common
  /// schemes (VS Code's dark one, Solarized's light one). ANSI colours depend on the scheme: these are xterm's and the
  /// console's, on black and white.
  static let cases: [Case] =
    [
      (.palette, .dark, (0x000000, 0xE5E5E5), .xterm, "256 on black"),
      (.palette, .dark, (0x1E1E1E, 0xD4D4D4), .xterm, "256 on dark grey"),
      (.palette, .light, (0xFFFFFF, 0x000000), .xterm, "256 on white"),
      (.palette, .light, (0xFDF6E3, 0x657B83), .xterm, "256 on Solarized light"),
      (.sixteen, .dark, (0x000000, 0xE5E5E5), .xterm, "16 of xterm on black"),
      (.sixteen, .dark, (0x000000, 0xAAAAAA), .vga, "16 of VGA on black"),
      (.sixteen, .light, (0xFFFFFF, 0x000000), .xterm, "16 of xterm on white"),
      (.sixteen, .light, (0xFFFFFF, 0x000000), .vga, "16 of VGA on white"),
      (.eight, .dark, (0x000000, 0xE5E5E5), .xterm, "8 of xterm on black"),
      (.eight, .dark, (0x000000, 0xAAAAAA), .vga, "8 of VGA on black"),
      (.eight, .light, (0xFFFFFF, 0x000000), .xterm, "8 of xterm on white"),
      (.eight, .light, (0xFFFFFF, 0x000000), .vga, "8 of VGA on white"),
      (.monochrome, .dark, (0x000000, 0xE5E5E5), .xterm, "none on black"),
      (.monochrome, .light, (0xFFFFFF, 0x000000), .xterm, "none on white"),
    ].map { Case(depth: $0, background: $1, own: $2, palette: $3, testDescription: $4) }

  /// The colours that a cell is drawn with.
  private func pair(
    _ look: Appearance, _ terminal: Case
  ) -> (text: TerminalPalette.Color, ground: TerminalPalette.Color) {
    // Bold brightens ANSI colours: xterm's boldColors, the console.
    let isBright = look.attributes.contains(.bold)
    var text =
      look.foreground.map { terminal.palette[$0 < 8 && isBright ? $0 + 8 : $0] }
      ?? TerminalPalette.color(terminal.own.text)
    let ground =
      look.background.map { terminal.palette[$0] } ?? TerminalPalette.color(terminal.own.background)
    // Dim text keeps two thirds of its colour in VTE and foot.
    if look.attributes.contains(.dim) {
      func mix(_ one: Double, _ other: Double) -> Double { (2 * one + other) / 3 }
      text = (mix(text.0, ground.0), mix(text.1, ground.1), mix(text.2, ground.2))
    }
    return look.attributes.contains(.reverse) ? (ground, text) : (text, ground)
  }

  /// WCAG 2.2 requires 4.5 for text (1.4.3); 3 is enough for what need not be read: the frame, plumbing, comments.
  private func leastContrast(_ style: Style, _ terminal: Case) -> Double {
    if [.quiet, .plumbing, .comment].contains(style.ink), style.ground != .selection { return 3 }
    // VGA's brown has 4.0: no other of the eight is as far from cyan in all kinds of colour vision.
    if terminal.testDescription == "8 of VGA on black", style.ink == .left { return 4 }
    return 4.5
  }

  @Test(arguments: cases) func `every style is readable`(_ terminal: Case) {
    let theme = Theme(depth: terminal.depth, background: terminal.background)
    for ink in Ink.allCases {
      for ground in Ground.allCases {
        let style = Style(ink, on: ground)
        let contrasts = [style, Style(ink, on: ground, bold: true)].map { style in
          let (text, behind) = pair(theme.appearance(of: style), terminal)
          return TerminalPalette.contrast(text, behind)
        }
        // Solarized's own text has only 4.1 on its background: the user chose that.
        let own = TerminalPalette.contrast(
          TerminalPalette.color(terminal.own.text), TerminalPalette.color(terminal.own.background))
        #expect(
          contrasts.allSatisfy { $0 >= min(leastContrast(style, terminal), own) }, "\(ink) on \(ground)")
      }
    }
  }

  /// Two large patches differ noticeably at a distance of 2.3 (Mahy 1994). Marks as small as letters need several times
  /// that, 10 to 20 at a third of a degree (Stone, Szafir, Setlur 2014). 40 leaves no doubt.
  @Test(arguments: cases.filter { $0.depth != .monochrome })
  func `the sides are distinguishable with any kind of colour vision`(_ terminal: Case) {
    let theme = Theme(depth: terminal.depth, background: terminal.background)
    let (left, _) = pair(theme.appearance(of: Style(.left)), terminal)
    let (right, _) = pair(theme.appearance(of: Style(.right)), terminal)
    for vision in TerminalPalette.Vision.allCases {
      #expect(TerminalPalette.hueDistance(left, right, vision) >= 40, "\(vision)")
    }
  }

  @Test func `a theme uses only colours that the terminal has`() {
    for depth in Theme.Depth.allCases {
      for background in Theme.Background.allCases {
        let theme = Theme(depth: depth, background: background)
        for style in Ink.allCases.flatMap({ ink in Ground.allCases.map { Style(ink, on: $0) } }) {
          #expect(theme.appearance(of: style).colorsNeeded <= depth.colors)
        }
      }
    }
  }

  /// vt100, xterm, xterm-16color, rxvt-88color, xterm-256color, xterm-direct.
  @Test(
    arguments: [
      (-1, .monochrome), (8, .eight), (16, .sixteen), (88, .sixteen), (256, .palette), (1 << 24, .eight),
    ] as [(Int, Theme.Depth)])
  func `the depth of a terminal follows its number of colours`(_ colors: Int, _ depth: Theme.Depth) {
    #expect(Theme.Depth(colors: colors) == depth)
  }

  @Test func `body text keeps the terminal's own colours`() {
    for depth in Theme.Depth.allCases {
      #expect(Theme(depth: depth, background: .light).appearance(of: .plain) == Appearance())
    }
  }

  @Test func `a match is visible on the selected row`() {
    for depth in Theme.Depth.allCases {
      let theme = Theme(depth: depth)
      let selected = theme.appearance(of: Style(.plain, on: .selection))
      #expect(theme.appearance(of: Style(.match, on: .selection)) != selected)
    }
  }

  @Test func `the user's look applies if the terminal has the colours for it`() {
    let changes: [Role: Appearance] = [
      .ink(.left): Appearance(foreground: 214), .bar: Appearance(foreground: 0, background: 6),
      .ink(.key): Appearance(attributes: .underline),
    ]
    let palette = Theme(depth: .palette, changes: changes)
    #expect(palette.appearance(of: Style(.left)).foreground == 214)
    #expect(palette.appearance(of: Style(.left, on: .bar)) == Appearance(foreground: 214, background: 6))
    #expect(palette.appearance(of: Style(.right)).foreground == 39)
    let eight = Theme(depth: .eight, changes: changes)
    #expect(eight.appearance(of: Style(.left)).foreground == 3)
    #expect(eight.appearance(of: Style(on: .bar)) == Appearance(foreground: 0, background: 6))
    let monochrome = Theme(depth: .monochrome, changes: changes)
    #expect(monochrome.appearance(of: Style(on: .bar)).attributes == .reverse)
    #expect(monochrome.appearance(of: Style(.key)).attributes == .underline)
  }

  @Test(
    arguments: [
      ("214", Appearance(foreground: 214)), ("default", Appearance()),
      ("bold", Appearance(attributes: .bold)),
      ("red on bright-white", Appearance(foreground: 1, background: 15)),
      ("on 236", Appearance(background: 236)),
      ("bright-blue bold underline", Appearance(foreground: 12, attributes: [.bold, .underline])),
      ("default on 0 dim reverse", Appearance(background: 0, attributes: [.dim, .reverse])),
    ] as [(String, Appearance)])
  func `reads a look`(_ text: String, _ look: Appearance) throws {
    #expect(try Appearance(parsing: text) == look)
    #expect(try Appearance(parsing: look.text) == look)
  }

  @Test(
    arguments: [
      ("", .empty), ("256", .unknownWord("256")), ("-1", .unknownWord("-1")), ("blu", .unknownWord("blu")),
      ("red blue", .misplaced("blue")), ("red on", .misplaced("on")), ("bold red", .misplaced("red")),
      ("bright-", .unknownWord("bright-")), ("Red", .unknownWord("Red")), ("on bold", .unknownWord("bold")),
    ] as [(String, Appearance.ParseError)])
  func `reads no look from`(_ text: String, _ error: Appearance.ParseError) {
    #expect(throws: error) { try Appearance(parsing: text) }
  }

  @Test func `every role has a word`() {
    #expect(Role.allCases.count == 14 && Set(Role.allCases.map(\.word)).count == 14)
    #expect(
      Role(word: "left") == .ink(.left) && Role(word: "text") == .ink(.plain) && Role(word: "ba") == nil)
  }
}
