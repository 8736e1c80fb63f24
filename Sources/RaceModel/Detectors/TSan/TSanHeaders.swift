/// The header of an access:
/// `Previous atomic write of size 4 at 0xHEX by thread T1 (mutexes: write M0, read M1):`, or, of an
/// object of a library or of Swift, `Modifying access of Swift variable at 0xHEX by main thread:`.
struct TSanAccess {
  var operation = Operation.read
  var isAtomic = false
  var isPrevious = false
  var size: Int?
  var address: HexNumber?
  /// Nil when the line ends before the thread: foreign text was printed between.
  var thread: ThreadName?
  var locks: [HeldLock] = []
  /// The type of an external object.
  var type: Range<Int>?
  /// Whether the words are those of Swift's first runtimes, which named no type.
  var isOfSwift = false
  /// Foreign text at the end of the line.
  var junk: Range<Int>?
  /// What somebody wrote behind the line.
  var annotation: Range<Int>?
  /// Whether the line ends as it should.
  var isWhole = false
  /// Whether the line ends with the address, which may be cut off, too.
  var endsInAddress = false
  /// Whether the line ends inside the list of locks.
  var endsInLocks = false
  /// Whether a viewer has cut the line right behind the thread, or inside the word before the locks.
  private(set) var endsBehindThread = false
  /// Whether something in the list is no lock.
  var hasOddLocks = false
  /// Whether somebody left the size or the address out.
  private(set) var isTerse = false
  /// Whether the line ends before the thread, with nothing or with foreign text in its place.
  var lacksThread: Bool { thread == nil && address != nil && !endsInAddress }

  static func parse(_ bytes: Span<UInt8>, _ range: Range<Int>) -> TSanAccess? {
    let end = range.upperBound
    var index = range.lowerBound
    var access = TSanAccess()
    access.isPrevious = bytes.passWord("previous ", at: &index, end: end)
    if access.passObject(bytes, &index, end) {
      guard let at = bytes.first(" at 0x", in: index - 1..<end) else { return nil }
      // Runtimes of Swift 4 do not say what it was.
      if at >= index { access.type = index..<at } else { access.isOfSwift = true }
      index = at
    } else {
      access.isAtomic = bytes.passWord("atomic ", at: &index, end: end)
      if bytes.passWord("write", at: &index, end: end) {
        access.operation = .write
      } else if !bytes.passWord("read", at: &index, end: end) {
        return nil
      }
    }
    return access.readEnd(bytes, index..<end) ? access : nil
  }

  /// Reads what stands behind the operation: ` of size 4 at 0xHEX by thread T1:`. People leave the size or the address
  /// out; then the rest must be whole.
  ///
  /// - Returns: whether it is the end of a header, or the beginning of such an end.
  mutating func readEnd(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
    let end = text.upperBound
    var index = text.lowerBound
    let isObject = type != nil || isOfSwift
    let hasSize = bytes.pass(" of size ", at: &index, end: end)
    // Tests of other projects have placeholders for numbers.
    if hasSize, let (size, after) = bytes.decimal(at: index, end: end) { (self.size, index) = (size, after) }
    let hasAddress = bytes.pass(" at ", at: &index, end: end)
    if hasAddress {
      guard let after = readAddress(bytes, at: index, end: end) else { return false }
      index = after
    }
    guard hasSize || hasAddress else { return false }
    isTerse = !hasAddress || !(hasSize || isObject)
    guard bytes.pass(" by", at: &index, end: end) else {
      // A line that was wrapped or cut.
      endsInAddress = index == end && address != nil
      return endsInAddress && !isTerse
    }
    readThread(bytes, bytes.trimmed(index..<end))
    return isWhole || !isTerse
  }

  /// Reads an address, or the placeholder that tests have; nil where neither is there.
  private mutating func readAddress(_ bytes: Span<UInt8>, at start: Int, end: Int) -> Int? {
    if let (address, after) = bytes.address(at: start, end: end) {
      self.address = address
      return after
    }
    guard start < end, bytes[start] == UInt8(ascii: "<") else { return nil }
    return bytes.first(" by ", in: start..<end)
  }

  /// The thread and its locks where the header was cut in two before them.
  static func parseEnd(_ bytes: Span<UInt8>, _ range: Range<Int>) -> TSanAccess? {
    var access = TSanAccess()
    access.readThread(bytes, range)
    return access.isWhole ? access : nil
  }

