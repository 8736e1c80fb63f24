/// The identity of a race, the same on every machine and in every run.
///
/// It is the 64-bit FNV-1a hash (offset basis 0xcbf29ce484222325, prime 0x100000001b3) of these UTF-8 bytes:
/// the detector's name, a line end, the kind, a line end, and for each side the function, a tab, the last
/// component of the file's path, a line end. Names of detectors and kinds are those of the export. The sides
/// are sorted by their bytes; a side that is not in the log is `?`, an unknown name is empty. The suffixes of
/// clones are left out, and so is what `LastingName` says: the hashes of Rust's functions and crates, and what
/// demanglers spell in two ways; receivers of Go have their `*`. The kernel's reports name files only if a tool has
/// looked them up, so the file of a kernel function is left out. An unsymbolized frame has its binary or library as a
/// file, with the offset there (`app+0x4d2`, without zeros before it). Verbs, lines, directories, thread ids and
/// addresses do not count.
public struct RaceKey: Hashable, Sendable, CustomStringConvertible {
  /// The hash.
  public let value: UInt64

  /// A key by its value.
  public init(value: UInt64) { self.value = value }

  /// The key of a race between two sites; nil means a side that is not in the log.
  public init(detector: Detector, kind: ReportKind, sites: [Site?]) {
    let identities = sites.map { $0.map { SiteIdentity($0) } }
    self.init(detector: detector, kind: kind, sorted: identities.sorted(by: SiteIdentity.precedes))
  }

  /// The key of a race between sites by their identities.
  ///
  /// - Parameter sorted: the identities, sorted by `SiteIdentity.precedes`.
  init(detector: Detector, kind: ReportKind, sorted: [SiteIdentity?]) {
    let isKernel = detector.profile.program == .kernel
    var hash = KeyHash()
    hash.add(detector.name)
    hash.endPart()
    hash.add(kind.rawValue)
    hash.endPart()
    // A missing side is last there; here it is where its text belongs.
    let sides = sorted.contains { $0 == nil } ? sorted.sorted(by: Self.precedes) : sorted
    for side in sides {
      guard let side else {
        hash.add("?")
        hash.endPart()
        continue
      }
      hash.add(side.function ?? "")
      hash.add("\t")
      // The kernel's functions move between files.
      if !isKernel || side.function == nil { hash.add(side.fileName ?? "") }
      hash.endPart()
    }
    value = hash.value
  }

  /// The order of the sides in a key: by their bytes, with `?` for a missing side.
  private static func precedes(_ first: SiteIdentity?, _ second: SiteIdentity?) -> Bool {
    if let first, let second { return SiteIdentity.precedes(first, second) }
    return (first?.text ?? "?").utf8.lexicographicallyPrecedes((second?.text ?? "?").utf8)
  }

  /// FNV-1a of parts that end in a line break.
  private struct KeyHash {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ text: some StringProtocol) {
      let isAdded: Void? = text.utf8.withContiguousStorageIfAvailable { add($0) }
      if isAdded == nil { add(text.utf8) }
    }

    private mutating func add(_ bytes: some Sequence<UInt8>) {
      for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }

    mutating func endPart() { add("\n") }
  }

  /// Sixteen hexadecimal digits.
  public var description: String {
    let text = String(value, radix: 16)
    return String(repeating: "0", count: 16 - text.utf8.count) + text
  }
}
