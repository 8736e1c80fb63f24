/// What starters of C, C++, Rust and Swift do until their access.
extension StarterPath {
  private typealias Numbered = (word: LexedLine.Word, line: Int)

  /// Lines that a statement which starts a thread may have.
  private static let longestStart = 400

  /// What names hold that may wait for another thread.
  private static let waits = [
    "join", "wait", "recv", "receive", "finish", "collect", "poll", "select",
  ]
  private static let waitingWords: Set<String> = [
    "get", "await", "read", "accept", "while", "loop", "repeat", "goto", "sync", "fence", "exit",
  ]
  private static let sleeps: Set<String> = [
    "sleep", "usleep", "nanosleep", "sleep_for", "sleepForTimeInterval", "thrd_sleep", "clock_nanosleep",
  ]
  /// What starts a thread, or keeps one that is started.
  private static let starting: Set<String> = [
    "pthread_create", "thrd_create", "thread", "jthread", "async", "spawn", "Thread", "Task", "detached",
    "detachNewThread", "start", "dispatch_async", "dispatch_async_f", "g_thread_new", "emplace_back",
    "push_back",
  ]
  /// What waits for its thread where its block ends.
  private static let scoped: Set<String> = ["jthread", "async", "scope"]

  init?(ofOthers lines: Lines) {
    guard !FunctionWords.isInLoop(lines.next.line, in: lines.text) else { return nil }
    let last = Passage(text: lines.text, start: lines.start, end: lines.next.line)
    let called = lines.calls.map { Passage(text: $0.text, start: $0.place, end: nil) }
    // A function that the optimizer took off the stack may wait.
    guard let first = Self.startStatement(called.last ?? last),
      first.words.contains(where: { Self.starting.contains($0.text) })
    else { return nil }
    var sleep: SourcePlace?
    for passage in called.reversed() + [last] {
      guard let words = Self.words(of: passage) else { return nil }
      sleep = sleep ?? Self.sleep(words, passage)
    }
    self.init(lines, sleep.map { .sleeps($0) } ?? .goesOn)
  }

  /// A part of a function: from the statement that starts the thread, or calls what does, to a line, or to its end.
  private struct Passage {
    var text: SourceText
    var start: SourcePlace
    var end: Int?
  }

  /// The words behind the statement; nil where something may wait, or where the statement has no end.
  private static func words(of passage: Passage) -> [Numbered]? {
    guard let start = startStatement(passage), !start.words.contains(where: mayWait) else { return nil }
    let last = passage.end ?? min(passage.text.lineCount + 1, start.end + longestStart)
    var words = (start.end..<max(last, start.end)).flatMap { number in
      passage.text.words(number).map { (word: $0, line: number) }
    }
    let depths = depths(words)
    if passage.end == nil, let end = functionEnd(passage, depths) { words = Array(words[..<end]) }
    let ends = zip(words, depths).contains { $1 < 0 }
    if words.contains(where: { mayWait($0.word) }) || (ends && waitsAtEnd(start.words, passage.text.language))
    {
      return nil
    }
    return words
  }

  /// The first of the words at which the function around the passage has ended.
  private static func functionEnd(_ passage: Passage, _ depths: [Int]) -> Int? {
    let open = FunctionWords.before(passage.start.line, in: passage.text)
      .dropLast(passage.text.words(passage.start.line).count)
    let depth = open.reduce(0) { $0 + ($1.isSign("{") ? 1 : $1.isSign("}") ? -1 : 0) }
    return depths.firstIndex { $0 <= -depth }
  }

  /// The first line that sleeps; one in a branch may not be on the way.
  private static func sleep(_ words: [Numbered], _ passage: Passage) -> SourcePlace? {
    zip(words, depths(words)).first { place, depth in
      depth <= 0 && place.word.kind == .identifier && sleeps.contains(place.word.text)
    }.map { SourcePlace(file: passage.start.file, line: $0.0.line) }
  }

  /// The words of the statement that starts the thread, without those that the thread runs, and the line behind it; nil
  /// where it does not end before the access.
  private static func startStatement(_ passage: Passage) -> (words: [LexedLine.Word], end: Int)? {
    var words: [LexedLine.Word] = []
    var (brackets, braces, line) = (0, 0, firstLine(passage))
    let last = passage.end ?? passage.text.lineCount + 1
    repeat {
      guard line < last, line - passage.start.line < longestStart else { return nil }
      for word in passage.text.words(line) {
        if word.isSign("}"), braces > 0 { braces -= 1 }
        if braces == 0 { words.append(word) }
        switch word.kind == .sign ? word.text : "" {
        // In C a brace outside of brackets begins a block; in Swift it may be what the thread runs.
        case "{" where braces > 0 || brackets > 0 || passage.text.language != .c: braces += 1
        case "(", "[": brackets += 1
        case ")", "]": brackets -= 1
        default: break
        }
      }
      line += 1
    } while brackets > 0 || braces > 0
    return (words, line)
  }

  /// The first line of the statement: a compiler may give the last one for the call.
  private static func firstLine(_ passage: Passage) -> Int {
    var (line, depth) = (passage.start.line, 0)
    while line > max(1, passage.start.line - longestStart) {
      for word in passage.text.words(line) where word.kind == .sign {
        if ["(", "[", "{"].contains(word.text) { depth += 1 }
        if [")", "]", "}"].contains(word.text) { depth -= 1 }
      }
      if depth >= 0 { return line }
      line -= 1
    }
    return passage.start.line
  }

  /// Whether the end of a block may wait for a thread that was started in it. What Rust starts by `thread::spawn` goes on.
  private static func waitsAtEnd(_ start: [LexedLine.Word], _ language: SourceLanguage) -> Bool {
    switch language {
    case .c: start.contains { scoped.contains($0.text) }
    case .rust: !start.contains { $0.text == "thread" }
    default: true
    }
  }

  /// How many blocks are open at each word, counted from the first one.
  private static func depths(_ words: [Numbered]) -> [Int] {
    var depth = 0
    return words.map { place in
      if place.word.isSign("{") { depth += 1 }
      if place.word.isSign("}") { depth -= 1 }
      return depth
    }
  }

  private static func mayWait(_ word: LexedLine.Word) -> Bool {
    guard word.kind == .identifier || word.kind == .keyword else { return false }
    if waitingWords.contains(word.text) || LockWords.areMeant(by: word.text) { return true }
    let name = word.text.lowercased()
    return waits.contains { name.contains($0) }
  }
}
