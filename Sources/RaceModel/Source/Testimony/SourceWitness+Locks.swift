/// Which locks are held where the racing accesses are made.
extension SourceWitness {
  /// The locks that are held where an access is made: by its function, and by those that called it. Nil where the
  /// function of the access cannot be read, or is not on the stack: frames of the runtime and the test runner alone.
  func locks(_ access: Access, _ detail: DetailedReport, _ logModified: FileTime?) -> SourceLocks? {
    let frames = detail.frames(of: access.stack)
    guard let site = access.siteIndex, frames.indices.contains(site), !frames[site].isPlumbing,
      frames[site].function.map(Self.isWrapper) != true,
      !GoRuntimeFunction.hideFunction(of: access, detail.frames)
    else { return nil }
    var result = SourceLocks(held: [], isWhole: true)
    for (number, frame) in frames[site...].enumerated() {
      // Something of package sync may keep others out while it calls.
      if frame.function?.hasPrefix("sync.") == true { result.isWhole = false }
      // A wrapper that the compiler made takes no lock.
      if frame.isPlumbing || frame.function.map(Self.isWrapper) == true { continue }
      let inner = number > 0 ? frames[site + number - 1].function : nil
      // Where frames are missing, nobody knows what those functions hold.
      if number == 0, site > 0, !isBorneOut(frames[site], by: frames[site - 1], logModified) {
        result.isWhole = false
      }
      guard let found = locks(at: frame, calling: inner, logModified) else {
        if number == 0 { return nil }
        result.isWhole = false
        continue
      }
      // A lock would not be missed beside an atomic operation, of which Valgrind knows nothing.
      if number == 0, isAtomic(frame, logModified) { result.isWhole = false }
      result.held += found.locks.held
      result.copies += found.locks.copies
      if !found.locks.isWhole { result.isWhole = false }
      // What callers hold may be what this function has given back.
      if found.givesBackOthers {
        result.isWhole = false
        break
      }
    }
    return result
  }

  /// Whether the line of a Go frame does what the frame inside of it says: the detector leaves out the innermost frame of
  /// the program where a function of the runtime calls another.
  func isBorneOut(_ frame: Frame, by inner: Frame, _ logModified: FileTime?) -> Bool {
    guard let text = text(of: frame, logModified), text.language.isGo, let line = frame.line,
      let function = inner.function
    else { return true }
    return LibraryCall.isMade(of: function, by: SourceStatement(line, in: text).words)
  }

  private static let atomics = ["__atomic_", "__sync_", "atomic_"]

  /// Whether the line of a frame in C calls an atomic operation of the compiler's or of the library's.
  private func isAtomic(_ frame: Frame, _ logModified: FileTime?) -> Bool {
    guard let text = text(of: frame, logModified), text.language == .c, let line = frame.line else {
      return false
    }
    return text.words(line).contains { word in
      word.kind == .identifier && Self.atomics.contains { word.text.hasPrefix($0) }
    }
  }

  private static func isWrapper(_ function: String) -> Bool {
    let name = function.split(separator: ".").last ?? ""
    return name.hasPrefix("gowrap") || name.hasPrefix("deferwrap")
  }

  /// The locks that a function holds at a line of it, and whether it gives back some that it has not taken.
  ///
  /// - Parameter inner: the function that the line calls; nil where it makes the access.
  private func locks(
    at frame: Frame, calling inner: String?, _ logModified: FileTime?
  ) -> (locks: SourceLocks, givesBackOthers: Bool)? {
    guard let text = text(of: frame, logModified) else { return nil }
    if text.language.isGo {
      return goLocks(at: frame, isCaller: inner != nil, text, logModified).map { ($0, false) }
    }
    guard let line = frame.line, let file = frame.file, let function = frame.function.map(DecodedName.of)
    else {
      return nil
    }
    let isClosure = Self.closureMarks.contains { function.contains($0) }
    guard let all = LocksAtLine(line, in: text, isClosure: isClosure) else { return nil }
    // What is destroyed where a block ends may be destroyed before or after its guards.
    let isDestroying = inner.map { name in Self.destructorMarks.contains { name.contains($0) } } ?? false
    let found = isDestroying ? all.whenDestroying : all
    // A read side of RCU keeps no writer out; a queue, and a function that runs once, are no locks with names.
    let locks = found.held.filter { $0.kind == .lock }
    let held = locks.map { lock in
      SourceLock(
        name: lock.name, isRead: lock.isRead, function: function, file: file, line: lock.line,
        isDeferred: lock.isScoped)
    }
    let isWhole = found.isWhole && locks.count == found.held.count
    return (SourceLocks(held: held, isWhole: isWhole), found.givesBackOthers)
  }

  /// What the names of functions hold that are called without a word for it.
  private static let destructorMarks = ["::~", "drop_in_place", "::drop", "deinit"]

  /// What the names of closures hold: of C++, Rust and Swift.
  private static let closureMarks = ["lambda", "operator()", "$_", "{closure", "$u7b$closure", "closure #"]

  private func goLocks(
    at frame: Frame, isCaller: Bool, _ text: SourceText, _ logModified: FileTime?
  ) -> SourceLocks? {
    guard let line = frame.line, let file = frame.file, let function = frame.function,
      let body = GoFunctionBody(around: line, in: text)
    else { return nil }
    // What a function does when it ends may be done before or after its locks are given back.
    if isCaller, ["return", "}"].contains(text.words(line).first?.text), body.defersMoreThanLocks {
      return nil
    }
    lazy var gates = gates(of: file, text, logModified)
    let found = GoLocksAtLine(
      line, of: body, in: text, isLiteral: GoFunctionName(function).isClosure,
      isGate: { gates.contains($0) })
    guard let (held, isWhole) = found?.locks() else { return nil }
    var locks = SourceLocks(held: [], isWhole: isWhole)
    for (event, isDeferred) in held {
      let lock = SourceLock(
        name: event.lock, isRead: event.kind == .readLock, function: function, file: file, line: event.line,
        isDeferred: isDeferred)
      let isOfCopy = isOfCopy(
        event.lock, body, { self.structure($1, in: file, text, logModified)?.copiesLock($0) })
      switch isOfCopy {
      case false?: locks.held.append(lock)
      case true?:
        locks.copies.append(lock)
        locks.isWhole = false
      case nil: locks.isWhole = false
      }
    }
    return locks
  }

  /// Whether a lock is part of the copy that a method gets as its receiver; nil where that is not known.
  ///
  /// - Parameter copies: whether a copy of a type has a lock of its own in a field.
  private func isOfCopy(
    _ lock: String, _ body: GoFunctionBody, _ copies: (_ field: String, _ type: String) -> Bool?
  ) -> Bool? {
    let parts = lock.split(separator: ".")
    guard let type = body.valueReceiver, let receiver = body.receiver,
      parts.first.map(String.init) == receiver
    else {
      return false
    }
    guard parts.count < 3 else { return nil }
    return copies(parts.count == 2 ? String(parts[1]) : "", type)
  }
}
