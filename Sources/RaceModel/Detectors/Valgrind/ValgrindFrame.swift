/// A line of a stack: `at 0xPC: FUNC (FILE:LINE)`, `by 0xPC: FUNC (in MODULE)`, or without a place.
struct ValgrindFrame: Equatable {
  /// The code's address; nil where somebody made it unreadable (`0x........`).
  var address: UInt64?
  var function: Range<Int>
  var file = 0..<0
  /// The line, negative when there is none.
  var line = -1
  var module = 0..<0
  /// What somebody wrote behind it.
  var annotation: Range<Int>?
  /// Whether its place was cut off.
  var isCut = false
  /// Whether somebody took the addresses out.
  var isBare = false

  /// Where the frame is.
  var place: FramePlace { FramePlace(file: file, line: line, module: module) }

  /// Whether the line begins as a frame does.
  @inline(__always)
  static func begins(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    bytes.has("by 0x", at: range.lowerBound, end: range.upperBound)
      || bytes.has("at 0x", at: range.lowerBound, end: range.upperBound)
  }

  /// Whether a frame's line is the first one of a stack.
  @inline(__always)
  static func beginsStack(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    bytes.has("at ", at: range.lowerBound, end: range.upperBound)
  }

  /// Reads a trimmed line.
  static func parse(_ bytes: Span<UInt8>, _ range: Range<Int>) -> ValgrindFrame? {
    guard begins(bytes, range) else { return nil }
    let end = range.upperBound
    var index = range.lowerBound + 5
    var address: UInt64?
    if let (number, after) = bytes.address(at: range.lowerBound + 3, end: end) {
      (address, index) = (number?.value, after)
    } else {
      while index < end, bytes[index] == UInt8(ascii: ".") { index += 1 }
    }
    guard bytes.has(": ", at: index, end: end), index + 2 < end else { return nil }
    var frame = ValgrindFrame(address: address, function: index + 2..<end)
    frame.splitPlace(bytes)
    if !frame.hasPlace {
      frame.splitAnnotation(bytes)
      frame.dropCutPlace(bytes)
    }
    return frame
  }

  /// Whether the frame says where it is.
  var hasPlace: Bool { !file.isEmpty || !module.isEmpty }

  /// Whether the line ends with the function, and not as a frame does of which an index only counts that it is there.
  func endsInFunction(_ bytes: Span<UInt8>) -> Bool {
    guard !hasPlace, let last = function.last else { return false }
    return bytes[last] != UInt8(ascii: ")") && bytes[last] != UInt8(ascii: "?")
  }

  /// Takes off the function what a cut has left of the place: `(in /usr/lib/libf`
  private mutating func dropCutPlace(_ bytes: Span<UInt8>) {
    guard endsInFunction(bytes), let open = BracketedName.openPlace(bytes, function) else { return }
    function = bytes.trimmed(function.lowerBound..<open)
    isCut = true
  }

  /// Takes the place off the function's end. A C++ name may hold parentheses itself: the place is what
  /// stands in the last ones, when it has the shape of a place.
  mutating func splitPlace(_ bytes: Span<UInt8>) {
    let end = function.upperBound - 1
    guard bytes[end] == UInt8(ascii: ")") else { return }
    if let open = Self.lastOpening(bytes, function), readPlace(bytes, open + 2..<end) {
      function = function.lowerBound..<open
    } else if let open = Self.moduleOpening(bytes, function), readPlace(bytes, open + 1..<end) {
      function = function.lowerBound..<open
    }
  }

  /// Reads what stands in the parentheses of a place: `in MODULE`, `FILE:LINE`.
  private mutating func readPlace(_ bytes: Span<UInt8>, _ inside: Range<Int>) -> Bool {
    if bytes.has("in ", at: inside.lowerBound, end: inside.upperBound) {
      module = inside.lowerBound + 3..<inside.upperBound
    } else if bytes.has("within ", at: inside.lowerBound, end: inside.upperBound) {
      // Valgrind up to 3.3.
      module = inside.lowerBound + 7..<inside.upperBound
    } else if let colon = bytes.last(UInt8(ascii: ":"), in: inside), colon > inside.lowerBound,
      // The end of a link that somebody's program has made of the file's name.
      bytes[colon - 1] != UInt8(ascii: ")"), bytes[colon - 1] != UInt8(ascii: ">"),
      let line = Self.line(bytes, colon + 1..<inside.upperBound)
    {
      file = inside.lowerBound..<colon
      self.line = line
    } else {
      return false
    }
    return true
  }

  /// Where the parenthesis of a module opens without a blank before it: in the place of a function that is not known
  /// (`(within MODULE)`), or behind what the filters of Valgrind's own tests have left of one (`pthread_s(within MODULE)`).
  private static func moduleOpening(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Int? {
    if bytes.has("(in ", at: text.lowerBound, end: text.upperBound) { return text.lowerBound }
    return bytes.first("(within ", in: text)
  }

  /// Takes somebody's words off the end, where a place is before them.
  mutating func splitAnnotation(_ bytes: Span<UInt8>) {
    var frame = self
    let words = Annotation.range(bytes, behind: function) { own in
      frame.function = own
      frame.splitPlace(bytes)
      return frame.hasPlace
    }
    guard let words else { return }
    frame.annotation = words
    self = frame
  }

  /// Where the last ` (` stands.
  private static func lastOpening(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    var end = range.upperBound
    while let found = bytes.last(UInt8(ascii: "("), in: range.lowerBound..<end), found > range.lowerBound {
      if bytes[found - 1] == 0x20 { return outermost(bytes, range, inner: found - 1) }
      end = found
    }
    return nil
  }

  /// The ` (` that the last bracket closes: a path may hold others, `(/src/shop (copy)/m.c:16)`.
  private static func outermost(_ bytes: Span<UInt8>, _ range: Range<Int>, inner: Int) -> Int {
    var index = range.upperBound - 1
    guard bytes.first(UInt8(ascii: ")"), in: inner + 2..<index) != nil else { return inner }
    var depth = 1
    while depth > 0 {
      index -= 1
      guard index > range.lowerBound else { return inner }
      if bytes[index] == UInt8(ascii: ")") { depth += 1 }
      if bytes[index] == UInt8(ascii: "(") { depth -= 1 }
    }
    return bytes[index - 1] == 0x20 ? index - 1 : inner
  }

  /// The line of a place; -1 where somebody made it unreadable (`...`, `?`).
  private static func line(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    if let (line, end) = bytes.decimal(at: range.lowerBound, end: range.upperBound), end == range.upperBound {
      return line
    }
    return bytes.ends("...", in: range) || bytes.ends("?", in: range) ? -1 : nil
  }
}
