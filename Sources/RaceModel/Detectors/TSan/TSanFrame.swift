/// The parts of a frame, as ranges of its line.
///
/// They are told apart from the right: function names hold spaces, brackets, quotes and `#`.
struct TSanFrame: Equatable {
  /// Empty when the line has none.
  var function = 0..<0
  /// Empty when the line has none.
  var file = 0..<0
  var line = -1
  var column = -1
  /// Empty when the line has none.
  var module = 0..<0
  var moduleOffset: HexNumber?
  /// The address of the code; differs from run to run.
  var counter: HexNumber?
  /// Whether somebody has left out the rest behind the function.
  var isElided = false

  /// Where the frame is, for a draft.
  func place(isInlined: Bool = false) -> FramePlace {
    FramePlace(
      file: file, line: line, column: column, module: module, moduleOffset: moduleOffset,
      isInlined: isInlined)
  }

  /// Reads what stands behind the frame's number:
  ///
  ///     FUNC FILE:LINE:COLUMN (MODULE+0xHEX) (BuildId: HEX)
  ///     0xPC in FUNC FILE:LINE:COLUMN
  ///     0xPC in FUNC (MODULE+0xHEX)
  ///
  /// Any part but the function may be lacking; `<null>` stands for what is not known.
  static func parse(_ bytes: Span<UInt8>, _ text: Range<Int>) -> TSanFrame {
    var frame = TSanFrame()
    var rest = bytes.trimmed(text)
    frame.dropElision(bytes, &rest)
    frame.takeModule(bytes, &rest)
    dropDiscriminator(bytes, &rest)
    frame.takeCounter(bytes, &rest)
    frame.takeSource(bytes, &rest)
    frame.function = rest
    return frame
  }

  /// Whether what stands behind a frame's number says where the frame is, or that nobody knows.
  static func hasPlace(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
    parse(bytes, text).hasPlace(bytes, text)
  }

  /// The same of a text that was parsed.
  func hasPlace(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
    if isElided { return line >= 0 }
    let rest = bytes.trimmed(text)
    // The end of a link that a page has made of the file's name, or of a place that was cut.
    if let last = file.last {
      if bytes[last] == UInt8(ascii: ")") { return false }
      if bytes[last] == UInt8(ascii: ">"), !bytes.ends("-generated>", in: file) { return false }
    }
    if bytes.ends(":", in: rest) { return false }
    // Somebody's words were taken for the end of the path.
    if line < 0, !file.isEmpty, hasComment(bytes) { return false }
    if moduleOffset != nil || !module.isEmpty, bytes.ends(")", in: rest) || bytes.ends("]", in: rest) {
      return true
    }
    // A list of types that is open goes on; what closes none is a pager's mark.
    if bytes.ends(">", in: rest) {
      return !BracketedName.isOpen(bytes, rest, before: rest.upperBound) && !CutEnd.isIn(bytes, rest)
    }
    if bytes.ends("&gt;", in: rest) { return true }
    if Self.hasOpenBracket(bytes, rest) { return false }
    return line >= 0 || !file.isEmpty || (counter != nil && function.isEmpty)
  }

  /// Whether what was taken for a path is, or ends with, what a person wrote: `/src/n.c:11:3 (n+0xd3)  <-- here`.
  private func hasComment(_ bytes: Span<UInt8>) -> Bool {
    bytes.has("//", at: file.lowerBound, end: file.upperBound) || Annotation.isIn(bytes, file)
  }

  /// Whether a place that was parsed has no module behind it: a terminal may have cut it. So may a list of types that is
  /// closed, with no place behind it.
  func lacksModule(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
    guard moduleOffset == nil, module.isEmpty, counter == nil else { return false }
    return !file.isEmpty || bytes.ends(">", in: bytes.trimmed(text))
  }

  /// Whether a parenthesis behind a blank is open at the end of a text: that of a module, or of a list of parameters.
  static func hasOpenBracket(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
    bytes.leavesOpen(UInt8(ascii: "("), UInt8(ascii: ")"), in: text)
  }

  /// Whether a line is no more than a frame's place in a module: `(MODULE+0xHEX)`.
  static func isModule(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard bytes.has("(", at: line.lowerBound, end: line.upperBound) else { return false }
    let frame = parse(bytes, line)
    return frame.moduleOffset != nil && frame.function.isEmpty
  }

  // MARK: Module

