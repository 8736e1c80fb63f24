/// The field or the variable that a race is on, as the code tells: a racing line writes it and nothing else.
public struct WrittenName: Hashable, Sendable {
  /// The name with its owners, as the writing line has it: `c.items`.
  public var name: String
  /// The statements that change what they read: `p.Finished++`. Nil on a side that does something else.
  public var updates: Sides<String?>
  /// Whether both sides are on one line of one function.
  public var isSameLine: Bool

  /// What both sides do, where it is one statement that changes what it reads.
  public var statement: String? { isSameLine ? updates.a : nil }

  /// The variable of a loop, which its head writes.
  init(_ loop: LoopVariable) {
    name = loop.name
    updates = Sides(nil, nil)
    isSameLine = false
  }

  /// Compares the racing lines; nil when they do not tell.
  ///
  /// The line that writes tells the name alone, since the detector says that both sides use one memory. Where both lines
  /// write, and what they write has different names, one of them is misread.
  init?(_ lines: Sides<RacingLine>) {
    let targets = lines.map { line in
      line.isDirect && line.statement.isWhole ? WriteTarget(line.words, line.text.language) : nil
    }
    let writers = Side.allCases.filter { lines[$0].operation.writes && targets[$0] != nil }
    guard let side = writers.first, let target = targets[side] else { return nil }
    if writers.count > 1, targets[side.other]?.chain.last != target.chain.last { return nil }
    name = target.name
    isSameLine = lines.a.place == lines.b.place && lines.a.isInFunction(of: lines.b)
    updates = targets.map { $0?.chain.last == target.chain.last ? $0?.statement : nil }
  }
}

extension Operation {
  /// Whether memory is changed.
  var writes: Bool { self == .write || self == .readWrite }
}
