internal import RaceModel

/// A line in the form of the GNU compilers: `FILE:LINE:COLUMN: warning: MESSAGE`.
struct GNULine {
  /// Its severity.
  enum Severity: String {
    case warning, note
  }

  /// A place in a file.
  struct Place {
    var file: String
    var line: Int
    /// The column, from 1; nil if unknown.
    var column: Int?

    init(file: String, line: Int, column: Int?) {
      (self.file, self.line, self.column) = (file, line, column)
    }

    /// The place of a frame; nil if its file or its line is unknown.
    init?(_ frame: Frame) {
      guard let file = frame.file, !SourcePaths.isPlaceholder(file), let line = frame.line else { return nil }
      self.init(file: file, line: line, column: frame.column)
    }
  }

  var place: Place
  var severity: Severity
  var message: String

  /// The line with its end. Problem matchers need a column, so an unknown one is 1.
  var text: String {
    let file = Cleaning.clean(place.file)
    return "\(file):\(place.line):\(place.column ?? 1): \(severity.rawValue): \(Self.harmless(message))\n"
  }

  /// A message that cannot begin another line: matchers take the last `:12:3: warning:` of a line for its
  /// place, and names in a log can hold one.
  private static func harmless(_ message: String) -> String {
    let scalars = Cleaning.clean(message).unicodeScalars.map { $0.properties.isWhitespace ? " " : $0 }
    var bytes: [UInt8] = []
    for byte in String(String.UnicodeScalarView(scalars)).utf8 {
      if byte == UInt8(ascii: " "), endsInNumber(bytes) { continue }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a text ends in `:12:`.
  private static func endsInNumber(_ bytes: [UInt8]) -> Bool {
    guard bytes.last == UInt8(ascii: ":") else { return false }
    let rest = bytes.dropLast().reversed().drop { (0x30...0x39).contains($0) }
    return rest.count < bytes.count - 1 && rest.first == UInt8(ascii: ":")
  }
}
