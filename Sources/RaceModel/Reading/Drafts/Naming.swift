/// Where names go while a log is read: the index keeps the sites, a full reading all frames.
struct Naming {
  /// How much is worked out.
  let depth: ReadingDepth
  /// The user's own rules for what is plumbing.
  let plumbing: UserPlumbing
  /// Names and paths of sites, and of tests.
  var symbols = SymbolTable()
  /// The sites met so far.
  var sites = SiteTable()
  /// All frames, when everything is worked out.
  var frames = FrameTable()
  /// Stacks that were read before.
  var stacks = KnownStacks()

  init(depth: ReadingDepth, plumbing: UserPlumbing = .none) {
    self.depth = depth
    self.plumbing = plumbing
  }

  /// How many bytes of names and stacks are kept of what was read whole.
  var byteCount: Int { frames.byteCount + stacks.byteCount }

  /// The number of a site. A frame that was not symbolized is told by its module; a function without a
  /// file has it besides.
  ///
  /// - Parameter offset: where in the module the frame is.
  mutating func site(_ names: FrameNames, line: Int, offset: HexNumber?, of text: Span<UInt8>) -> SiteID {
    let isBare = names.file.isEmpty && names.function.isEmpty
    let file = isBare ? names.module : names.file
    func number(_ name: Range<Int>) -> SymbolTable.ID { name.isEmpty ? -1 : symbols.intern(text, name) }
    return sites.intern(
      SiteTable.Entry(
        function: number(names.function), file: number(file),
        module: file.isEmpty ? number(names.module) : -1,
        line: Int32(clamping: line), offset: isBare && !names.module.isEmpty ? offset : nil))
  }
}
