/// What is known about the test that a runner blamed last.
struct LastBlame {
  /// The line that may name it.
  var awaitedResult: AwaitedResult?
  /// What the runner has said above the line that blamed it.
  var runnerLines = RunnerLines()
}
