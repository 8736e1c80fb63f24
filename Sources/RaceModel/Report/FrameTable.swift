internal import Glibc

/// The distinct frames of one report, or of many that are read in a row; stacks are lists of ids.
public struct FrameTable: Sendable {
  /// A frame's number in its table.
  public struct ID: Hashable, Sendable {
    /// The position in the table.
    public let index: Int32

    /// The number of a frame by its position.
    package init(index: Int32) { self.index = index }
  }

  /// The identity of a frame: its names as bytes of the table, and its numbers. It fits one cache line.
  private struct Key {
    var hash: UInt64
    var textStart: Int
    var offset: UInt64
    var moduleOffset: UInt64
    var textCount: Int32
    var functionCount: Int32
    var fileCount: Int32
    var line: Int32
    var column: Int32
    /// Digits of both offsets as printed, 0 for none, and whether the call was inlined.
    var form: UInt32

    init(_ names: FrameNames, _ place: FramePlace, count: Int, hash: UInt64) {
      self.hash = hash
      textStart = 0
      textCount = Int32(clamping: count)
      functionCount = Int32(clamping: names.function.count)
      fileCount = Int32(clamping: names.file.count)
      line = names.file.isEmpty ? -1 : Int32(clamping: place.line)
      column = names.file.isEmpty ? -1 : Int32(clamping: place.column)
      offset = place.offset?.value ?? 0
      moduleOffset = place.moduleOffset?.value ?? 0
      let digits = UInt32(place.offset?.digits ?? 0) << 8 | UInt32(place.moduleOffset?.digits ?? 0)
      form = digits << 1 | (place.isInlined ? 1 : 0)
    }

    /// Whether everything but the place of the text in the table is the same.
    func hasSameNumbers(as other: Key) -> Bool {
      hash == other.hash && textCount == other.textCount && functionCount == other.functionCount
        && fileCount == other.fileCount && line == other.line && column == other.column
        && offset == other.offset && moduleOffset == other.moduleOffset && form == other.form
    }
  }

  private var bytes: [UInt8] = []
  private var keys: [Key] = []
  /// Open addressing: the upper half of a hash, and below it the number of the frame plus one. The hash alone
  /// distinguishes most slots, without a look at the key.
  private var slots: [UInt64] = Array(repeating: 0, count: 64)
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

  /// The functions of all frames, as printed.
  public var functions: some Sequence<String> { frames.lazy.compactMap(\.function) }

  /// Whether any frame has a file.
  package var hasFiles: Bool { frames.contains { $0.file != nil } }

  /// Whether a frame is plumbing.
  func isPlumbing(_ id: ID) -> Bool { frames[Int(id.index)].isPlumbing }

  /// The frames of a stack, innermost first.
  public func frames(of stack: [ID]) -> [Frame] { stack.map { self[$0] } }

  /// The number of a frame whose names follow each other in `text`: function, file, module.
  ///
  /// - Parameter isPlumbing: called for a frame that is seen for the first time.
  mutating func intern(
    _ names: FrameNames, _ place: FramePlace, of text: Span<UInt8>, isPlumbing: FrameTest
  ) -> ID {
    let numbers =
      UInt64(truncatingIfNeeded: place.line) ^ (place.offset ?? place.moduleOffset).hashValueOfNumber
    let hash = ByteHash.mix(ByteHash.hash(text, 0..<text.count, seed: seed) ^ numbers)
    var key = Key(names, place, count: text.count, hash: hash)
    let slot: Int
    switch find(key, text) {
    case .found(let id): return id
    case .free(let found): slot = found
    }
    key.textStart = bytes.count
    text.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    let id = ID(index: Int32(frames.count))
    slots[slot] = Self.entry(hash, frames.count)
    keys.append(key)
    var frame = Self.frame(names, key, place, text)
    frame.isPlumbing = isPlumbing(names, text)
    frames.append(frame)
    if frames.count * 2 > slots.count { grow() }
    return id
  }

  private enum Slot {
    case found(ID)
    case free(Int)
  }

  private func find(_ key: Key, _ text: Span<UInt8>) -> Slot {
    let tag = Self.entry(key.hash, 0) >> 32
    return slots.withUnsafeBufferPointer { slots in
      keys.withUnsafeBufferPointer { keys in
        var slot = Int(truncatingIfNeeded: key.hash) & (slots.count - 1)
        while slots[slot] != 0 {
          if slots[slot] >> 32 == tag {
            let index = Int(slots[slot] & 0xFFFF_FFFF) - 1
            if keys[index].hasSameNumbers(as: key), holds(text, at: keys[index].textStart) {
              return .found(ID(index: Int32(index)))
            }
          }
          slot = (slot + 1) & (slots.count - 1)
        }
        return .free(slot)
      }
    }
  }

  private static func entry(_ hash: UInt64, _ index: Int) -> UInt64 {
    hash & 0xFFFF_FFFF_0000_0000 | UInt64(index + 1)
  }

  private static func frame(
    _ names: FrameNames, _ key: Key, _ place: FramePlace, _ text: Span<UInt8>
  ) -> Frame {
    var frame = Frame()
    frame.function = names.function.isEmpty ? nil : text.string(names.function)
    frame.file = names.file.isEmpty ? nil : text.string(names.file)
    frame.module = names.module.isEmpty ? nil : text.string(names.module)
    frame.line = key.line >= 0 ? Int(key.line) : nil
    frame.column = key.column >= 0 && key.line >= 0 ? Int(key.column) : nil
    frame.moduleOffset = place.moduleOffset
    frame.offset = place.offset
    frame.isInlined = place.isInlined
    return frame
  }

  private func holds(_ text: Span<UInt8>, at start: Int) -> Bool {
    text.withUnsafeBytes { other in
      bytes.withUnsafeBytes { own in
        guard let base = own.baseAddress, let otherBase = other.baseAddress else { return other.isEmpty }
        return memcmp(base + start, otherBase, other.count) == 0
      }
    }
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for (index, key) in keys.enumerated() {
      var slot = Int(truncatingIfNeeded: key.hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Self.entry(key.hash, index)
    }
  }
}

extension HexNumber? {
  /// A number that differs if the optional value does.
  fileprivate var hashValueOfNumber: UInt64 { self.map { ByteHash.mix($0.value &+ 1) } ?? 0 }
}
