import Testing

@testable import RaceModel

/// Checks that a log reads as an outline says, at once and in pieces.
func expectRead(
  _ text: String, _ outline: String, _ what: String = "", location: SourceLocation = #_sourceLocation
) throws {
  let log = try ReadLog(text)
  #expect(log.outline == outline, "\(what)", sourceLocation: location)
  #expect(log.contradictions == [], "\(what)", sourceLocation: location)
  #expect(
    try ReadLog(text, chunkSize: 7).outline == outline, "\(what), in pieces", sourceLocation: location)
}

extension ReadLog {
  /// Package and test of each report, `-` if unknown.
  var testNames: [String] {
    entries.map { entry in
      let during = index.printedDuring(entry)
      return "\(during?.package ?? "-") \(during?.test ?? "-")"
    }
  }
}

extension String {
  /// The text with a prefix before each line.
  func prefixed(_ prefix: String) -> String {
    split(separator: "\n", omittingEmptySubsequences: false).map { prefix + $0 }.joined(separator: "\n")
  }

  /// The text as that of an element of a page or of XML.
  var asElement: String {
    replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }

  /// The text without a character at its end.
  func trimming(_ end: Character) -> String {
    var text = self
    while text.last == end { text.removeLast() }
    return text
  }
}

/// A race as Helgrind prints it.
func helgrindRace(pid: Int, read: String, write: String, variable: String) -> String {
  """
  Possible data race during read of size 4 at 0x10C08C by thread #1
  Locks held: none
     at 0x109532: \(read) (m.c:16)

  This conflicts with a previous write of size 4 by thread #2
  Locks held: none
     at 0x1094E5: \(write) (m.c:9)
   Address 0x10c08c is 0 bytes inside data symbol "\(variable)"

  """.split(separator: "\n", omittingEmptySubsequences: false)
    .map { $0.isEmpty ? "==\(pid)==" : "==\(pid)== \($0)" }.joined(separator: "\n")
}
