/// A line that counts as a function only if a place with an offset follows right below. After foreign lines it may be code
/// or prose; without parentheses, any word; behind the mark of a list, advice.
struct GoCandidate {
  /// The function's name.
  let name: [UInt8]
  /// How far the line is indented.
  let indent: Int
  /// The number of foreign lines up to and including this one; once there are more, another line has come between.
  let count: Int
  /// Whether it is all of its line, and begins in the first column, as functions of the stacks do that programs print.
  var isInFirstColumn = false
  /// Whether the beginning of the name is on the line above.
  var isRest = false
  /// Whether the beginning of the name is lost: the frame has no function then.
  var lacksBeginning = false
  /// Whether it is a call with dots for its arguments, as documents have them: `main.(*T).run(...)`.
  var isCalled = false
  /// What a program has printed before the function.
  var output: [UInt8] = []
}
