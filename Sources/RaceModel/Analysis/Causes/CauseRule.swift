/// A cue: what of a report speaks for a cause, with reports for which it holds and others for which it
/// does not. To add one, add a file that declares the cause and the rule, and a line to `all`; the examples are tests.
struct CauseRule: Sendable {
  /// A report and whether the cue holds for it.
  struct Example: Sendable {
    /// The text of a log with one report, of a program made for the purpose.
    var log: String
    /// The text of the program, a file with both racing lines; nil when it is not at hand.
    var source: String?
    /// Whether the cause is found.
    var holds: Bool
  }

  /// The cause.
  var kind: Cause.Kind
  /// What speaks for it; nil when nothing does.
  var evidence: @Sendable (CauseFacts) -> [String]?
  /// What is said in place of the kind's words; nil for those.
  var words: @Sendable (CauseFacts) -> String? = { _ in nil }
  /// Reports that tell it from others.
  var examples: [Example] = []

  /// All cues, the strongest cause first.
  static let all: [CauseRule] = [
    .concurrentMapAccess,
    .closedChannel,
    .sliceAppend,
    .usedAfterFree,
    .useDuringDestruction,
    .concurrentContainerAccess,
    .unsafeObject,
    .mixedAtomic,
    .testLogAfterEnd,
    .signalHandler,
    .copiedLock,
    .missingLock,
    .differentLocks,
    .readLockOnWrite,
    .bypassedOnce,
    .lazyInitialization,
    .checkThenAct,
    .loopVariable,
    .copiedValue,
    .misusedGroup,
    .startedTooEarly,
    .starterDoesNotWait,
    .unlockedUpdate,
    .packageVariable,
    .parallelTests,
    .concurrentRequests,
    .capturedVariable,
    .sharedWithClosure,
    .neverLocked,
    .orderedBySleep,
  ]
}
