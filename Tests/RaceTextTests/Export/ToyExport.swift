import GrammarExamples
import RaceModel
import RaceText
import Testing

/// The smallest format: one type. A format of the program also has a line in `ExportFormats.all`.
private struct ToyExport: ExportFormat {
  static let name = "toy"
  static let summary = "the key of each race"

  mutating func finish(_ logs: ExportedLogs, to output: ExportOutput) throws {
    for race in logs.index.races { try output(Array("\(race.key)\n".utf8)) }
  }
}

@Suite struct `The table of formats` {
  @Test func `a format is one type`() throws {
    #expect(
      try exported(GoExamples.plain.utf8, as: ToyExport(), name: "race.log") == "7cb3cbe994cc2e55\n")
  }

  @Test func `a format has a unique name and a line of help`() {
    let names = ExportFormats.all.map { $0.name }
    #expect(names.first == "json" && Set(names).count == names.count)
    #expect(ExportFormats.all.allSatisfy { !$0.summary.isEmpty && $0.summary.utf8.count < 60 })
    #expect(ExportFormats.named("xml") == nil)
  }
}
