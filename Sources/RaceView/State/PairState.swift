public import RaceModel

/// The open pair: one report of a race, its two sides and where the user is in them.
public struct PairState: Sendable {
  /// A column.
  public struct Side: Sendable {
    /// The focused row.
    public var cursor = 0
    /// The first row on the screen.
    public var top = 0
    /// Folds that the user opened.
    public var opened: Set<PairFold> = []

    /// A column at its top with everything folded.
    public init() {}
  }

  /// The row of the list: a race, or a group of its reports.
  public var row: RaceRow
  /// The race, a position in the index.
  public var race: Int { row.race }
  /// Which report of the row, 0-based.
  public var place: Int
  /// The report; nil while it is not read, or when it cannot be.
  public var detail: DetailedReport?
  /// What is worked out of the report.
  public private(set) var analysis: ReportAnalysis?
  /// How the reports of the row differ; nil of one report.
  private(set) var variation: RaceVariation?
  /// What the list still knows of both sides of a report that cannot be read again; nil for any other.
  public private(set) var remains: [Site?]?
  /// The rows of both columns, with the folds that are open.
  public private(set) var rows: [[PairRow]] = [[], []]
  /// The two columns.
  public var sides = [Side(), Side()]
  /// Which column has the focus.
  public var focus = 0
  /// Whether both columns move together.
  public var isLinked = false
  /// Whether the focused column has the whole screen.
  public var isMaximized = false
  /// The share of the left column in percent.
  public var split = 50
  /// Where the user is in the fork's tree.
  public var fork = ForkState()

  /// Whether more of the report is in the log than was read when it was shown.
  var hasGrown = false

  /// A pair whose report is still to be read.
  public init(race: Int, place: Int) { self.init(RaceRow(race: race), place: place) }

  /// A pair of a row of the list.
  init(_ row: RaceRow, place: Int) {
    self.row = row
    self.place = place
  }

  /// Shows a report: the cursors stand on the accesses' sites. Where more was read of the report that is shown
  /// already, they stay.
  public mutating func show(_ detail: DetailedReport) {
    let isAnother = self.detail == nil || !hasGrown
    self.detail = detail
    analysis = detail.analyzed()
    remains = nil
    hasGrown = false
    if isAnother { settle() } else { arrange() }
  }

  /// Takes what source files say of the report; each cursor stays on its row.
  public mutating func weigh(_ testimony: SourceTestimony) {
    guard let detail, let analysis else { return }
    let weighed = analysis.weighed(by: testimony, detail)
    self.analysis = weighed
    guard weighed.stale != analysis.stale || weighed.callRemarks != analysis.callRemarks else { return }
    let kept = (0...1).map { side in rows[side].indices.contains(sides[side].cursor) ? sides[side].cursor : 0
    }
    let before = rows
    arrange()
    for side in 0...1 where !before[side].isEmpty {
      let row = before[side][kept[side]]
      if let found = rows[side].firstIndex(where: { $0.isSameThing(as: row) }) { sides[side].cursor = found }
    }
  }

  /// Works out how the reports of the row differ.
  mutating func compare(_ index: LogIndex) {
    variation = RaceVariation(index, row)
  }

  /// Says that the report is not in its log any more, and shows the sites that the list has of it.
  public mutating func showLost(_ sites: [Site?]) {
    detail = nil
    analysis = nil
    remains = sites
    settle()
  }

  private mutating func settle() {
    fork = ForkState()
    sides = [Side(), Side()]
    arrange()
    for side in 0...1 { sides[side].cursor = rows[side].firstIndex { $0.isSite } ?? 0 }
    if rows[focus].isEmpty || rows[focus].first?.isNote == true, rows[1 - focus].first?.isNote == false {
      focus = 1 - focus
    }
  }

  /// Works out the rows anew after a fold was opened or closed.
  public mutating func arrange() {
    if let detail, let analysis {
      rows = (0...1).map { PairRows.rows(detail, analysis, side: $0, opened: sides[$0].opened) }
    } else {
      rows = remains.map { $0.map { PairRows.rows(lost: $0) } } ?? [[], []]
    }
    for side in 0...1 { sides[side].cursor = max(0, min(sides[side].cursor, rows[side].count - 1)) }
  }

  /// Whether the report has one part alone, so that the other column would stay empty.
  public var isLone: Bool { detail.map { !$0.report.kind.hasTwoSides } == true && rows[1].isEmpty }

  /// The focused row.
  public var focusedRow: PairRow? {
    let cursor = sides[focus].cursor
    return rows[focus].indices.contains(cursor) ? rows[focus][cursor] : nil
  }
}

/// Which frames a fold hides.
public struct PairFold: Hashable, Sendable {
  /// What the frames have in common.
  public enum Kind: Hashable, Sendable {
    /// Runtime, test runner and the like.
    case plumbing
    /// Both sides came through them.
    case shared
    /// Calls that had already returned.
    case stale
  }

  /// What the frames have in common.
  public var kind: Kind
  /// Which stack of the column, 0 for the access's own.
  public var section: Int
  /// The first frame it hides.
  public var start: Int
}

/// A row of a column.
public struct PairRow: Sendable {
  /// What a row shows.
  public enum Content: Sendable {
    /// A frame.
    case frame(Frame)
    /// A fold that is closed; the number of frames it hides.
    case fold(Int)
    /// What the stack below is: where a thread was created, a lock, a location.
    case heading(String)
    /// A sentence about what is missing.
    case note(String)
  }

  /// What the row shows.
  public var content: Content
  /// The fold it belongs to or stands for.
  public var fold: PairFold?
  /// Whether both sides came through the frame.
  public var isShared = false
  /// Whether the two paths part here.
  public var isFork = false
  /// Whether the frame stands for the access.
  public var isSite = false
  /// Whether the row is the heading of a thread's creation.
  public var isCreation = false
  /// How many of its frames are stale: calls that had already returned.
  public var staleCount = 0
  /// More on the row, for whoever looks at it: why something is inferred, why frames are stale.
  public var remark: String?

  /// The frame of the row.
  public var frame: Frame? { if case .frame(let frame) = content { frame } else { nil } }
  /// Whether two rows show the same frame or stand for the same fold.
  func isSameThing(as other: PairRow) -> Bool {
    fold != nil && fold == other.fold || frame != nil && frame == other.frame && isSite == other.isSite
  }
  /// Whether the row says what is missing.
  public var isNote: Bool { if case .note = content { true } else { false } }
}
