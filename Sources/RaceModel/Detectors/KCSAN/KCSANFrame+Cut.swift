/// Frames of which a viewer has shown no more than fits its width:
///
///     fn+0x1d/0x30 net/core/de
///     fn+0x1d/0x30 [mod
///     fn+0x1d/0x
///     fn (net/core/dev.c:70
extension KCSANFrame {
  /// The folders of the kernel's sources.
  private static let folders: [StaticString] = [
    "arch/", "block/", "certs/", "crypto/", "drivers/", "fs/", "include/", "init/", "io_uring/", "ipc/",
    "kernel/", "lib/", "mm/", "net/", "rust/", "samples/", "security/", "sound/", "tools/", "virt/",
  ]

  /// Whether only the beginning of the size, of a place, or of a module follows the function and its offset.
  func hasCutEnd(_ bytes: Span<UInt8>, _ rest: Range<Int>) -> Bool {
    if hasOffset ? bytes.isBeginning(of: "/0x0", rest) : bytes.equals("+0x", rest) { return true }
    let text = bytes.trimmed(rest)
    guard let first = text.first, first > rest.lowerBound else { return false }
    switch bytes[first] {
    case UInt8(ascii: "["): return hasOffset && Self.isCutModule(bytes, text)
    case UInt8(ascii: "("):
      return bytes.first(UInt8(ascii: ")"), in: text) == nil && Self.areCutPlaces(bytes, text.dropFirst())
    default: return hasOffset && Self.isCutPath(bytes, text)
    }
  }

  /// Whether a text is the beginning of `[module BUILD-ID]`.
  private static func isCutModule(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
    let name = bytes.upToBlank(text.dropFirst())
    guard name.allSatisfy({ isSymbol(bytes[$0]) || bytes[$0] == UInt8(ascii: "-") }) else { return false }
    let build = bytes.trimmed(name.upperBound..<text.upperBound)
    return build.isEmpty || (!name.isEmpty && build.allSatisfy { hexDigit(bytes[$0]) != nil })
  }

  /// Whether a text is places, the last of which may lack its end.
  private static func areCutPlaces(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
    var rest = text
    while let word = nextWord(bytes, &rest) {
      var frame = KCSANFrame(function: 0..<0)
      if frame.readFile(bytes, word) { continue }
      return bytes.trimmed(rest).isEmpty && isCutPath(bytes, word)
    }
    return bytes.first(UInt8(ascii: "/"), in: text) != nil
  }

  /// Whether a text is a path without a line; it may be cut anywhere.
  private static func isCutPath(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
    let path = bytes.ends(":", in: text) ? text.lowerBound..<text.upperBound - 1 : text
    guard path.count > 1, let first = path.first, !bytes[first].isDigit,
      path.allSatisfy({ isOfPath(bytes[$0]) })
    else { return false }
    return bytes.first(UInt8(ascii: "/"), in: path) != nil
      || folders.contains { bytes.isBeginning(of: $0, path) }
  }

  private static func isOfPath(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "+"): true
    default: isSymbol(byte)
    }
  }

  /// Whether a frame that was cut and the next line are one frame: the path goes on there, up to its line.
  ///
  /// - Parameters:
  ///   - frame: both.
  ///   - joint: where the next line begins.
  func goesOn(_ bytes: Span<UInt8>, in frame: KCSANFrame, at joint: Int, above: Range<Int>) -> Bool {
    guard isCut, !Self.endsAsFile(bytes, above) else { return false }
    return frame.place.file.lowerBound < joint && joint < frame.place.file.upperBound
  }

  /// Whether a text begins as a frame does: it is the rest of none.
  static func begins(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
    let start = nameStart(bytes, text)
    guard start < text.upperBound, bytes[start].isLetter || bytes[start] == UInt8(ascii: "_") else {
      return false
    }
    let end = symbolEnd(bytes, at: start, end: text.upperBound)
    return bytes.has("+0x", at: end, end: text.upperBound) || bytes.has(" (", at: end, end: text.upperBound)
  }
}
