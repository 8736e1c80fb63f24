/// The distinct frames of one report, or of many that are read in a row; stacks are lists of ids.
public struct FrameTable: Sendable {
  /// A frame's number in its table.
  public struct ID: Hashable, Sendable {
    /// The position in the table.
    public let index: Int32
  }

  private struct Key: Hashable {
    var function: SymbolTable.ID
    var file: SymbolTable.ID
    var line: Int
    var offset: UInt64
  }

  private var symbols = SymbolTable()
  private var known: [Key: ID] = [:]
  private var frames: [Frame] = []

  /// An empty table.
  public init() {}

  /// How many distinct frames there are.
  public var count: Int { frames.count }

  /// How many bytes of names and paths the table holds.
  var byteCount: Int { symbols.byteCount }

  /// The frame with that number.
  public subscript(id: ID) -> Frame { frames[Int(id.index)] }

  /// The frames of a stack, innermost first.
  public func frames(of stack: [ID]) -> [Frame] { stack.map { self[$0] } }

  /// The number of a frame: `function` in `names`, `place` beside it.
  ///
  /// - Parameter make: completes a frame that is seen for the first time.
  mutating func intern(
    function: Range<Int>, file: Range<Int>, of text: Span<UInt8>, line: Int, offset: HexNumber?,
    make: (inout Frame) -> Void
  ) -> ID {
    let key = Key(
      function: symbols.intern(text, function), file: symbols.intern(text, file), line: line,
      offset: offset?.value ?? .max)
    if let id = known[key] { return id }
    var frame = Frame()
    frame.function = function.isEmpty ? nil : symbols.string(key.function)
    frame.file = file.isEmpty ? nil : symbols.string(key.file)
    frame.line = line >= 0 ? line : nil
    frame.offset = offset
    make(&frame)
    let id = ID(index: Int32(frames.count))
    frames.append(frame)
    known[key] = id
    return id
  }
}
