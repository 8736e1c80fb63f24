package import RaceModel

/// Why a race is one, in a sentence: who does what to what, and under which locks.
package struct Verdict: Hashable, Sendable {
  /// The sentence, without a full stop.
  package var text: String { said + missing }
  /// What both sides use, as the sentence calls it; nil where it has no name.
  package let shared: String?
  /// Whether a part of it is read from the source.
  package let isFromSource: Bool
  /// Whether it says which locks both sides hold.
  package private(set) var saysLocks = false

  /// What it says of the race.
  let said: String
  /// The rest, about what is not in the report; empty if nothing is missing.
  private var missing = ""

  /// The sentence with what it is based on.
  package var words: String { isFromSource ? "\(said) (from the source)\(missing)" : text }

  /// The sentence of a race; nil where a side is not known, or does what has no name.
  ///
  /// - Parameter names: how functions are called on the screen.
  package init?(_ facts: VerdictFacts, _ names: ShownNames = ShownNames()) {
    if facts.sides.both.allSatisfy({ $0?.function != nil }) {
      self.init(ofBothSides: facts, names)
    } else {
      self.init(ofOneSide: facts, names)
    }
  }

  private init?(ofBothSides facts: VerdictFacts, _ names: ShownNames) {
    guard let first = facts.sides.a, let second = facts.sides.b, let left = first.function,
      let right = second.function
    else { return nil }
    let isOneFunction = left == right && first.actor == .function && second.actor == .function
    let isClose = facts.closer != nil && !isOneFunction
    isFromSource = facts.written != nil || (!isClose && facts.hasLocksFromSource)
    let subject = facts.written?.name ?? Self.words(facts, names)
    shared = subject
    let who = Self.actors(first, second, (names.short(left), names.short(right)))
    if let asserting = Side.allCases.first(where: { facts.sides[$0]?.assertion != nil }) {
      guard let words = Self.asserted(facts, asserting, who, subject) else { return nil }
      said = words
      return
    }
    guard let verbs = Self.verbs(first, second, facts.subject) else { return nil }
    let (a, b) = (who.a, who.b)
    let locks = Sides(first.locks, second.locks)
    let isFree = locks.a == .none && locks.b == .none
    saysLocks = !isClose && locks.a != .unknown && locks.b != .unknown
    if isClose {
      let channel = facts.written.map { "\($0.name), which" } ?? "a channel that"
      said =
        facts.closer == .a ? "\(a) closes \(channel) \(b) sends on" : "\(b) closes \(channel) \(a) sends on"
    } else if isOneFunction {
      said = Self.together(a, subject, facts, verbs, isFree ? nil : Self.each(locks), isFree: isFree)
    } else if verbs.a == verbs.b, isFree || (locks.a == .unknown && locks.b == .unknown) {
      let object = subject ?? "the same memory"
      said = "\(a) and \(b) \(Self.plural(verbs.a)) \(object)" + (isFree ? ", \(Self.free)" : "")
    } else if subject == nil, isFree || (locks.a == .unknown && locks.b == .unknown) {
      said = "\(a) \(verbs.a) what \(b) \(verbs.b)" + (isFree ? ", \(Self.free)" : "")
    } else if subject == nil, let known = Side.allCases.first(where: { locks[$0.other] == .unknown }) {
      let other = known.other
      said = "\(who[other]) \(verbs[other]) what \(who[known]) \(verbs[known])\(Self.clause(locks[known]))"
    } else {
      let tail = isFree ? ", \(Self.free)" : Self.clause(locks.b)
      let middle = isFree ? " and " : Self.clause(locks.a, ofMemory: subject == nil) + "; "
      said = "\(a) \(verbs.a) \(subject ?? "memory")\(middle)\(b) \(verbs.b) it\(tail)"
    }
  }

  /// The sentence of a report that lacks the stack of one side; nil where it would say no more than that.
  private init?(ofOneSide facts: VerdictFacts, _ names: ShownNames) {
    guard let side = Side.allCases.first(where: { facts.sides[$0]?.function != nil }),
      let access = facts.sides[side], let function = access.function, access.assertion == nil,
      let verb = Self.verb(access, on: facts.subject)
    else { return nil }
    shared = facts.written?.name ?? Self.words(facts, names)
    guard shared != nil || access.locks != .unknown else { return nil }
    isFromSource = facts.written != nil || facts.hasLocksFromSource
    let who = Self.actor(access.actor, Self.brief(names.short(function), isLambda: access.isLambda))
    let what = facts.sides[side.other] == nil ? "other access" : "stack of the other access"
    missing = "; the \(what) is not in the report"
    said = "\(who) \(verb) \(shared ?? "memory")\(Self.clause(access.locks, ofMemory: shared == nil))"
  }

  /// One function on both sides.
  private static func together(
    _ function: String, _ subject: String?, _ facts: VerdictFacts, _ verbs: Sides<String>, _ locks: String?,
    isFree: Bool
  ) -> String {
    let threads = "\(facts.threadWord)s"
    if let statement = facts.written?.statement {
      let tail = isFree ? " without a lock" : locks ?? ""
      return "two \(threads) run \(function), which does \(statement)\(tail)"
    }
    let what =
      if verbs.a == verbs.b {
        "both \(plural(verbs.a)) \(subject ?? "the same memory")"
      } else if let subject {
        "one \(verbs.a) \(subject), the other \(verbs.b) it"
      } else {
        "one \(verbs.a) what the other \(verbs.b)"
      }
    return "two \(threads) run \(several(function, facts) ?? function); \(what)"
      + (isFree ? ", \(free)" : locks ?? "")
  }

  private static let lambda = "a lambda"
  /// What Helgrind and gcc call each lambda, and each object that can be called.
  private static let operatorName = "operator()"

  /// `lambdas of pond.cpp:12`, if the function shares its name with others: even on one line, the two sides may be in
  /// different ones. Nil if it has its own name.
  private static func several(_ function: String, _ facts: VerdictFacts) -> String? {
    guard function == lambda || function == operatorName else { return nil }
    let names = function == lambda ? "lambdas" : "functions called operator()"
    guard facts.isSameLine, let site = facts.sides.a?.site, let file = site.fileName, let line = site.line
    else { return names }
    return "\(names) of \(file):\(line)"
  }

  /// `mill_gate_open writes gate->open while mill_gate_close asserts that nobody does`; nil where the report does not say what
  /// the other one does.
  private static func asserted(
    _ facts: VerdictFacts, _ asserting: Side, _ who: Sides<String>, _ subject: String?
  ) -> String? {
    guard let assertion = facts.sides[asserting]?.assertion, let other = facts.sides[asserting.other],
      let verb = verb(other, on: facts.subject)
    else { return nil }
    let claim = assertion.contains("no writes") ? "nobody does" : "nobody uses it"
    let object = subject.map { " \($0)" } ?? (assertion.contains("no writes") ? "" : " memory")
    return "\(who[asserting.other]) \(verb)\(object) while \(who[asserting]) asserts that \(claim)"
  }

  /// `atomically write` for `atomically writes`.
  private static func plural(_ verb: String) -> String {
    verb.split(separator: " ").map { $0.hasSuffix("s") ? $0.dropLast() : $0 }.joined(separator: " ")
  }

  /// What a side does; nil where the report does not say.
  static func verb(_ access: VerdictFacts.Access, on subject: Subject?) -> String? {
    if case .fileDescriptor = subject?.kind {
      // ThreadSanitizer treats a file descriptor as memory (tsan_fd.cpp).
      switch access.operation {
      case .read: return "uses"
      case .write: return "opens or closes"
      case .readWrite, .free, .access: return nil
      }
    }
    let verb: String? =
      switch access.operation {
      case .read: "reads"
      case .write: "writes"
      case .readWrite: "changes"
      case .free: access.isEarlier ? "freed" : "frees"
      case .access: nil
      }
    return verb.map { access.isAtomic ? "atomically \($0)" : $0 }
  }

  /// What each side does; nil where the report does not say.
  private static func verbs(
    _ first: VerdictFacts.Access, _ second: VerdictFacts.Access, _ subject: Subject?
  ) -> Sides<String>? {
    guard let left = verb(first, on: subject), let right = verb(second, on: subject) else { return nil }
    return Sides(left, right)
  }

  /// What the race is on, as the object of a sentence; nil where nothing but the kind of memory is known.
  private static func words(_ facts: VerdictFacts, _ names: ShownNames) -> String? {
    if facts.isOnVptr { return "an object's vptr" }
    let subject = facts.subject
    return switch subject?.kind {
    case .map: "a map"
    case .slice: "a slice"
    case .channel: "a channel"
    case .global(let name?): variable(names.sentence(name))
    case .global(nil): subject?.isInferred == true ? "a package variable" : "a global variable"
    case .fileDescriptor(let number): number.map { "file descriptor \($0)" }
    case .heap, .stack, .threadLocal, .other, nil: nil
    }
  }

  /// A variable by its last two names; one of which a detector says more (`wide (.1)`) as it is.
  private static func variable(_ name: String) -> String {
    let name = ItaniumName.decoded(DecodedName.of(name))
    return name.contains(" (") ? name : FunctionName(name)?.brief ?? name
  }

  // MARK: Locks

  /// What is said of two sides that hold none.
  private static let free = "neither with a lock"

  /// What a row of the list says of the locks of both sides; nil where one is not known.
  package static func locks(_ facts: VerdictFacts) -> String? {
    guard let a = facts.sides.a?.locks, let b = facts.sides.b?.locks else { return nil }
    switch (a, b) {
    case (.unknown, _), (_, .unknown): return nil
    case (.none, .none): return free
    case (.held(let names, _), .none): return "only A holds \(words(names))"
    case (.none, .held(let names, _)): return "only B holds \(words(names))"
    case (.held(let own, let isRead), .held(let others, let othersRead)):
      let isSame = own == others && isRead == othersRead
      return isSame ? "both hold \(words(own))" : "A holds \(words(own)), B \(words(others))"
    }
  }

  private static func words(_ locks: [String]) -> String {
    guard locks.count > 2 else { return locks.joined(separator: " and ") }
    return locks.prefix(2).joined(separator: ", ") + " and \(locks.count - 2) more"
  }

  /// What is said of the locks of one function's two sides; nil where one is not known.
  private static func each(_ locks: Sides<VerdictFacts.Locks>) -> String? {
    guard locks.a != .unknown, locks.b != .unknown else { return nil }
    return locks.a == locks.b
      ? ", both\(clause(locks.a))" : ", one\(clause(locks.a)), the other\(clause(locks.b))"
  }

  /// - Parameter ofMemory: whether `memory` comes before it, which would seem to hold the lock.
  private static func clause(_ locks: VerdictFacts.Locks, ofMemory: Bool = false) -> String {
    switch locks {
    case .unknown: ""
    case .none: " without a lock"
    case .held(let names, let isRead):
      (ofMemory ? " while it holds " : " holding ") + held(names) + (isRead ? " only to read" : "")
    }
  }

  /// `c.mu`, `lock 0x4d76ca8`, `locks M0 and M2`
  private static func held(_ names: [String]) -> String {
    let isNumbered = names.allSatisfy(isNumber)
    return (isNumbered ? (names.count == 1 ? "lock " : "locks ") : "") + words(names)
  }

  /// Whether a lock has no name but what the detector numbers it by.
  static func isNumber(_ lock: String) -> Bool {
    lock.hasPrefix("0x")
      || (lock.hasPrefix("M") && lock.count > 1 && lock.dropFirst().allSatisfy(\.isNumber))
  }

  /// Who made the accesses: functions by their last two names, what stands for them elsewhere.
  private static func actors(
    _ first: VerdictFacts.Access, _ second: VerdictFacts.Access, _ functions: (String, String)
  ) -> Sides<String> {
    let who = Sides(
      actor(first.actor, brief(functions.0, isLambda: first.isLambda)),
      actor(second.actor, brief(functions.1, isLambda: second.isLambda)))
    let isUnknown = first.actor == .unprinted(caller: nil) && second.actor == .unprinted(caller: nil)
    return isUnknown ? Sides(who.a, "another one") : who
  }

  private static func actor(_ actor: VerdictFacts.Actor, _ function: String) -> String {
    switch actor {
    case .function: function
    case .unprinted(nil): "a function that the report leaves out"
    case .unprinted(.some): "a function called from \(function)"
    case .thread(let title): title
    }
  }

  /// A function by its last two names: `Catalog.Get` for `catalog.(*Catalog).Get`; of Swift's closures which one it is.
  ///
  /// - Parameter isLambda: whether an `operator()` is known to be that of a lambda.
  static func brief(_ function: String, isLambda: Bool = false) -> String {
    if function == operatorName, isLambda { return lambda }
    let name = LegacyRustName.decoded(ItaniumName.decoded(DecodedName.of(function)))
    return FunctionName(name).map { $0.lead + $0.brief } ?? name
  }
}
