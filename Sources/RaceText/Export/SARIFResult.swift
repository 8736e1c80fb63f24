internal import RaceModel

/// A race as a result: one side is its location, the other and all else are related locations that the
/// message links, and the paths to both are a code flow of two threads.
struct SARIFResult {
  /// The maximum related locations besides the other access: GitHub shows those that the message links.
  private static let mostOthers = 8
  /// The maximum bytes for one place in a message.
  private static let longest = 1 << 10

  private let race: ExportedRace
  private let account: RaceAccount
  private let rule: Int

  /// A race.
  ///
  /// - Parameter rule: the position of its kind's rule.
  init(_ race: ExportedRace, rule: Int) {
    (self.race, self.rule) = (race, rule)
    account = RaceAccount(race)
  }

  /// The object.
  ///
  /// - Parameter hasFlow: whether it has the stacks.
  func bytes(hasFlow: Bool) -> [UInt8] {
    var json = JSONWriter()
    json.begin()
    json.field("ruleId", race.race.kind.rawValue)
    json.field("ruleIndex", rule)
    json.field("level", "warning")
    json.text("message", message)
    json.list("locations", CollectionOfOne(account.items[0])) { json, item in
      json.sarif(account.place, message: item.words)
    }
    json.list("relatedLocations", related.enumerated()) { json, item in
      json.sarif(item.element.place, message: item.element.words, id: item.offset + 1)
    }
    if hasFlow { writeFlow(to: &json) }
    json.object("partialFingerprints") { json in
      json.field("primaryLocationLineHash", "\(race.race.key):1")
      json.field("racetui/key/v1", race.race.key.description)
    }
    json.field("occurrenceCount", race.race.reports.count)
    json.object("properties") { json in
      json.field("detector", race.race.detector.name)
      json.field("shown", account.report.words)
    }
    json.end()
    return json.bytes
  }

  /// The places besides the location.
  private var related: [(place: ExportedPlace, words: String)] {
    let placed = account.items.dropFirst().compactMap { item in
      item.place.map { (place: $0, words: item.words) }
    }
    return Array(placed.prefix(1 + Self.mostOthers))
  }

  /// `Data race on heap: write by goroutine 7 in main.add. [Other access](1): previous read by main goroutine in
  /// main.main. main.add writes what main.main reads. [See also](2): goroutine 7 created in main.main.`
  private var message: String {
    let head = "\(race.subject().capitalizedFirst): \(account.items[0].words)"
    var sentences = [head, race.verdict].compactMap(\.self).map(Self.plain)
    var id = 0
    var others: [String] = []
    var left = 0
    for (number, item) in account.items.dropFirst().enumerated() {
      guard number == 0 || others.count < Self.mostOthers else {
        left += 1
        continue
      }
      let name = number == 0 ? "Other side" : "See also"
      if item.place != nil { id += 1 }
      let head = item.place == nil ? name : "[\(name)](\(id))"
      let sentence = "\(head): \(Self.plain(item.words))"
      if number == 0 { sentences.insert(sentence, at: 1) } else { others.append(sentence) }
    }
    if left > 0 { others.append("\(Counting.plural(left, "more place")) in the report") }
    return (sentences + others).map { $0 + "." }.joined(separator: " ")
  }

  /// A text in which no viewer sees a link or a placeholder.
  private static func plain(_ text: String) -> String {
    var result = ""
    var last: Character = " "
    for character in Cutting.bytes(Cleaning.clean(text), longest) {
      if (last == "]" && character == "(") || (last == "{" && character.isNumber) { result.append(" ") }
      result.append(character)
      last = character
    }
    return result
  }

  // MARK: Stacks

  private func writeFlow(to json: inout JSONWriter) {
    let flows = Side.allCases.compactMap { SARIFFlow(race, $0) }
    guard !flows.isEmpty else { return }
    json.list("codeFlows", CollectionOfOne(flows)) { json, flows in
      json.begin()
      json.text(
        "message", "The calls that lead to each side, from the creation of its thread on, as far as known")
      json.list("threadFlows", flows) { json, flow in flow.write(to: &json) }
      json.end()
    }
  }
}
