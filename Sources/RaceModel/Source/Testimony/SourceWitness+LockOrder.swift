/// What the files say of a lock order.
extension SourceWitness {
  /// How many callers are asked what they give to a function that takes a lock.
  private static let mostCallers = 3
  /// Lines that name a lock and are looked at.
  private static let mostUses = 40

  /// The names of a lock order's locks, and which order to turn around; nil of other reports.
  func lockOrder(_ detail: DetailedReport, _ logModified: FileTime?) -> SourceLockOrder? {
    guard let order = LockOrderSteps(detail) else { return nil }
    var found: [String: [SourceLockOrder.Name]] = [:]
    for taking in order.takings {
      guard let name = name(taking.stack[...], logModified) else { continue }
      found[taking.lock, default: []].append(name)
    }
    var result = SourceLockOrder()
    let names = found.compactMapValues { names in
      Set(names.map(\.name)).count == 1 ? names.first : nil
    }
    let unique = names.filter { lock, name in names.count { $0.value.name == name.name } == 1 }
    result.choice = oneLine(order, logModified) ?? turn(order, unique, logModified)
    result.names = unique.filter { $0.value.name != detail.report.lockTitle($0.key) }
    return result.isEmpty ? nil : result
  }

  /// Whether code that runs is a function without a name.
  private func isClosure(_ frame: Frame) -> Bool {
    let function = frame.function.map(DecodedName.of) ?? ""
    return ["lambda", "operator()", "$_"].contains { function.contains($0) }
  }

  // MARK: Names

  /// The name of the lock that the first frame's line takes.
  private func name(_ stack: ArraySlice<Frame>, _ logModified: FileTime?) -> SourceLockOrder.Name? {
    guard let frame = stack.first, let text = text(of: frame, logModified), let line = frame.line,
      let taking = LockTaking(on: line, in: text, isClosure: isClosure(frame))
    else { return nil }
    return outside(taking.path, taking.scope, stack, logModified)
  }

  /// A name that means the same in every function: of a parameter what its callers give.
  private func outside(
    _ path: [String], _ scope: CScope, _ stack: ArraySlice<Frame>, _ logModified: FileTime?
  ) -> SourceLockOrder.Name? {
    var (path, scope, stack) = (path, scope, stack)
    for _ in 0...Self.mostCallers {
      guard let root = path.first, let frame = stack.first, let file = frame.file, let line = frame.line
      else {
        return nil
      }
      switch scope.root(root) {
      case .local: return nil
      case .outside:
        return SourceLockOrder.Name(name: path.joined(), place: SourcePlace(file: file, line: line))
      case .parameter(let position):
        stack = stack.dropFirst()
        guard let caller = stack.first, !caller.isPlumbing, let line = caller.line,
          let text = text(of: caller, logModified),
          let outer = CScope(around: line, in: text, isClosure: isClosure(caller)),
          let given = Self.argument(position, of: scope, on: line, in: text)
        else { return nil }
        path = given.path + Self.members(path.dropFirst(), ofAddress: given.isAddress)
        scope = outer
      }
    }
    return nil
  }

  /// `->mu` of what is given by its address is `.mu` of the thing itself.
  private static func members(_ rest: ArraySlice<String>, ofAddress isAddress: Bool) -> [String] {
    isAddress && rest.first == "->" ? ["."] + rest.dropFirst() : Array(rest)
  }

  /// What a line gives to a function that it calls once.
  private static func argument(
    _ position: Int, of scope: CScope, on line: Int, in text: SourceText
  ) -> (path: [String], isAddress: Bool)? {
    let words = SourceStatement(line, in: text).words.map { CodeWord(word: $0, line: line) }
    let calls = words.indices.dropLast().filter {
      words[$0].text == scope.name && words[$0 + 1].isSign("(")
    }
    guard calls.count == 1, let matches = BracketMatches(Array(words[calls[0]...].prefix(400))) else {
      return nil
    }
    let call = Array(words[calls[0]...])
    let close = matches[1]
    guard close > 1, !call[2..<close].contains(where: { $0.isSign("<") }) else { return nil }
    let source = FunctionSource(code: call, matches: matches, head: [])
    let arguments = CArguments(2..<close, of: source).all
    guard arguments.count == scope.parameters.count, arguments.indices.contains(position),
      let path = LockPath(call[arguments[position]])
    else { return nil }
    return (path.words, call[arguments[position].lowerBound].isSign("&"))
  }

  // MARK: Choice

  /// Whether one line takes all the locks, each behind one that the same function holds.
  private func oneLine(_ order: LockOrderSteps, _ logModified: FileTime?) -> SourceLockOrder.Choice? {
    let sites = order.wanted.map(\.stack).compactMap(\.first)
    guard sites.count > 1, order.isWhole, let site = sites.first, let line = site.line, !isClosure(site),
      sites.allSatisfy({ $0.function == site.function && $0.file == site.file && $0.line == line }),
      let text = text(of: site, logModified),
      let taking = LockTaking(on: line, in: text, isClosure: false),
      // On the line itself the second lock is taken and not taken.
      let next = (line + 1..<line + 4).first(where: { !text.words($0).isEmpty }),
      let locks = LocksAtLine(next, in: text), locks.isWhole, locks.held.count == 2,
      locks.held.contains(where: { $0.name == taking.path.joined() && $0.line == line }),
      let first = locks.held.first(where: { $0.line < line })?.name,
      order.wanted.allSatisfy({ holdNothing($0.stack.dropFirst(), logModified) })
    else { return nil }
    return .oneLine(function: taking.scope.name, first: first, second: taking.path.joined())
  }

