/// The locks that a function holds at one of its lines, read from its source.
///
/// A lock is held where the only way to the line takes it and does not give it back. Where branches, loops, jumps or
/// names leave two readings, it is neither held nor free.
struct LocksAtLine: Hashable, Sendable {
  /// The locks that are held for certain, the one taken last first.
  var held: [CodeLock]
  /// Whether no other lock is: everything in the function that could take one is understood.
  var isWhole: Bool
  /// Whether the function gives back a lock that it has not taken: what its callers hold at their call is then not
  /// known at the line.
  var givesBackOthers: Bool

  /// The locks at a line, counted from 1, of a file in C, C++, Rust or Swift.
  ///
  /// Nil where the function around the line cannot be read, or where it is not certain which function is meant.
  ///
  /// - Parameter isClosure: whether the code that runs is a closure: of a line that begins in another function,
  ///   `std::thread t([&] { n++; });`, the closure is meant then.
  init?(_ line: Int, in text: SourceText, isClosure: Bool = false) {
    let function: LockFunction?
    switch text.language {
    case .c: function = CLockReader.function(around: line, in: text)
    case .rust: function = RustStatements.function(around: line, in: text)
    case .swift: function = SwiftStatements.function(around: line, in: text)
    case .go, .ocaml: function = nil
    }
    guard let found = function?.running(on: line, isClosure: isClosure) else { return nil }
    var flow = LockFlow(found, line: line)
    guard let locks = flow.locks() else { return nil }
    self = locks
  }

  init(held: [CodeLock], isWhole: Bool, givesBackOthers: Bool) {
    self.held = held
    self.isWhole = isWhole
    self.givesBackOthers = givesBackOthers
  }

  /// What is certain where the line runs the end of an object: a destructor, `drop`, `deinit`. Guards that end with the
  /// same block may have ended before it.
  var whenDestroying: LocksAtLine {
    let certain = held.filter { !$0.isScoped }
    return LocksAtLine(
      held: certain, isWhole: isWhole && certain.count == held.count, givesBackOthers: givesBackOthers)
  }
}