  private mutating func passObject(_ bytes: Span<UInt8>, _ index: inout Int, _ end: Int) -> Bool {
    if !bytes.passWord("read-only access ", at: &index, end: end) {
      guard
        bytes.passWord("modifying access ", at: &index, end: end)
          || bytes.passWord("mutating access ", at: &index, end: end)
      else { return false }
      operation = .write
    }
    return bytes.pass("of ", at: &index, end: end) || bytes.has("at 0x", at: index, end: end)
  }

  /// Reads the thread behind `by` and its locks.
  private mutating func readThread(_ bytes: Span<UInt8>, _ rest: Range<Int>) {
    let end = rest.upperBound
    guard let (name, after) = TSanThread.name(bytes, at: rest.lowerBound, end: end) else {
      if !rest.isEmpty { junk = rest }
      return
    }
    thread = name
    var index = after
    if bytes.pass(" (mutexes:", at: &index, end: end) { readLocks(bytes, &index, end) }
    let hasColon = index < end && bytes[index] == UInt8(ascii: ":")
    annotation = hasColon ? Annotation.range(bytes, index + 1..<end) : nil
    isWhole = hasColon && (index == end - 1 || annotation != nil)
    if index < end, !isWhole {
      junk = index..<end
      let own = index..<(CutEnd.start(bytes, index..<end) ?? end)
      endsBehindThread = own.isEmpty || bytes.isBeginning(of: " (mutexes: ", own)
    }
  }
}

/// `Thread T1 'name' (tid=N, running) created by main thread at:`; the name may hold quotes and
/// parentheses. Before LLVM 3.5 the parent was not printed; scripts that compare logs take out what changes from
/// run to run.
struct TSanThread {
  var thread: ThreadName
  var label: Range<Int>?
  var tid: Int?
  var state: Thread.State?
  var parent: ThreadName?
  /// Whether it is one of the pool of Grand Central Dispatch, whose creation is not printed.
  var isPooled = false

  static func parse(_ bytes: Span<UInt8>, _ range: Range<Int>) -> TSanThread? {
    let end = range.upperBound
    guard let (name, after) = name(bytes, at: range.lowerBound, end: end), name != .main else { return nil }
    var thread = TSanThread(thread: name)
    guard let text = thread.readState(bytes, after..<end) else { return nil }
    if after < text.lowerBound { thread.label = label(bytes, bytes.trimmed(after..<text.lowerBound)) }
    let rest = text.upperBound..<end
    if bytes.has(" is a GCD worker thread", at: rest.lowerBound, end: end) {
      thread.isPooled = true
    } else if let by = bytes.first(" created by ", in: rest) {
      thread.parent = self.name(bytes, at: by + 12, end: end)?.name
    } else if bytes.first(" created at", in: rest) == nil, !rest.isEmpty,
      // A viewer has cut the rest off.
      !bytes.isBeginning(of: " created by ", rest)
    {
      return nil
    }
    return thread
  }

