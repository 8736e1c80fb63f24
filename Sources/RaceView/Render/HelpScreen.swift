internal import RaceModel

/// Every key of the screen under it, from the same table that dispatches them.
enum HelpScreen {
  static func draw(_ state: State, on grid: inout Grid) {
    grid.bar(0, left: "Help: \(HelpText.title(state.screenUnderHelp))", right: "", state.glyphs)
    let lines = HelpText.lines(state)
    let keyWidth = HelpText.keyWidth(state)
    for y in 1..<max(1, state.rows - 1) {
      let position = state.helpTop + y - 1
      guard lines.indices.contains(position) else { break }
      let line = lines[position]
      grid.put(Fitting.end(line.keys, keyWidth, state.glyphs.ellipsis), x: 2, y: y, Style(.key))
      let room = state.columns - keyWidth - 5
      grid.put(Fitting.end(line.words, room, state.glyphs.ellipsis), x: keyWidth + 4, y: y)
      grid.mark(state.search, in: line.words, x: keyWidth + 4, y: y, limit: state.columns)
    }
  }
}

/// The lines of help.
enum HelpText {
  struct Line: Hashable {
    var keys: String
    var words: String
  }

  static func title(_ screen: ScreenKind) -> String {
    switch screen {
    case .races: "the list of races"
    case .sites: "the sites that take part in most reports"
    case .pair: "a race, its two accesses side by side"
    case .fork: "where the two paths part"
    case .raw: "a report as it stands in the log"
    case .about: "about the log"
    case .help: "help"
    }
  }

  /// Columns for the keys.
  static func keyWidth(_ state: State) -> Int {
    let widest = all(state).map { Fitting.columns($0.keys) }.max() ?? 0
    return min(widest, max(6, state.columns / 3))
  }

  /// The lines as they fit the screen: words that are too long go on in the next line.
  static func lines(_ state: State) -> [Line] {
    let room = max(8, state.columns - keyWidth(state) - 5)
    return all(state).flatMap { line in
      Fitting.wrap(line.words, room).enumerated().map {
        Line(keys: $0.offset == 0 ? line.keys : "", words: $0.element)
      }
    }
  }

  private static func all(_ state: State) -> [Line] {
    let screen = state.screenUnderHelp
    let keys = KeyMap.standard.bindings(on: screen).map { binding in
      Line(
        keys: binding.keys.map { KeyMap.name(of: $0, state.glyphs) }.joined(separator: " "),
        words: binding.words)
    }
    return keys + legend(screen, state.glyphs).map { Line(keys: $0.0, words: $0.1) }
  }

  private static func legend(_ screen: ScreenKind, _ glyphs: Glyphs) -> [(String, String)] {
    let counts = ("5 j", "a number before a motion repeats it")
    switch screen {
    case .races:
      return [
        counts, ("", ""),
        (
          "W R",
          "write, read (RW: both occurred): A above, the access that was caught; B below, the previous one"
        ),
        ("?", "a side that is not in the log, or that the detector does not name"),
        (String(glyphs.times), "how many reports the race has"),
        ("in", "in how many runs it occurs: logs, and the processes told apart in them"),
      ]
    case .sites:
      return [
        counts, ("", ""), ("reports", "how many reports the site takes part in"),
        ("together", "how much of all reports this site and those above it cover"),
      ]
    case .pair:
      return [
        counts, ("", ""), ("A", "the access that was caught"),
        ("B", "the previous access, remembered by the detector"),
        ("?", "what is not in the log, or what the detector does not tell"),
        ("=", "a frame that both sides came through"), (String(glyphs.fork), "where the two paths part"),
        ("~", "a stale frame: its call had returned, the detector still had it"),
        (".", "plumbing: the runtime, the test runner"), (String(glyphs.up), "where the thread was created"),
      ]
    case .fork:
      return [
        counts, ("", ""), ("~", "a stale frame: its call had returned, the detector still had it"),
        (String(glyphs.down), "a thread begins"), ("inferred", "worked out, not said by the report"),
      ]
    case .raw: return [counts]
    case .about:
      return [
        counts, ("", ""),
        ("812", "the line of something that a detector's runtime said beside its reports: a crash, a count"),
      ]
    case .help: return []
    }
  }
}
