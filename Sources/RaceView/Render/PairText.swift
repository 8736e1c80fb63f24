internal import RaceModel

/// The words of the Pair screen.
enum PairText {
  /// Everything that is known of the focused row.
  static func detail(_ pair: PairState, _ names: ShownNames) -> String {
    guard let row = pair.focusedRow else { return "" }
    let isAccess = pair.detail?.report.kind.hasTwoSides ?? true
    switch row.content {
    case .frame(let frame):
      return names.whole(frame) + names.sentence(marks(row, frame, isAccess: isAccess))
    case .fold(let count):
      let remark = row.remark.map { " (\(names.sentence($0)))" } ?? ""
      return fold(row, count) + remark + "; Enter or z opens them"
    case .heading(let text), .note(let text):
      return names.sentence(text + (row.remark.map { "; \($0)" } ?? ""))
    }
  }

  private static func marks(_ row: PairRow, _ frame: Frame, isAccess: Bool) -> String {
    if row.isSite, isAccess { return "   the access" }
    if row.staleCount > 0 { return "   stale: \(row.remark ?? "the call had returned")" }
    if row.isFork { return "   here the two paths part" }
    if row.isShared { return "   both sides came through here" }
    return frame.isPlumbing ? "   plumbing" : ""
  }

  /// What a closed fold says.
  static func fold(_ row: PairRow, _ count: Int) -> String {
    switch row.fold?.kind {
    case .shared: "\(count) shared frames" + (row.staleCount > 0 ? ", \(row.staleCount) of them stale" : "")
    case .stale: "\(count) stale frames"
    case .plumbing, nil: "\(count) plumbing frames"
    }
  }

  /// The header of a column: `A  WRITE  goroutine 30954 running`.
  static func header(_ pair: PairState, side: Int) -> String {
    let letter = side == 0 ? "A" : "B"
    guard let report = pair.detail?.report else { return pair.remains == nil ? letter : "\(letter)  ?" }
    guard report.kind.hasTwoSides else {
      return PairBlocks.partTitle(report, side: side).map { "\(letter)  \($0)" } ?? ""
    }
    guard let access = PairBlocks.access(report, side: side) else {
      return "\(letter)  ?  \(MissingSide(report.detector, isComplete: report.isComplete).words)"
    }
    var text = "\(letter)  \(access.isPrevious ? "previous " : "")\(operation(access))"
    if let size = access.size { text += " \(size) B" }
    guard let thread = access.thread else {
      return text + "  ? which thread is not in the log" + locks(access)
    }
    text += "  \(PairBlocks.title(thread, report))"
    // Where there is no room for all, the locks tell more than whether the thread was still there.
    text += locks(access)
    if !access.locks.isEmpty { text += " " }
    if let state = report.thread(thread)?.state { text += " \(state.rawValue)" }
    if let tid = report.thread(thread)?.tid { text += ", tid \(tid)" }
    return text
  }

  /// `WRITE`, `atomic WRITE`, `marked READ`
  static func operation(_ access: Access) -> String {
    let verb = access.operation.rawValue.uppercased()
    // `assert no writes` says more than that it is some access.
    if access.operation == .access, let qualifier = access.qualifier { return qualifier }
    let isObject = access.qualifier?.hasPrefix("of ") == true
    let words = [
      access.isAtomic ? "atomic" : nil, isObject ? nil : access.qualifier, verb,
      isObject ? access.qualifier : nil,
    ]
    return words.compactMap(\.self).joined(separator: " ")
  }

  /// The locks that an access's thread held.
  private static func locks(_ access: Access) -> String {
    guard !access.locks.isEmpty else { return "" }
    let names = access.locks.map { lock in lock.mode.map { "\(lock.id) (\($0.rawValue))" } ?? lock.id }
    return "  holds " + names.joined(separator: ", ")
  }

