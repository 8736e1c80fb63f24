internal import RaceWork

/// The names of commands that several screens share, and the commands that mean the same on each.
package enum Common {
  package static let open: CommandName = "open"
  package static let back: CommandName = "back"
  package static let quit: CommandName = "quit"
  package static let help: CommandName = "help"
  package static let search: CommandName = "search"
  package static let query: CommandName = "query"
  package static let dropTerm: CommandName = "query.drop"
  package static let toggleQuery: CommandName = "query.toggle"
  package static let fold: CommandName = "fold"
  package static let foldAll: CommandName = "fold.all"
  package static let fork: CommandName = "fork"
  package static let raw: CommandName = "raw"
  package static let about: CommandName = "about"
  package static let source: CommandName = "source"
  package static let follow: CommandName = "follow"
  package static let reload: CommandName = "reload"
  package static let demangle: CommandName = "demangle"
  package static let nextRace: CommandName = "race.next"
  package static let previousRace: CommandName = "race.previous"
  package static let nextReport: CommandName = "report.next"
  package static let previousReport: CommandName = "report.previous"
}

// MARK: Going through rows, and out

extension Screen {
  /// Motions, redrawing, help and the ways out, common to all screens.
  ///
  /// - Parameters:
  ///   - pageUp: the keys for a page up.
  ///   - help: opens help; on help itself it closes it.
  ///   - back: the way back.
  static func general(
    pageUp: [KeySequence] = [.pageUp, "b", .control("b")], help: Command<Self> = Self.help(),
    back: [Command<Self>] = [Self.back()]
  ) -> [Command<Self>] {
    motions(pageUp: pageUp)
      + [
        Command("repaint", "redraw the screen", keys: [.control("l")]) { _, context, _ in
          context.ask(.repaint)
        },
        help, typeCommand(),
      ] + back
      + [
        Command("quit.anywhere", "quit from anywhere", keys: ["Q", .control("c")]) { _, context, _ in
          context.ask(.quit)
        }
      ]
  }

  private static func motions(pageUp: [KeySequence]) -> [Command<Self>] {
    [
      motion("down", "down", ["j", .down, .control("n")]) { .by($0 ?? 1) },
      motion("up", "up", ["k", .up, .control("p")]) { .by(-($0 ?? 1)) },
      motion("page.down", "a page down", [.pageDown, " ", .control("f")]) { .pages($0 ?? 1) },
      motion("page.up", "a page up", pageUp) { .pages(-($0 ?? 1)) },
      motion("half.down", "half a page down", [.control("d")]) { .halfPages($0 ?? 1) },
      motion("half.up", "half a page up", [.control("u")]) { .halfPages(-($0 ?? 1)) },
      motion("scroll.down", "scroll down a line", [.control("e")]) { .scroll($0 ?? 1) },
      motion("scroll.up", "scroll up a line", [.control("y")]) { .scroll(-($0 ?? 1)) },
      motion("top", "to the top; with a number, to that row", ["gg", .home, "<"], short: "top") {
        $0.map { .row($0) } ?? .top
      },
      motion("bottom", "to the bottom; with a number, to that row", ["G", .end, ">"]) {
        $0.map { .row($0) } ?? .bottom
      },
      motion("jump.back", "back to where the last jump began", ["''"], short: "back") { _ in .back },
      motion("place.top", "move the row to the top of the screen", ["zt"], short: "top") { _ in .place(.first)
      },
      motion("place.middle", "move the row to the middle", ["zz"], short: "middle") { _ in .place(.middle) },
      motion("place.bottom", "move the row to the bottom", ["zb"], short: "bottom") { _ in .place(.last) },
      motion("middle", "to the middle of the screen", ["M"]) { _ in .shown(.middle) },
      motion("last", "to the last row on the screen", ["L"]) { _ in .shown(.last) },
    ]
  }

  private static func motion(
    _ name: CommandName, _ title: String, _ keys: [KeySequence], short: String? = nil,
    _ motion: @escaping @Sendable (Int?) -> Motion
  ) -> Command<Self> {
    Command(name, title, short: short, keys: keys) { screen, context, times in
      screen.move(motion(times), &context)
    }
  }

  /// Opens help.
  static func help() -> Command<Self> {
    Command(
      Common.help, "list the commands of this screen: type to narrow, Enter performs", label: "help",
      keys: ["?", .function(1)], isEssential: true
    ) { _, context, _ in context.go(.help(isTyped: false)) }
  }

  /// Opens the list of commands to type one.
  static func typeCommand() -> Command<Self> {
    Command("command", "type a command's name or key, or a race's number", keys: [":"]) { _, context, _ in
      context.go(.help(isTyped: true))
    }
  }

  /// Goes back to the screen under this one.
  static func back(_ keys: [KeySequence] = ["q", .escape, .backspace, .control("o")]) -> Command<Self> {
    Command(Common.back, "back", label: "back", keys: keys, isEssential: true) { _, context, _ in
      context.go(.close)
    }
  }

