internal import RaceModel

/// A suite of tests in which each race is a failure, those with most reports first.
///
/// Source: what Jenkins, GitLab and pytest read and write; there is no standard. A log without races is one
/// passed test, because readers take a suite without tests for an error. An unreadable log is a test with an
/// error.
struct JUnitExport: ExportFormat {
  static let name = "junit"
  static let summary = "a test report in which each race is a failure"

  /// The maximum bytes of text in a failure.
  private static let longest = 64 << 10

  mutating func finish(_ logs: ExportedLogs, to output: ExportOutput) throws {
    func write(_ text: String) throws { try output(Array(text.utf8)) }
    let rows = RaceListing().rows(RaceFacts(logs.index), races: logs.races.contains)
    let errors = logs.index.failures
    let isClean = rows.isEmpty && errors.isEmpty
    let counts =
      "tests=\"\(rows.count + errors.count + (isClean ? 1 : 0))\" failures=\"\(rows.count)\" errors=\"\(errors.count)\""
    try write(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"racetui\" \(counts)>\n"
        + "<testsuite name=\"racetui\" \(counts)>\n")
    var reading = RaceReading(logs)
    for row in rows { if let race = reading.race(at: row.race) { try write(Self.test(race)) } }
    for error in errors {
      try write(
        "<testcase name=\"reading\" classname=\"racetui\">\n"
          + "<error type=\"input\" message=\"\(XMLText.escaped("\(error)"))\"/>\n</testcase>\n")
    }
    if isClean {
      let name = XMLText.escaped(ListText.summary(logs.index, logs.races))
      try write("<testcase name=\"\(name)\" classname=\"racetui\"/>\n")
    }
    try write("</testsuite>\n</testsuites>\n")
  }

  private static func test(_ race: ExportedRace) -> String {
    let account = RaceAccount(race)
    let own = race.race
    let package = race.sites.compactMap { $0.flatMap { own.package(of: $0) } }.first ?? "racetui"
    let text = Cutting.bytes(
      (account.lines(showsPlace: true) + StackLines(race).lines).joined(separator: "\n"), longest)
    // What a race is on can differ from run to run; readers follow a test by its name.
    let name = "\(own.kind.words): \(race.siteNames()) (\(own.key))"
    return "<testcase name=\"\(XMLText.escaped(name))\" classname=\"\(XMLText.escaped(package))\""
      + " file=\"\(XMLText.escaped(account.place.file))\" line=\"\(account.place.line)\">\n"
      + "<failure type=\"\(own.kind.rawValue)\" message=\"\(XMLText.escaped(race.verdict ?? account.title))\">"
      + "\(XMLText.lines(text))</failure>\n</testcase>\n"
  }
}
