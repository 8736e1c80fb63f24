/// `Goroutine N (running) created at:`; people take out the state.
struct GoCreation: Equatable {
  /// Nil where somebody hides the number: `Goroutine A (running) created at:`
  var thread: ThreadName?
  var state: Thread.State?

  static func parse(_ bytes: Span<UInt8>, _ range: Range<Int>) -> GoCreation? {
    let end = range.upperBound
    var index = range.lowerBound
    guard bytes.pass("Goroutine ", at: &index, end: end) else { return nil }
    var thread: ThreadName?
    if let (number, after) = bytes.decimal(at: index, end: end) {
      (thread, index) = (ThreadName(.goroutine, number), after)
    } else if let after = GoPlaceholder.number(bytes, at: index, end: end) {
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
