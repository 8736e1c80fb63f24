/// A reader of the statements of one function, word by word.
protocol StatementReader {
  typealias Unreadable = UnreadableFunction

  /// How many blocks may be around a statement; code that goes deeper is not read.
  static var deepest: Int { get }

  var source: FunctionSource { get }
  /// What was read so far.
  var function: LockFunction { get }
  /// The position of the next word.
  var position: Int { get set }
  /// Where the words end that are read: the function's, or those of a block.
  var end: Int { get set }
  /// How many blocks are around the next word. In C and Rust the closures around it count, too.
  var depth: Int { get set }

  /// Reads the next statement.
  mutating func statement() throws(Unreadable) -> [LockNode]

  /// Begins a block, which may have guards of its own.
  mutating func openScope()

  /// Ends the innermost block.
  ///
  /// - Parameter start: the position of its first word.
  mutating func closeScope(_ nodes: [LockNode], from start: Int) -> LockNode
}

// MARK: Words

extension StatementReader {
  var code: [CodeWord] { source.code }

  func isSign(_ sign: String) -> Bool { isSign(sign, at: position) }
  func isWord(_ word: String) -> Bool { isWord(word, at: position) }

  func isSign(_ sign: String, at index: Int) -> Bool { index < end && code[index].isSign(sign) }
  func isWord(_ word: String, at index: Int) -> Bool { index < end && code[index].isKeyword(word) }

  /// The position of a sign outside of brackets.
  func find(_ sign: String, from start: Int, before last: Int) -> Int? {
    var index = start
    while index < last {
      if code[index].isSign(sign) { return index }
      index = source.matches.next(index)
    }
    return nil
  }
}

// MARK: Statements

extension StatementReader {
  /// Reads statements up to a position.
  mutating func all(until last: Int) throws(Unreadable) -> [LockNode] {
    let saved = end
    end = last
    var nodes: [LockNode] = []
    while position < end { nodes += try statement() }
    end = saved
    return nodes
  }

  /// Reads a block in braces.
  mutating func block() throws(Unreadable) -> LockNode {
    guard isSign("{"), depth < Self.deepest else { throw Unreadable() }
    let (start, close) = (position, source.matches[position])
    position += 1
    openScope()
    depth += 1
    let nodes = try all(until: close)
    depth -= 1
    position = close + 1
    return closeScope(nodes, from: start)
  }

  /// Keeps a step of the function.
  func keep(_ step: LockStep) -> LockNode {
    function.steps.append(step)
    return .step(function.steps.count - 1)
  }
}
