/// One row of the key table: footer, help and dispatch all read it.
public struct Binding: Sendable {
  /// The keys, the most usual one first.
  public let keys: [Key]
  /// What they ask for.
  public let action: Action
  /// On which screens.
  public let screens: Set<ScreenKind>
  /// A sentence for help.
  public let words: String
  /// One or two words for the footer; nil when it is not shown there.
  public let label: String?
}

/// Which key asks for what on which screen.
public struct KeyMap: Sendable {
  /// The rows of the table, in the order of help.
  public let bindings: [Binding]
  private let actions: [ScreenKind: [Key: Action]]

  /// The keys that people have in their fingers from less, vim, tig and lnav.
  public static let standard = KeyMap(standardBindings)

  init(_ bindings: [Binding]) {
    self.bindings = bindings
    var actions: [ScreenKind: [Key: Action]] = [:]
    for binding in bindings {
      for screen in binding.screens {
        for key in binding.keys where actions[screen]?[key] == nil {
          actions[screen, default: [:]][key] = binding.action
        }
      }
    }
    self.actions = actions
  }

  /// What a key asks for.
  public func action(for key: Key, on screen: ScreenKind) -> Action? { actions[screen]?[key] }

  /// The rows that hold on a screen.
  public func bindings(on screen: ScreenKind) -> [Binding] { bindings.filter { $0.screens.contains(screen) } }

  /// The name of a key, as help and the footer show it.
  public static func name(of key: Key, _ glyphs: Glyphs) -> String {
    switch key {
    case .character(" "): "Space"
    case .character(let scalar): String(scalar)
    case .control(let scalar): "C-\(scalar)"
    case .up: glyphs.up == "↑" ? "↑" : "Up"
    case .down: glyphs.up == "↑" ? "↓" : "Down"
    case .left: glyphs.up == "↑" ? "←" : "Left"
    case .right: glyphs.up == "↑" ? "→" : "Right"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .home: "Home"
    case .end: "End"
    case .enter: glyphs.enterName
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "S-Tab"
    case .backspace: "Backspace"
    case .delete: "Del"
    case .insert: "Ins"
    case .function(let number): "F\(number)"
    }
  }
}

extension KeyMap {
  private static let everywhere = Set(ScreenKind.allCases)
  /// Where a report is shown, or is the next thing to open.
  private static let reports: Set<ScreenKind> = [.races, .pair, .fork, .raw]

  private static func row(
    _ keys: [Key], _ action: Action, _ screens: Set<ScreenKind>, _ words: String, label: String? = nil
  ) -> Binding {
    Binding(keys: keys, action: action, screens: screens, words: words, label: label)
  }

