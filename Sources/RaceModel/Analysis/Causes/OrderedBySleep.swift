extension Cause.Kind {
  /// Only a sleep kept the accesses apart.
  package static let orderedBySleep = Cause.Kind("ordered-by-sleep", "ordered only by a sleep")
}

extension CauseRule {
  /// The detector says that a sleep made the order.
  static let orderedBySleep = CauseRule(
    kind: .orderedBySleep,
    evidence: { facts in
      guard facts.pair != nil, let sleep = facts.sleep else { return nil }
      guard let frame = sleep.frame, let function = frame.function else {
        return ["\(facts.report.detector.profile.title) finds that only a sleep came between them"]
      }
      let place = [frame.fileName.map(String.init), frame.line.map(String.init)].compactMap(\.self).joined(
        separator: ":")
      // The function that slept may have ended in that, and left no frame.
      return [
        "only a sleep called from \(DecodedName.of(function))\(place.isEmpty ? "" : " at \(place)") came between them"
      ]
    },
    examples: [
      Example(
        log: CauseExamples.tsan(
          first: "Read of size 8 at 0x000000000010 by main thread", firstStack: "main /src/app.cpp:12",
          second: "Previous write of size 8 at 0x000000000010 by thread T1",
          secondStack: "set() /src/app.cpp:7",
          sections:
            "  As if synchronized via sleep:\n    #0 usleep <null> (app+0x4b)\n    #1 main /src/app.cpp:11 (app+0x17)\n\n"
        ),
        holds: true),
      Example(
        log: CauseExamples.tsan(
          first: "Read of size 8 at 0x000000000010 by main thread", firstStack: "main /src/app.cpp:12",
          second: "Previous write of size 8 at 0x000000000010 by thread T1",
          secondStack: "set() /src/app.cpp:7"
        ),
        holds: false),
    ])
}
