import Foundation
import Testing

@testable import RaceModel
@testable import RaceText

/// Small programs, one per cause and per way to hold a lock, run under real detectors. With the source at hand, each
/// race must be explained as `samples/causes/expected.txt` says, which was written from the programs.
@Suite struct `Programs with known causes` {
  @Test(arguments: try SampleProgram.all)
  func `have the sentences and causes that their source supports`(_ program: SampleProgram) throws {
    let log = ReadLog(try LogFile.open("\(SampleProgram.folder)/\(program.log)"))
    let witness = SourceWitness(SourceFinder(directory: SampleProgram.folder))
    let kinds: [ReportKind] = [.dataRace, .useAfterFree, .lockOrder]
    let found = log.index.races.filter { kinds.contains($0.kind) }.compactMap { race -> SampleProgram.Race? in
      guard let entry = race.reports.first.map({ log.index.reports[Int($0)] }),
        let detail = log.detailed(entry)
      else { return nil }
      let testimony = witness.testimony(of: detail, logModified: nil)
      let analysis = detail.analyzed().weighed(by: testimony, detail)
      let sentence = Verdict(detail, analysis)?.text ?? "-"
      let choices = [analysis.source.lockOrder?.choice].compactMap(\.self).map(SampleProgram.words)
      return SampleProgram.Race(
        sentence: sentence, causes: analysis.causes.map(\.kind.rawValue) + choices)
    }
    for race in program.races where !found.contains(race) { Issue.record("not found: \(race)") }
    for race in found where !program.races.contains(race) { Issue.record("not expected: \(race)") }
    #expect(found.count == program.races.count)
  }

  @Test func `each have an expectation`() throws {
    let logs = try FileManager.default.subpathsOfDirectory(atPath: SampleProgram.folder)
      .filter { $0.hasSuffix(".log") }
    #expect(Set(try SampleProgram.all.map(\.log)) == Set(logs))
  }
}

/// A log in `samples/causes` and its expected explanations.
struct SampleProgram: CustomTestStringConvertible, Sendable {
  /// The explanation of a race.
  struct Race: Equatable, CustomStringConvertible, Sendable {
    var sentence: String
    var causes: [String]
    var description: String { "\(sentence)\n  \(causes.isEmpty ? "-" : causes.joined(separator: " "))" }
  }

  /// The suggestion for a lock order: `turn:count`, `one-line:both`.
  static func words(_ choice: SourceLockOrder.Choice) -> String {
    switch choice {
    case .oneLine(let function, _, _): "one-line:\(function)"
    case .turn(let odd, _): "turn:\(odd.function)"
    }
  }

  var log: String
  var races: [Race] = []
  var testDescription: String { log }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../../samples/causes").standardizedFileURL.path

  /// All programs in `expected.txt`.
  static var all: [SampleProgram] {
    get throws {
      var programs: [SampleProgram] = []
      let text = try String(contentsOfFile: "\(folder)/expected.txt", encoding: .utf8)
      for line in text.split(separator: "\n") where !line.hasPrefix("#") {
        if line.hasPrefix("== ") {
          programs.append(SampleProgram(log: String(line.dropFirst(3))))
        } else if line.hasPrefix("  ") {
          let race = programs.last?.races.indices.last
          try #require(race != nil, "\(line)")
          let causes = line.split(separator: " ").map(String.init).filter { $0 != "-" }
          programs[programs.count - 1].races[race ?? 0].causes = causes
        } else {
          try #require(!programs.isEmpty, "\(line)")
          programs[programs.count - 1].races.append(Race(sentence: String(line), causes: []))
        }
      }
      return programs
    }
  }
}
