/// The subject of a race: the memory, or what the program keeps there.
public struct Subject: Equatable, Sendable {
  /// The kinds of memory.
  public enum Kind: Hashable, Sendable {
    /// Go's map, slice or channel, by the runtime's functions on top of a stack.
    case map
    /// A slice being appended to or copied.
    case slice
    /// A channel.
    case channel
    /// Allocated memory; bytes of the block where known.
    case heap(size: Int?)
    /// A variable of the program; its name where known.
    case global(name: String?)
    /// The stack of a thread.
    case stack(ThreadName?)
    /// Memory of one thread.
    case threadLocal
    /// A file descriptor; its number where known.
    case fileDescriptor(Int?)
    /// Other words of a detector.
    case other(String)
  }

  /// Its kind.
  public var kind: Kind
  /// Whether it is inferred from an address or from function names rather than printed.
  public var isInferred: Bool

  /// A few words for a column.
  public var words: String {
    switch kind {
    case .map: "map"
    case .slice: "slice"
    case .channel: "channel"
    case .heap(let size): size.map { "heap, \($0) bytes" } ?? "heap"
    // It follows from the address alone.
    case .global(nil) where isInferred: "package variable"
    case .global(let name): name.map { "global \($0)" } ?? "global variable"
    case .stack(let thread): thread.map { "stack of \($0)" } ?? "stack"
    case .threadLocal: "thread-local memory"
    case .fileDescriptor(let number): number.map { "file descriptor \($0)" } ?? "file descriptor"
    case .other(let text): text
    }
  }

  /// Whether it is a variable of the program.
  var isGlobal: Bool {
    if case .global = kind { true } else { false }
  }

  /// Whether it is a file descriptor.
  var isFileDescriptor: Bool {
    if case .fileDescriptor = kind { true } else { false }
  }

  /// One or the others, for a race whose reports differ.
  ///
  /// - Parameter isAll: whether there are no others.
  func or(_ others: [Subject], isAll: Bool) -> Subject {
    guard let other = others.first else { return self }
    let rest =
      !isAll ? "others" : others.count == 1 ? other.words : "\(others.count) others"
    let isInferred = isInferred || others.contains(where: \.isInferred)
    return Subject(kind: .other("\(words) or \(rest)"), isInferred: isInferred)
  }

  /// Whether both may be the same: variables with one name, or memory of one kind.
  func isLike(_ other: Subject) -> Bool {
    switch (kind, other.kind) {
    case (.heap, .heap), (.stack, .stack), (.fileDescriptor, .fileDescriptor): true
    default: kind == other.kind
    }
  }

  init(kind: Kind, isInferred: Bool) {
    self.kind = kind
    self.isInferred = isInferred
  }
}
