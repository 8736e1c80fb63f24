internal import RaceModel

/// A line that TeamCity takes for a message of the build: `##teamcity[inspection file='a.go' line='8']`.
///
/// Source: "Service Messages" of TeamCity's documentation. Everything but ASCII is written by its number, so that the
/// line does not depend on the encoding that an agent reads its output in.
struct ServiceMessage {
  /// Characters that names and identifiers have at most.
  static let longestName = 255
  /// Characters that messages and paths have at most.
  static let longestText = 4000

  private var text: String

  init(_ name: StaticString) { text = "##teamcity[\(name)" }

  /// The line with its end.
  var line: String { text + "]\n" }

  /// Adds a value, cut to so many characters before it is escaped. Lines in it are kept, anything else that is harmful
  /// is not.
  mutating func add(_ name: StaticString, _ value: String, most: Int = longestText) {
    text += " \(name)='"
    // Java counts, and escapes, units of UTF-16.
    var units = Array(value.utf16)
    if units.count > most { units = Array(units.prefix(most - 1)) + Array("…".utf16) }
    for scalar in String(decoding: units, as: UTF16.self).unicodeScalars { text += Self.escaped(scalar) }
    text += "'"
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "'", "|", "[", "]": return "|\(scalar)"
    case "\n": return "|n"
    case " "..."~": return String(scalar)
    default:
      let shown: Unicode.Scalar = scalar.isHarmful ? "\u{FFFD}" : scalar
      return UTF16.encode(shown).map { $0.map { "|0x" + hex($0) }.joined() } ?? ""
    }
  }

  private static func hex(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return String(repeating: "0", count: 4 - digits.utf8.count) + digits
  }
}
