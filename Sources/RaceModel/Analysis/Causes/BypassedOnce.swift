extension Cause.Kind {
  /// What is set once, under a guard for that, is read by whoever has not passed the guard.
  package static let bypassedOnce = Cause.Kind("once-bypassed", "once bypassed")
}

extension CauseRule {
  /// One side writes in the function that `sync.Once` or `std::call_once` runs, the other one reads elsewhere. Whoever
  /// had passed the same guard before would read after the write.
  static let bypassedOnce = CauseRule(
    kind: .bypassedOnce,
    evidence: { facts in
      guard let (first, second) = facts.pair else { return nil }
      for (writer, reader) in [(first, second), (second, first)] {
        guard writer.access.operation == .write, reader.access.operation == .read,
          let once = guardian(writer),
          !reader.stack.contains(where: { $0.function.map(isOnce) == true })
        else { continue }
        return ["\(writer.words) is made in \(once)", "\(reader.words) does not go through it"]
      }
      return nil
    },
    examples: [
      example(
        "main.(*C).Put.func1 app.go:9;sync.(*Once).doSlow once.go:78;sync.(*Once).Do once.go:69;main.(*C).Put app.go:8"
      ),
      example("main.load app.go:9;sync.(*Once).doSlow once.go:78;main.(*C).Put app.go:8"),
      // Deep below it; beside it; the reader in it.
      example(
        "main.set app.go:9;main.c app.go:5;main.b app.go:6;main.serve app.go:9;sync.(*Once).doSlow once.go:78",
        holds: false),
      example("main.(*C).Put app.go:9;main.main app.go:8", holds: false),
      example("main.(*Once).Do app.go:9;main.main app.go:8", holds: false),
      example(
        "main.(*C).Put.func1 app.go:9;sync.(*Once).doSlow once.go:78",
        reader: "main.other.func1 app.go:9;sync.(*Once).doSlow once.go:78", holds: false),
    ])

  /// The guard that runs the function of a site.
  private static func guardian(_ side: CauseFacts.Side) -> String? {
    guard let index = side.access.siteIndex else { return nil }
    let outer = side.stack.dropFirst(index + 1).prefix(2)
    guard let frame = outer.first(where: { $0.function.map(isOnce) == true }) else { return nil }
    return frame.function?.hasPrefix("sync.") == true ? "sync.Once.Do" : "std::call_once"
  }

  private static func isOnce(_ function: String) -> Bool {
    function.hasPrefix("sync.(*Once).") || function.hasPrefix("void std::call_once<")
      || function.hasPrefix("std::call_once<") || function.hasPrefix("void std::__1::call_once<")
  }

  private static func example(
    _ write: String, reader: String = "main.(*C).Get app.go:14", holds: Bool = true
  ) -> Example {
    Example(log: CauseExamples.go(at: "0x00c00001a0f0", write: write, read: reader), holds: holds)
  }
}
