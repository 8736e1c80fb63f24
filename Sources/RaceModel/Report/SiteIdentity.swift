/// The identity of a site: the function, and the last component of the file's path.
///
/// Lines, columns and directories are not part of it: they change while a bug stays the same.
public struct SiteIdentity: Hashable, Sendable {
  /// The function as printed, without what compilers append to a name and what differs from build to build:
  /// `CloneSuffix`, and see `LastingName`; with the `*` that Markdown takes out of Go's receivers. Nil for an unsymbolized
  /// frame.
  public let function: String?
  /// The last component of the file's path; for an unsymbolized frame that of the binary or library, with the
  /// offset there if the report prints one: nothing else distinguishes two functions of a program.
  public let fileName: Substring?

  /// The identity of a site.
  public init(_ site: Site) {
    fileName = site.file.map { Self.place($0, site.function == nil ? site.offset : nil) }
    function = Self.lasting(site.function, fileName)
  }

  /// The identity of a frame, as a site.
  init(_ frame: Frame) {
    let file = frame.file ?? (frame.function == nil ? frame.module : nil)
    fileName = file.map { Self.place($0, frame.function == nil ? frame.moduleOffset : nil) }
    function = Self.lasting(frame.function, fileName)
  }

  /// The part of a name that is the same in all builds.
  private static func lasting(_ function: String?, _ fileName: Substring?) -> String? {
    guard let function else { return nil }
    // Go's compiler makes no clones, and a function of a program may be `app.cold`.
    guard fileName?.utf8.suffix(3).elementsEqual(".go".utf8) != true else { return withPointer(function) }
    return LastingName.of(withoutSuffix(function))
  }

  /// A name of Go with the `*` of its receiver. Two of them on a line of Markdown are the ends of emphasis: of
  /// `main.(*T).Add` it shows `main.(T).Add`. Go itself puts no other receiver in parentheses.
  private static func withPointer(_ function: String) -> String {
    guard let receiver = function.utf8.withContiguousStorageIfAvailable({ receiverWithoutStar($0) }) ?? nil
    else { return function }
    let start = function.utf8.index(function.startIndex, offsetBy: receiver)
    return "\(function[..<start])*\(function[start...])"
  }

  /// Where a method's receiver in parentheses begins, if it has no star.
  private static func receiverWithoutStar(_ name: UnsafeBufferPointer<UInt8>) -> Int? {
    // Of most names of methods the byte behind the parenthesis is enough.
    guard let open = name.firstIndex(of: UInt8(ascii: "(")), open > 0, open + 1 < name.count,
      name[open + 1].beginsIdentifier, name[open - 1] == UInt8(ascii: "."),
      // What is in brackets are types.
      !name[..<open].contains(UInt8(ascii: "["))
    else { return nil }
    return open + 1
  }

  /// A name without the suffixes of clones.
  private static func withoutSuffix(_ function: String) -> String {
    // The last byte is enough for most names.
    switch function.utf8.last ?? 0 {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "d"), UInt8(ascii: "]"), UInt8(ascii: ")"): break
    default: return function
    }
    guard function.utf8.contains(UInt8(ascii: ".")) else { return function }
    let name = Array(function.utf8)
    let count = CloneSuffix.start(in: name.span)
    return count < name.count ? String(decoding: name[..<count], as: UTF8.self) : function
  }

  private static func place(_ path: String, _ offset: HexNumber?) -> Substring {
    guard let offset else { return lastComponent(path) }
    // Some runtimes print zeros before it.
    return "\(lastComponent(path))+\(HexNumber(offset.value))"[...]
  }

  /// The text for sorting sites and for the keys of races: both names with a tab between.
  var text: String { "\(function ?? "")\t\(fileName ?? "")" }

  /// Whether a site comes before another by the bytes of their texts; a side that is not in the log comes last.
  static func precedes(_ first: SiteIdentity?, _ second: SiteIdentity?) -> Bool {
    guard let first, let second else { return first != nil }
    var (own, other) = (
      (first.function ?? "").utf8.makeIterator(), (second.function ?? "").utf8.makeIterator()
    )
    while true {
      switch (own.next(), other.next()) {
      case (let byte?, let otherByte?):
        if byte != otherByte { return byte < otherByte }
      case (nil, nil):
        return (first.fileName ?? "").utf8.lexicographicallyPrecedes((second.fileName ?? "").utf8)
      // The longer name goes on where the other one has the tab.
      case (nil, let byte?) where byte != tab: return tab < byte
      case (let byte?, nil) where byte != tab: return byte < tab
      default: return first.text.utf8.lexicographicallyPrecedes(second.text.utf8)
      }
    }
  }

  private static let tab = UInt8(ascii: "\t")
}
