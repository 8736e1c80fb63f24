/// Names of Swift access races: of whole variables and properties that a line changes.
extension WrittenName {
  /// What a line hands to a function as `inout`; nil where none does, or where both lines hand over something else.
  init?(handedOverOn lines: Sides<RacingLine>) {
    let handed = Self.swiftWriters(lines).filter { lines[$0].isDirect }.map {
      Self.handedOver(lines[$0].words)
    }
    .filter { !$0.isEmpty }
    guard let first = handed.first, handed.allSatisfy({ $0.count == 1 && $0[0].last == first[0].last }) else {
      return nil
    }
    self.init(first[0].joined(separator: "."), isSameLine: lines.a.isSame(as: lines.b))
  }

  /// What a line calls a method of that the other one names, too; nil where several would do, or where both lines tell something else.
  init?(receiverOn lines: Sides<RacingLine>) {
    let receivers = Self.swiftWriters(lines).compactMap { side in
      Self.receiver(lines[side].words, namedBy: lines[side.other].words)
    }
    guard let first = receivers.first, receivers.allSatisfy({ $0.last == first.last }) else { return nil }
    self.init(first.joined(separator: "."), isSameLine: lines.a.isSame(as: lines.b))
  }

  private static func swiftWriters(_ lines: Sides<RacingLine>) -> [Side] {
    Side.allCases.filter { isSwiftWriter(lines[$0]) }
  }

  private static func isSwiftWriter(_ line: RacingLine) -> Bool {
    line.operation.writes && line.statement.isWhole && line.text.language == .swift
  }

  /// What a line is about that changes it in a Swift access race, for a report that lacks the other line; nil if the line does
  /// not tell.
  init?(ofSwiftAccess line: RacingLine) {
    guard Self.isSwiftWriter(line) else { return nil }
    let handed = line.isDirect ? Self.handedOver(line.words) : []
    guard handed.count < 2, let chain = handed.first ?? Self.receiver(line.words, namedBy: line.words) else {
      return nil
    }
    self.init(chain.joined(separator: "."))
  }

  /// What a line hands to functions to be changed: `store.items` of `grow(&store.items)`.
  private static func handedOver(_ words: [LexedLine.Word]) -> [[String]] {
    var chains: [[String]] = []
    for position in words.indices.dropLast() where words[position].isSign("&") && words[position + 1].isName {
      // `a & b` is no argument.
      guard
        position == 0 || words[position - 1].isSign("(") || words[position - 1].isSign(",")
          || words[position - 1].isSign(":")
      else { continue }
      var (chain, end) = ([words[position + 1].text], position + 2)
      while end + 1 < words.count, words[end].isSign("."), words[end + 1].isName {
        chain.append(words[end + 1].text)
        end += 2
      }
      // What an index or a call gives has no name of its own.
      guard end >= words.count || !(words[end].isSign("[") || words[end].isSign("(")) else { return [] }
      if !chains.contains(chain) { chains.append(chain) }
    }
    return chains
  }

  /// The only variable or property with a method called on it that another line names, too: `c.points` of
  /// `c.points.append(p)` beside `c.points.count`.
  private static func receiver(_ words: [LexedLine.Word], namedBy other: [LexedLine.Word]) -> [String]? {
    guard let chains = NameChain.all(in: words, .swift, limit: SharedIdentifiers.mostNames),
      let others = NameChain.all(in: other, .swift, limit: SharedIdentifiers.mostNames)
    else { return nil }
    let named = Set(
      chains.filter { chain in
        guard chain.isReceiver, !chain.isCut, let name = chain.parts.last else { return false }
        // A type that has a function of its own.
        if chain.parts.count == 1, name.first?.isUppercase == true { return false }
        return others.contains { $0.parts.contains(name) }
      }.map(\.parts))
    return named.count == 1 ? named.first : nil
  }
}
