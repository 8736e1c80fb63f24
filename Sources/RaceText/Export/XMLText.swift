internal import RaceModel

/// Log text in XML and HTML, without markup or characters that XML 1.0 forbids.
enum XMLText {
  /// Text within a line, for the content of an element and for a value in double quotes.
  static func escaped(_ text: String) -> String { escaped(text, keeping: "") }

  /// Lines; their ends and tabs are kept.
  static func lines(_ text: String) -> String { escaped(text, keeping: "\n\t") }

  private static func escaped(_ text: String, keeping kept: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": bytes += "&amp;".utf8
      case "<": bytes += "&lt;".utf8
      // `]]>` is forbidden in text.
      case ">": bytes += "&gt;".utf8
      case "\"": bytes += "&quot;".utf8
      case "'": bytes += "&#39;".utf8
      default:
        let isAllowed = kept.unicodeScalars.contains(scalar) || !(scalar.isHarmful || isForbidden(scalar))
        bytes += UTF8.encode(isAllowed ? scalar : "\u{FFFD}") ?? UTF8.encodedReplacementCharacter
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Source: XML 1.0, 2.2, "Char"; control characters and surrogates are already gone.
  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool { scalar.value & 0xFFFE == 0xFFFE }
}
