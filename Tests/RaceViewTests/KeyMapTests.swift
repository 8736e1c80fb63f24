import RaceView
import Testing

/// The one table of keys.
@Suite struct KeyMapTests {
  @Test func `every action has a key`() {
    let bound = Set(KeyMap.standard.bindings.map(\.action))
    #expect(bound == Set(Action.allCases))
  }

  @Test(arguments: ScreenKind.allCases) func `no key stands for two actions on one screen`(screen: ScreenKind)
  {
    var seen: [Key: Action] = [:]
    for binding in KeyMap.standard.bindings(on: screen) {
      for key in binding.keys {
        #expect(seen[key] == nil, "\(key) on \(screen)")
        seen[key] = binding.action
        #expect(KeyMap.standard.action(for: key, on: screen) == binding.action)
      }
    }
  }

  @Test(arguments: ScreenKind.allCases) func `help names every key of the screen under it`(screen: ScreenKind)
    throws
  {
    var session = try Session(sample: "shop-v.log", columns: 120, rows: 60)
    switch screen {
    case .races: session.press("?")
    case .pair: session.press("Enter", "?")
    case .sites: session.press("H", "?")
    case .about: session.press("i", "?")
    case .fork: session.press("f", "?")
    case .raw: session.press("v", "?")
    case .help: return
    }
    for binding in KeyMap.standard.bindings(on: screen) {
      let keys = binding.keys.map { KeyMap.name(of: $0, .unicode) }.joined(separator: " ")
      #expect(session.lines.contains { $0.contains(keys) && $0.contains(binding.words) })
    }
  }

  @Test(arguments: [20, 40, 80, 120]) func `the footer always says how to get help`(columns: Int) throws {
    var session = try Session(sample: "shop-v.log", columns: columns, rows: 24)
    // What is said of a small terminal goes with the next key.
    session.press("g")
    #expect(session.lines[23].contains("? help"))
    session.press("Enter")
    #expect(session.lines[23].contains("? help"))
  }
}