  private mutating func takeModule(_ bytes: Span<UInt8>, _ rest: inout Range<Int>) {
    if let build = bytes.last("(BuildId: ", in: max(rest.lowerBound, rest.upperBound - 100)..<rest.upperBound)
    {
      rest = bytes.trimmed(rest.lowerBound..<build)
    }
    if dropPlaceholder(bytes, &rest) { return }
    guard let last = rest.last, let open = Self.opening(bytes, rest, close: last) else { return }
    let inside = open + 1..<last
    if let plus = bytes.last("+0x", in: inside),
      let (offset, end) = bytes.hexadecimal(at: plus + 1, end: last), end == last
    {
      module = Self.withoutArchitecture(bytes, inside.lowerBound..<plus)
      moduleOffset = offset
    } else if let plus = bytes.last("+0x", in: inside),
      ElidedAddress.end(bytes, at: plus + 1, end: last) == last
    {
      module = Self.withoutArchitecture(bytes, inside.lowerBound..<plus)
    } else if let (address, end) = bytes.hexadecimal(at: inside.lowerBound, end: last), end == last {
      counter = address
    } else if !Self.isPlaceholder(bytes, inside) {
      return
    }
    rest = bytes.trimmed(rest.lowerBound..<open)
  }

  /// Where the bracket opens that closes at `close`, when a blank stands before it.
  static func opening(_ bytes: Span<UInt8>, _ range: Range<Int>, close: Int) -> Int? {
    let pair: (open: UInt8, close: UInt8)
    switch bytes[close] {
    case UInt8(ascii: ")"): pair = (UInt8(ascii: "("), UInt8(ascii: ")"))
    case UInt8(ascii: "]"): pair = (UInt8(ascii: "["), UInt8(ascii: "]"))
    default: return nil
    }
    var depth = 0
    var index = close
    while index >= range.lowerBound {
      if bytes[index] == pair.close { depth += 1 }
      if bytes[index] == pair.open { depth -= 1 }
      if depth == 0 {
        return index == range.lowerBound || bytes[index - 1] <= 0x20 ? index : nil
      }
      index -= 1
    }
    return nil
  }

  /// Apple's runtime names the architecture behind the module: `app:arm64`.
  private static func withoutArchitecture(_ bytes: Span<UInt8>, _ module: Range<Int>) -> Range<Int> {
    guard let colon = bytes.last(UInt8(ascii: ":"), in: module), colon > module.lowerBound else {
      return module
    }
    let name = colon + 1..<module.upperBound
    let isKnown = ["arm", "x86_64", "i386"].contains { (word: StaticString) in
      bytes.has(word, at: name.lowerBound, end: name.upperBound)
    }
    return isKnown ? module.lowerBound..<colon : module
  }

  /// `<null>`, and `<word>` in the expected outputs of other projects' tests.
  static func isPlaceholder(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    if bytes.has("&lt;null&gt;", at: range.lowerBound, end: range.upperBound) { return range.count == 12 }
    guard range.count > 2, bytes[range.lowerBound] == UInt8(ascii: "<"),
      bytes[range.upperBound - 1] == UInt8(ascii: ">")
    else { return false }
    for index in range.lowerBound + 1..<range.upperBound - 1 where bytes[index] &- 0x61 >= 26 { return false }
    return true
  }

  // MARK: Address

  /// `0xPC in FUNC`, the default format of other sanitizers.
  private mutating func takeCounter(_ bytes: Span<UInt8>, _ rest: inout Range<Int>) {
    guard let (address, end) = bytes.address(at: rest.lowerBound, end: rest.upperBound) else { return }
    counter = address
    rest = bytes.trimmed(end..<rest.upperBound)
    if bytes.has("in ", at: rest.lowerBound, end: rest.upperBound) {
      rest = bytes.trimmed(rest.lowerBound + 3..<rest.upperBound)
    }
  }

  // MARK: Source

  /// Takes file, line and column off the end.
  private mutating func takeSource(_ bytes: Span<UInt8>, _ rest: inout Range<Int>) {
    let start = bytes.lastWordStart(in: rest)
    if Self.isPlaceholder(bytes, start..<rest.upperBound) {
      rest = bytes.trimmed(rest.lowerBound..<start)
      return
    }
    if bytes.ends(":?", in: start..<rest.upperBound), start > rest.lowerBound {
      if takeFileWithoutLine(bytes, &rest) { return }
      // Rust has an unknown place, or the number of a unit of code, in the place of a file.
      rest = bytes.trimmed(rest.lowerBound..<start)
      return
    }
    if bytes.ends("<compiler-generated>", in: rest) {
      // Code without a line: a function of the program's that its compiler wrote.
      file = start..<rest.upperBound
      rest = bytes.trimmed(rest.lowerBound..<file.lowerBound)
      return
    }
    var path = rest
    let hasLine = takeLine(bytes, &path)
    let isWhole = moduleOffset != nil || !module.isEmpty
    guard let start = Self.pathStart(bytes, path, isSure: hasLine, isWhole: isWhole) else {
      (line, column) = (-1, -1)
      return
    }
    file = start..<path.upperBound
    rest = bytes.trimmed(rest.lowerBound..<start)
  }

