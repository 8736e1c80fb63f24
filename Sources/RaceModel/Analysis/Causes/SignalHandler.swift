extension Cause.Kind {
  /// A handler of a signal uses what the rest of the program uses.
  package static let signalHandler = Cause.Kind("signal-handler", "signal handler")
}

extension CauseRule {
  /// ThreadSanitizer calls signal handlers through `CallUserSignalHandler`, which shows on their stacks.
  ///
  /// Source: compiler-rt/lib/tsan/rtl/tsan_interceptors_posix.cpp. Go's `signal.Notify` hands
  /// signals to a goroutine.
  static let signalHandler = CauseRule(
    kind: .signalHandler,
    evidence: { facts in
      guard let (first, second) = facts.pair else { return nil }
      let found = [first, second].compactMap { side in
        handler(side.stack).map { "\($0) handles a signal in \(side.words)" }
      }
      return found.isEmpty ? nil : found
    },
    examples: [
      example(
        "on_signal(int) /src/app.cpp:7;CallUserSignalHandler tsan.cpp:9;main /src/app.cpp:12", holds: true),
      example(
        "set(int) /src/app.cpp:4;on_signal(int) /src/app.cpp:7;__tsan::CallUserSignalHandler(__tsan::ThreadState*) t.cpp:9",
        holds: true),
      // A call by its name, and a function of the program that has nearly the other one's.
      example("on_signal(int) /src/app.cpp:7;main /src/app.cpp:12", holds: false),
      example("on_signal(int) /src/app.cpp:7;app::CallUserSignalHandler(int) /src/app.cpp:12", holds: false),
    ])

  /// The function on a stack that a signal was handed to; nil where none was.
  static func handler(_ stack: [Frame]) -> String? {
    let caller = stack.firstIndex { frame in
      guard let function = frame.function else { return false }
      return function == "CallUserSignalHandler" || function.hasPrefix("__tsan::CallUserSignalHandler(")
        || function == "__tsan::CallUserSignalHandler"
    }
    guard let caller, caller > 0 else { return nil }
    return stack[caller - 1].function
  }

  private static func example(_ stack: String, holds: Bool) -> Example {
    Example(
      log: CauseExamples.tsan(
        first: "Write of size 4 at 0x000000000010 by main thread", firstStack: stack,
        second: "Previous read of size 4 at 0x000000000010 by thread T1",
        secondStack: "look() /src/app.cpp:20"),
      holds: holds)
  }
}
