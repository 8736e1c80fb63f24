/// Reports of programs made for the purpose that tell causes from each other. They are written as the
/// detectors print them, with the few frames that matter.
enum CauseExamples {
  /// A Go report. Stacks are `function file:line`, innermost frame first, frames apart by `;`.
  static func go(
    at address: String, write: String, read: String, created: String = "main.main main.go:9",
    andCreated second: String? = nil
  ) -> String {
    func frames(_ text: String) -> String {
      text.split(separator: ";").map { frame in
        let parts = frame.split(separator: " ")
        return "  \(parts[0])()\n      /src/app/\(parts[1]) +0x1c\n"
      }.joined()
    }
    let other = second.map { "\nGoroutine 8 (running) created at:\n\(frames($0))" } ?? ""
    return """
      ==================
      WARNING: DATA RACE
      Write at \(address) by goroutine 7:
      \(frames(write))
      Previous read at \(address) by \(second == nil ? "main goroutine" : "goroutine 8"):
      \(frames(read))
      Goroutine 7 (running) created at:
      \(frames(created))\(other)==================

      """
  }

  /// A ThreadSanitizer report. Stacks are `function file:line`, innermost frame first, frames apart by `;`.
  static func tsan(
    title: String = "data race", first: String, firstStack: String, second: String, secondStack: String,
    sections: String = ""
  ) -> String {
    func frames(_ text: String) -> String {
      text.split(separator: ";").enumerated().map { "    #\($0) \($1) (app+0x1\($0))\n" }.joined()
    }
    return """
      ==================
      WARNING: ThreadSanitizer: \(title) (pid=7)
        \(first):
      \(frames(firstStack))
        \(second):
      \(frames(secondStack))
      \(sections)SUMMARY: ThreadSanitizer: \(title) app.cpp:1 in f
      ==================

      """
  }

  /// A write, and a free of the same memory before it in the report.
  static func freed(title: String = "data race", by stack: String = "free <null>;main /src/app.cpp:12")
    -> String
  {
    tsan(
      title: title, first: "Write of size 8 at 0x7b0400000000 by thread T1",
      firstStack: "use() /src/app.cpp:7",
      second: "Previous write of size 8 at 0x7b0400000000 by main thread", secondStack: stack)
  }

  /// Two accesses with locks; one of the three holds.
  static func locks(_ verdict: LockVerdict) -> [CauseRule.Example] {
    let pairs: [(LockVerdict, String, String)] = [
      (.oneSide, "", " (mutexes: write M1)"), (.disjoint, " (mutexes: write M0)", " (mutexes: write M1)"),
      (.readLockOnWrite, " (mutexes: read M0)", " (mutexes: read M0)"), (.none, "", ""),
      (.common, " (mutexes: write M0)", " (mutexes: write M0)"),
    ]
    return pairs.map { pair in
      CauseRule.Example(
        log: tsan(
          first: "Write of size 4 at 0x000000000010 by thread T1\(pair.1)",
          firstStack: "set() /src/app.cpp:7",
          second: "Previous read of size 4 at 0x000000000010 by main thread\(pair.2)",
          secondStack: "main /src/app.cpp:12"), holds: pair.0 == verdict)
    }
  }

  /// A program whose `main` starts a closure at line 7 whose body is line 8, and goes on at line 10.
  static func program(_ declaration: String, _ closure: String, _ use: String) -> String {
    """
    package main

    import "fmt"

    func main() {
    \t\(declaration)
    \tgo func() {
    \t\t\(closure)
    \t}()
    \tfmt.Println(\(use))
    }

    """
  }

  /// A program whose function `Load` has the lines from line 6 on.
  static func function(_ lines: String...) -> String { function(lines) }

  /// The same of a list of lines.
  static func function(_ lines: [String]) -> String {
    """
    package main

    var c config

    func Load() *state {
    \(lines.map { "\t" + $0 }.joined(separator: "\n"))
    }

    """
  }

  /// A report of the program with a closure.
  static let closureReport = go(
    at: "0x00c00001a0f0", write: "main.main.func1 app.go:8", read: "main.main app.go:10",
    created: "main.main app.go:7")

  /// A program whose type `Store` has two methods of one line each, 8 and 12, that `main` runs at the same time.
  ///
  /// - Parameter more: what a third method does that is not called.
  static func store(_ put: String, _ get: String, also more: String = "") -> String {
    """
    package main

    import "sync"

    type Store struct { mu sync.Mutex; n int }

    func (s *Store) Put() {
    \t\(put)
    }

    func (s *Store) Get() int {
    \t\(get)
    }

    func main() {
    \ts := &Store{}
    \tgo func() { s.Put() }()
    \tprintln(s.Get())
    }

    func (s *Store) Other() {
    \t\(more)
    }

    """
  }
}
