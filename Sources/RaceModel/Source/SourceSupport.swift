/// Whether source text bears out what a stack says: that a line of the outer frame called the function
/// of the inner one. A line that does not is the mark of frames that were left behind.
public enum SourceSupport: Hashable, Sendable {
  /// The statement calls a function of that name.
  case calls
  /// The statement cannot have called it.
  case doesNotCall
  /// The text does not tell.
  case unknown

  /// Asks whether the statement on a line, counted from 1, calls a function.
  ///
  /// Code is called without its name through variables, interfaces with closures behind them, deferred
  /// and instrumented code: whenever that could be, the answer is `unknown`. Only for Go it can be
  /// `doesNotCall`; elsewhere macros, operators and destructors call without being seen.
  ///
  /// - Parameters:
  ///   - function: the inner function's name, as the log has it or only its last component.
  ///   - reappears: whether the inner function stands on the stack further out, too. Then a panic on
  ///     the line is no reason why it could have been called: nobody defers a call to itself.
  public static func of(
    _ file: SourceFile, line: Int, function: String, reappears: Bool = false
  ) -> SourceSupport {
    guard let text = SourceText(file), line >= 1, line <= text.lineCount,
      let name = CalledName.of(function, text.language)
    else { return .unknown }
    let statement = SourceStatement(line, in: text)
    switch occurrence(of: name, in: statement.words) {
    case .called: return .calls
    case .named: return .unknown
    case .absent: break
    }
    guard text.language == .go, statement.isWhole,
      let body = GoFunctionBody(around: statement.lines.lowerBound, in: text),
      body.rulesOutHiddenCalls(in: statement, panicsCount: !reappears)
    else { return .unknown }
    return .doesNotCall
  }

  private enum Occurrence {
    case called
    case named
    case absent
  }

  private static func occurrence(of name: String, in words: [LexedLine.Word]) -> Occurrence {
    // What a literal or a new goroutine calls is not called by this function.
    let callsLater = words.contains { $0.kind == .keyword && ["func", "go"].contains($0.text) }
    var result = Occurrence.absent
    for (index, word) in words.enumerated() where word.kind == .identifier && word.text == name {
      if !callsLater, isCalled(index, words) { return .called }
      result = .named
    }
    return result
  }

  private static func isCalled(_ index: Int, _ words: [LexedLine.Word]) -> Bool {
    guard index + 1 < words.count else { return false }
    if words[index + 1].isSign("(") { return true }
    // `Map[int, string](list)`
    guard words[index + 1].isSign("["), let close = words[index...].firstIndex(where: { $0.isSign("]") })
    else { return false }
    return close + 1 < words.count && words[close + 1].isSign("(")
  }
}
