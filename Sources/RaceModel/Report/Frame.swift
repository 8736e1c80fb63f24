/// One call on a stack, as printed. Values that are not in the log are nil.
public struct Frame: Hashable, Sendable {
  /// The function's name as printed; Go's trailing `()` is dropped.
  public var function: String?
  /// The file as printed.
  public var file: String?
  /// The line in the file, 1-based.
  public var line: Int?
  /// The column in the line, 1-based.
  public var column: Int?
  /// The module (binary or library) of the code.
  public var module: String?
  /// The offset in the module.
  public var moduleOffset: HexNumber?
  /// The offset in the function, in bytes from its entry.
  public var offset: HexNumber?
  /// Whether the call was inlined into the next frame.
  public var isInlined = false
  /// Whether the frame belongs to the runtime, the test runner or the like.
  public var isPlumbing = false

  /// A frame without any known values.
  public init() {}

  /// The last component of the file's path.
  public var fileName: Substring? { file.map(lastComponent) }
}

/// The part of a path after the last `/` or `\`.
public func lastComponent(_ path: String) -> Substring {
  guard let slash = path.utf8.lastIndex(where: { $0 == 0x2F || $0 == 0x5C }) else { return path[...] }
  return path[path.utf8.index(after: slash)...]
}

extension Collection where Element == Frame {
  /// The frame to look at first: the innermost that is not plumbing, else the innermost.
  package var blamed: Frame? { first { !$0.isPlumbing } ?? first }
}
