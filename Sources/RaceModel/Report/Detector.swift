/// Which tool printed a report: its name in the export and in the keys of races, such as `go`.
public struct Detector: Hashable, Sendable, CustomStringConvertible {
  /// The letters of the name, the first one lowest: an index of many reports holds the name for each.
  private let letters: UInt64

  /// The detector with a name.
  ///
  /// - Precondition: the name has eight letters at most, all of them ASCII.
  init(_ name: StaticString) {
    precondition(name.utf8CodeUnitCount <= 8, "A detector's name has eight letters at most.")
    letters = name.withUTF8Buffer { $0.reversed().reduce(0) { $0 << 8 | UInt64($1) } }
  }

  /// Its name.
  public var name: String {
    withUnsafeBytes(of: letters.littleEndian) { String(decoding: $0.prefix { $0 > 0 }, as: UTF8.self) }
  }

  /// Its name.
  public var description: String { name }
}
