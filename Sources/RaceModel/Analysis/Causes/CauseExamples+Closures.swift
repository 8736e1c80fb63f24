extension CauseExamples {
  /// A program whose `main` starts a closure at line 7 whose body is line 8, and goes on at line 10.
  private static func program(_ declaration: String, _ closure: String, _ use: String) -> String {
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

  /// A report of that program.
  private static let report = go(
    at: "0x00c00001a0f0", write: "main.main.func1 app.go:8", read: "main.main app.go:10",
    created: "main.main app.go:7")

  static let captures = [
    Example(log: report, source: program("n := 0", "n++", "n"), holds: true),
    Example(log: report, source: program("var err error", "err = run()", "err == nil"), holds: true),
    Example(log: report, source: program("c := config{}", "c = load()", "c.name"), holds: true),
    // What a captured variable points to: an element, a field, what a pointer leads to.
    Example(log: report, source: program("buf := make([]int, 8)", "buf[2] = 7", "buf[2]"), holds: false),
    Example(log: report, source: program("r := &result{}", "r.n = 1", "r.n"), holds: false),
    Example(log: report, source: program("p := new(int)", "*p = 1", "*p"), holds: false),
    // The element behind the others, or the variable.
    Example(log: report, source: program("s := []int{}", "s = append(s, 1)", "s[0]"), holds: false),
    Example(log: report, source: program("n, r := 0, &result{}", "n, r.n = 1, 2", "n"), holds: false),
    // Another variable of the same name, or none.
    Example(log: report, source: program("n := 0", "n := 1; n = load()", "n"), holds: false),
    Example(log: report, source: program("n, m := 0, 0", "n++", "m"), holds: false),
    // Without the program nothing tells.
    Example(log: report, holds: false),
    // Nor where the memory is not in the heap.
    Example(
      log: go(
        at: "0x00000060b318", write: "main.main.func1 app.go:8", read: "main.main app.go:10",
        created: "main.main app.go:7"), source: program("n := 0", "n++", "n"), holds: false),
  ]

  static let closures = [
    Example(
      log: go(at: "0x00c00001a0f0", write: "main.main.func1 app.go:11", read: "main.main app.go:15"),
      holds: true),
    // The program says more.
    Example(log: report, source: program("n := 0", "n++", "n"), holds: false),
    Example(log: report, source: program("r := &result{}", "r.n = 1", "r.n"), holds: true),
    // A callback gets the memory from whoever calls it.
    Example(
      log: go(
        at: "0x00c00001a0f0", write: "main.main.func1 app.go:11;main.apply app.go:30",
        read: "main.main app.go:15"),
      holds: false),
    // A variable of the package is not captured.
    Example(
      log: go(at: "0x00000060b318", write: "main.main.func1 app.go:11", read: "main.main app.go:15"),
      holds: false),
    Example(
      log: go(at: "0x00c00001a0f0", write: "main.run.func1 app.go:11", read: "main.main app.go:15"),
      holds: false),
  ]
}