  /// What the race is on, what it probably comes from, what the locks say.
  static func explanation(_ state: State, _ pair: PairState) -> String {
    guard let position = state.reportPosition(of: pair) else { return "" }
    let entry = state.index.reports[position]
    var parts: [String] = []
    if let report = pair.detail?.report { parts += PairBlocks.statements(report) }
    let place = addresses(entry)
    if let subject = pair.analysis?.subject {
      parts.append([state.names.sentence(subject.words), place].compactMap(\.self).joined(separator: " "))
    } else if let place {
      parts.append(place)
    }
    let causes = pair.analysis?.causes ?? []
    if !causes.isEmpty { parts.append("likely: " + causes.map(\.kind.words).joined(separator: ", ")) }
    // A cause that comes from the locks says it already.
    let saysLocks = causes.contains { [.missingLock, .differentLocks, .readLockOnWrite].contains($0.kind) }
    if let verdict = pair.analysis?.lockVerdict, !saysLocks { parts.append(verdict.words(entry.detector)) }
    if let name = state.sharedNames.first, (0...1).allSatisfy({ pair.isOnSite(side: $0) }) {
      parts.append("perhaps \(name)")
    }
    if let change = pair.detail?.report.valueChange {
      parts.append("value changed from \(change.from) to \(change.to)")
    }
    return parts.joined(separator: " \(state.glyphs.dot) ")
  }

  /// `at 0x00cfbfe4c`, both addresses where they differ.
  private static func addresses(_ entry: ReportEntry) -> String? {
    let addresses = [entry.first?.address, entry.second?.address].compactMap(\.self)
    guard let first = addresses.first else { return nil }
    let isSame = addresses.allSatisfy { $0.value == first.value }
    return "at " + (isSame ? "\(first)" : addresses.map { "\($0)" }.joined(separator: " and "))
  }

  /// Where the report comes from, and what is damaged.
  static func information(_ state: State, _ pair: PairState) -> (text: String, damage: String) {
    guard let position = state.reportPosition(of: pair) else { return ("", "") }
    let entry = state.index.reports[position]
    var parts = [pair.variation?.words(state.glyphs)].compactMap(\.self)
    if let during = state.index.printedDuring(entry) {
      parts.append(
        "printed during " + [during.test, during.package].compactMap(\.self).joined(separator: " in "))
    }
    let notes = pair.detail?.report.notes ?? []
    // ThreadSanitizer counts leaks that it does not print.
    parts += notes.filter(isCount)
    let foreign = notes.count { !isCount($0) && !$0.hasPrefix("Hint: use TSAN_OPTIONS=") }
    if foreign > 0 {
      parts.append(
        RacesScreen.plural(foreign, "foreign line") + " inside, v shows \(foreign == 1 ? "it" : "them")")
    }
    return (parts.joined(separator: " \(state.glyphs.dot) "), damage(pair.detail?.report.damage ?? []))
  }

  /// Whether a line is `And 3 more similar thread leaks.`
  private static func isCount(_ note: String) -> Bool {
    note.hasPrefix("And ") && note.contains(" more similar ")
  }

  /// What is damaged, each thing once; of very much the beginning, and how much more there is.
  private static func damage(_ damage: [Damage]) -> String {
    var known: Set<String> = []
    var words = damage.map(\.words).filter { known.insert($0).inserted }
    let rest = words.count - mostDamage
    if rest > 0 { words[mostDamage...] = ["and \(rest) more"] }
    return words.joined(separator: "; ")
  }

  /// How many kinds of damage are named.
  private static let mostDamage = 12

  /// `Race 1 of 5  x27  [3/27]`, and where the report stands.
  static func title(_ state: State, _ pair: PairState) -> (left: String, right: String) {
    guard state.index.races.indices.contains(pair.race) else { return ("racetui", "") }
    let race = state.index.races[pair.race]
    var left = pair.row.group == nil ? "Race" : "Group"
    if let row = state.list.rows.firstIndex(where: { $0.isSame(as: pair.row) }) {
      left += " \(row + 1) of \(state.list.rows.count)"
    }
    if state.marks.contains(race.key) { left += " \(state.glyphs.check)" }
    let count = pair.row.count(state.index)
    if count > 1 { left += "  \(state.glyphs.times)\(count)  [\(pair.place + 1)/\(count)]" }
    guard let position = state.reportPosition(of: pair) else { return (left, "") }
    let entry = state.index.reports[position]
    left += "  \(entry.kind.words)"
    return (
      left, "\(lastComponent(LogFile.title(state.index.sources[Int(entry.source)].name))):\(entry.line)"
    )
  }
}
