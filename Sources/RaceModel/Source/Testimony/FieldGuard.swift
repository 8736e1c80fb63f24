/// Under which lock the methods of a Go type use one of its fields: what most of them hold is meant to guard it.
public struct FieldGuard: Hashable, Sendable {
  /// A line that uses the field.
  public struct Use: Hashable, Sendable {
    /// The method.
    public var method: String
    /// The line.
    public var place: SourcePlace
  }

  /// The type: `Catalog`.
  public var type: String
  /// The field, by the receiver that the racing line calls it by: `c.items`.
  public var field: String
  /// The lock likewise: `c.mu`.
  public var lock: String
  /// The uses that hold it.
  public var held: [Use] = []
  /// Those that hold no such lock.
  public var without: [Use] = []
  /// Those of which it is not known.
  public var unknown: [Use] = []

  /// All of them.
  public var count: Int { held.count + without.count + unknown.count }

  /// What is known of the locks at a use: those of the type, by their names behind the receiver.
  private struct Known {
    var use: Use
    var locks: Set<String>
    var isWhole: Bool
  }

  /// Looks through the methods of a type; nil where no use holds a lock of the type, or all do.
  ///
  /// - Parameters:
  ///   - chain: the field as a method has it, its receiver first: `c`, `items`.
  ///   - files: the files of the package, by their names in the log.
  init?(_ chain: [String], of type: String, in files: [(path: String, text: SourceText)]) {
    guard chain.count > 1 else { return nil }
    let known = files.flatMap { Self.uses(of: chain.dropFirst(), type, $0.text, $0.path) }
    let counts = known.flatMap(\.locks).reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
    let best = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    guard let best, known.count > best.value else { return nil }
    (self.type, field, lock) = (type, chain.joined(separator: "."), "\(chain[0]).\(best.key)")
    for use in known {
      if use.locks.contains(best.key) {
        held.append(use.use)
      } else if use.isWhole {
        without.append(use.use)
      } else {
        unknown.append(use.use)
      }
    }
  }

  private static func uses(
    of fields: ArraySlice<String>, _ type: String, _ text: SourceText, _ path: String
  ) -> [Known] {
    (1..<(text.lineCount + 1)).flatMap { line -> [Known] in
      guard let receiver = receiver(text.words(line), type),
        let body = GoFunctionBody(around: line, in: text),
        body.lines.lowerBound == line, let name = body.name
      else { return [] }
      return body.lines.dropFirst().filter { uses([receiver] + fields, text.words($0)) }.map { number in
        let found = GoLocksAtLine(number, of: body, in: text)?.locks()
        let own = found?.held.map(\.event.lock).filter { $0.hasPrefix("\(receiver).") } ?? []
        return Known(
          use: Use(method: name, place: SourcePlace(file: path, line: number)),
          locks: Set(own.map { String($0.dropFirst(receiver.utf8.count + 1)) }),
          isWhole: found?.isWhole == true && found?.held.isEmpty == true)
      }
    }
  }

  /// `c` of `func (c *Catalog) Put(`
  private static func receiver(_ words: [LexedLine.Word], _ type: String) -> String? {
    guard words.count > 5, words[0].text == "func", words[0].start == 0, words[1].isSign("("),
      words[2].kind == .identifier
    else { return nil }
    let place = words[3].isSign("*") ? 4 : 3
    return words[place].text == type ? words[2].text : nil
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
}