  /// The same key that opened the screen closes it.
  static func toggle(_ name: CommandName, _ title: String = "back", keys: [KeySequence]) -> Command<Self> {
    Command(name, title, keys: keys) { _, context, _ in context.go(.close) }
  }

  /// Searching.
  static func searching(when condition: @escaping Command<Self>.Condition = { _, _ in .yes }) -> [Command<
    Self
  >] {
    [
      Command(Common.search, "search", label: "search", keys: ["/"], when: condition) { _, context, _ in
        context.requests.prompt = .search
      },
      Command("search.next", "next match", keys: ["n"]) { screen, context, _ in
        screen.find(forward: true, includingCurrent: false, &context)
      },
      Command("search.previous", "previous match", keys: ["N"]) { screen, context, _ in
        screen.find(forward: false, includingCurrent: false, &context)
      },
    ]
  }
}

// MARK: Reports

extension Screen {
  /// Names as printed, or demangled.
  static func demangle() -> Command<Self> {
    Command(Common.demangle, "demangle C++, Rust and Swift names, or undo that", keys: ["D"]) {
      _, context, _ in
      context.toggleNames()
    }
  }

  /// The races that share a site.
  static func family(when condition: @escaping Command<Self>.Condition = { _, _ in .yes }) -> Command<Self> {
    Command("family", "show the races that share a site with this one", keys: ["F"], when: condition) {
      screen, context, _ in context.openFamily(screen.race(context))
    }
  }

  /// Where the two paths part.
  ///
  /// - Parameter before: opens the race, if it is not open yet.
  static func fork(
    when condition: @escaping Command<Self>.Condition = { _, _ in .yes },
    before: @escaping @Sendable (inout Context) -> Void = { _ in }
  ) -> Command<Self> {
    Command(
      Common.fork, "where the two paths fork, and the evidence", label: "fork", keys: ["f"],
      when: { screen, context in condition(screen, context).and(context.canFork(screen.report(context))) }
    ) { _, context, _ in
      before(&context)
      context.openFork()
    }
  }

  /// Other races.
  ///
  /// - Parameter after: completes the step once another race is chosen.
  static func otherRaces(
    when condition: @escaping Command<Self>.Condition = { _, _ in .yes }, opens: Bool = true,
    after: @escaping @Sendable (inout Self, inout Context) -> Void = { _, _ in }
  ) -> [Command<Self>] {
    func step(_ direction: Int) -> Command<Self>.Action {
      { screen, context, times in
        context.stepRace(direction * (times ?? 1), opens: opens)
        after(&screen, &context)
      }
    }
    func canStep(_ direction: Int) -> Command<Self>.Condition {
      { screen, context in condition(screen, context).and(context.canStepRace(direction)) }
    }
    return [
      Command(
        Common.nextRace, "next race", label: "race", partner: Common.previousRace, keys: ["J"],
        when: canStep(1),
        perform: step(1)),
      Command(Common.previousRace, "previous race", keys: ["K"], when: canStep(-1), perform: step(-1)),
    ]
  }

  /// Other reports of the race.
  static func otherReports(
    when condition: @escaping Command<Self>.Condition = { _, _ in .yes },
    after: @escaping @Sendable (inout Self, inout Context) -> Void = { _, _ in }
  ) -> [Command<Self>] {
    func step(_ direction: Int) -> Command<Self>.Action {
      { screen, context, times in
        context.stepReport(direction * (times ?? 1))
        after(&screen, &context)
      }
    }
    func canStep(_ direction: Int) -> Command<Self>.Condition {
      { screen, context in condition(screen, context).and(context.canStepReport(direction)) }
    }
    return [
      Command(
        Common.nextReport, "next report of this race", label: "report", partner: Common.previousReport,
        keys: ["]"],
        when: canStep(1), perform: step(1)),
      Command(
        Common.previousReport, "previous report of this race", keys: ["["], when: canStep(-1),
        perform: step(-1)),
    ]
  }

  /// Follows growing logs.
  static func follow() -> Command<Self> {
    Command(
      Common.follow, "follow the log as it grows, or stop", keys: ["T"],
      when: { _, context in
        context.model.logs.canGrow ? .yes : .no("a stream or a compressed file cannot grow")
      }
    ) { _, context, _ in
      context.model.logs.isFollowing.toggle()
      context.arrangeList()
      let isOn = context.model.logs.isFollowing
      context.say(isOn ? "following" : "not following")
      context.ask(.follow(isOn))
    }
  }

  /// Reads the logs again, whatever has happened to them.
  static func reload() -> Command<Self> {
    Command(
      Common.reload, "reload all logs", keys: ["R"],
      when: { _, context in context.model.logs.canReload ? .yes : .no("a stream cannot be read again") }
    ) { _, context, _ in context.ask(.reload) }
  }
}
