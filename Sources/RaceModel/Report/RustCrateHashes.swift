/// Takes the hashes of crates out of a name of Rust's own mangling, called v0: `_RNvCsaBcD1_3app2rd` is `_RNvC3app2rd`.
///
/// A name refers to its own parts by how far they are from its beginning: these numbers are changed as if the hashes had
/// never been there. Names with parts that are not known stay as they are.
///
/// Source: "The rustc book", v0 Symbol Format (symbol-mangling/v0).
struct RustCrateHashes {
  /// How deep parts may be nested.
  private static let deepest = 64

  let bytes: [UInt8]
  /// Where positions in the name are counted from.
  private let origin: Int
  var index: Int
  private var depth = 0
  /// The name without hashes up to where it was copied.
  private var text: [UInt8] = []
  private var copied = 0
  /// How far the bytes from a place of the name on have moved in the text; negative if to the left.
  private var shifts: [(from: Int, by: Int)] = []

  /// The name without the hashes of crates; nil where it is none of Rust's.
  ///
  /// - Parameter start: where its path begins, behind `_R`.
  static func removed(from name: [UInt8], pathAt start: Int) -> String? {
    var reader = RustCrateHashes(name, start)
    guard reader.symbol(), !reader.shifts.isEmpty else { return nil }
    return String(decoding: reader.text + name[reader.copied...], as: UTF8.self)
  }

  private init(_ name: [UInt8], _ start: Int) {
    bytes = name
    origin = start
    index = start
  }

  // MARK: Changes

  /// Copies the name up to a place, and goes on behind what was read there.
  private mutating func replace(from start: Int, with new: [UInt8]) {
    text += bytes[copied..<start]
    text += new
    copied = index
    shifts.append((from: index, by: text.count - index))
  }

  /// The name of a crate, with its hash.
  mutating func crate() -> Bool {
    let start = index
    guard disambiguator() else { return false }
    if index > start { replace(from: start, with: []) }
    return plainIdentifier()
  }

  /// An earlier part, by its place.
  mutating func reference() -> Bool {
    let start = index
    guard let number = number(), number >= 0, number < start - 1 - origin else { return false }
    let place = origin + number
    let shift = shifts.last { $0.from <= place }?.by ?? 0
    if shift != 0 { replace(from: start, with: Self.digits(number + shift)) }
    return true
  }

  /// A number to the base of 62: zero is `_` alone.
  private static func digits(_ number: Int) -> [UInt8] {
    var digits = [UInt8(ascii: "_")]
    guard number > 0 else { return digits }
    var rest = number - 1
    repeat {
      let digit = UInt8(rest % 62)
      digits.insert(digit + (digit < 10 ? 0x30 : digit < 36 ? 0x57 : 0x1D), at: 0)
      rest /= 62
    } while rest > 0
    return digits
  }

  // MARK: Bytes

  var peek: Unicode.Scalar { Unicode.Scalar(index < bytes.count ? bytes[index] : 0) }

  mutating func next() -> Unicode.Scalar {
    defer { index += 1 }
    return peek
  }

  /// Passes a letter that may be there.
  mutating func pass(_ letter: Unicode.Scalar) -> Bool {
    guard peek == letter else { return false }
    index += 1
    return true
  }

  mutating func list(_ element: (inout Self) -> Bool) -> Bool {
    while !pass("E") { if index >= bytes.count || !element(&self) { return false } }
    return true
  }

  mutating func nested(_ read: (inout Self) -> Bool) -> Bool {
    guard depth < Self.deepest else { return false }
    depth += 1
    defer { depth -= 1 }
    return read(&self)
  }

  // MARK: Numbers and names

  /// A number to the base of 62, up to its `_`; one that is too large for any place in a name is negative.
  private mutating func number() -> Int? {
    var value = -1
    while case let letter = next(), letter != "_" {
      let digit: Int
      switch letter {
      case "0"..."9": digit = Int(letter.value) - 0x30
      case "a"..."z": digit = Int(letter.value) - 0x57
      case "A"..."Z": digit = Int(letter.value) - 0x1D
      default: return nil
      }
      value = value < -1 || value > 1 << 32 ? -2 : max(value, 0) * 62 + digit
    }
    return value < -1 ? -1 : value + 1
  }

  mutating func disambiguator() -> Bool { pass("s") ? number() != nil : true }

  mutating func identifier() -> Bool { disambiguator() && plainIdentifier() }

  mutating func plainIdentifier() -> Bool {
    _ = pass("u")
    var count = 0
    // A zero is a name without letters, not the first digit of a number.
    if !pass("0") {
      guard let number = bytes.span.decimal(at: index, end: bytes.count) else { return false }
      (count, index) = (number.value, number.end)
    }
    _ = pass("_")
    guard count <= bytes.count - index else { return false }
    index += count
    return true
  }

  mutating func lifetime() -> Bool { pass("L") ? number() != nil : true }

  mutating func binder() -> Bool { pass("G") ? number() != nil : true }
}
