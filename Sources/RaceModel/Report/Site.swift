/// The frame that represents an access: the first of its stack that is not plumbing.
public struct Site: Hashable, Sendable {
  /// The function as printed; nil for an unsymbolized frame.
  public var function: String?
  /// The file as printed; for an unsymbolized frame the binary or library.
  public var file: String?
  /// The line in the file.
  public var line: Int?

  /// The binary or library of a function without a file: shown, but not part of the identity.
  public var module: String?
  /// The offset of an unsymbolized frame in its binary or library: shown, but not part of the identity.
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
