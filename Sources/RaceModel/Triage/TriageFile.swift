/// The text of a triage file, or of a baseline: a header, then a line for each race, sorted by key, so that
/// git can merge it and a person can edit it. Other lines are kept in place: comments before the entry below
/// them.
///
/// If two lines are about one race, as after a merge, the later day counts, and on the same day the last
/// line.
public struct TriageFile: Hashable, Sendable {
  /// The version of the rules for keys: it changes when the same log gets other keys.
  public static let keyRules = 1

  /// An entry with the other lines above it.
  private struct Item: Hashable, Sendable {
    var above: [String]
    var entry: TriageEntry
  }

  private var header: [String]
  private var items: [Item] = []
  private var footer: [String] = []
  /// The numbers of the lines that are neither entries nor comments.
  public private(set) var strange: [Int] = []
  /// Whether git has left both sides of a conflict in it, so that it must not be written.
  public private(set) var hasConflict = false
  /// The version of the rules for its keys; nil if it does not say.
  public private(set) var rules: Int?

  /// A file without entries.
  ///
  /// - Parameter title: its title, for people who open it.
  public init(title: String = "racetui triage") {
    header = [
      "# \(title) 1: KEY STATE by=NAME on=DATE link=URL why=\"...\" detector=NAME race=\"...\"",
      "\(Self.rulesMark)\(Self.keyRules)", "",
    ]
    rules = Self.keyRules
  }

  private static let rulesMark = "# keys by rules "

  /// Reads a file without losing anything.
  public init(text: String) {
    header = []
    var above: [String] = []
    // A line may have a Windows line end, which is a single character.
    var lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      String(Substring($0))
    }
    if lines.last == "" { lines.removeLast() }
    for (position, line) in lines.enumerated() {
      if line.hasPrefix(Self.rulesMark) { rules = Int(line.dropFirst(Self.rulesMark.utf8.count)) }
      if let entry = TriageEntry(line: line) {
        if items.isEmpty { (header, above) = Self.split(above) }
        items.append(Item(above: above, entry: entry))
        above = []
        continue
      }
      if ["<<<<<<<", "=======", ">>>>>>>"].contains(where: { line.hasPrefix($0) }) { hasConflict = true }
      let isComment = line.hasPrefix("#") || line.allSatisfy(\.isWhitespace)
      if !isComment { strange.append(position + 1) }
      above.append(line)
    }
    if items.isEmpty { header = above } else { footer = above }
  }

  /// The lines up to the last empty one belong to the file, those below it to the entry.
  private static func split(_ above: [String]) -> (header: [String], above: [String]) {
    guard let empty = above.lastIndex(where: { $0.allSatisfy(\.isWhitespace) }) else { return (above, []) }
    return (Array(above[...empty]), Array(above[(empty + 1)...]))
  }

  // MARK: Entries

  /// The entries by race.
  public var entries: [RaceKey: TriageEntry] {
    items.reduce(into: [:]) { found, item in
      if let known = found[item.entry.key], (known[.on] ?? "") > (item.entry[.on] ?? "") { return }
      found[item.entry.key] = item.entry
    }
  }

  /// Replaces all lines about a race by one entry; nil removes them.
  public mutating func set(_ key: RaceKey, _ entry: TriageEntry?) {
    let above = items.filter { $0.entry.key == key }.flatMap(\.above)
    let place = items.firstIndex { $0.entry.key.value >= key.value } ?? items.count
    items.removeAll { $0.entry.key == key }
    guard var entry else {
      // Comments above it are kept.
      if !above.isEmpty {
        if place < items.count {
          items[place].above.insert(contentsOf: above, at: 0)
        } else {
          footer.insert(contentsOf: above, at: 0)
        }
      }
      return
    }
    entry.key = key
    items.insert(Item(above: above, entry: entry), at: min(place, items.count))
  }

  // MARK: Text

  /// The text, sorted by key.
  public var text: String {
    let sorted = items.enumerated().sorted {
      ($0.element.entry.key.value, $0.offset) < ($1.element.entry.key.value, $1.offset)
    }
    let lines = header + sorted.flatMap { $0.element.above + [$0.element.entry.line] } + footer
    return lines.map { $0 + "\n" }.joined()
  }

  /// How many first bytes are enough to recognize a file.
  public static let headSize = 4096

  /// Whether a text is a triage file or a baseline, and not a log: its first line says so, or the first line
  /// that is neither a comment nor a conflict mark begins with a race's key.
  ///
  /// - Parameter head: its first bytes.
  public static func isOne(_ head: some Sequence<UInt8>) -> Bool {
    let text = Array(head.prefix(headSize))
    if text.starts(with: "# racetui ".utf8) { return true }
    let line = text.split(separator: 0x0A).first { line in
      line.first != UInt8(ascii: "#") && !line.starts(with: "<<<<<<< ".utf8)
    }
    guard let line, let blank = line.firstIndex(of: 0x20) else { return false }
    return line[..<blank].count == 16 && line[..<blank].allSatisfy { hexDigit($0) != nil }
  }
}
