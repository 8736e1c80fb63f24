internal import RaceModel

/// A service message for TeamCity: `##teamcity[inspection file='a.go' line='8']`.
///
/// Source: "Service Messages" of TeamCity's documentation. Characters outside ASCII are written as numbers,
/// so that the line does not depend on the encoding in which an agent reads its output.
struct ServiceMessage {
  /// The maximum characters of names and identifiers.
  static let longestName = 255
  /// The maximum characters of messages and paths.
  static let longestText = 4000

  private var text: String

  init(_ name: StaticString) { text = "##teamcity[\(name)" }

  /// The line with its end.
  var line: String { text + "]\n" }

  /// Adds a value, cut to a number of characters before escaping. Its line ends are kept, other harmful
  /// characters are not.
  mutating func add(_ name: StaticString, _ value: String, most: Int = longestText) {
    text += " \(name)='"
    // Java counts and escapes UTF-16 units.
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
