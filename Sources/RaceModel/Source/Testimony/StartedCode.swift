/// The statement that starts a goroutine.
struct StartedCode {
  /// Its last line.
  let last: Int
  private let text: SourceText
  private let first: Int

  /// The `go` statement on a line; nil where there is none, or several.
  init?(_ line: Int, in text: SourceText) {
    let words = text.words(line)
    guard words.count(where: { $0.kind == .keyword && $0.text == "go" }) == 1, words.first?.text == "go"
    else {
      return nil
    }
    var (depth, end) = (0, line)
    while end <= text.lineCount {
      for word in text.words(end) where word.kind == .sign {
        if ["{", "("].contains(word.text) { depth += 1 }
        if ["}", ")"].contains(word.text) { depth -= 1 }
      }
      if depth <= 0 { break }
      end += 1
    }
    guard depth == 0 else { return nil }
    (first, last, self.text) = (line, end, text)
  }

  /// What is wrong with how the code joins or leaves a group that the starter waits for, in words; nil where nothing is.
  ///
  /// - Parameter access: the line of its racing access.
  func misuse(of group: String, wait: SourcePlace, before access: Int?) -> String? {
    let waits = "\(wait) waits for \(group)"
    if let add = line(calling: "Add", of: group) {
      return "the goroutine calls \(group).Add itself, at line \(add): \(waits), perhaps before that"
    }
    if let access, (first...last).contains(access), let done = line(calling: "Done", of: group), done < access
    {
      return
        "the goroutine calls \(group).Done at line \(done), before its access at line \(access): \(waits)"
    }
    return nil
  }

  /// The line that calls a method of a variable, in no other function and not when the function ends.
  private func line(calling method: String, of variable: String) -> Int? {
    for number in first...last {
      let words = text.words(number)
      guard words.count > 3, words[0].text == variable, words[1].isSign("."), words[2].text == method,
        words[3].isSign("(")
      else { continue }
      return isInInnerFunction(number) ? nil : number
    }
    return nil
  }

  private func isInInnerFunction(_ number: Int) -> Bool {
    guard first < number else { return false }
    return (first..<number).flatMap { text.words($0) }.count { $0.kind == .keyword && $0.text == "func" } > 1
  }
}
