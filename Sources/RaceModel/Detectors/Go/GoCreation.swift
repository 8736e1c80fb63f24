/// `Goroutine N (running) created at:`; people take out the state.
struct GoCreation: Equatable {
  /// Nil where somebody hides the number: `Goroutine A (running) created at:`
  var thread: ThreadName?
  var state: Thread.State?

  static func parse(_ bytes: Span<UInt8>, _ range: Range<Int>) -> GoCreation? {
    let end = range.upperBound
    guard bytes.has("Goroutine ", at: range.lowerBound, end: end) else { return nil }
    let start = range.lowerBound + 10
    var thread: ThreadName?
    var index = start
    if let (number, after) = bytes.decimal(at: start, end: end) {
      thread = ThreadName(.goroutine, number)
      index = after
    } else if let after = GoPlaceholder.number(bytes, at: start, end: end) {
      index = after
    } else {
      return nil
    }
    var state: Thread.State?
    if bytes.pass(" (running)", at: &index, end: end) {
      state = .running
    } else if bytes.pass(" (finished)", at: &index, end: end) {
      state = .finished
    }
    guard bytes.pass(" created at", at: &index, end: end) else { return nil }
    guard index == end || (index == end - 1 && bytes[index] == UInt8(ascii: ":")) else { return nil }
    return GoCreation(thread: thread, state: state)
  }
}
