/// The words of a function, as the readers of statements need them.
struct FunctionSource {
  let code: [CodeWord]
  let matches: BracketMatches
  /// What is before the body.
  let head: [CodeWord]
  /// The names that the file declares as those of locks.
  var lockNames: Set<String> = []
}
