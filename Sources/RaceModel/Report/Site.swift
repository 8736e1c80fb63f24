/// The frame that stands for an access: the first of its stack that is not plumbing.
public struct Site: Hashable, Sendable {
  /// The function as printed; nil when the frame was not symbolized.
  public var function: String?
  /// The file as printed; of a frame that was not symbolized the binary or library.
  public var file: String?
  /// The line in the file.
  public var line: Int?

  /// The binary or library that a function without a file is in: shown, and no part of the identity.
  public var module: String?
  /// Where in its binary or library a frame is that was not symbolized: shown, and no part of the identity.
  public var offset: HexNumber?

  /// A site by its parts.
  public init(
    function: String?, file: String?, line: Int?, module: String? = nil, offset: HexNumber? = nil
  ) {
    self.function = function
    self.file = file
    self.line = line
    self.module = module
    self.offset = offset
  }

  /// The last component of the file's path.
  public var fileName: String? { file.map { String(lastComponent($0)) } }
}
