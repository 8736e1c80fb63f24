/// A statement of C, C++, Rust or Swift that starts a thread, or calls what does.
struct ThreadStart {
  /// Its words, without those that the thread runs.
  private(set) var words: [LexedLine.Word] = []
  /// Its first line.
  let first: Int
  /// The line after it.
  private(set) var end: Int
  /// How many blocks it opens and leaves open: one for `if (pthread_create(...)) {`.
  private(set) var openBlocks = 0

  private let language: SourceLanguage
  /// The most lines that one may have.
  static let longest = 400

  /// Words that start a thread, or store one, in each language. A queue runs a block in a thread that an earlier block may
  /// have started.
  private static let starting: [SourceLanguage: Set<String>] = [
    .c: [
      "pthread_create", "thrd_create", "thread", "jthread", "async", "g_thread_new", "emplace_back",
      "push_back",
      "Thread", "start",
    ],
    .rust: ["spawn"],
    .swift: ["Thread", "detachNewThread", "start", "pthread_create"],
  ]
  /// Words that keep the result of `std::async`: without one its destructor waits at once.
  private static let keeping: Set<String> = ["=", "push_back", "emplace_back", "return"]
  /// What joins its thread at the end of the block.
  private static let scoped: Set<String> = ["jthread", "async", "scope"]

  /// The statement around a line; nil if it does not end before another line.
  init?(at line: Int, before last: Int, in text: SourceText) {
    first = Self.firstLine(line, in: text)
    language = text.language
    end = first
    var (brackets, braces) = (0, 0)
    repeat {
      guard end < last, end - first < Self.longest else { return nil }
      for word in text.words(end) {
        if word.isSign("}") { if braces > 0 { braces -= 1 } else { openBlocks -= 1 } }
        // What follows the beginning of a block is in it.
        if braces == 0, openBlocks != 0, !word.isSign("{"), !word.isSign("}") { openBlocks = 0 }
        let isBody = braces > 0 || brackets > 0 || beginsBody()
        if braces == 0 { words.append(word) }
        switch word.kind == .sign ? word.text : "" {
        case "{": if isBody { braces += 1 } else { openBlocks += 1 }
        case "(", "[": brackets += 1
        case ")", "]": brackets -= 1
        default: break
        }
      }
      end += 1
    } while brackets > 0 || braces > 0
  }

  /// Whether a brace after the words so far begins what the thread runs: in C one after brackets begins a block.
  private func beginsBody() -> Bool {
    guard language == .c, let before = words.last else { return language != .c }
    return before.kind == .identifier || before.isSign("]")
  }

  /// The first line of a statement: a compiler may give the last one for the call.
  private static func firstLine(_ last: Int, in text: SourceText) -> Int {
    var (line, depth) = (last, 0)
    while line > max(1, last - longest) {
      for word in text.words(line) where word.kind == .sign {
        if ["(", "[", "{"].contains(word.text) { depth += 1 }
        if [")", "]", "}"].contains(word.text) { depth -= 1 }
      }
      if depth >= 0 { return line }
      line -= 1
    }
    return last
  }

  /// Whether the statement itself starts a thread that goes on after it: a function that the optimizer took off the stack
  /// may wait.
  var starts: Bool {
    guard words.contains(where: { Self.starting[language]?.contains($0.text) == true }) else { return false }
    let isAsync = language == .c && words.contains { $0.text == "async" }
    return !isAsync || words.contains { Self.keeping.contains($0.text) }
  }

  /// Whether the end of a block may wait for the thread. One from Rust's `thread::spawn` outlives its block.
  var waitsAtEnd: Bool {
    switch language {
    case .c: words.contains { Self.scoped.contains($0.text) }
    case .rust: !words.contains { $0.text == "thread" }
    default: true
    }
  }
}
