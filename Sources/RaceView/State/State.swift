public import RaceModel

/// Everything a frame is drawn from. `update` changes it, `render` draws it; neither does anything else.
public struct State: Sendable {
  /// The terminal's width in columns.
  public var columns: Int
  /// The terminal's height in rows.
  public var rows: Int
  /// The characters to draw with.
  public var glyphs: Glyphs
  /// What the title calls the input.
  public var title: String
  /// What has been read so far.
  public var index = LogIndex()
  /// How many inputs there are in all.
  public var sourceCount: Int
  /// What is to be said of files of a folder that are no logs.
  public var leftOut: String?
  /// What is worked out of races, as far as it is.
  public var explanations: [RaceKey: RaceExplanation] = [:]
  /// The code around places of the log, as far as it was looked for.
  public var sources: [SourcePlace: SourceLookup] = [:]
  /// What tells the stacks of reports apart, in the order of the index, as far as they were read.
  public var stackHashes: [UInt64] = []
  /// Whether the stacks of all reports are being read, or were.
  var asksStacks = false
  /// How often that was asked: what an earlier time finds is of an index that has changed.
  var stackRequests = 0
  /// Places that are being looked for, or were.
  var asked: Set<SourcePlace> = []
  /// Whether the file that an editor should open is being looked for.
  var isLocating = false
  /// Who last changed lines, in words.
  public var blames: [SourcePlace: String] = [:]
  /// How functions and variables are called.
  public var names = ShownNames()
  /// Whether the code under the cursors is shown.
  public var showsSource = true
  /// Whether all inputs have been read.
  public var isLoaded = false
  /// Whether what is added to the inputs is read.
  public var isFollowing = false
  /// Whether anything can be added to the inputs: streams and unpacked files come to an end.
  public var canGrow = true
  /// What has become of inputs since they were read, by their positions in the index.
  public var changes: [Int: LogChange] = [:]
  /// The screens, the one that is shown last.
  public var screens: [ScreenKind] = [.races]
  /// The list of races.
  public var list = RaceList()
  /// The list of sites.
  public var sites = SitesState()
  /// Where the user is on the screen about the log.
  public var about = AboutState()
  /// The pair that is open.
  public var pair: PairState?
  /// The raw text that is open.
  public var raw: RawState?
  /// The first row that help shows.
  public var helpTop = 0
  /// What is being typed in the footer.
  public var prompt: Prompt?
  /// What `n` and `N` look for.
  public var search: SearchPattern?
  /// What the footer says until the next key.
  public var message: Message?
  /// Races the user has marked.
  public var marks: Set<RaceKey> = []
  /// A number typed before a motion.
  public var count: Int?

  /// The state before anything is read.
  public init(columns: Int, rows: Int, glyphs: Glyphs = .unicode, title: String, sourceCount: Int = 1) {
    self.columns = columns
    self.rows = rows
    self.glyphs = glyphs
    self.title = title
    self.sourceCount = sourceCount
    tellIfTooSmall()
  }

  /// Whether the stacks of all reports are known.
  var hasAllStacks: Bool { isLoaded && stackHashes.count == index.reports.count }

  /// The screen that is shown.
  public var screen: ScreenKind { screens.last ?? .races }

  /// The screen under help.
  public var screenUnderHelp: ScreenKind { screens.last { $0 != .help } ?? .races }
}

/// A line in the footer about what just happened.
public struct Message: Hashable, Sendable {
  /// What it says.
  public var text: String
  /// Whether something went wrong.
  public var isWarning: Bool

  /// A message.
  public init(_ text: String, isWarning: Bool = false) {
    self.text = text
    self.isWarning = isWarning
  }
}

/// A line being typed in the footer.
public struct Prompt: Hashable, Sendable {
  /// What the line is for.
  public enum Purpose: Hashable, Sendable {
    /// `/`
    case search
    /// `&`
    case filter
  }

  /// What the line is for.
  public var purpose: Purpose
  /// What has been typed.
  public var text: String
  /// What was in force before, to go back to.
  public var previous: String
}

/// Something only the program around the state can do.
public enum Effect: Hashable, Sendable {
  /// End the program.
  case quit
  /// Read a report whole and send it back as `Event.report`.
  case readReport(Int)
  /// Explain races, by their positions in the index, and send what is found back as `Event.explained`.
  case explain([Int])
  /// Read what is added to the inputs, or do not.
  case follow(Bool)
  /// Read the stacks of all reports, and send what tells them apart back as `Event.stacks` with this number.
  case readStacks(Int)
  /// Read a report's text with its surroundings and send it back as `Event.raw`.
  case readRaw(Int)
  /// Read the log around a line and send it back as `Event.lines`.
  case readLines(LogPlace)
  /// Find the code around places and send it back as `Event.source`.
  case readSource([SourcePlace])
  /// Ask source files of the calls in the open report, and send what they say back as `Event.testimony`.
  case askSources(Int)
  /// Ask who last changed lines, and send it back as `Event.blame`.
  case blame([SourcePlace])
  /// Ask what mangled names stand for, and send it back as `Event.demangled`.
  case demangle([String])
  /// Find the file that a path in the log means and send it back as `Event.located`.
  case locate(PrintedPlace)
  /// Open an editor and send what came of it back as `Event.edited`.
  case edit(path: String, line: Int?)
  /// Put text on the clipboard.
  case copy(String, what: String)
  /// Put a report's text on the clipboard.
  case copyReport(Int)
  /// Draw every cell anew.
  case repaint
}

/// Something that happened.
public enum Event: Sendable {
  /// The user or the terminal.
  case input(InputEvent)
  /// A reader found something.
  case batch(IndexBatch)
  /// All inputs have been read.
  case loaded
  /// An input has changed since it was read.
  case changed(Int, LogChange)
  /// Inputs have appeared in folders; there are so many now.
  case opened(Int)
  /// An input that has grown, or has appeared, was read on; what was found belongs together.
  case grown([IndexBatch])
  /// Races were explained.
  case explained([(RaceKey, RaceExplanation)])
  /// What tells the stacks of the next reports apart, in the order of the index; the number of the effect.
  case stacks([UInt64], Int)
  /// A report was read whole; nil when its log has changed.
  case report(Int, DetailedReport?)
  /// The code around a place was looked for.
  case source(SourcePlace, SourceLookup)
  /// Source files were asked of the calls in a report.
  case testimony(Int, SourceTestimony)
  /// Who last changed a line, in words.
  case blame(SourcePlace, String)
  /// The file that an editor should open was looked for.
  case located(PrintedPlace, SourceFinding)
  /// An editor has ended: what is to be said of that.
  case edited(Message)
  /// Installed programs were asked what mangled names stand for.
  case demangled(Demangling)
  /// A report's text was read.
  case raw(Int, RawText)
  /// The log around a line was read.
  case lines(LogPlace, RawText)
  /// Something was done that the footer should tell.
  case message(Message)
}
