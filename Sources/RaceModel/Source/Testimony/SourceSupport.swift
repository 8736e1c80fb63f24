/// Whether source text bears out what a stack says: that a line of the outer frame called the function
/// of the inner one. A line that does not is the mark of frames that were left behind.
package enum SourceSupport: Hashable, Sendable {
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
  ///   - reappears: whether the inner function recurs further out on the stack. Then a panic on
  ///     the line is no reason why it could have been called: nobody defers a call to itself.
  package static func of(
    _ file: SourceFile, line: Int, function: String, reappears: Bool = false
  ) -> SourceSupport {
    guard let text = SourceText(file) else { return .unknown }
    return of(text, line: line, function: function, reappears: reappears)
  }

  /// The same of a file that was taken apart before.
  ///
  /// - Parameter caller: the outer function's name as the log has it; it tells functions of Go from
  ///   methods and from functions of other packages that have the same name.
  static func of(
    _ text: SourceText, line: Int, function: String, caller: String? = nil, reappears: Bool = false
  ) -> SourceSupport {
    guard line >= 1, line <= text.lineCount, let name = CalledName.of(function, text.language) else {
      return .unknown
    }
    let statement = SourceStatement(line, in: text)
    let style = text.language.isGo ? caller.map { CallStyle(of: function, from: $0) } : nil
    switch occurrence(of: name, in: statement.words, style ?? .any) {
    case .called: return .calls
    case .named: return .unknown
    case .absent: break
    }
    guard text.language.isGo, statement.isWhole,
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

  /// How a call names a Go function: the text before the name.
  private enum CallStyle {
    /// A dot: a method, or a function of another package.
    case selected
    /// No dot: a function of the caller's own package.
    case plain
    /// Not known.
    case any

    init(of function: String, from caller: String) {
      let (callee, caller) = (GoFunctionName(function), GoFunctionName(caller))
      let isLocal = !callee.package.isEmpty && callee.package == caller.package
      self = callee.hasReceiver ? .selected : isLocal ? .plain : .any
    }

    func fits(_ index: Int, _ words: [LexedLine.Word]) -> Bool {
      let isSelected = index > 0 && words[index - 1].isSign(".")
      return self == .any || isSelected == (self == .selected)
    }
  }

  private static func occurrence(
    of name: String, in words: [LexedLine.Word], _ style: CallStyle
  ) -> Occurrence {
    // What a literal or a new goroutine calls is not called by this function.
    let callsLater = words.contains { $0.kind == .keyword && ["func", "go"].contains($0.text) }
    var result = Occurrence.absent
    for (index, word) in words.enumerated() where word.kind == .identifier && word.text == name {
      if !callsLater, style.fits(index, words), isCalled(index, words) { return .called }
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
