extension Cause.Kind {
  /// A lock is taken of a copy, which nobody else has.
  package static let copiedLock = Cause.Kind("copied-lock", "copied lock", isAboutLocks: true)
}

extension CauseRule {
  /// A method of Go with its receiver by a value takes the lock that is in it.
  static let copiedLock = CauseRule(
    kind: .copiedLock,
    evidence: { facts in
      let copies = facts.testimony.locks.both.compactMap { $0?.copies.first }
      guard let lock = copies.first else { return nil }
      let place = SourcePlace(file: lock.file, line: lock.line)
      return ["\(place) locks \(lock.name) in a copy: \(lock.function) has a value receiver"]
    },
    examples: [
      Example(log: report("main.Copied.Put"), source: program("c Copied", "sync.Mutex"), holds: true),
      Example(log: report("main.Copied.Put"), source: program("c Copied", "sync.RWMutex"), holds: true),
      // The object itself; a pointer, which a copy has as well; a type that is declared elsewhere.
      Example(log: report("main.(*Copied).Put"), source: program("c *Copied", "sync.Mutex"), holds: false),
      Example(log: report("main.Copied.Put"), source: program("c Copied", "*sync.Mutex"), holds: false),
      Example(log: report("main.Copied.Put"), source: program("c Copied", "guard"), holds: false),
      Example(log: report("main.Copied.Put"), holds: false),
    ])

  private static func report(_ put: String) -> String {
    CauseExamples.go(at: "0x00c00001a0f0", write: "\(put) app.go:10", read: "main.get app.go:14")
  }

  private static func program(_ receiver: String, _ type: String) -> String {
    """
    package main

    type Copied struct {
    \tmu \(type)
    \tn  *int
    }

    func (\(receiver)) Put(v int) {
    \tc.mu.Lock()
    \t*c.n = v
    \tc.mu.Unlock()
    }

    func get(c *Copied) int { return *c.n }

    """
  }
}
