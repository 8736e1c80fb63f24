package import RaceModel
package import RaceText
package import RaceWork

/// One screen: its commands, its rows, where things are on it, and how it is drawn. A value that changes only when it
/// performs a command, takes an answer or is arranged; drawing changes nothing.
package protocol Screen: Sendable {
  /// Its name.
  static var id: ScreenID { get }
  /// Its name in help.
  static var title: String { get }
  /// Its commands, in the order of help.
  static var commands: [Command<Self>] { get }
  /// The part of help below the keys: marks and words of the screen.
  static func legend(_ glyphs: Glyphs) -> [HelpLine]

  /// The screen as it is first opened.
  init()

  /// Recomputes rows and places, and requests what is missing: once after each change, before drawing.
  mutating func arrange(_ context: inout Context)
  /// Draws the screen, without the footer.
  func draw(_ context: Context, on grid: inout Grid)
  /// Moves through the rows.
  mutating func move(_ motion: Motion, _ context: inout Context)
  /// Where the user is, for the footer: `1 of 5`.
  func position(_ context: Context) -> String

  /// Takes the result of a job.
  mutating func take(_ answer: Answer, _ context: inout Context)
  /// Finds its contents again after a log has grown, and requests the rest.
  ///
  /// - Returns: false if they are gone, and the screen should close.
  mutating func follow(_ context: inout Context) -> Bool

  /// Takes a key as typed text, before it is looked up among the keys of commands.
  ///
  /// - Returns: false when the screen does not take it.
  mutating func type(_ key: Key, _ context: inout Context) -> Bool

  /// A press of the main mouse button.
  mutating func press(column: Int, row: Int, _ context: inout Context)
  /// The mouse moved with the main button down, or the button came up.
  mutating func drag(column: Int, row: Int, _ context: inout Context)
  /// The wheel turned by a number of lines.
  mutating func wheel(column: Int, row: Int, lines: Int, _ context: inout Context)

  /// Prepares the text to search if that takes long, before a search is typed.
  mutating func prepareSearch(_ context: Context)
  /// The texts of all rows, for a search, and the row of the cursor. Folds that hide a match are opened.
  mutating func searched(for pattern: SearchPattern, _ context: Context) -> (texts: [[String]], cursor: Int)
  /// Puts the cursor on one of the searched rows.
  mutating func select(match row: Int, _ context: inout Context)
  /// A remark if the search did not cover everything that is or will be there: ` so far`.
  func searchedPart(_ context: Context) -> String

  /// The place to open in an editor and to copy.
  func place(_ context: Context) -> PrintedPlace?
  /// The report that commands are about.
  func report(_ context: Context) -> ReportRequest?
  /// The race that commands are about.
  func race(_ context: Context) -> RaceKey?
  /// The races to mark: that race, or all of a group.
  func races(_ context: Context) -> [RaceKey]
}

// MARK: What most screens do

extension Screen {
  package static func legend(_ glyphs: Glyphs) -> [HelpLine] { [] }
  package mutating func take(_ answer: Answer, _ context: inout Context) {}
  package mutating func follow(_ context: inout Context) -> Bool { true }
  package mutating func type(_ key: Key, _ context: inout Context) -> Bool { false }
  package mutating func press(column: Int, row: Int, _ context: inout Context) {}
  package mutating func drag(column: Int, row: Int, _ context: inout Context) {}
  package mutating func wheel(column: Int, row: Int, lines: Int, _ context: inout Context) {
    move(.by(lines), &context)
  }
  package mutating func prepareSearch(_ context: Context) {}
  package func searchedPart(_ context: Context) -> String { "" }
  package func place(_ context: Context) -> PrintedPlace? { nil }
  package func report(_ context: Context) -> ReportRequest? { nil }
  package func race(_ context: Context) -> RaceKey? { context.report?.row.race ?? context.selectedRace?.key }
  package func races(_ context: Context) -> [RaceKey] { race(context).map { [$0] } ?? [] }
}

// MARK: Commands, whatever the screen

extension Screen {
  /// The facts about its commands, in the order of help.
  package static var commandFacts: [CommandFacts] { commands.map(\.facts) }

  /// Whether a command is available now.
  package func availability(of name: CommandName, _ context: Context) -> Availability {
    Self.commands.first { $0.facts.name == name }?.availability(self, context) ?? .yes
  }

  /// Performs a command, or says why it is unavailable.
  package mutating func perform(_ name: CommandName, times: Int?, _ context: inout Context) {
    guard let command = Self.commands.first(where: { $0.facts.name == name }) else { return }
    if case .no(let reason) = command.availability(self, context) {
      context.message = Message(reason)
    } else {
      command.perform(&self, &context, times)
    }
  }
}
