import Testing

@testable import RaceModel

@Suite struct `Cues for causes` {
  /// Every rule with each of its examples.
  static let examples = CauseRule.all.flatMap { rule in
    rule.examples.map { NamedCue(kind: rule.kind, example: $0) }
  }

  @Test(arguments: examples)
  func `match the reports they are written for`(_ cue: NamedCue) throws {
    let log = try ReadLog(cue.example.log)
    let detail = try #require(log.entries.first.flatMap { log.detailed($0) })
    #expect(log.entries.count == 1)
    let rule = try #require(CauseRule.all.first { $0.kind == cue.kind })
    let file = cue.example.log.contains("app/app.cpp") ? "app/app.cpp" : "app/app.go"
    let folder = try SourceFolder(cue.example.source.map { [file: $0] } ?? [:])
    let witness = SourceWitness(SourceFinder(directory: folder.path))
    let facts = CauseFacts(
      detail.report, detail.frames, subject: Subject(detail.report, detail.frames),
      verdict: LockVerdict(detail.report), testimony: witness.testimony(of: detail, logModified: nil))
    #expect((rule.evidence(facts) != nil) == cue.example.holds, "\(cue.example.log)")
  }

  @Test(arguments: CauseRule.all.map(\.kind))
  func `match some reports and not others`(_ kind: Cause.Kind) {
    let examples = CauseRule.all.filter { $0.kind == kind }.flatMap(\.examples)
    #expect(examples.contains { $0.holds })
    #expect(examples.contains { !$0.holds })
  }

  /// The frame in the example's section about the sleep, and how the evidence calls its function.
  @Test(arguments: [("main", "main"), ("$s4pond5HeronC4fishyyF", "pond.Heron.fish")])
  func `about a sleep name the function and the line`(_ frame: String, _ name: String) throws {
    let rule = try #require(CauseRule.all.first { $0.kind == .orderedBySleep })
    let example = try #require(rule.examples.first { $0.holds }).log
    let log = try ReadLog(example.replacing("#1 main /src/app.cpp:11", with: "#1 \(frame) /src/app.cpp:11"))
    let detail = try #require(log.entries.first.flatMap { log.detailed($0) })
    let facts = CauseFacts(detail.report, detail.frames, subject: nil, verdict: nil)
    #expect(rule.evidence(facts) == ["only a sleep called from \(name) at app.cpp:11 came between them"])
  }

  @Test func `have unique names`() {
    #expect(Set(Cause.Kind.all.map(\.rawValue)).count == Cause.Kind.all.count)
    #expect(Set(Cause.Kind.all.map(\.words)).count == Cause.Kind.all.count)
  }
}

struct NamedCue: CustomTestStringConvertible, Sendable {
  var kind: Cause.Kind
  var example: CauseRule.Example
  var testDescription: String { "\(kind.rawValue), \(example.holds ? "holds" : "does not")" }
}
