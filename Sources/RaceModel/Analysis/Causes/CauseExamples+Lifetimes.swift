extension CauseExamples {
  /// A virtual call against a constructor or a destructor.
  private static func virtualCall(_ function: String) -> String {
    tsan(
      title: "data race on vptr (ctor/dtor vs virtual call)",
      first: "Read of size 8 at 0x7b0400000000 by thread T1", firstStack: "Shape::run() /src/app.cpp:7",
      second: "Previous write of size 8 at 0x7b0400000000 by main thread",
      secondStack: "\(function) /src/app.cpp:12;main /src/app.cpp:20")
  }

  /// A destructor's write.
  private static func destructor(_ sections: String) -> String {
    tsan(
      first: "Read of size 8 at 0x7b0400000000 by thread T1", firstStack: "run() /src/app.cpp:7",
      second: "Previous write of size 8 at 0x7b0400000000 by main thread",
      secondStack: "Shape::~Shape() /src/app.cpp:12", sections: sections)
  }

  static let lazy = [
    Example(
      log: go(
        at: "0x00c00001a0f0", write: "main.(*Pool).Instance pool.go:13;main.a app.go:11",
        read: "main.(*Pool).Instance pool.go:11;main.b app.go:15"), holds: true),
    // The write stands before the read, or the name tells nothing.
    Example(
      log: go(
        at: "0x00c00001a0f0", write: "main.(*Pool).Instance pool.go:11",
        read: "main.(*Pool).Instance pool.go:13"),
      holds: false),
    Example(
      log: go(at: "0x00c00001a0f0", write: "main.count app.go:13", read: "main.count app.go:12"), holds: false
    ),
    // `n++`, and names that only look like it.
    Example(
      log: go(
        at: "0x00c00001a0f0", write: "main.(*Pool).Instance p.go:11", read: "main.(*Pool).Instance p.go:11"),
      holds: false),
    Example(
      log: go(at: "0x00c00001a0f0", write: "main.getOrders app.go:13", read: "main.getOrders app.go:12"),
      holds: false),
    Example(
      log: go(at: "0x00c00001a0f0", write: "main.instances app.go:13", read: "main.instances app.go:12"),
      holds: false),
    Example(
      log: go(at: "0x00c00001a0f0", write: "main.getOrCreate app.go:13", read: "main.getOrCreate app.go:12"),
      holds: true),
  ]

  static let destruction = [
    Example(
      log: tsan(
        title: "heap-use-after-free", first: "Write of size 8 at 0x7b0400000000 by thread T1",
        firstStack: "use() /src/app.cpp:7",
        second: "Previous write of size 8 at 0x7b0400000000 by main thread",
        secondStack: "free <null>;main /src/app.cpp:12"), holds: true),
    Example(log: virtualCall("Shape::~Shape()"), holds: true),
    // Two threads, and the object is still being made.
    Example(log: virtualCall("Shape::Shape()"), holds: false),
    Example(
      log: destructor(
        "  Location is heap block of size 16 at 0x7b0400000000 allocated by main thread:\n    #0 main /src/app.cpp:9 (app+0x1)\n\n"
      ), holds: true),
    // A destructor counts in something that stays.
    Example(
      log: destructor(
        "  Location is heap block of size 64 at 0x7b03fffffff0 allocated by main thread:\n    #0 main /src/app.cpp:9 (app+0x1)\n\n"
      ), holds: false),
    Example(log: destructor(""), holds: false),
    Example(
      log: tsan(
        first: "Read of size 8 at 0x7b0400000000 by thread T1", firstStack: "run() /src/app.cpp:7",
        second: "Previous write of size 8 at 0x7b0400000000 by main thread",
        secondStack: "free <null>;main /src/app.cpp:12"), holds: true),
    // The last owner of a counted object frees it.
    Example(
      log: tsan(
        first: "Write of size 8 at 0x7b0400000000 by thread T1", firstStack: "free <null>;drop /src/app.rs:7",
        second: "Previous atomic write of size 8 at 0x7b0400000000 by main thread",
        secondStack: "main /src/app.rs:12"), holds: false),
    Example(
      log: tsan(
        first: "Read of size 8 at 0x7b0400000000 by thread T1", firstStack: "run() /src/app.cpp:7",
        second: "Previous write of size 8 at 0x7b0400000000 by main thread",
        secondStack: "main /src/app.cpp:12"),
      holds: false),
  ]

  static let sleeps = [
    Example(
      log: tsan(
        first: "Read of size 8 at 0x000000000010 by main thread", firstStack: "main /src/app.cpp:12",
        second: "Previous write of size 8 at 0x000000000010 by thread T1",
        secondStack: "set() /src/app.cpp:7",
        sections:
          "  As if synchronized via sleep:\n    #0 usleep <null> (app+0x4b)\n    #1 main /src/app.cpp:11 (app+0x17)\n\n"
      ),
      holds: true),
    Example(
      log: tsan(
        first: "Read of size 8 at 0x000000000010 by main thread", firstStack: "main /src/app.cpp:12",
        second: "Previous write of size 8 at 0x000000000010 by thread T1", secondStack: "set() /src/app.cpp:7"
      ),
      holds: false),
  ]
}
