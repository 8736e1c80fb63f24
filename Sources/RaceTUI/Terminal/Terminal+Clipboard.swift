package import RaceModel

extension Terminal {
  /// Puts text on the clipboard of the terminal that shows us, also across ssh.
  ///
  /// The sequence (OSC 52) has no answer: a terminal that does not allow it ignores it.
  ///
  /// - Returns: false when the terminal has no clipboard, or the text is too long for it.
  package borrowing func copy(_ text: ClipboardText) -> Bool {
    // xterm and others accept no longer sequence.
    guard type.isAnsi, text.text.utf8.count <= 74_994 / 4 * 3 else { return false }
    write("\u{1B}]52;c;\(Base64.encode(text.text.utf8))\u{7}")
    return true
  }
}

/// The encoding of RFC 4648, which the standard library lacks and for which Foundation is too large.
enum Base64 {
  private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// Encodes with padding and without line breaks.
  static func encode(_ bytes: some Sequence<UInt8>) -> String {
    var encoded: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in bytes {
      bits = bits << 8 | UInt32(byte)
      count += 1
      guard count == 3 else { continue }
      for shift in [UInt32(18), 12, 6, 0] { encoded.append(letters[Int(bits >> shift & 63)]) }
      bits = 0
      count = 0
    }
    if count > 0 {
      bits <<= UInt32(8 * (3 - count))
      for index in 0..<4 {
        let letter = letters[Int(bits >> UInt32(18 - 6 * index) & 63)]
        encoded.append(index <= count ? letter : UInt8(ascii: "="))
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }
}
