/// What a race is on: the memory, or what the program keeps there.
public struct Subject: Equatable, Sendable {
  /// What it is.
  public enum Kind: Equatable, Sendable {
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
    /// What a detector calls by other words.
    case other(String)
  }

  /// What it is.
  public var kind: Kind
  /// Whether it is worked out from an address or from function names rather than printed.
  public var isInferred: Bool

  /// A few words for a column.
  public var words: String {
    switch kind {
    case .map: "map"
    case .slice: "slice"
    case .channel: "channel"
    case .heap(let size): size.map { "heap, \($0) bytes" } ?? "heap"
    // An address alone tells it.
    case .global(nil) where isInferred: "package variable"
    case .global(let name): name.map { "global \($0)" } ?? "global variable"
    case .stack(let thread): thread.map { "stack of \($0)" } ?? "stack"
    case .threadLocal: "thread-local"
    case .fileDescriptor(let number): number.map { "file descriptor \($0)" } ?? "file descriptor"
    case .other(let text): text
    }
  }

  /// What a report is on; nil when nothing tells.
  init?(_ report: Report, _ frames: FrameTable) {
    if let location = report.locations.first, let kind = Self.kind(location) {
      self.init(kind: kind, isInferred: false)
      return
    }
    if report.detector.profile.program == .goProgram, let kind = Self.runtimeKind(report, frames) {
      self.init(kind: kind, isInferred: true)
      return
    }
    guard let memory = report.detector.profile.memory,
      let address = report.accesses.lazy.compactMap(\.address).first
    else { return nil }
    self.init(address, memory)
  }

  /// What an address says; nil when it is of another platform.
  init?(_ address: HexNumber, _ memory: DetectorProfile.AddressMap) {
    if memory.heap.contains(address.value) {
      self.init(kind: .heap(size: nil), isInferred: true)
    } else if memory.globals.contains(address.value) {
      self.init(kind: .global(name: nil), isInferred: true)
    } else {
      return nil
    }
  }

  /// Whether it is a variable of the program.
  var isGlobal: Bool {
    if case .global = kind { true } else { false }
  }

  /// One or the other, of a race whose reports differ.
  func or(_ other: Subject) -> Subject {
    Subject(kind: .other("\(words) or \(other.words)"), isInferred: isInferred || other.isInferred)
  }

  private init(kind: Kind, isInferred: Bool) {
    self.kind = kind
    self.isInferred = isInferred
  }

  private static func kind(_ location: Location) -> Kind? {
    switch location.kind {
    case .heap: .heap(size: location.size)
    case .global: .global(name: location.name)
    case .stack: .stack(location.thread)
    case .tls: .threadLocal
    case .fd: .fileDescriptor(location.text.split(separator: " ").lazy.compactMap { Int($0) }.first)
    case .other: location.text.isEmpty ? nil : .other(location.text)
    }
  }

  /// What functions of the Go runtime on top of a stack work on.
  private static func runtimeKind(_ report: Report, _ frames: FrameTable) -> Kind? {
    for access in report.accesses {
      for id in access.stack?.prefix(access.siteIndex ?? 0) ?? [] {
        guard let function = frames[id].function, let kind = GoRuntimeFunction.subject(function) else {
          continue
        }
        if kind == .map, access.operation == .read, GoRuntimeFunction.readsKey(function) { break }
        return kind
      }
    }
    return nil
  }
}
