internal import RaceModel
internal import RaceText
package import RaceWork

/// Opens reports and moves between them.
extension Context {
  /// Opens the selected race.
  mutating func openSelected() {
    guard let row = list.selected else { return }
    list.keepSelected(index)
    go(.resume(.pair))
    if report?.row == row.id(index), report?.detail != nil { return }
    open(row, position: 0)
  }

  /// Opens a report of a row and requests it.
  mutating func open(_ row: RaceRow, position: Int) {
    report = ShownReport(index, row, position: position)
    read()
  }

  /// Opens a report by its index entry, and shows its two accesses.
  mutating func open(_ entry: ReportEntry) {
    guard let position = index.position(of: entry.id) else { return }
    let race = Int(entry.race)
    // In a listed row, if there is one.
    let listed = list.rows.firstIndex {
      $0.race == race && $0.group?.contains(Int32(position)) != false
    }
    let row = listed.map { list.rows[$0] } ?? RaceRow(race: race)
    if let listed { list.select(listed, index) }
    open(row, position: row.position(of: Int32(position), index) ?? 0)
    go(.reveal(.pair))
  }

  /// Requests the open report in full.
  mutating func read() {
    if let request { ask(.report(request)) }
  }

  /// The request to read the open report.
  package var request: ReportRequest? { report.map { ReportRequest($0.entry, during: $0.during) } }

  /// The row of the open report in the present index.
  private var openRow: RaceRow? {
    guard let report, let race = index.position(of: report.row.race) else { return nil }
    guard report.row.group != nil else { return RaceRow(race: race) }
    return list.position(of: report.row, index).map { list.rows[$0] } ?? RaceRow(race: race)
  }

  /// Requests the first report of a row, to show its stacks beside the list.
  mutating func wantPreview(of row: RaceRow) {
    // How all reports of a row differ is worked out once for a row, not with each key.
    guard row.first(index)?.id != previewed?.id, let shown = ShownReport(index, row, position: 0) else {
      return
    }
    // The open report is available.
    previewed = report?.id == shown.id && report?.detail != nil ? report : shown
    if previewed?.detail == nil { ask(.report(ReportRequest(shown.entry, during: shown.during))) }
  }

  // MARK: Steps

  /// Whether there is another race, forward or back.
  func canStepRace(_ direction: Int) -> Availability {
    if list.rows.isEmpty { return .no("there is no race in the list") }
    if list.row(after: direction) != nil { return .yes }
    return .no(direction > 0 ? "this is the last race" : "this is the first race")
  }

  /// Goes to the next marked or unmarked race of the list; wraps at the end.
  mutating func goToNext(isMarked: Bool, opens: Bool) {
    let here = list.selectedRow ?? -1
    let order = Array(list.rows.indices.dropFirst(here + 1)) + Array(list.rows.indices.prefix(max(0, here)))
    let next = order.first { (model.triage.entries[index.races[list.rows[$0].race].key] != nil) == isMarked }
    guard let next else { return say(isMarked ? "no other race is marked" : "all other races are marked") }
    goToRow(next, opens: opens)
  }

  /// Goes to another race of the list, and opens it on the screens of a report.
  mutating func stepRace(_ steps: Int, opens: Bool) {
    if let row = list.row(after: steps) { goToRow(row, opens: opens) }
  }

  private mutating func goToRow(_ row: Int, opens: Bool) {
    list.select(row, index)
    if opens, let row = list.selected { open(row, position: 0) }
  }

  /// Goes to a race by its number in the list, from 1.
  mutating func goToRace(_ number: Int, opens: Bool) {
    guard number >= 1, number <= list.rows.count else {
      return say("the list has \(Counting.plural(list.rows.count, list.rowNoun))")
    }
    goToRow(number - 1, opens: opens)
  }

  /// Whether the row has another report, forward or back.
  func canStepReport(_ direction: Int) -> Availability {
    guard let report else { return .no("not part of a report") }
    if report.count == 1 { return .no("this \(report.row.group == nil ? "race" : "group") has one report") }
    let isAtEnd = direction > 0 ? report.position == report.count - 1 : report.position == 0
    return isAtEnd ? .no(direction > 0 ? "this is its last report" : "this is its first report") : .yes
  }

  /// Goes to another report of the same row.
  mutating func stepReport(_ steps: Int) {
    guard let report, let row = openRow else { return }
    open(row, position: max(0, min(report.position + steps, row.count(index) - 1)))
  }

  // MARK: Forks

  /// Whether a report has a fork or a lock order to show.
  func canFork(_ request: ReportRequest?) -> Availability {
    guard let request else { return .no("not part of a report") }
    let kind = request.entry.kind
    return kind.hasTwoSides || kind == .lockOrder ? .yes : .no("this report is not about two accesses")
  }

  /// Shows where the two paths of the open report part.
  mutating func openFork() {
    // Raw text can be opened before the full report is read.
    if report?.detail == nil { read() }
    go(.reveal(.fork))
  }

  // MARK: Races

  /// Shows the races that share a site with a race, directly or through others.
  mutating func openFamily(_ race: RaceKey?) {
    guard let race = race.flatMap({ index.position(of: $0) }) else { return }
    let families = model.families.families(of: index, model.generation)
    let members = families.indices.filter { families[$0] == families[race] }
    guard members.count > 1 else { return say("no other race shares a site with this one") }
    list.keepSelected(index)
    let scope = RaceList.Scope(
      words: "a family of \(members.count)", races: Set(members.map { index.races[$0].key }))
    show(scope, "that share sites; \(key(Common.back, on: .races)) shows all")
  }

  /// Lists a subset of the races.
  mutating func show(_ scope: RaceList.Scope, _ what: String) {
    list.scope = scope
    arrangeList()
    go(.home(nil))
    say("\(Counting.plural(list.listed.raceCount, "race")) \(what)")
  }

  // MARK: Places

  /// Requests the files to open in an editor.
  mutating func edit(_ places: [PrintedPlace]) {
    if places.isEmpty { return say("the log names no file here", isWarning: true) }
    say("looking for \(places.map { String(lastComponent($0.file)) }.joined(separator: " and "))")
    guard !model.code.isLocating else { return }
    model.code.isLocating = true
    ask(.locate(places))
  }

  /// Requests the files of both accesses, to open side by side in an editor.
  mutating func editBoth(_ request: ReportRequest) {
    var places: [PrintedPlace] = []
    for site in index.sites(of: request.entry).both {
      guard let site, let file = site.file else { continue }
      let place = PrintedPlace(file: file, line: site.line)
      if !places.contains(place) { places.append(place) }
    }
    edit(places)
  }

  /// Opens an editor on the files that were found, and names the missing one.
  mutating func edit(_ places: [PrintedPlace], _ findings: [SourceFinding]) {
    model.code.isLocating = false
    let absent = zip(places, findings).lazy.compactMap { $1.absence(of: $0.file) }.first
    message = absent.map { Message($0, isWarning: true) }
    let found = zip(places, findings).compactMap { place, finding in
      finding.path.map { FilePlace(path: $0, line: place.line) }
    }
    if !found.isEmpty { ask(.edit(found)) }
  }

  /// Copies a place.
  mutating func copy(_ place: PrintedPlace?) {
    guard let place else { return say("the log names no file here", isWarning: true) }
    let text = ClipboardText(line: place.file + (place.line.map { ":\($0)" } ?? ""))
    ask(.copy(text, what: text.text))
  }
}
