/// What a thread does between the line that starts another one and its own racing access, as its source shows.
package struct StarterPath: Hashable, Sendable {
  /// What is between the two lines.
  package enum Step: Hashable, Sendable {
    /// Nothing that waits.
    case goesOn
    /// Nothing that waits but a sleep.
    case sleeps(SourcePlace)
    /// A wait for a group that the started goroutine joins or leaves at the wrong time, in words.
    case misusedGroup(String)
  }

  /// The line that starts the other thread.
  package var start: SourcePlace
  /// The line on which the starter goes on to its access.
  package var next: SourcePlace
  /// The side of the starter.
  package var starter: Side
  /// What is between.
  package var step: Step
  /// Whether the access may be meant to stop the other thread.
  var mayEndIt: Bool

  /// A path that was read.
  init(_ lines: Lines, _ step: Step) {
    (start, next, starter, mayEndIt) = (lines.start, lines.next, lines.starter, lines.mayEndIt)
    self.step = step
  }

  /// Whether nothing between the lines waits for the other thread.
  package var waitsForNothing: Bool {
    if case .misusedGroup = step { return false }
    return true
  }

  /// What is compared.
  struct Lines {
    /// The file of the function that starts the other thread.
    var text: SourceText
    /// The line that starts it.
    var start: SourcePlace
    /// The line that goes on.
    var next: SourcePlace
    var starter: Side
    /// The functions that the line calls in order to start it, the innermost first: their files and the lines that go on.
    /// None of Go's.
    var calls: [(text: SourceText, place: SourcePlace)] = []
    /// Whether the access may be meant to stop the other thread: it is in a function that the starter calls, or, for Go, the
    /// goroutine's is in a loop.
    var mayEndIt = false
    /// The line of the other thread's access, where it is in the same file.
    var started: Int?
  }

  private static let waiting: Set<String> = ["Wait", "Lock", "RLock", "Do", "Receive", "Recv", "Join"]

  /// Reads the lines of a function; nil where something on the way may wait, or where the starter goes on in a loop, as
  /// those do that mean to work at the same time.
  init?(_ lines: Lines) {
    if lines.text.language.isGo { self.init(ofGo: lines) } else { self.init(ofOthers: lines) }
  }

  private init?(ofGo lines: Lines) {
    guard let started = StartedCode(lines.start.line, in: lines.text), started.last < lines.next.line,
      let body = GoFunctionBody(around: lines.start.line, in: lines.text),
      body.lines.contains(lines.next.line)
    else { return nil }
    let words = ((started.last + 1)..<lines.next.line).flatMap { number in
      lines.text.words(number).map { (word: $0, line: number) }
    }
    guard Self.openLoops(words.map(\.word)) == 0, lines.text.words(lines.next.line).first?.text != "for"
    else {
      return nil
    }
    let around = words.indices.filter { Self.mayWait($0, words.map(\.word)) }
    let waits = words.filter { $0.word.kind == .identifier && Self.waiting.contains($0.word.text) }
    if around.isEmpty, waits.isEmpty {
      let sleeps = words.filter { $0.word.kind == .identifier && $0.word.text == "Sleep" }.map(\.line)
      let sleep = sleeps.first { Self.isPassed($0, between: lines, body) }
      self.init(lines, sleep.map { .sleeps(SourcePlace(file: lines.start.file, line: $0)) } ?? .goesOn)
      return
    }
    guard around.isEmpty, waits.count == 1, let wait = waits.first, wait.word.text == "Wait",
      let group = Self.owner(of: wait.line, "Wait", lines.text),
      let misuse = started.misuse(
        of: group, wait: SourcePlace(file: lines.start.file, line: wait.line), before: lines.started)
    else { return nil }
    self.init(lines, .misusedGroup(misuse))
  }

  /// Whether the starter comes through a line for certain: another clause of a `switch`, or a branch between the two lines,
  /// may not be on its way.
  private static func isPassed(_ line: Int, between lines: Lines, _ body: GoFunctionBody) -> Bool {
    guard let blocks = GoBlocks(body, in: lines.text) else { return false }
    func path(_ line: Int, _ isMeant: (LexedLine.Word) -> Bool = { _ in true }) -> [Int]? {
      blocks.tokens.first { $0.line == line && isMeant($0.word) }.map { blocks.path(to: $0.block) }
    }
    guard let start = path(lines.start.line), let next = path(lines.next.line),
      let block = path(line, { $0.text == "Sleep" })?.first
    else { return false }
    return start.contains(block) || next.contains(block)
  }

  /// Whether a word receives from a channel, or may do so: a loop over a literal does not.
  private static func mayWait(_ index: Int, _ words: [LexedLine.Word]) -> Bool {
    switch words[index].text {
    case "<-", "select": words[index].kind != .identifier
    case "range": index + 1 < words.count && words[index + 1].kind != .number && !words[index + 1].isSign("[")
    default: false
    }
  }

  /// `wg` of `wg.Wait()`.
  private static func owner(of line: Int, _ method: String, _ text: SourceText) -> String? {
    let words = text.words(line)
    guard let position = words.firstIndex(where: { $0.text == method }), position == 2, words[1].isSign(".")
    else {
      return nil
    }
    return words[0].kind == .identifier ? words[0].text : nil
  }

  /// How many loops begin in the words and do not end in them.
  static func openLoops(_ words: [LexedLine.Word]) -> Int {
    var open: [Bool] = []
    var isLoop = false
    for word in words {
      if word.kind == .keyword, word.text == "for" { isLoop = true }
      if word.isSign("{") {
        open.append(isLoop)
        isLoop = false
      }
      if word.isSign("}") { _ = open.popLast() }
    }
    return open.count { $0 } + (isLoop ? 1 : 0)
  }
}
