/// The field or the variable that a race is on, as the code tells: a racing line writes it and nothing else, or reads nothing
/// else.
package struct WrittenName: Hashable, Sendable {
  /// The name with its owners, as the writing line has it: `c.items`; `an element of c.items` where one of those is written.
  package var name: String
  /// The statements that change what they read: `p.Finished++`. Nil on a side that does something else.
  package var updates: Sides<String?>
  /// Whether both sides are on one line of one function.
  package var isSameLine: Bool
  /// The functions of the program that have the name, where functions of a library make the accesses.
  package var callers: Sides<String>?

  /// What both sides do, where it is one statement that changes what it reads.
  package var statement: String? { isSameLine ? updates.a : nil }

  /// The variable of a loop, which its head writes.
  init(_ loop: LoopVariable) { self.init(loop.name) }

  /// A name alone.
  init(_ name: String, isSameLine: Bool = false) {
    self.name = name
    self.isSameLine = isSameLine
    updates = Sides(nil, nil)
  }

  /// The object of a library that both lines use.
  init(_ object: CalledObject, _ lines: Sides<RacingLine>) {
    self.init(object.name, isSameLine: lines.a.isSame(as: lines.b))
    callers = lines.map(\.function)
  }

  /// The name of what a line writes, or reads in order to change it, for a report that lacks the other side; nil if the
  /// line does not tell.
  init?(ofWriting line: RacingLine) {
    guard line.isDirect, line.statement.isWhole,
      let target = WriteTarget(line.words, line.text.language), !Self.isOwnPointer(target),
      line.operation.writes || Self.readsNothingElse(line, target)
    else { return nil }
    self.init(Self.isElement(target, line) ? "an element of \(target.name)" : target.name)
  }

  /// Compares the racing lines; nil when they do not tell.
  ///
  /// The line that writes tells the name alone, since the detector says that both sides use one memory. Where both lines
  /// write, and what they write has different names, one of them is misread.
  init?(_ lines: Sides<RacingLine>) {
    guard
      let found = WrittenName(assignedOn: lines) ?? WrittenName(containersOf: lines)
        ?? WrittenName(onlyOneOf: lines)
    else { return nil }
    self = found
  }

  /// What one of the lines tells, where the other one tells nothing.
  private init?(onlyOneOf lines: Sides<RacingLine>) {
    let written = lines.both.compactMap { WrittenName(ofWriting: $0) }
    guard written.count < 2, let found = written.first ?? WrittenName(readOn: lines) else { return nil }
    self = found
    isSameLine = lines.a.isSame(as: lines.b)
  }

  /// What one line reads and the other one names as well, or writes by a pointer.
  private init?(readOn lines: Sides<RacingLine>) {
    for side in Side.allCases {
      let other = lines[side.other]
      guard other.operation.writes, other.isDirect, let found = WrittenName(ofReading: lines[side]) else {
        continue
      }
      let byPointer = WriteTarget(other.words, other.text.language).map(Self.isOwnPointer) == true
      let isLocal = LocalNames.declares(found.name, before: lines[side].number, in: lines[side].text)
      guard byPointer || (!isLocal && Self.names(found.name, other.words)) else { continue }
      self = found
      return
    }
    return nil
  }

  private init?(assignedOn lines: Sides<RacingLine>) {
    var targets = lines.map { line in
      line.isDirect && line.statement.isWhole ? WriteTarget(line.words, line.text.language) : nil
    }
    if targets.a == nil, targets.b == nil { targets = Self.common(lines) }
    let writers = Side.allCases.filter { lines[$0].operation.writes && targets[$0] != nil }
    guard let side = writers.first, let target = targets[side] else { return nil }
    let isElement = Self.isElement(target, lines[side])
    if writers.count > 1, let other = targets[side.other] {
      // The whole and an element of it are two places in memory.
      guard other.chain.last == target.chain.last, Self.isElement(other, lines[side.other]) == isElement
      else {
        return nil
      }
    }
    if Self.isOwnPointer(target), !lines.a.isInFunction(of: lines.b),
      !lines[side.other].words.contains(where: { $0.text == target.chain[0] })
    {
      return nil
    }
    name = isElement ? "an element of \(target.name)" : target.name
    isSameLine = lines.a.isSame(as: lines.b)
    updates = targets.map { $0?.chain.last == target.chain.last ? $0?.statement : nil }
  }
}

