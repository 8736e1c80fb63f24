/// What starters of C, C++, Rust and Swift do until their access.
extension StarterPath {
  private typealias Numbered = (word: LexedLine.Word, line: Int)

  /// Parts of names that may wait for another thread.
  private static let waits = [
    "join", "wait", "recv", "receive", "finish", "collect", "poll", "select",
  ]
  /// Names, and words of the language, that may wait for another thread: a loop may do so by looking at a flag.
  private static let waitingWords: Set<String> = [
    "get", "await", "read", "accept", "for", "while", "do", "loop", "repeat", "goto", "sync", "fence", "exit",
    "run", "exec", "pause", "pop", "take", "dequeue", "drain", "getline", "getchar", "cin",
  ]
  private static let sleeps: Set<String> = [
    "sleep", "usleep", "nanosleep", "sleep_for", "sleepForTimeInterval", "thrd_sleep", "clock_nanosleep",
  ]
  /// What leaves a block: the access may be in another branch.
  private static let leaving: Set<String> = ["return", "break", "continue", "throw", "case", "default"]

  init?(ofOthers lines: Lines) {
    guard !FunctionWords.isInLoop(lines.next.line, in: lines.text) else { return nil }
    let (last, file) = (lines.next.line, lines.start.file)
    var innermost: ThreadStart?
    var sleep: SourcePlace?
    for call in lines.calls {
      guard let start = ThreadStart(at: call.place.line, before: call.text.lineCount + 1, in: call.text),
        let rest = Self.restOfFunction(after: start, in: call.text)
      else { return nil }
      innermost = innermost ?? start
      sleep = sleep ?? Self.sleep(rest, call.place.file)
    }
    guard let start = ThreadStart(at: lines.start.line, before: last, in: lines.text),
      (innermost ?? start).starts, let rest = Self.rest(after: start, before: last, in: lines.text)
    else { return nil }
    sleep = sleep ?? Self.sleep(rest, file)
    self.init(lines, sleep.map { .sleeps($0) } ?? .goesOn)
  }

  /// Words after a statement, each with the number of blocks that are open beyond those around the statement.
  private typealias Passage = [(token: Numbered, depth: Int)]

  /// The words between a statement and a line; nil if something may wait, or if the line may be in another branch.
  private static func rest(after start: ThreadStart, before last: Int, in text: SourceText) -> Passage? {
    guard start.end <= last, !start.words.contains(where: mayWait) else { return nil }
    let passage = passage(start, last, text)
    for (token, depth) in passage {
      if mayWait(token.word) { return nil }
      if depth < 0, start.waitsAtEnd || token.word.text == "else" { return nil }
      if depth <= 0, leaving.contains(token.word.text) { return nil }
    }
    return passage
  }

  /// The words between a statement and the end of its function; nil if something may wait, or if the statement is in a block
  /// of it.
  private static func restOfFunction(after start: ThreadStart, in text: SourceText) -> Passage? {
    guard !start.words.contains(where: mayWait), !start.waitsAtEnd,
      FunctionWords.openBlocks(above: start.first, in: text) == 1
    else { return nil }
    let passage = passage(start, min(text.lineCount + 1, start.end + ThreadStart.longest), text)
    let end = passage.firstIndex { token, depth in
      depth < 0 || (depth == 0 && token.word.text == "return")
    }
    guard let end, !passage[..<end].contains(where: { mayWait($0.token.word) }) else { return nil }
    return Passage(passage[..<end])
  }

  private static func passage(_ start: ThreadStart, _ last: Int, _ text: SourceText) -> Passage {
    guard start.end < last else { return [] }
    var depth = start.openBlocks
    return (start.end..<last).flatMap { line in
      text.words(line).map { word in
        if word.isSign("{") { depth += 1 }
        if word.isSign("}") { depth -= 1 }
        return ((word, line), depth)
      }
    }
  }

  /// The first line that certainly sleeps: a branch may not be on the way.
  private static func sleep(_ passage: Passage, _ file: String) -> SourcePlace? {
    for (position, entry) in passage.enumerated() where entry.depth <= 0 {
      guard entry.token.word.kind == .identifier, sleeps.contains(entry.token.word.text),
        position + 1 < passage.count, passage[position + 1].token.word.isSign("("),
        isStatement(position, passage)
      else { continue }
      return SourcePlace(file: file, line: entry.token.line)
    }
    return nil
  }

  /// Whether a call begins a statement that no condition is before.
  private static func isStatement(_ position: Int, _ passage: Passage) -> Bool {
    var first = position
    while first > 1, passage[first - 1].token.word.isSelector { first -= 2 }
    guard first > 0 else { return true }
    let before = passage[first - 1].token
    if before.word.kind == .sign, [";", "{", "}"].contains(before.word.text) { return true }
    return before.line < passage[first].token.line && ![")", "else", ":", "do"].contains(before.word.text)
  }

  private static func mayWait(_ word: LexedLine.Word) -> Bool {
    guard word.kind == .identifier || word.kind == .keyword else { return false }
    if waitingWords.contains(word.text) || LockWords.areMeant(by: word.text) { return true }
    let name = word.text.lowercased()
    return waits.contains { name.contains($0) }
  }
}
