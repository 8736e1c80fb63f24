/// The kind of a log without reports, from its first bytes: for the person who opened it by mistake.
package enum LogContent: Hashable, Sendable {
  /// Text, apparently.
  case text
  /// Bytes that do not occur in text.
  case binary
  /// Files packed in a format that racetui does not unpack.
  case archive(String)

  /// Bytes to examine.
  static let headSize = 1024

  /// The kind from the first bytes of a log.
  init(_ head: [UInt8]) {
    // A tar file has its mark after the name of its first member.
    let tar = Array("ustar".utf8)
    if let mark = Self.marks.first(where: { head.starts(with: $0.bytes) }) {
      self = .archive(mark.name)
    } else if head.dropFirst(257).starts(with: tar) {
      self = .archive("tar")
    } else {
      self = head.contains(0) ? .binary : .text
    }
  }

  private static let marks: [(name: String, bytes: [UInt8])] = [
    ("zip", [0x50, 0x4B, 0x03, 0x04]), ("7z", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
    ("rar", Array("Rar!".utf8)), ("lz4", [0x04, 0x22, 0x4D, 0x18]),
  ]
}