extension WrittenName {
  /// Whether words name a variable, or a field of the object that the function is of.
  private static func names(_ name: String, _ words: [LexedLine.Word]) -> Bool {
    words.indices.contains { position in
      guard words[position].kind == .identifier, words[position].text == name else { return false }
      return position == 0 || !words[position - 1].isSelector
        || (position > 1 && words[position - 2].kind == .keyword)
    }
  }

  /// Whether the memory that a variable points to is written: in other functions that has another name.
  private static func isOwnPointer(_ target: WriteTarget) -> Bool {
    target.name.hasPrefix("*") && target.chain.count == 1
  }

  /// Whether a statement that changes what it reads, as `n += d`, reads nothing else that others can write.
  private static func readsNothingElse(_ line: RacingLine, _ target: WriteTarget) -> Bool {
    guard target.statement != nil, !target.isElement, target.chain.count <= 2 else { return false }
    func isLocal(_ name: String) -> Bool { LocalNames.declares(name, before: line.number, in: line.text) }
    if target.chain.count == 2, !isLocal(target.chain[0]) { return false }
    return line.words.allSatisfy { word in
      word.kind != .identifier || target.chain.contains(word.text) || isLocal(word.text)
    } && !line.words.contains { $0.isSign("(") || $0.isSign("[") }
  }

  /// Whether an element of what has the name is written itself. The map of Go that one is assigned in changes as a whole, by a
  /// function of the runtime; in Swift an index may be one of a dictionary, which does as well.
  private static func isElement(_ target: WriteTarget, _ line: RacingLine) -> Bool {
    target.isElement && !line.isInMap && line.text.language != .swift
  }

  /// The container that a line changes by a method of the library; nil where both do, under two names.
  private init?(containersOf lines: Sides<RacingLine>) {
    let objects = lines.map { line in line.container.flatMap { CalledObject(line, calls: $0) } }
    guard let object = objects.a ?? objects.b else { return nil }
    if let a = objects.a, let b = objects.b, a.chain.last != b.chain.last { return nil }
    let isWriter = Side.allCases.contains { lines[$0].operation.writes && objects[$0] != nil }
    guard isWriter else { return nil }
    self.init(object.name, isSameLine: lines.a.isSame(as: lines.b))
  }

  /// What a line of several statements writes that the other line names, too: `s.top` of `s.top = v; s.list = nil`
  /// beside `return s.top`. Nil where two would do, or where a line may use memory that it has no name for.
  private static func common(_ lines: Sides<RacingLine>) -> Sides<WriteTarget?> {
    var found = Sides<WriteTarget?>(nil, nil)
    guard lines.both.allSatisfy({ $0.isDirect && $0.statement.isWhole }) else { return found }
    for side in Side.allCases where lines[side].operation.writes {
      let (line, other) = (lines[side], lines[side.other].words)
      guard let targets = WriteTarget.each(line.words, line.text.language), targets.count > 1,
        targets.allSatisfy({ $0.chain.count > 1 && !$0.name.hasPrefix("*") }),
        !other.contains(where: { $0.isSign("*") || $0.isSign("[") })
      else { continue }
      let fields = Set(
        other.indices.dropFirst().filter { index in
          other[index].kind == .identifier && [".", "->"].contains(other[index - 1].text)
            && !(index + 1 < other.count && other[index + 1].isSign("("))
        }.map { other[$0].text })
      let named = targets.filter { $0.chain.last.map(fields.contains) == true }
      if named.count == 1 { found[side] = named[0] }
    }
    return found
  }
}

extension Operation {
  /// Whether memory is changed.
  var writes: Bool { self == .write || self == .readWrite }
}