  private static let standardBindings: [Binding] = [
    row(
      [.enter, .character("l"), .right], .open, [.races], "open the race: both accesses side by side",
      label: "open"),
    row([.enter, .character("l"), .right], .open, [.sites], "show the races of the site", label: "races"),
    row(
      [.enter, .character("l"), .right], .open, [.about], "the log at this line; or open, close the fold",
      label: "log"),
    row([.tab, .backTab], .otherSide, [.pair, .fork], "go to the other access", label: "side"),
    row([.character("h"), .left], .leftSide, [.pair, .fork], "go to the left column"),
    row([.character("l"), .right], .rightSide, [.pair, .fork], "go to the right column"),
    row([.character("h"), .left], .leftSide, [.raw], "scroll left"),
    row([.character("l"), .right], .rightSide, [.raw], "scroll right"),
    row(
      [.character("f")], .fork, reports.subtracting([.fork]),
      "where the two paths part, and what speaks for it",
      label: "fork"),
    row([.character("f")], .fork, [.fork], "back"),
    row([.enter], .fold, [.pair, .fork], "open or close the fold under the cursor"),
    row([.character("s")], .source, [.pair], "show or hide the code of both lines", label: "source"),
    row([.character("b")], .blame, [.pair], "who last changed both lines (git blame)", label: "blame"),
    row(
      [.character("D")], .demangle, [.races, .sites, .pair, .fork],
      "demangle names of C++, Rust and Swift, or as printed"),
    row([.character("z")], .fold, [.pair, .fork], "fold or unfold here", label: "fold"),
    row([.character("Z")], .foldAll, [.pair, .fork], "fold or unfold everything"),
    row([.character("J")], .nextRace, reports, "next race", label: "race"),
    row([.character("K")], .previousRace, reports, "previous race"),
    row([.character("]")], .nextReport, [.pair, .fork, .raw], "next report of this race", label: "report"),
    row([.character("[")], .previousReport, [.pair, .fork, .raw], "previous report of this race"),
    row(
      [.character("v")], .raw, reports.subtracting([.raw]), "the report as it stands in the log", label: "raw"
    ),
    row([.character("v")], .raw, [.raw], "back"),
    row(
      [.character("e"), .character("o")], .edit, reports, "open $RACETUI_EDITOR, $VISUAL or $EDITOR",
      label: "editor"
    ),
    row([.character("y")], .copyPlace, reports, "copy FILE:LINE to the clipboard", label: "copy"),
    row([.character("Y")], .copyReport, reports, "copy the text of the report"),
    row([.character("=")], .linkColumns, [.pair], "move both columns together, or each alone"),
    row([.character("O")], .maximize, [.pair], "one access on the whole screen, or both"),
    row([.character("/")], .search, everywhere, "search", label: "search"),
    row([.character("n")], .searchNext, everywhere, "next match"),
    row([.character("N")], .searchPrevious, everywhere, "previous match"),
    row(
      [.character("&")], .filter, [.races], "show only races that hold a text; !TEXT: that do not",
      label: "filter"),
    row([.character("s")], .sort, [.races], "sort by count, by first seen, by site", label: "sort"),
    row(
      [.character("S")], .split, [.races],
      "split races by verb and line, then by whole stacks, then not"),
    row([.character("F")], .family, [.races, .pair], "show the races that share a site with this one"),
    row([.character("H")], .sites, [.races], "the sites that take part in most reports", label: "sites"),
    row(
      [.character("i")], .about, [.races],
      "about the log: what was read, crashes and counts it tells of", label: "about"),
    row([.character("i")], .about, [.about], "back to the races"),
    row(
      [.character("T")], .follow, [.races, .about],
      "read on while the log grows; again to stop"),
    row([.character("m")], .mark, [.races, .pair, .fork], "mark the race as looked at", label: "mark"),
    row([.character("j"), .down, .control("n")], .down, everywhere, "down"),
    row([.character("k"), .up, .control("p")], .up, everywhere, "up"),
    row([.pageDown, .character(" "), .control("f")], .pageDown, everywhere, "a page down"),
    row([.pageUp, .control("b")], .pageUp, [.pair], "a page up"),
    row(
      [.pageUp, .character("b"), .control("b")], .pageUp, everywhere.subtracting([.pair]), "a page up"),
    row([.control("d")], .halfPageDown, everywhere, "half a page down"),
    row([.control("u")], .halfPageUp, everywhere, "half a page up"),
    row([.character("g"), .home, .character("<")], .top, everywhere, "to the top"),
    row([.character("G"), .end, .character(">")], .bottom, everywhere, "to the bottom"),
    row([.control("l")], .repaint, everywhere, "draw the screen anew"),
    row([.character("?"), .function(1)], .help, everywhere, "this help", label: "help"),
    row(
      [.character("q"), .escape, .backspace], .back, [.sites, .about, .pair, .fork, .raw, .help], "back",
      label: "back"),
    row([.character("q")], .quit, [.races], "quit", label: "quit"),
    row([.escape], .back, [.races], "show all races again, forget the search"),
    row([.character("Q"), .control("c")], .quit, everywhere, "quit from anywhere"),
  ]
}
