internal import Glibc

/// The distinct frames of one report, or of many that are read in a row; stacks are lists of ids.
public struct FrameTable: Sendable {
  /// A frame's number in its table.
  public struct ID: Hashable, Sendable {
    /// The position in the table.
    public let index: Int32
  }

  /// What tells frames apart: their names as bytes of the table, and their numbers.
  private struct Key: Equatable {
    var hash: UInt64
    var text: Range<Int>
    var functionCount: Int
    var fileCount: Int
    var line: Int
    var column: Int
    var offset: HexNumber?
    var moduleOffset: HexNumber?
    var isInlined: Bool

    /// Whether everything but the place of the text in the table is the same.
    func hasSameNumbers(as other: Key) -> Bool {
      hash == other.hash && text.count == other.text.count && functionCount == other.functionCount
        && fileCount == other.fileCount && line == other.line && column == other.column
        && offset == other.offset && moduleOffset == other.moduleOffset && isInlined == other.isInlined
    }
  }

  private var bytes: [UInt8] = []
  private var keys: [Key] = []
  private var slots: [Int32] = Array(repeating: -1, count: 64)
  private var frames: [Frame] = []
  private let seed = UInt64.random(in: .min ... .max)

  /// An empty table.
  public init() {}

  /// How many distinct frames there are.
  public var count: Int { frames.count }

  /// How many bytes of names and paths the table holds.
  var byteCount: Int { bytes.count }

  /// The frame with that number.
  public subscript(id: ID) -> Frame { frames[Int(id.index)] }

  /// The frames of a stack, innermost first.
  public func frames(of stack: [ID]) -> [Frame] { stack.map { self[$0] } }

  /// The number of a frame whose names stand behind each other in `text`: function, file, module.
  ///
  /// - Parameter make: completes a frame that is seen for the first time.
  mutating func intern(
    _ names: FrameNames, _ place: FramePlace, of text: Span<UInt8>, make: (inout Frame) -> Void
  ) -> ID {
    let line = names.file.isEmpty ? -1 : place.line
    var hash = ByteHash.hash(text, 0..<text.count, seed: seed)
    let numbers = UInt64(truncatingIfNeeded: line) ^ (place.offset ?? place.moduleOffset).hashValueOfNumber
    hash = ByteHash.mix(hash ^ numbers)
    var key = Key(
      hash: hash, text: 0..<text.count, functionCount: names.function.count, fileCount: names.file.count,
      line: line, column: names.file.isEmpty ? -1 : place.column, offset: place.offset,
      moduleOffset: place.moduleOffset, isInlined: place.isInlined)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let index = slots[slot]
      let known = keys[Int(index)]
      if known.hasSameNumbers(as: key), holds(text, at: known.text) { return ID(index: index) }
      slot = (slot + 1) & (slots.count - 1)
    }
    key.text = bytes.count..<bytes.count + text.count
    text.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    let id = ID(index: Int32(frames.count))
    slots[slot] = id.index
    keys.append(key)
    frames.append(Self.frame(names, key, place, text, make))
    if frames.count * 2 > slots.count { grow() }
    return id
  }

  private static func frame(
    _ names: FrameNames, _ key: Key, _ place: FramePlace, _ text: Span<UInt8>, _ make: (inout Frame) -> Void
  ) -> Frame {
    var frame = Frame()
    frame.function = names.function.isEmpty ? nil : text.string(names.function)
    frame.file = names.file.isEmpty ? nil : text.string(names.file)
    frame.module = names.module.isEmpty ? nil : text.string(names.module)
    frame.line = key.line >= 0 ? key.line : nil
    frame.column = key.column >= 0 && key.line >= 0 ? key.column : nil
    frame.moduleOffset = place.moduleOffset
    frame.offset = place.offset
    frame.isInlined = place.isInlined
    make(&frame)
    return frame
  }

  private func holds(_ text: Span<UInt8>, at range: Range<Int>) -> Bool {
    text.withUnsafeBytes { other in
      bytes.withUnsafeBytes { own in
        guard let start = own.baseAddress, let otherStart = other.baseAddress else { return range.isEmpty }
        return memcmp(start + range.lowerBound, otherStart, range.count) == 0
      }
    }
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for (index, key) in keys.enumerated() {
      var slot = Int(truncatingIfNeeded: key.hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(index)
    }
  }
}

extension HexNumber? {
  /// A number that differs where the numbers do.
  fileprivate var hashValueOfNumber: UInt64 { self.map { ByteHash.mix($0.value &+ 1) } ?? 0 }
}
