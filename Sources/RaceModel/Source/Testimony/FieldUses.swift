/// The lines of a Go type's methods that use one of its fields, with the locks that each holds.
package struct FieldUses: Hashable, Sendable {
  /// A line that uses the field.
  package struct Use: Hashable, Sendable {
    /// The method.
    package var method: String
    /// The line.
    package var place: SourcePlace
  }

  /// A use with what is known of its locks.
  struct LockedUse: Hashable, Sendable {
    var use: Use
    /// The locks of the type, by their names behind the receiver.
    var locks: Set<String>
    /// Whether it is certain that the method holds none at all.
    var holdsNone: Bool
  }

  /// The type: `Catalog`.
  let type: String
  /// The receiver of the method that was asked about: `c`.
  let receiver: String
  /// The field by that: `c.items`.
  let field: String
  /// The uses, in the order of the files.
  let all: [LockedUse]

  /// Whether no use holds a lock, nor does a function that calls one of the methods.
  let holdNoLock: Bool

  /// Looks through the methods of a type; nil where none uses the field.
  ///
  /// - Parameters:
  ///   - chain: the field as a method has it, its receiver first: `c`, `items`.
  ///   - files: the files of the package, by their names in the log.
  init?(_ chain: [String], of type: String, in files: [(path: String, text: SourceText)]) {
    guard chain.count > 1 else { return nil }
    (self.type, receiver, field) = (type, chain[0], chain.joined(separator: "."))
    all = files.flatMap { Self.uses(of: chain.dropFirst(), type, $0.text, $0.path) }
    if all.isEmpty { return nil }
    let methods = Set(all.map(\.use.method))
    holdNoLock =
      all.count > 1 && all.allSatisfy(\.holdsNone)
      && !Self.areCalledUnderLock(methods, of: type, in: files.map(\.text))
  }

  /// Whether a function that takes a lock calls one of the methods: they may be meant to be called so.
  private static func areCalledUnderLock(
    _ methods: Set<String>, of type: String, in files: [SourceText]
  ) -> Bool {
    files.contains { text in
      (1..<(text.lineCount + 1)).contains { line in
        guard text.words(line).first?.text == "func", let body = GoFunctionBody(around: line, in: text),
          body.lines.lowerBound == line
        else { return false }
        let words = body.lines.flatMap { text.words($0) }
        guard words.indices.contains(where: { takesLock($0, words) }) else { return false }
        // The methods of another type, by that type's receiver.
        let other = receiver(text.words(line), type) == nil ? body.receiver : nil
        return words.indices.dropFirst(2).dropLast().contains { position in
          words[position - 1].isSign(".") && methods.contains(words[position].text)
            && words[position + 1].isSign("(")
            && (other == nil || words[position - 2].text != other)
        }
      }
    }
  }

  /// `.Lock(`, `.RLock(`, `.withLock(`
  private static func takesLock(_ position: Int, _ words: [LexedLine.Word]) -> Bool {
    guard position > 0, position + 1 < words.count, words[position - 1].isSign("."),
      words[position + 1].isSign("("),
      case let name = words[position].text.lowercased(), name.hasSuffix("lock")
    else { return false }
    return !["unlock", "block", "clock"].contains { name.hasSuffix($0) }
  }

  private static func uses(
    of fields: ArraySlice<String>, _ type: String, _ text: SourceText, _ path: String
  ) -> [LockedUse] {
    (1..<(text.lineCount + 1)).flatMap { line -> [LockedUse] in
      guard let receiver = receiver(text.words(line), type),
        let body = GoFunctionBody(around: line, in: text),
        body.lines.lowerBound == line, let name = body.name
      else { return [] }
      return body.lines.filter { uses([receiver] + fields, text.words($0)) }.map { number in
        let found = GoLocksAtLine(number, of: body, in: text)?.locks()
        let own = found?.held.map(\.event.lock).filter { $0.hasPrefix("\(receiver).") } ?? []
        return LockedUse(
          use: Use(method: name, place: SourcePlace(file: path, line: number)),
          locks: Set(own.map { String($0.dropFirst(receiver.utf8.count + 1)) }),
          holdsNone: found?.isWhole == true && found?.held.isEmpty == true
            && !isInClosure(number, of: body, in: text))
      }
    }
  }

  /// `c` of `func (c *Catalog) Put(`
  private static func receiver(_ words: [LexedLine.Word], _ type: String) -> String? {
    guard words.count > 5, words[0].text == "func", words[0].start == 0, words[1].isSign("("),
      words[2].kind == .identifier
    else { return nil }
    let position = words[3].isSign("*") ? 4 : 3
    return words[position].text == type ? words[2].text : nil
  }

  private static func uses(_ chain: [String], _ words: [LexedLine.Word]) -> Bool {
    words.indices.contains { start in
      guard words[start].text == chain[0], start == 0 || !words[start - 1].isSign(".") else { return false }
      let end = start + 2 * chain.count - 1
      guard end <= words.count else { return false }
      return stride(from: start, to: end, by: 2).map { words[$0].text } == chain
        && stride(from: start + 1, to: end, by: 2).allSatisfy { words[$0].isSign(".") }
    }
  }

  /// Whether a line is in a function without a name that is called, passed or kept where it stands: who calls it may hold a
  /// lock.
  private static func isInClosure(_ line: Int, of body: GoFunctionBody, in text: SourceText) -> Bool {
    guard let blocks = GoBlocks(body, in: text), let token = blocks.tokens.first(where: { $0.line == line })
    else { return true }
    switch blocks.kind(of: blocks.function(of: token.block)) {
    case .function, .literal(.goroutine): return false
    default: return true
    }
  }
}
