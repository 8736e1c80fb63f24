/// What tells one site from another: the function, and the last component of the file's path.
///
/// Lines, columns and directories are no part of it: they change while a bug stays the same.
public struct SiteIdentity: Hashable, Sendable {
  /// The function as printed, but for what compilers put behind a name that differs from build to build: the hash of
  /// Rust's, and `CloneSuffix`. Nil when the frame was not symbolized.
  public let function: String?
  /// The last component of the file's path; of a frame that was not symbolized that of the binary or library.
  public let fileName: Substring?

  /// The identity of a site.
  public init(_ site: Site) {
    fileName = site.file.map(lastComponent)
    function = Self.lasting(site.function, fileName)
  }

  /// The identity of a frame, as a site.
  init(_ frame: Frame) {
    fileName = frame.fileName
    function = Self.lasting(frame.function, fileName)
  }

  /// The part of a name that is the same in all builds.
  private static func lasting(_ function: String?, _ fileName: Substring?) -> String? {
    guard let function else { return nil }
    // Go's compiler makes no clones, and a function of a program may be `app.cold`.
    guard fileName?.hasSuffix(".go") != true else { return function }
    return withoutHash(withoutSuffix(function))
  }

  /// A name without what the compiler calls its clones by.
  private static func withoutSuffix(_ function: String) -> String {
    // Of most names the last byte tells.
    switch function.utf8.last ?? 0 {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "d"), UInt8(ascii: "]"), UInt8(ascii: ")"): break
    default: return function
    }
    guard function.utf8.contains(UInt8(ascii: ".")) else { return function }
    let name = Array(function.utf8)
    let count = CloneSuffix.start(in: name.span)
    return count < name.count ? String(decoding: name[..<count], as: UTF8.self) : function
  }

  /// A name without `::h` and sixteen hexadecimal digits at its end: they differ from build to build.
  private static func withoutHash(_ function: String) -> String {
    let name = function.utf8
    // Of most names the letter alone tells.
    guard name.count > 19, name[name.index(name.endIndex, offsetBy: -17)] == UInt8(ascii: "h"),
      name.dropLast(17).suffix(2).elementsEqual("::".utf8),
      name.suffix(16).allSatisfy({ hexDigit($0) != nil && !(0x41...0x46).contains($0) })
    else { return function }
    return String(function.dropLast(19))
  }

  /// The text by which sites are sorted and that keys of races are made of: both names, a tab between.
  var text: String { "\(function ?? "")\t\(fileName ?? "")" }

  /// The text that keys are made of.
  func text(for detector: Detector) -> String {
    detector == .kcsan ? function.map { $0 + "\t" } ?? text : text
  }

  /// Whether a site comes before another by the bytes of their texts; a side that is not in the log comes last.
  static func precedes(_ first: SiteIdentity?, _ second: SiteIdentity?) -> Bool {
    guard let first, let second else { return first != nil }
    return first.text.utf8.lexicographicallyPrecedes(second.text.utf8)
  }
}
