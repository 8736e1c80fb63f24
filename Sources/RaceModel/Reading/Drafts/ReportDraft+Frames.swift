/// Adding frames to the stack being read.
extension ReportDraft {
  /// Keeps a frame's function until its place is read.
  mutating func holdFunction(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    stacks.held.removeAll(keepingCapacity: true)
    appendHeld(bytes, range)
  }

  /// Adds the frame whose function was held, with its place in `bytes`.
  ///
  /// - Parameter mayBeSite: whether the frame may stand for its stack.
  mutating func addFrame(
    _ place: FramePlace, of bytes: Span<UInt8>, mayBeSite: Bool = true, isPlumbing: FrameTest,
    naming: inout Naming
  ) {
    defer { stacks.count(1) }
    guard wantsFrame else { return }
    let function = 0..<stacks.held.count
    appendHeld(bytes, place.file)
    let file = function.upperBound..<stacks.held.count
    appendHeld(bytes, place.module)
    let module = file.upperBound..<stacks.held.count
    let names = FrameNames(function: known(function), file: known(file), module: known(module))
    switch depth {
    case .index: chooseSite(names, place, mayBeSite, isPlumbing, &naming)
    case .full: keepFrame(names, place, mayBeSite, isPlumbing, &naming)
    }
  }

  /// Adds the frames of a stack that was read before, where what is known of it is all that is needed.
  ///
  /// - Parameter isEnd: see `KnownStacks.find`; most formats need not ask.
  /// - Returns: what was added; nil when the lines have to be read.
  mutating func addKnownStack(
    _ bytes: Span<UInt8>, in range: Range<Int>, _ naming: inout Naming,
    isEnd: (_ byteCount: Int) -> Bool = { _ in false }
  ) -> KnownStacks.Found? {
    naming.stacks.find(bytes, in: range, needsSite: wantsFrame, isEnd: isEnd) { known in
      progress.isProven = true
      stacks.withLast { stack in
        stack.frames = known.frames
        stack.frameCount = known.frameCount
        stack.site = known.site
        stack.siteIndex = known.siteIndex
      }
    }
  }

  /// Notes that the stack being read, of which all but the last frame was kept, has ended.
  func completeStack(_ id: KnownStacks.ID?, _ naming: inout Naming) {
    if let id, stacks.section != .none, let stack = stacks.all.last { naming.stacks.complete(id, stack) }
  }

  private mutating func chooseSite(
    _ names: FrameNames, _ place: FramePlace, _ mayBeSite: Bool, _ isPlumbing: FrameTest,
    _ naming: inout Naming
  ) {
    let isFinal = mayBeSite && !naming.plumbing.isPlumbing(names, in: stacks.held.span, otherwise: isPlumbing)
    var site: SiteID?
    if isFinal || stacks.all.last?.frameCount == 0 {
      let line = names.file.isEmpty ? -1 : place.line
      site = naming.site(names, line: line, offset: place.moduleOffset, of: stacks.held.span)
    }
    stacks.withLast { stack in
      if let site { stack.site = site }
      if isFinal { stack.siteIndex = stack.frameCount }
    }
  }

  private mutating func keepFrame(
    _ names: FrameNames, _ place: FramePlace, _ mayBeSite: Bool, _ isPlumbing: FrameTest,
    _ naming: inout Naming
  ) {
    let plumbing = naming.plumbing
    let id = naming.frames.intern(names, place, of: stacks.held.span) { names, text in
      plumbing.isPlumbing(names, in: text, otherwise: isPlumbing)
    }
    let isPlumbing = naming.frames.isPlumbing(id)
    stacks.withLast { stack in
      if stack.siteIndex == nil, mayBeSite, !isPlumbing { stack.siteIndex = stack.frameCount }
      stack.frames.append(id)
    }
  }

  private mutating func appendHeld(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    guard TextCleaning.hasEntity(bytes, range) else { return stacks.held.append(bytes, range) }
    var text = bytes.bytes(range)
    TextCleaning.decodeEntities(&text)
    stacks.held.append(contentsOf: text)
  }

  /// The range, empty for what detectors print when they do not know a name.
  private func known(_ range: Range<Int>) -> Range<Int> {
    let text = stacks.held.span
    let isUnknown =
      switch range.count {
      case 1: text[range.lowerBound] == UInt8(ascii: "-")
      case 2: text.has("??", at: range.lowerBound, end: range.upperBound)
      case 3: text.has("???", at: range.lowerBound, end: range.upperBound)
      case 6: text.has("<null>", at: range.lowerBound, end: range.upperBound)
      default: false
      }
    return isUnknown ? 0..<0 : range
  }
}
