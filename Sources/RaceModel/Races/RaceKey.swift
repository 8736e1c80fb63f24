/// The identity of a race, the same on every machine and in every run.
///
/// It is the 64-bit FNV-1a hash (offset basis 0xcbf29ce484222325, prime 0x100000001b3) of these UTF-8 bytes:
/// the detector's name, a line end, the kind, a line end, and for each side the function, a tab, the last
/// component of the file's path, a line end. Names of detectors and kinds are those of the export. The sides
/// are sorted by their bytes; a side that is not in the log is `?`, an unknown name is empty. The hash of
/// Rust's names is left out, and so are the suffixes of clones. The kernel's reports name files only if a tool has looked them up, so the file
/// of a kernel function is left out. An unsymbolized frame has its binary or library as a file, with the
/// offset there (`app+0x4d2`). Verbs, lines, directories, thread ids and addresses do not count.
public struct RaceKey: Hashable, Sendable, CustomStringConvertible {
  /// The hash.
  public let value: UInt64

  /// A key by its value.
  public init(value: UInt64) { self.value = value }

  /// The key of a race between two sites; nil means a side that is not in the log.
  public init(detector: Detector, kind: ReportKind, sites: [Site?]) {
    let sides = sites.map { site in
      Array((site.map { Self.text(SiteIdentity($0), detector.profile.program) } ?? "?").utf8)
    }
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func add(_ bytes: some Sequence<UInt8>) {
      for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      hash = (hash ^ 0x0A) &* 0x100_0000_01b3
    }
    add(detector.name.utf8)
    add(kind.rawValue.utf8)
    for side in sides.sorted(by: { $0.lexicographicallyPrecedes($1) }) { add(side) }
    value = hash
  }

  private static func text(_ site: SiteIdentity, _ program: DetectorProfile.ProgramKind) -> String {
    program == .kernel ? site.function.map { $0 + "\t" } ?? site.text : site.text
  }

  /// Sixteen hexadecimal digits.
  public var description: String {
    let text = String(value, radix: 16)
    return String(repeating: "0", count: 16 - text.utf8.count) + text
  }
}
