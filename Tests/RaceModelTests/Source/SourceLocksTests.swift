import Testing

@testable import RaceModel

/// The locks that a Go function holds at a line: certain with one reading, silent with two.
@Suite struct SourceLocksTests {
  /// The locks at the line with `// here`, as `c.mu`, followed by `read` if held only for reading; `?` if there may be
  /// more.
  private func locks(_ body: String, isGate: (String) -> Bool = { _ in false }) throws -> String {
    let code = "package pond\n\nfunc (c *Pond) Fill(n int) {\n" + body + "\n}\n"
    let file = SourceFile(path: "/src/pond.go", modified: FileTime(seconds: 1), bytes: Array(code.utf8))
    let text = try #require(SourceText(file))
    let lines = code.split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(lines.firstIndex { $0.contains("// here") }) + 1
    let function = try #require(GoFunctionBody(around: line, in: text))
    guard let (held, isWhole) = GoLocksAtLine(line, of: function, in: text, isGate: isGate)?.locks() else {
      return "nothing"
    }
    let names = held.map { $0.event.lock + ($0.event.kind == .readLock ? " read" : "") }
    return (names + (isWhole ? [] : ["?"])).joined(separator: ", ")
  }

  @Test(arguments: [
    // No lock at all.
    ("\tc.n++ // here", ""),
    ("\tif n > 0 {\n\t\tc.n++ // here\n\t}", ""),
    // Locked and unlocked around the line.
    ("\tc.mu.Lock()\n\tc.n++ // here\n\tc.mu.Unlock()", "c.mu"),
    ("\tc.mu.Lock()\n\tdefer c.mu.Unlock()\n\tc.n++ // here", "c.mu"),
    ("\tc.mu.RLock()\n\tdefer c.mu.RUnlock()\n\treturn c.n // here", "c.mu read"),
    (
      "\tmu.Lock()\n\tfor i := range n {\n\t\tif i > 2 {\n\t\t\tc.n++ // here\n\t\t}\n\t}\n\tmu.Unlock()",
      "mu"
    ),
    ("\tc.a.Lock()\n\tc.b.Lock()\n\tc.n++ // here\n\tc.b.Unlock()\n\tc.a.Unlock()", "c.b, c.a"),
    // Unlocked before the line, or locked after it.
    ("\tc.mu.Lock()\n\tc.m++\n\tc.mu.Unlock()\n\tc.n++ // here", ""),
    ("\tc.n++ // here\n\tc.mu.Lock()\n\tc.m++\n\tc.mu.Unlock()", ""),
    ("\tc.mu.Lock()\n\tc.mu.Unlock()\n\tc.mu.Lock()\n\tc.n++ // here\n\tc.mu.Unlock()", "c.mu"),
    // An early exit unlocks it and does not reach the line.
    (
      "\tc.mu.Lock()\n\tif n == 0 {\n\t\tc.mu.Unlock()\n\t\treturn\n\t}\n\tc.n++ // here\n\tc.mu.Unlock()",
      "c.mu"
    ),
    (
      "\tfor {\n\t\tc.mu.Lock()\n\t\tif n == 0 {\n\t\t\tc.mu.Unlock()\n\t\t\tcontinue\n\t\t}\n\t\tc.n++ // here\n\t\tc.mu.Unlock()\n\t}",
      "c.mu"
    ),
    (
      "\tc.mu.Lock()\n\tif n == 0 {\n\t\tc.mu.Unlock()\n\t\twait()\n\t\tc.mu.Lock()\n\t}\n\tc.n++ // here\n\tc.mu.Unlock()",
      "c.mu"
    ),
    // A branch may have unlocked or locked it.
    ("\tc.mu.Lock()\n\tif n == 0 {\n\t\tc.mu.Unlock()\n\t}\n\tc.n++ // here", "?"),
    ("\tif n == 0 {\n\t\tc.mu.Lock()\n\t}\n\tc.n++ // here", "?"),
    ("\tif n == 0 {\n\t\tc.mu.Lock()\n\t\tdefer c.mu.Unlock()\n\t}\n\tc.n++ // here", "?"),
    ("\tif n == 0 {\n\t\tc.mu.Lock()\n\t\tc.m++\n\t\tc.mu.Unlock()\n\t}\n\tc.n++ // here", ""),
    ("\tif n == 0 {\n\t\tc.mu.Lock()\n\t\tc.n++ // here\n\t\tc.mu.Unlock()\n\t}", "c.mu"),
    // Only the other branch locks it.
    ("\tif n == 0 {\n\t\tc.mu.Lock()\n\t\tc.m++\n\t\tc.mu.Unlock()\n\t} else {\n\t\tc.n++ // here\n\t}", ""),
    // A loop may come back without the lock.
    ("\tc.mu.Lock()\n\tfor range n {\n\t\tc.n++ // here\n\t\tc.mu.Unlock()\n\t}", "?"),
    ("\tfor range n {\n\t\tc.n++ // here\n\t\tc.mu.Lock()\n\t}", "?"),
    ("\tfor range n {\n\t\tc.n++ // here\n\t\tc.mu.Lock()\n\t\tc.mu.Unlock()\n\t}", ""),
    (
      "\tc.mu.Lock()\n\tfor {\n\t\tif n > 2 {\n\t\t\tc.mu.Unlock()\n\t\t\tbreak\n\t\t}\n\t}\n\tc.n++ // here",
      "?"
    ),
    ("\tfor c.n > 0 { // here\n\t\tc.mu.Lock()\n\t\tc.n--\n\t\tc.mu.Unlock()\n\t}", "?"),
    // Clauses are branches.
    (
      "\tswitch n {\n\tcase 1:\n\t\tc.mu.Lock()\n\t\tc.m++\n\t\tc.mu.Unlock()\n\tcase 2:\n\t\tc.n++ // here\n\t}",
      ""
    ),
    ("\tswitch n {\n\tcase 1:\n\t\tc.mu.Lock()\n\tdefault:\n\t\tc.n++ // here\n\t}", "?"),
    ("\tselect {\n\tcase <-done:\n\t\tc.mu.Lock()\n\t\tc.n++ // here\n\t\tc.mu.Unlock()\n\t}", "c.mu"),
    (
      "\tc.mu.Lock()\n\tfor {\n\t\tswitch n {\n\t\tcase 1:\n\t\t\tc.mu.Unlock()\n\t\t\tbreak\n\t\t}\n\t\tc.n++ // here\n\t}",
      "?"
    ),
    // An anonymous function is a separate function.
    ("\tc.mu.Lock()\n\tdefer c.mu.Unlock()\n\tgo func() {\n\t\tc.n++ // here\n\t}()", ""),
    ("\tgo func() {\n\t\tc.mu.Lock()\n\t\tc.n++ // here\n\t\tc.mu.Unlock()\n\t}()", "c.mu"),
    ("\tc.mu.Lock()\n\tdefer func() {\n\t\tc.mu.Unlock()\n\t}()\n\tc.n++ // here", "c.mu"),
    ("\tc.mu.Lock()\n\tfree := func() {\n\t\tc.mu.Unlock()\n\t}\n\tfree()\n\tc.n++ // here", "?"),
    ("\tgo func() {\n\t\tc.mu.Lock()\n\t\tc.m++\n\t\tc.mu.Unlock()\n\t}()\n\tc.n++ // here", ""),
    ("\tc.mu.Lock()\n\tgo func() { c.n++ }() // here", "c.mu"),
    ("\tgo func() { c.n++ }(); go func() { c.m++ }() // here", ""),
    ("\tgo func() { c.n++ }(); go func() { c.mu.Lock(); c.m++; c.mu.Unlock() }() // here", "nothing"),
    // Other calls with "lock" in the name.
    ("\tc.lock()\n\tc.n++ // here", "?"),
    ("\tif c.mu.TryLock() {\n\t\tc.n++ // here\n\t}", "?"),
    ("\tc.shards[n].mu.Lock()\n\tc.n++ // here", "?"),
    ("\tc.mu.Lock()\n\tc.unlockAll()\n\tc.n++ // here", "?"),
    ("\tc.block(n)\n\tc.n++ // here", ""),
    ("\tf(c.mu.Lock)\n\tc.n++ // here", ""),
    // All on one line, a jump.
    ("\tc.mu.Lock(); c.n++; c.mu.Unlock() // here", "?"),
    ("again:\n\tc.mu.Lock()\n\tc.n++ // here\n\tgoto again", "nothing"),
  ])
  func `are known when there is one reading`(_ body: String, _ expected: String) throws {
    #expect(try locks(body) == expected, "\(body)")
  }

