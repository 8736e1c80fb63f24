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
    // Only of Go an address is enough to tell.
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
    guard report.detector == .go else { return nil }
    if let kind = Self.runtimeKind(report, frames) {
      self.init(kind: kind, isInferred: true)
      return
    }
    let addresses = report.accesses.compactMap(\.address)
    guard let first = addresses.first else { return nil }
    self.init(goAddress: first)
  }

  /// What Go's address says; nil when it is of another platform.
  init?(goAddress: HexNumber) {
    guard let kind = Self.goKind(address: goAddress) else { return nil }
    self.init(kind: kind, isInferred: true)
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

  /// What Go's address says. The race detector keeps the heap, stacks of goroutines included, between
  /// 0x00c000000000 and 0x00e000000000; package variables lie below (runtime/malloc.go). Anything else
  /// is another platform.
  static func goKind(address: HexNumber) -> Kind? {
    switch address.value {
    case 0xc0_0000_0000..<0xe0_0000_0000: .heap(size: nil)
    case 0x1000..<0xc0_0000_0000: .global(name: nil)
    default: nil
    }
  }

  /// What the runtime's functions on top of a stack work on.
  private static func runtimeKind(_ report: Report, _ frames: FrameTable) -> Kind? {
    for access in report.accesses {
      for id in access.stack?.prefix(access.siteIndex ?? 0) ?? [] {
        guard let function = frames[id].function, let kind = runtimeKind(function) else { continue }
        if kind == .map, access.operation == .read, readsKey(function) { break }
        return kind
      }
    }
    return nil
  }

  /// Whether a function of the runtime reads the memory of a key, too (raceReadObjectPC in runtime/map.go):
  /// that may be what the race is on. Variants for short keys and strings do not.
  private static func readsKey(_ function: String) -> Bool {
    ["mapaccess1", "mapaccess2", "mapaccess1_fat", "mapaccess2_fat", "mapassign", "mapdelete"].contains {
      function == "runtime.\($0)" || function == "internal/runtime/maps.runtime_\($0)"
    }
  }

  /// The kind of thing that a function of the Go runtime works on.
  static func runtimeKind(_ function: String) -> Kind? {
    guard function.hasPrefix("runtime.") || function.hasPrefix("internal/runtime/maps.") else { return nil }
    if function.hasPrefix("internal/runtime/maps.") { return .map }
    let name = function.dropFirst("runtime.".count)
    if name.hasPrefix("map") { return .map }
    if ["growslice", "slicecopy", "makeslicecopy", "growsliceNoAlloc"].contains(name) { return .slice }
    if ["chansend", "chansend1", "chanrecv", "chanrecv1", "chanrecv2", "closechan", "chanlen", "chancap"]
      .contains(name)
    {
      return .channel
    }
    return nil
  }
}
