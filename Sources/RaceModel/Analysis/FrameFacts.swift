/// What the analysis asks of a frame again and again, worked out once.
struct FrameFacts {
  /// The same number for the same function in a file of the same name; negative when the function is
  /// not known.
  var function: Int32
  /// The line; negative when it is not known.
  var line: Int32
  /// The column; negative when it is not known.
  var column: Int32
  /// Where in the module or the function; nil when not printed.
  var offset: UInt64?
  /// Which detector's program begins there, in its main thread; nil for other frames.
  var main: MainFunction?
  /// Whether it was inlined into the next frame.
  var isInlined: Bool
  /// Whether it is plumbing.
  var isPlumbing: Bool
  /// Whether it is a function that only Go's test runner calls.
  var isTestFunction: Bool
  /// Whether code there may call a test function: the test runner, tests, wrappers of the compiler,
  /// code whose file is not known.
  var mayCallTests: Bool
}

/// The facts of all frames of a `FrameTable`.
struct FrameFactTable {
  private var facts: [FrameFacts] = []
  private var functions: [SiteIdentity: Int32] = [:]

  /// Works out the facts of frames that were added to the table.
  mutating func update(_ frames: FrameTable) {
    while facts.count < frames.count {
      facts.append(fact(of: frames[FrameTable.ID(index: Int32(facts.count))]))
    }
  }

  /// The facts of a frame.
  subscript(id: FrameTable.ID) -> FrameFacts { facts[Int(id.index)] }

  private mutating func fact(of frame: Frame) -> FrameFacts {
    FrameFacts(
      function: number(of: frame), line: Int32(clamping: frame.line ?? -1),
      column: Int32(clamping: frame.column ?? -1), offset: (frame.moduleOffset ?? frame.offset)?.value,
      main: MainFunction(frame.function), isInlined: frame.isInlined, isPlumbing: frame.isPlumbing,
      isTestFunction: GoTestFunction.isTest(frame), mayCallTests: GoTestFunction.mayCallTests(frame))
  }

  private mutating func number(of frame: Frame) -> Int32 {
    guard frame.function != nil else { return -1 }
    let function = SiteIdentity(frame)
    if let number = functions[function] { return number }
    let number = Int32(functions.count)
    functions[function] = number
    return number
  }

  // MARK: Comparing

  /// Whether two frames are the same function.
  func isSameFunction(_ first: FrameTable.ID, _ second: FrameTable.ID) -> Bool {
    self[first].function >= 0 && self[first].function == self[second].function
  }

  /// Whether two frames stand at the same position of the code, as far as is known.
  private func isSamePosition(_ first: FrameTable.ID, _ second: FrameTable.ID) -> Bool {
    if first == second { return true }
    guard isSameFunction(first, second), self[first].line < 0 || self[second].line < 0 else { return false }
    guard let offset = self[first].offset, let other = self[second].offset else { return true }
    return offset == other
  }

  /// Whether two frames stand at the same line and column of one function.
  private func isSameLine(_ first: FrameTable.ID, _ second: FrameTable.ID) -> Bool {
    isSameFunction(first, second) && self[first].line >= 0 && self[first].line == self[second].line
      && self[first].column == self[second].column
  }

  /// How many outermost frames two stacks have in common.
  ///
  /// A frame into which the next inner one was inlined has that one's place in the module: it tells where in the
  /// inlined function the program was, not from where that was called.
  func commonCount(_ first: Report.Stack, _ second: Report.Stack) -> Int {
    var count = 0
    while count < first.count, count < second.count {
      let (own, other) = (first.count - 1 - count, second.count - 1 - count)
      let holdsInlined = isInlinedInto(own, of: first) || isInlinedInto(other, of: second)
      guard
        isSamePosition(first[own], second[other]) || (holdsInlined && isSameLine(first[own], second[other]))
      else { break }
      count += 1
    }
    return count
  }

  /// Whether the frame inside of the one at a position was inlined into it.
  private func isInlinedInto(_ position: Int, of stack: Report.Stack) -> Bool {
    position > 0 && self[stack[position - 1]].isInlined
  }

  /// The outermost frame of a stack that is not plumbing.
  func root(of stack: Report.Stack) -> FrameTable.ID? { stack.last { !self[$0].isPlumbing } }
}