  /// Takes `:17:50`, `:17`, `(17,50)` or `(17)` off the end.
  mutating func takeLine(_ bytes: Span<UInt8>, _ rest: inout Range<Int>) -> Bool {
    var end = rest.upperBound
    let isBracketed = rest.last.map { bytes[$0] == UInt8(ascii: ")") } ?? false
    if isBracketed { end -= 1 }
    guard var (number, before) = Self.number(bytes, rest.lowerBound..<end) else { return false }
    line = number
    let separator = isBracketed ? UInt8(ascii: ",") : UInt8(ascii: ":")
    if bytes[before] == separator, let (first, start) = Self.number(bytes, rest.lowerBound..<before) {
      (line, column) = (first, number)
      (number, before) = (first, start)
    }
    guard bytes[before] == (isBracketed ? UInt8(ascii: "(") : UInt8(ascii: ":")), before > rest.lowerBound,
      bytes[before - 1] > 0x20
    else {
      (line, column) = (-1, -1)
      return false
    }
    rest = rest.lowerBound..<before
    return true
  }

  /// The decimal number that ends `range`, and the place before it.
  static func number(_ bytes: Span<UInt8>, _ range: Range<Int>) -> (value: Int, before: Int)? {
    var start = range.upperBound
    while start > range.lowerBound, bytes[start - 1] &- 0x30 < 10 { start -= 1 }
    guard start > range.lowerBound, let (value, _) = bytes.decimal(at: start, end: range.upperBound) else {
      return nil
    }
    return (value, start - 1)
  }

  /// Where the path begins that ends `range`; it may hold blanks.
  ///
  /// - Parameters:
  ///   - isSure: whether a line stood behind it, which nothing but a path has.
  ///   - isWhole: whether a module stood behind it, so that nothing was cut off.
  static func pathStart(
    _ bytes: Span<UInt8>, _ range: Range<Int>, isSure: Bool, isWhole: Bool = false
  ) -> Int? {
    // An absolute path.
    var index = range.upperBound - 1
    while index >= range.lowerBound {
      if index == range.lowerBound || bytes[index - 1] <= 0x20, isRoot(bytes, index, range.upperBound) {
        if isSure || !isCut(bytes, index..<range.upperBound) { return index }
        break
      }
      index -= 1
    }
    guard let blank = bytes.last(0x20, in: range) else { return isSure ? range.lowerBound : nil }
    let name = blank + 1..<range.upperBound
    if isSure { return name.lowerBound }
    return looksLikeFile(bytes, name, isWhole: isWhole) && !isCut(bytes, name) ? name.lowerBound : nil
  }

  private static func isRoot(_ bytes: Span<UInt8>, _ index: Int, _ end: Int) -> Bool {
    if bytes[index] == UInt8(ascii: "/") {
      // Two of them and a blank begin a comment; so does one with an asterisk.
      let isComment = bytes.has("// ", at: index, end: end) || bytes.has("/* ", at: index, end: end)
      return index + 1 < end && bytes[index + 1] > 0x20 && !isComment
    }
    return index + 2 < end && bytes[index + 1] == UInt8(ascii: ":") && bytes[index].isLetter
      && (bytes[index + 2] == UInt8(ascii: "\\") || bytes[index + 2] == UInt8(ascii: "/"))
  }

  /// Whether the text is the end of a longer one: it closes a bracket that it does not open.
  private static func isCut(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    bytes.closesUnopenedBracket(range) || range.last.map { bytes[$0] == UInt8(ascii: ")") } ?? true
  }
}

/// A frame with its names, kept until the next frame is read.
struct TSanPendingFrame {
  /// Function, file and module.
  let text: [UInt8]
  /// The frame, its ranges in `text`.
  let frame: TSanFrame

  init(_ frame: TSanFrame, of bytes: Span<UInt8>) {
    var (copy, text): (TSanFrame, [UInt8]) = (frame, [])
    func keep(_ range: Range<Int>) -> Range<Int> {
      let start = text.count
      text += bytes.bytes(range)
      return start..<text.count
    }
    copy.function = keep(frame.function)
    copy.file = keep(frame.file)
    copy.module = keep(frame.module)
    self.frame = copy
    self.text = text
  }

  /// Whether the frame was inlined into `next`, its caller: both have the same place in the code. The
  /// same function at the same line called itself instead.
  func isInlined(into next: TSanFrame, of bytes: Span<UInt8>) -> Bool {
    guard frame.moduleOffset == next.moduleOffset else { return false }
    if frame.moduleOffset == nil {
      guard frame.counter != nil, frame.counter == next.counter else { return false }
    }
    guard isEqual(frame.module, next.module, bytes) else { return false }
    let isSame = frame.line == next.line && frame.column == next.column
    return !(isSame && isEqual(frame.function, next.function, bytes) && isEqual(frame.file, next.file, bytes))
  }

  private func isEqual(_ own: Range<Int>, _ other: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
    guard own.count == other.count else { return false }
    let text = text.span
    return own.indices.allSatisfy { text[$0] == bytes[other.lowerBound + $0 - own.lowerBound] }
  }
}
