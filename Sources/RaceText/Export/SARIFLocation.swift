internal import RaceModel

extension JSONWriter {
  /// Writes a location of SARIF. A file in the repository is relative to its root, any other is as printed in
  /// the log.
  mutating func sarif(_ place: ExportedPlace, message: String, id: Int? = nil) {
    begin()
    if let id { field("id", id) }
    object("physicalLocation") { json in
      json.object("artifactLocation") { json in
        json.field("uri", Self.uri(place))
        if place.isInRepository { json.field("uriBaseId", "%SRCROOT%") }
      }
      json.object("region") { json in
        json.field("startLine", place.line)
        if let column = place.column { json.field("startColumn", column) }
      }
    }
    text("message", Cutting.bytes(Cleaning.clean(message), 1 << 10))
    end()
  }

  /// The address of a file: relative, or with the scheme `file`.
  ///
  /// Source: RFC 3986, 2.3 and 3.3, and RFC 8089. Everything but letters, digits and `-._~/` is escaped, so
  /// that a path cannot become a scheme, query or fragment.
  private static func uri(_ place: ExportedPlace) -> String {
    let isAbsolute = !place.isInRepository && SourcePaths.isRooted(place.file)
    let path = isAbsolute ? place.file.replacing("\\", with: "/") : place.file
    var bytes = isAbsolute ? Array((path.hasPrefix("/") ? "file://" : "file:///").utf8) : []
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: bytes.append(byte)
      case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        bytes.append(byte)
      case UInt8(ascii: ":") where isAbsolute: bytes.append(byte)
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        bytes += "%\(byte < 16 ? "0" : "")\(digits)".utf8
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
