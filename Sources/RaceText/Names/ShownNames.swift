package import RaceModel

/// How functions and variables are called on the screens: as printed or, while the user wants it and where it
/// is known, demangled. Nothing but what is shown depends on it.
package struct ShownNames: Sendable {
  /// Whether names are shown demangled.
  package var isDemangled = false
  /// What mangled names stand for, as far as known.
  private var demangled: [String: String] = [:]
  /// The names that were asked about since demangled names were asked for.
  private var asked: Set<String> = []
  /// Whether an answer is still to come.
  package private(set) var isWaiting = false
  /// Whether the next answer is one that a key asked for, so that the footer tells of it.
  package var isAwaited = false
  /// Mangled names of what races are on.
  private var subjects: Set<String> = []
  /// How many races were looked through for names.
  private var racesSeen = 0

  /// A number that differs whenever names are shown differently.
  package var revision: Int { isDemangled ? demangled.count + 1 : 0 }

  /// Names as printed.
  package init() {}

  // MARK: Names

  /// A function as it is shown where there is room.
  package func whole(_ function: String) -> String {
    replacement(function) ?? LegacyRustName.decoded(function)
  }

  /// A function for a narrow column.
  package func short(_ function: String) -> String { replacement(function) ?? FrameWords.short(function) }

  /// A frame's function for a narrow column.
  package func function(_ frame: Frame) -> String { frame.function.map(short) ?? "?" }

  /// A frame in a sentence: its function; of one that was not symbolized the place in its module.
  package func inSentence(_ frame: Frame) -> String {
    frame.function.map(inSentence) ?? FrameWords.inSentence(frame)
  }

  /// A function in a sentence.
  package func inSentence(_ function: String) -> String { FrameWords.inSentence(whole(function)) }

  /// Everything that is known of a frame, for the detail line.
  package func whole(_ frame: Frame) -> String {
    FrameWords.whole(frame, called: frame.function.flatMap(replacement))
  }

  /// A frame's function and place in so many columns.
  package func fitted(_ frame: Frame, _ width: Int, _ glyphs: Glyphs) -> String {
    let place = FrameWords.place(frame, width: .max / 2, glyphs)
    let path = frame.file.map { $0 + (frame.line.map { ":\($0)" } ?? "") } ?? place
    return FrameWords.fitted(frame.function.map(whole) ?? "?", at: path, orAt: place, width, glyphs)
  }

  /// What a search for a function looks at: what is shown and what was printed.
  package func searchable(_ function: String?) -> [String] {
    guard let function else { return [] }
    return [function] + (replacement(function).map { [$0] } ?? [])
  }

  /// A sentence of ours or of a detector, with the names in it as they are shown.
  package func sentence(_ text: String) -> String {
    guard isDemangled, !demangled.isEmpty else { return VariableNames.decoded(in: text) }
    let shown = NamesInText.replaced(in: text, isPart: Self.isPart, ends: ["."]) { replacement($0) ?? $0 }
    return VariableNames.decoded(in: shown)
  }

  private func replacement(_ function: String) -> String? { isDemangled ? demangled[function] : nil }

  private static func isPart(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_" || character == "$" || character == "."
  }

  // MARK: Asking

  /// Whether anything is known.
  package var isEmpty: Bool { demangled.isEmpty }

  /// Forgets that names were asked about to which no answer is known: a program may be there by now.
  package mutating func askAnew() {
    asked = Set(demangled.keys)
    racesSeen = 0
  }

  /// Takes note of what a race is on.
  package mutating func mention(_ subject: Subject?) {
    guard case .global(let name?) = subject?.kind, Mangling.of(name) != nil else { return }
    subjects.insert(name)
  }

  /// The mangled names of the sites and subjects of all races, and of a report, that were not asked about yet.
  package mutating func needed(_ index: LogIndex, _ detail: DetailedReport?) -> [String] {
    var needed: [String] = []
    func add(_ function: String?) {
      guard let function, Mangling.of(function) != nil, asked.insert(function).inserted else { return }
      needed.append(function)
    }
    for race in index.races[min(racesSeen, index.races.count)...] {
      for site in race.siteIDs { add(index.function(of: site)) }
    }
    racesSeen = index.races.count
    subjects.forEach(add)
    detail?.frames.functions.forEach(add)
    for location in detail?.report.locations ?? [] { add(location.name) }
    if !needed.isEmpty { isWaiting = true }
    return needed
  }

  /// Takes an answer.
  package mutating func take(_ answer: Demangling) {
    isWaiting = false
    demangled.merge(answer.names) { $1 }
  }
}
