/// Frames that an index has read before, by their text in the log. The reports of a race mostly have the same
/// frames at their sites, and comparing bytes takes a tenth of the time of reading them.
///
/// What is known of a frame follows from its text alone, without its number and address.
struct KnownSites {
  /// What an index needs of a frame.
  struct Known {
    /// The frame as a site; nil for plumbing that was never the first frame of a stack.
    let site: SiteID?
    /// Whether it stands for its stack, being no plumbing.
    let isFinal: Bool
  }

  /// No more is kept when the texts have so many bytes.
  private static let mostBytes = 4 << 20

  private var texts = SymbolTable()
  private var known: [Known] = []

  init() {}

  /// What is known of the frame with the text in `range`.
  func find(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Known? {
    texts.find(bytes, range).map { known[Int($0)] }
  }

  /// Keeps what a frame's text says; the last word counts.
  mutating func keep(_ bytes: Span<UInt8>, _ range: Range<Int>, _ frame: Known) {
    guard texts.byteCount + range.count <= Self.mostBytes else { return }
    let id = Int(texts.intern(bytes, range))
    if id < known.count {
      known[id] = frame
    } else {
      known.append(frame)
    }
  }
}