  /// Reads ` (tid=N, running)`, or what was left of it: where it stands, empty when all of it is gone; nil when the
  /// line is no header.
  private mutating func readState(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Range<Int>? {
    let end = text.upperBound
    if let open = bytes.last(" (tid=", in: text) {
      tid = bytes.decimal(at: open + 6, end: end)?.value
      let close = bytes.first(UInt8(ascii: ")"), in: open..<end) ?? end
      if bytes.first(", running", in: open..<close) != nil { state = .running }
      if bytes.first(", finished", in: open..<close) != nil { state = .finished }
      return open..<min(end, close + 1)
    }
    guard bytes.ends(" at:", in: text),
      let created = bytes.last(" created by ", in: text) ?? bytes.last(" created at:", in: text)
    else { return nil }
    let before = text.lowerBound..<created
    for (word, state): (StaticString, Thread.State) in [(" (running)", .running), (" (finished)", .finished)]
    where bytes.ends(word, in: before) {
      self.state = state
      return created - word.utf8CodeUnitCount..<created
    }
    return created..<created
  }

  /// `'name'` without the quotes; runtimes of 2016 printed none.
  private static func label(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Range<Int> {
    for (quote, end): (StaticString, StaticString) in [("'", "'"), ("&#39;", "&#39;"), ("‘", "’")] {
      let length = quote.utf8CodeUnitCount
      if text.count >= 2 * length, bytes.has(quote, at: text.lowerBound, end: text.upperBound),
        bytes.ends(end, in: text)
      {
        return text.lowerBound + length..<text.upperBound - length
      }
    }
    return text
  }

  /// `thread T1` or `main thread` at `start`, and the place after it.
  static func name(_ bytes: Span<UInt8>, at start: Int, end: Int) -> (name: ThreadName, end: Int)? {
    var index = start
    if bytes.passWord("main thread", at: &index, end: end) { return (.main, index) }
    guard bytes.passWord("thread T", at: &index, end: end),
      let (number, after) = bytes.decimal(at: index, end: end)
    else { return nil }
    return (ThreadName(.thread, number), after)
  }
}

/// `Location is ...`: where the memory is.
enum TSanLocation {
  static func parse(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Location {
    let start = line.lowerBound + 12
    var location = Location(kind: kind(bytes, start, line.upperBound), text: bytes.decoded(line))
    location.announcesStack = bytes.announcesStack(line)
    let size = bytes.last(" of size ", in: start..<line.upperBound)
    if let size { location.size = bytes.decimal(at: size + 9, end: line.upperBound)?.value }
    if let at = bytes.last(" at 0x", in: start..<line.upperBound) {
      location.address = bytes.hexadecimal(at: at + 4, end: line.upperBound)?.value
    }
    for word: StaticString in [" allocated by ", " created by ", " destroyed by ", "stack of ", "TLS of "] {
      guard let at = bytes.first(word, in: start..<line.upperBound) else { continue }
      let name = TSanThread.name(bytes, at: at + word.utf8CodeUnitCount, end: line.upperBound)
      location.thread = location.thread ?? name?.name
    }
    if location.kind == .global, isStackMapping(bytes, line) {
      // What the symbolizer makes of an address in the stack: neither the name nor the address is a variable's.
      (location.kind, location.name, location.address) = (.stack, nil, nil)
    }
    switch location.kind {
    case .global: location.name = globalName(bytes, start..<line.upperBound)
    case .heap:
      let isPlain = bytes.has("heap block", at: start, end: line.upperBound)
      if let size, !isPlain { location.name = bytes.decoded(start..<size) }
    default: break
    }
    return location
  }

  /// Whether frames follow.
  static func hasStack(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    line.last.map { bytes[$0] == UInt8(ascii: ":") } ?? false
  }

  private static func kind(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Location.Kind {
    if bytes.has("global ", at: start, end: end) { return .global }
    if bytes.has("heap block ", at: start, end: end) { return .heap }
    if bytes.has("stack of ", at: start, end: end) { return .stack }
    if bytes.has("TLS of ", at: start, end: end) { return .tls }
    if bytes.has("file descriptor ", at: start, end: end) { return .fd }
    // An object of a type that was made known to the detector: `Location is NSArray of size 16 at ...`
    return bytes.first(" of size ", in: start..<end) != nil ? .heap : .other
  }

  /// Whether the line ends with a place in the stack of the main thread: `([stack]+0x1fa04)`.
  private static func isStackMapping(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    bytes.last(" ([stack]+0x", in: line).map { bytes.first(UInt8(ascii: ")"), in: $0..<line.upperBound) }
      == line.upperBound - 1
  }

  /// `global 'NAME' of size N at ...`; the name may hold quotes.
  private static func globalName(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String? {
    let start = range.lowerBound + 8
    for (quote, ends): (StaticString, [StaticString]) in [
      ("'", ["' of size ", "' at "]), ("‘", ["’ of size ", "’ at "]),
      ("&#39;", ["&#39; of size ", "&#39; at "]),
    ] {
      let nameStart = start - 1 + quote.utf8CodeUnitCount
      guard bytes.has(quote, at: start - 1, end: range.upperBound), nameStart < range.upperBound else {
        continue
      }
      for end in ends {
        guard let found = bytes.last(end, in: nameStart..<range.upperBound) else { continue }
        let name = bytes.decoded(nameStart..<found)
        return name == "<null>" || name == "??" ? nil : name
      }
    }
    return nil
  }
}
