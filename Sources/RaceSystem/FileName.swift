internal import Glibc

/// File names as text. The system has them as bytes: a byte that is not part of a UTF-8 character is a
/// private character here, so that a name can be passed back unchanged.
package enum FileName {
  /// The private character for the byte 0.
  private static let first: UInt32 = 0x10_FF00

  /// The text of a name's bytes.
  package static func text(_ bytes: some Collection<UInt8>) -> String {
    let whole = String(decoding: bytes, as: UTF8.self)
    if whole.utf8.elementsEqual(bytes), !holdsBytes(whole) { return whole }
    var scalars = String.UnicodeScalarView()
    var rest = Array(bytes)[...]
    while let byte = rest.first {
      let (scalar, count) = scalar(at: rest)
      // A private character in the name itself is kept as its bytes.
      if let scalar, scalar.value < first {
        scalars.append(scalar)
        rest = rest.dropFirst(count)
      } else {
        scalars.append(contentsOf: [Unicode.Scalar(first + UInt32(byte))].compactMap(\.self))
        rest = rest.dropFirst()
      }
    }
    return String(scalars)
  }

  /// The text of a name that ends with a NUL.
  package static func text(_ name: UnsafePointer<CChar>) -> String {
    text(UnsafeRawBufferPointer(start: name, count: strlen(name)))
  }

  /// The bytes of a name, without the NUL.
  package static func bytes(_ name: String) -> [UInt8] {
    guard holdsBytes(name) else { return Array(name.utf8) }
    return name.unicodeScalars.flatMap { scalar in
      scalar.value >= first && scalar.value <= first + 0xFF
        ? [UInt8(truncatingIfNeeded: scalar.value - first)] : Array(String(scalar).utf8)
    }
  }

  /// The name for a person, with a byte that is not a character as `\xFF`.
  package static func shown(_ name: String) -> String {
    guard holdsBytes(name) else { return name }
    return name.unicodeScalars.map { scalar in
      guard scalar.value >= first, scalar.value <= first + 0xFF else { return String(scalar) }
      let digits = String(scalar.value - first, radix: 16, uppercase: true)
      return "\\x\(digits.count < 2 ? "0" : "")\(digits)"
    }.joined()
  }

  /// The target of a path, from the root and through links; nil if nothing is there.
  package static func resolved(_ path: String) -> String? {
    guard !path.utf8.contains(0), let real = withCString(path, { realpath($0, nil) }) else { return nil }
    defer { free(real) }
    return text(real)
  }

  /// Calls a system function with a name.
  static func withCString<Result>(_ name: String, _ body: (UnsafePointer<CChar>) -> Result) -> Result {
    guard holdsBytes(name) else { return name.withCString(body) }
    return (bytes(name) + [0]).withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { chars in
        // A name has at least its NUL.
        chars.baseAddress.map(body) ?? "".withCString(body)
      }
    }
  }

  /// Whether a name has bytes that are not characters.
  static func holdsBytes(_ name: String) -> Bool {
    // They begin with F4 in UTF-8, which is rare in names.
    name.utf8.contains(0xF4) && name.unicodeScalars.contains { $0.value >= first && $0.value <= first + 0xFF }
  }

  /// The character that begins with the first byte, and how many bytes it has; nil for none.
  private static func scalar(at bytes: ArraySlice<UInt8>) -> (Unicode.Scalar?, Int) {
    var iterator = bytes.makeIterator()
    var decoder = UTF8()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return (nil, 1) }
    return (scalar, UTF8.width(scalar))
  }
}
