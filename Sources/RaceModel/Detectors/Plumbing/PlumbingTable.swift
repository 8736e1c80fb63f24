/// Rules sorted so that few of them have to be tried for a frame.
struct PlumbingTable: Sendable {
  /// Rules over the beginning of the function's name, by its first byte.
  private var byFirst: [[PlumbingRule]] = Array(repeating: [], count: 256)
  /// All others.
  private var others: [PlumbingRule] = []

  /// A table of rules, whose order does not matter.
  init(_ rules: [PlumbingRule]) {
    for rule in rules {
      switch rule.match {
      case .functionPrefix(let name), .function(let name), .unplacedPrefix(let name), .unplaced(let name):
        byFirst[Int(name.utf8Start.pointee)].append(rule)
      case .swiftLibrary: for first in "$gf".utf8 { byFirst[Int(first)].append(rule) }
      default: others.append(rule)
      }
    }
  }

  /// Whether one of the rules holds.
  func contains(_ frame: FrameNames, in text: Span<UInt8>) -> Bool {
    if let first = frame.function.first,
      byFirst[Int(text[first])].contains(where: { $0.holds(frame, in: text) })
    {
      return true
    }
    return others.contains { $0.holds(frame, in: text) }
  }
}
