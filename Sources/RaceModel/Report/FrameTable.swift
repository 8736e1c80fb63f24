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
    var module: SymbolTable.ID
    var line: Int32
    var column: Int32
    var offset: UInt64
    var isInlined: Bool
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

  /// The number of a frame.
  ///
  /// - Parameter make: completes a frame that is seen for the first time.
  mutating func intern(
    _ names: FrameNames, _ place: FramePlace, of text: Span<UInt8>, make: (inout Frame) -> Void
  ) -> ID {
    let key = Key(
      function: symbols.intern(text, names.function), file: symbols.intern(text, names.file),
      module: names.module.isEmpty ? -1 : symbols.intern(text, names.module),
      line: names.file.isEmpty ? -1 : Int32(clamping: place.line), column: Int32(clamping: place.column),
      offset: (place.offset ?? place.moduleOffset)?.value ?? .max, isInlined: place.isInlined)
    if let id = known[key] { return id }
    var frame = Frame()
    frame.function = names.function.isEmpty ? nil : symbols.string(key.function)
    frame.file = names.file.isEmpty ? nil : symbols.string(key.file)
    frame.module = names.module.isEmpty ? nil : symbols.string(key.module)
    frame.line = key.line >= 0 ? Int(key.line) : nil
    frame.column = place.column >= 0 && key.line >= 0 ? place.column : nil
    frame.moduleOffset = place.moduleOffset
    frame.offset = place.offset
    frame.isInlined = place.isInlined
    make(&frame)
    let id = ID(index: Int32(frames.count))
    frames.append(frame)
    known[key] = id
    return id
  }
}
