/// The number of a site in its index.
public struct SiteID: Hashable, Sendable {
  /// The position in the index's list of sites; negative for a side that is not in the log.
  public let index: Int32
  /// A side that is not in the log.
  public static let missing = SiteID(index: -1)
}

/// The frame that stands for an access: the first of its stack that is not plumbing.
public struct Site: Hashable, Sendable {
  /// The function as printed; nil when the frame was not symbolized.
  public var function: String?
  /// The file as printed.
  public var file: String?
  /// The line in the file.
  public var line: Int?

  /// A site by its parts.
  public init(function: String?, file: String?, line: Int?) {
    self.function = function
    self.file = file
    self.line = line
  }

  /// The last component of the file's path.
  public var fileName: String? { file.map { String(lastComponent($0)) } }
}
