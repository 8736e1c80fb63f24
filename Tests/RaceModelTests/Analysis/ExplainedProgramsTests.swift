import Testing

@testable import RaceModel

@Suite struct `Races of programs whose source is known` {
  @Test(arguments: KnownRace.all)
  func `are explained as in their source`(_ race: KnownRace) throws {
    let (log, found) = try find(race)
    var explainer = RaceExplainer()
    let explanation = explainer.explain(ExplanationRequest(found, of: log.index), files: [log.file])
    let fork = explanation.fork.map { fork in
      "\(KnownRace.short(fork.frame.function)):\(fork.lines.both.map { $0.map(String.init) ?? "?" }.joined(separator: ","))"
    }
    #expect(fork == race.fork)
    #expect(explanation.causes.map(\.kind) == race.causes)
  }

  @Test(arguments: KnownRace.all.filter { Corpus.programs.contains($0.program) })
  func `name the captured variable only where the source is available`(_ race: KnownRace) throws {
    let (log, found) = try find(race)
    let witness = SourceWitness(SourceFinder(directory: Corpus.programFolder))
    for report in found.reports {
      let detail = try #require(log.detailed(log.index.reports[Int(report)]))
      let testimony = witness.testimony(of: detail, logModified: nil)
      let causes = detail.analyzed().weighed(by: testimony, detail).causes
      let captured = causes.first { $0.kind == .capturedVariable }
      guard let variable = race.variable else {
        #expect(captured == nil)
        continue
      }
      #expect(captured?.evidence.first?.contains("assigns \(variable)") == true)
    }
  }

  private func find(_ race: KnownRace) throws -> (log: ReadLog, race: Race) {
    let log = ReadLog(try LogFile.open(Corpus.path(race.log)))
    let names = log.index.races.map { log.index.sites(of: $0).map { KnownRace.short($0?.function) }.sorted() }
    let position = try #require(names.firstIndex(of: race.sites.sorted()), "\(names)")
    return (log, log.index.races[position])
  }
}

extension KnownRace {
  /// The program that printed the log: `closure` of `closure-go1.27`.
  fileprivate var program: String { String(log.prefix { $0 != "-" }) }
}