  @Test func `an anonymous function on one line holds only the locks that it takes when it runs`() throws {
    let code =
      "package pond\n\nfunc (c *Pond) Fill() {\n\tc.mu.Lock()\n\tgo func() { c.n++ }()\n\tc.mu.Unlock()\n}\n"
    let file = SourceFile(path: "/src/pond.go", modified: FileTime(seconds: 1), bytes: Array(code.utf8))
    let text = try #require(SourceText(file))
    let body = try #require(GoFunctionBody(around: 5, in: text))
    let outer = try #require(GoLocksAtLine(5, of: body, in: text)?.locks())
    let inner = try #require(GoLocksAtLine(5, of: body, in: text, isLiteral: true)?.locks())
    #expect(outer.held.map(\.event.lock) == ["c.mu"])
    #expect(inner.held.isEmpty && inner.isWhole)
  }

  @Test(arguments: [
    // Locked by sending, unlocked by receiving.
    ("\tc.gate <- struct{}{}\n\tc.n++ // here\n\t<-c.gate", "c.gate"),
    ("\tc.gate <- struct{}{}\n\tdefer func() { <-c.gate }()\n\tc.n++ // here", "c.gate"),
    ("\tc.gate <- struct{}{}\n\tc.m++\n\t<-c.gate\n\tc.n++ // here", ""),
    // Sent only, received only, the wrong way round, a value that matters, a value that is kept, another channel.
    ("\tc.n++ // here\n\tc.gate <- struct{}{}", ""), ("\t<-c.gate\n\tc.n++ // here", ""),
    ("\t<-c.gate\n\tc.n++ // here\n\tc.gate <- struct{}{}", "?"),
    ("\tc.gate <- n\n\tc.n++ // here\n\t<-c.gate", ""),
    ("\tc.gate <- struct{}{}\n\tc.n++ // here\n\tv := <-c.gate", ""),
    ("\tc.slots <- struct{}{}\n\tc.n++ // here\n\t<-c.slots", "?"),
    (
      "\tselect {\n\tcase c.gate <- struct{}{}:\n\tdefault:\n\t}\n\tc.n++ // here\n\t<-c.gate",
      ""
    ),
  ])
  func `a channel of capacity one is a lock`(_ body: String, _ expected: String) throws {
    #expect(try locks(body) { $0 == "c.gate" } == expected)
  }

