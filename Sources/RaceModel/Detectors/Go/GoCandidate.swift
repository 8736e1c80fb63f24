/// A line that is a function only if a place with an offset is right below it: behind foreign lines it may be code or a
/// sentence, and without parentheses any word.
struct GoCandidate {
  /// The function's name.
  let name: [UInt8]
  /// How far the line is indented.
  let indent: Int
  /// How many foreign lines there are with it; once there are more, something else is below it.
  let count: Int
}
