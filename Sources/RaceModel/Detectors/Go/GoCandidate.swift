/// A line that counts as a function only if a place with an offset follows right below. After foreign lines it may be code
/// or prose; without parentheses, any word; behind the mark of a list, advice.
struct GoCandidate {
  /// The function's name.
  let name: [UInt8]
  /// How far the line is indented.
  let indent: Int
  /// The number of foreign lines up to and including this one; once there are more, another line has come between.
  let count: Int
  /// Whether it is a call with dots for its arguments, as documents have them: `main.(*T).run(...)`.
  var isCalled = false
  /// What a program has printed before the function.
  var output: [UInt8] = []
}