  @Test(arguments: [
    ("gate: make(chan struct{}, 1)", true), ("c.gate = make(chan struct{}, 1)", true),
    ("gate: make(chan struct{})", false), ("gate: make(chan struct{}, 2)", false),
    ("gate: make(chan struct{}, n)", false), ("gate: make(chan int, 1)", false), ("gate: other", false),
    ("gate: make(chan struct{}, 1); gate = make(chan struct{}, 8)", false),
    ("gate = other; gate = make(chan struct{}, 1)", false),
  ])
  func `a channel has capacity one when every channel made under its name has`(
    _ line: String, _ expected: Bool
  ) throws {
    let code = "package pond\n\nfunc f() {\n\t\(line)\n}\n"
    let file = SourceFile(path: "/src/pond.go", modified: FileTime(seconds: 1), bytes: Array(code.utf8))
    #expect(GoGates([try #require(SourceText(file))]).contains("c.gate") == expected)
  }

  @Test(arguments: [
    ("type Pond struct {\n\tmu sync.Mutex\n\tn int\n}", "mu", true),
    ("type Pond struct {\n\ta, mu sync.RWMutex // both\n}", "mu", true),
    ("type Pond struct{ mu sync.Mutex; n int }", "mu", true),
    ("type Pond struct {\n\tsync.Mutex\n}", "", true), ("type Pond struct {\n\t*sync.Mutex\n}", "", false),
    ("type Pond struct {\n\tmu *sync.Mutex\n}", "mu", false),
    ("type Pond struct {\n\tmu sync.Locker\n}", "mu", false),
    ("type Pond struct {\n\tmu guard\n}", "mu", nil), ("type Pond struct {\n\tn int\n}", "mu", nil),
    ("type Other struct {\n\tmu sync.Mutex\n}", "mu", nil), ("type Pond int", "mu", nil),
  ])
  func `a copy of a struct has its own lock when the lock is not a pointer`(
    _ declaration: String, _ field: String, _ expected: Bool?
  ) throws {
    let code = "package pond\n\n\(declaration)\n"
    let file = SourceFile(path: "/src/pond.go", modified: FileTime(seconds: 1), bytes: Array(code.utf8))
    #expect(GoStructure("Pond", in: try #require(SourceText(file)))?.copiesLock(field) == expected)
  }

  @Test func `several functions on a line only show whether none takes a lock`() throws {
    func found(_ call: String) throws -> String {
      let code = "package pond\n\nfunc f() {\n\t\(call)\n}\n"
      let file = SourceFile(path: "/src/pond.go", modified: FileTime(seconds: 1), bytes: Array(code.utf8))
      let text = try #require(SourceText(file))
      let body = try #require(GoFunctionBody(around: 4, in: text))
      guard let locks = GoLocksAtLine(4, of: body, in: text, isLiteral: true)?.locks() else {
        return "nothing"
      }
      return locks.held.isEmpty && locks.isWhole ? "none" : "some"
    }
    #expect(try found("both(func() { c.Put() }, func() { c.Get() })") == "none")
    #expect(try found("both(func() { c.mu.Lock(); c.n++ }, func() { c.Get() })") == "nothing")
    #expect(try found("both(func() { c.PutLocked() }, func() { c.Get() })") == "nothing")
  }
}
