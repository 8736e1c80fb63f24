internal import RaceModel
internal import RaceText

/// The first row of the list: the counts, the filters, and the progress of reading.
struct RacesTitle {
  let context: Context

  private var logs: Logs { context.model.logs }
  private var glyphs: Glyphs { context.glyphs }

  func draw(on grid: inout Grid) {
    let index = context.index
    var text =
      "   "
      + Counting.races(
        logs.counts, reports: index.reports.count, files: logs.count, runs: index.runCount)
    // A narrow row cuts off the end.
    if context.list.query.isOn { text += "   \(context.list.listed.raceCount) shown" }
    if let scope = context.list.scope { text += "   only \(scope.words)" }
    if !context.list.listed.marked.isEmpty { text += "   \(context.list.listed.marked)" }
    var right = logs.isLoaded ? changes : progress
    if right.isEmpty, !index.races.isEmpty, Fitting.columns(text) + 45 < context.size.columns {
      right = fatal
    }
    // The counts take precedence over the middle of a long path.
    let room = context.size.columns - Fitting.columns("racetui  " + text + right) - (right.isEmpty ? 2 : 4)
    let title = room < 12 ? logs.title : fitted(room)
    grid.bar(0, left: "racetui  " + title + text, right: right, glyphs)
  }

  /// The name of the logs; of a long path the outer folders go first.
  private func fitted(_ width: Int) -> String {
    guard Fitting.columns(logs.title) > width else { return logs.title }
    var fitting: String?
    var inner = ""
    for part in logs.title.split(separator: "/").reversed() {
      inner = inner.isEmpty ? String(part) : "\(part)/\(inner)"
      let short = "\(glyphs.ellipsis)/\(inner)"
      if Fitting.columns(short) > width { break }
      fitting = short
    }
    return fitting ?? Fitting.middle(String(lastComponent(logs.title)), width, glyphs.ellipsis)
  }

  /// Changes to the logs since they were read.
  private var changes: String {
    let lasting = logs.changes.compactMap { log, change -> String? in
      if case .grown = change { return nil }
      return logs.restarted.contains(log) ? nil : change.words
    }
    if let words = lasting.min() {
      let key = logs.canReload ? "; \(context.key(Common.reload, on: .races)) reloads" : ""
      return (logs.count > 1 ? "a file " : "the file ") + words + key
    }
    if logs.isFollowing { return "following" }
    let added = logs.changes.values.reduce(0) { sum, change in
      if case .grown(let bytes) = change { sum + bytes } else { sum }
    }
    return added > 0
      ? "+\(Counting.bytes(added)); \(context.key(Common.follow, on: .races)) follows" : ""
  }

  /// What a list of races does not show: something else ended the detector or the program.
  private var fatal: String {
    let key = context.key(Common.about, on: .races)
    return context.index.logs.contains { $0.notes.hasFatal } ? "a fatal message, \(key) shows it" : ""
  }

  /// The progress of reading: `reading 62 % of 250 MB` and a bar, or the bytes of a stream.
  private var progress: String {
    let loaded = context.index.logs
    let done = loaded.reduce(0) { $0 + $1.bytes }
    let sizes = loaded.compactMap(\.size)
    guard sizes.count == loaded.count, loaded.count == logs.count, case let total = sizes.reduce(0, +),
      total > 0
    else { return "reading \(Counting.bytes(done))" }
    let share = min(100, done * 100 / total)
    let full = share / 10
    let bar =
      String(repeating: String(glyphs.full), count: full)
      + String(repeating: String(glyphs.empty), count: 10 - full)
    return "reading \(share) % of \(Counting.bytes(total)) \(bar)"
  }
}
