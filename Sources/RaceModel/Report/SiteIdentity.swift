/// The identity of a site: the function, and the last component of the file's path.
///
/// Lines, columns and directories are not part of it: they change while a bug stays the same.
public struct SiteIdentity: Hashable, Sendable {
  /// The function as printed, without the hash that Rust's compiler appends to a name; nil for an
  /// unsymbolized frame.
  public let function: String?
  /// The last component of the file's path; for an unsymbolized frame that of the binary or library, with the
  /// offset there if the report prints one: nothing else distinguishes two functions of a program.
  public let fileName: Substring?

  /// The identity of a site.
  public init(_ site: Site) {
    function = site.function.map(Self.withoutHash)
    fileName = site.file.map { Self.place($0, site.function == nil ? site.offset : nil) }
  }

  /// The identity of a frame, as a site.
  init(_ frame: Frame) {
    function = frame.function.map(Self.withoutHash)
    let file = frame.file ?? (frame.function == nil ? frame.module : nil)
    fileName = file.map { Self.place($0, frame.function == nil ? frame.moduleOffset : nil) }
  }

  private static func place(_ path: String, _ offset: HexNumber?) -> Substring {
    guard let offset else { return lastComponent(path) }
    return "\(lastComponent(path))+\(offset)"[...]
  }

  /// A name without `::h` and sixteen hexadecimal digits at its end: they differ from build to build.
  private static func withoutHash(_ function: String) -> String {
    let name = function.utf8
    // For most names the letter alone decides.
    guard name.count > 19, name[name.index(name.endIndex, offsetBy: -17)] == UInt8(ascii: "h"),
      name.dropLast(17).suffix(2).elementsEqual("::".utf8),
      name.suffix(16).allSatisfy({ hexDigit($0) != nil && !(0x41...0x46).contains($0) })
    else { return function }
    return String(function.dropLast(19))
  }

  /// The text for sorting sites and for the keys of races: both names with a tab between.
  var text: String { "\(function ?? "")\t\(fileName ?? "")" }

  /// Whether a site comes before another by the bytes of their texts; a side that is not in the log comes last.
  static func precedes(_ first: SiteIdentity?, _ second: SiteIdentity?) -> Bool {
    guard let first, let second else { return first != nil }
    return first.text.utf8.lexicographicallyPrecedes(second.text.utf8)
  }
}
