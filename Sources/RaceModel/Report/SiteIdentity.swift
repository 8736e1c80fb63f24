/// What tells one site from another: the function, and the last component of the file's path.
///
/// Lines, columns and directories are no part of it: they change while a bug stays the same.
public struct SiteIdentity: Hashable, Sendable {
  /// The function as printed; nil when the frame was not symbolized.
  public let function: String?
  /// The last component of the file's path; of a frame that was not symbolized that of the binary or library.
  public let fileName: Substring?

  /// The identity of a site.
  public init(_ site: Site) {
    function = site.function
    fileName = site.file.map(lastComponent)
  }

  /// The identity of a frame, as a site.
  init(_ frame: Frame) {
    function = frame.function
    fileName = frame.fileName
  }

  /// The text by which sites are sorted and that keys of races are made of: both names, a tab between.
  var text: String { "\(function ?? "")\t\(fileName ?? "")" }

  /// Whether a site comes before another by the bytes of their texts; a side that is not in the log comes last.
  static func precedes(_ first: SiteIdentity?, _ second: SiteIdentity?) -> Bool {
    guard let first, let second else { return first != nil }
    return first.text.utf8.lexicographicallyPrecedes(second.text.utf8)
  }
}
