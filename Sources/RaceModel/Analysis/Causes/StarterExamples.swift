/// A program that starts a goroutine and goes on, and its reports.
enum StarterExamples {
  /// The goroutine has two lines of its own, 7 and 8, before the racing line 9; the starter has one, 11, before it goes
  /// on at line 12.
  static func program(
    _ started: [String], _ between: [String], racing: String = "r.n = 1", next: String = "use(r.n)"
  )
    -> String
  {
    CauseExamples.function(
      ["go func() {"] + started + [racing, "}()"] + between + [next])
  }

  /// A function of C++ that starts a thread on line 6, and goes on at line 8.
  static func cpp(_ start: String, _ between: String) -> String {
    """
    #include <thread>
    int total;
    void fill() { total = 1; }

    int report() {
      \(start)
      \(between)
      return total;
    }

    """
  }

  /// The thread writes what the starter then reads.
  static let threadResult = thread(
    "app.cpp", start: 6, next: 8, calls: ["std::thread::_M_start_thread() <null>"])

  /// The same race in a file of any language, with the lines on which the starter starts the thread and goes on.
  ///
  /// - Parameters:
  ///   - filled: the file whose line 3 writes; nil for the same one.
  ///   - calls: what the line calls in order to start the thread, as frames, the innermost first.
  static func thread(
    _ file: String, start: Int, next: Int, filled: String? = nil, calls: [String] = []
  ) -> String {
    let frames = ["pthread_create <null>"] + calls + ["report() /src/app/\(file):\(start)"]
    let created = frames.enumerated().map { "    #\($0) \($1) (app+0x2\($0))\n" }.joined()
    return CauseExamples.tsan(
      first: "Write of size 4 at 0x000000000010 by thread T1",
      firstStack: "fill() /src/app/\(filled ?? file):3",
      second: "Previous read of size 4 at 0x000000000010 by main thread",
      secondStack: "report() /src/app/\(file):\(next);main /src/app/main.cpp:3",
      sections: "  Thread T1 (tid=9, running) created by main thread at:\n\(created)"
        + "    #\(frames.count) main /src/app/main.cpp:3 (app+0x11)\n\n")
  }

  /// The goroutine writes what the starter then reads.
  static let result = CauseExamples.go(
    at: "0x00c00001a0f0", write: "main.Load.func1 app.go:9", read: "main.Load app.go:12;main.main m.go:3",
    created: "main.Load app.go:6;main.main m.go:3")

  /// The same with a channel that the starter closes.
  static let closing = setting.replacing(
    "  main.Load()\n      /src/app/app.go:12",
    with: "  runtime.closechan()\n      /go/src/runtime/chan.go:413 +0x0\n"
      + "  main.Load()\n      /src/app/app.go:12")

  /// The goroutine reads what the starter then writes.
  static let setting = """
    ==================
    WARNING: DATA RACE
    Read at 0x00c00001a0f0 by goroutine 7:
      main.Load.func1()
          /src/app/app.go:9 +0x1c

    Previous write at 0x00c00001a0f0 by main goroutine:
      main.Load()
          /src/app/app.go:12 +0x1c
      main.main()
          /src/app/m.go:3 +0x1c

    Goroutine 7 (running) created at:
      main.Load()
          /src/app/app.go:6 +0x1c
      main.main()
          /src/app/m.go:3 +0x1c
    ==================

    """
}