  /// Whether it is certain that callers hold no lock where they call.
  private func holdNothing(_ callers: ArraySlice<Frame>, _ logModified: FileTime?) -> Bool {
    callers.allSatisfy { frame in
      if frame.isPlumbing { return true }
      guard let line = frame.line, let text = text(of: frame, logModified),
        let scope = CScope(around: line, in: text, isClosure: isClosure(frame))
      else { return false }
      // What the call itself is given may be locks.
      return scope.function.steps.allSatisfy { step in
        let isCall = step.words.contains { scope.function.code[$0].line == line }
        return isCall || (step.actions.isEmpty && !step.isOdd && !step.makesOddClosure)
      }
    }
  }

  /// The one function that takes two locks the other way round than several others of its files.
  private func turn(
    _ order: LockOrderSteps, _ names: [String: SourceLockOrder.Name], _ logModified: FileTime?
  ) -> SourceLockOrder.Choice? {
    let locks = Set(order.takings.map(\.lock))
    guard locks.count == 2, names.count == 2 else { return nil }
    let pair = Set(names.values.map(\.name))
    var kept: [SourceLockOrder.Kept] = []
    var asked: Set<String> = []
    for frame in order.takings.compactMap(\.stack.first) {
      guard let file = frame.file else { return nil }
      guard asked.insert(file).inserted else { continue }
      guard let text = text(of: frame, logModified), let found = Self.kept(pair, in: text, file) else {
        return nil
      }
      kept += found
    }
    let ways = Dictionary(grouping: kept, by: \.first).values.map { way in
      way.reduce(into: [SourceLockOrder.Kept]()) { functions, kept in
        if !functions.contains(where: { $0.function == kept.function }) { functions.append(kept) }
      }
    }.sorted { $0.count < $1.count }
    guard ways.count == 2, ways[0].count == 1, ways[1].count > 1, let odd = ways[0].first,
      !ways[1].contains(where: { $0.function == odd.function })
    else { return nil }
    return .turn(odd: odd, others: ways[1])
  }

  /// The orders in which the functions of a file take two locks; nil where one of them cannot be read.
  private static func kept(_ pair: Set<String>, in text: SourceText, _ file: String) -> [SourceLockOrder
    .Kept]?
  {
    let parts = pair.map { String($0.split(whereSeparator: { ".->:".contains($0) }).last ?? "") }
    var kept: [SourceLockOrder.Kept] = []
    var uses = 0
    for line in 1..<(text.lineCount + 1)
    where text.words(line).contains(where: { $0.kind == .identifier && parts.contains($0.text) }) {
      // A declaration outside of functions.
      guard CFunctionFinder.find(line, in: text) != nil else { continue }
      uses += 1
      guard uses <= mostUses, let scope = CScope(around: line, in: text) else { return nil }
      guard let taking = LockTaking(on: line, in: text, isClosure: false) else {
        if mayTakeBoth(text.words(line), parts) { return nil }
        continue
      }
      let second = taking.path.joined()
      guard pair.contains(second), let locks = LocksAtLine(line, in: text) else { continue }
      let held = locks.held.filter { $0.line != line && pair.contains($0.name) }
      guard let first = held.first?.name, first != second else { continue }
      kept.append(
        SourceLockOrder.Kept(
          function: scope.name, place: SourcePlace(file: file, line: line), first: first, second: second))
    }
    return kept
  }
}

extension SourceWitness {
  /// Whether a line names two locks, and may take them one after the other.
  private static func mayTakeBoth(_ words: [LexedLine.Word], _ locks: [String]) -> Bool {
    let names = words.filter { $0.kind == .identifier }.map(\.text)
    guard locks.allSatisfy(names.contains), !names.contains("scoped_lock") else { return false }
    // What gives back both takes none.
    return names.contains { LockWords.areMeant(by: $0) && !$0.contains("unlock") && !locks.contains($0) }
  }
}

/// The takings of locks that a lock order prints stacks of.
struct LockOrderSteps {
  /// A lock with the stack that takes it, from the first frame of the program's own.
  struct Taking {
    var lock: String
    var stack: [Frame]
  }

  /// Those of locks that were wanted while another one was held.
  let wanted: [Taking]
  /// All of them.
  let takings: [Taking]
  /// Whether each step has its stack.
  let isWhole: Bool

  /// Nil of reports of other kinds.
  init?(_ detail: DetailedReport) {
    guard let order = LockOrder(detail.report) else { return nil }
    func taking(_ lock: String, _ section: Int?) -> Taking? {
      guard let section else { return nil }
      let frames = detail.frames(of: detail.report.sections[section].stack)
      let own = frames.drop(while: \.isPlumbing)
      return own.isEmpty ? nil : Taking(lock: lock, stack: Array(own))
    }
    wanted = order.steps.compactMap { taking($0.wanted, $0.wantedSection) }
    isWhole = wanted.count == order.steps.count
    takings = wanted + order.steps.compactMap { taking($0.held, $0.heldSection) }
  }
}
