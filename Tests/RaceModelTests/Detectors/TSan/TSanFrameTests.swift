import Testing

@testable import RaceModel

@Suite struct `Frames of ThreadSanitizer` {
  @Test func `function, file, line, column and module`() throws {
    let text =
      "#0 pond::Duck::quack(int*, Pond const&) /src/duck.cpp:17:50 (pond+0x100d2a) (BuildId: 289ee39f)"
    let frame = try #require(TSanReading.frame(text))
    #expect(frame.function == "pond::Duck::quack(int*, Pond const&)")
    #expect(frame.file == "/src/duck.cpp")
    #expect(frame.line == 17)
    #expect(frame.column == 50)
    #expect(frame.module == "pond")
    #expect(frame.moduleOffset == HexNumber(0x100d2a, digits: 6))
  }

  @Test(
    arguments: [
      // GCC prints no column and pads offsets like pointers.
      ("#1 operator() /src/duck.cpp:21 (pond+0x000000004aed)", "operator()", "/src/duck.cpp", 21, nil),
      // Rust and C++ names may contain blanks.
      (
        "#2 <wet::Pond as dry::Land>::walk /src/p w/lib.rs:3:9 (pond+0x1)", "<wet::Pond as dry::Land>::walk",
        "/src/p w/lib.rs", 3, 9
      ),
      ("#0 wade::{closure#0} /src/lib.rs:3:9 (pond+0x1)", "wade::{closure#0}", "/src/lib.rs", 3, 9),
      (
        "#0 main::'lambda'()::operator()() const a.cpp:8:2 (pond+0x1)",
        "main::'lambda'()::operator()() const", "a.cpp", 8, 2
      ),
      (
        "#0 (anonymous namespace)::dive(int) ../src/a.cpp:8 (pond+0x1)", "(anonymous namespace)::dive(int)",
        "../src/a.cpp", 8, nil
      ),
      // Files without a line.
      ("#4 __rust_try m.4708-cgu.0 (pond+0xdfb98)", "__rust_try", "m.4708-cgu.0", nil, nil),
      ("#4 $s4pondyyF /<compiler-generated> (pond+0x1)", "$s4pondyyF", "/<compiler-generated>", nil, nil),
      ("#4 call_init crtstuff.c (pond+0x1)", "call_init", "crtstuff.c", nil, nil),
      // Windows, and Visual Studio's form.
      ("#0 quack(int) C:\\my src\\duck.cpp:17 (pond.exe+0x1)", "quack(int)", "C:\\my src\\duck.cpp", 17, nil),
      ("#0 quack(int) /src/duck.cpp(17,50) (pond+0x1)", "quack(int)", "/src/duck.cpp", 17, 50),
      // What addr2line says of the code of a line.
      ("#0 quack(int) /src/duck.cpp:17 (discriminator 3) (pond+0x1)", "quack(int)", "/src/duck.cpp", 17, nil),
      ("#0 quack(int) /src/duck.cpp:17:50 (discriminator 12)", "quack(int)", "/src/duck.cpp", 17, 50),
      ("#0 quack (discriminator 3) <null> (pond+0x1)", "quack (discriminator 3)", nil, nil, nil),
      // The other sanitizers' format.
      ("#0 0x7f15ceac9f57 in quack /src/duck.c:17:3", "quack", "/src/duck.c", 17, 3),
      (
        "#0 0x7f15ceac9f57 in quack(unsigned long) (/bin/pond+0x4a4f7)", "quack(unsigned long)", nil, nil, nil
      ),
      ("#0 0x7f15ceac9f57 in operator new(unsigned long)", "operator new(unsigned long)", nil, nil, nil),
      // Nothing is known.
      ("#3 quack <null> (pond+0xdfc19)", "quack", nil, nil, nil),
      ("#3 operator new(unsigned long) <null> (pond+0x1)", "operator new(unsigned long)", nil, nil, nil),
      ("#2 <null> <null> (libquack.so.6+0xd44a2) (BuildId: 289ee39f)", nil, nil, nil, nil),
      ("#2 &lt;null&gt; &lt;null&gt; (libquack.so.6+0xd44a2)", nil, nil, nil, nil),
      ("#5 quack <null> (0x7eff0a5dad88)", "quack", nil, nil, nil),
    ] as [(String, String?, String?, Int?, Int?)])
  func `in every form`(
    _ text: String, _ function: String?, _ file: String?, _ line: Int?, _ column: Int?
  ) throws {
    let frame = try #require(TSanReading.frame(text))
    #expect(frame.function == function)
    #expect(frame.file == file)
    #expect(frame.line == line)
    #expect(frame.column == column)
  }

  @Test func `modules with brackets, folders and architectures`() throws {
    #expect(TSanReading.frame("#0 f <null> (/opt/My (old) pond+0x1)")?.module == "/opt/My (old) pond")
    #expect(TSanReading.frame("#0 f <null> (pond:arm64+0x100003a44)")?.module == "pond")
    #expect(TSanReading.frame("#0 f <null> ([stack]+0x205e4)")?.module == "[stack]")
  }

  @Test(arguments: [
    "quack /src/duck.c:11:33 [/bin/pond+0xd3f43] #0",
    "    frame=0 pc=0x5644f3e40f44 func=quack loc=/src/duck.c:11:33",
    "/src/duck.c(11,33): quack",
    "[0] 0x555555554a8e quack /src/duck.c:11:33",
    "- quack /src/duck.c:11:33 (pond+0x1)",
  ])
  func `in formats that the user chose`(_ text: String) throws {
    let log = """
      WARNING: ThreadSanitizer: data race (pid=7)
        Write of size 4 at 0x10 by thread T2:
      \(text)
      \(text.replacing("quack", with: "wade"))

        Previous write of size 4 at 0x10 by main thread:
      \(text.replacing("quack", with: "dive"))

      no frame
      """
    let reading = TSanReading(log)
    let report = try #require(reading.reports.first)
    #expect(report.accesses.map { reading.functions($0.stack) } == [["quack", "wade"], ["dive"]])
    let stack = try #require(report.accesses.first?.stack)
    #expect(reading.frames[stack[0]].file == "/src/duck.c")
    #expect(reading.frames[stack[0]].line == 11)
    #expect(reading.frames[stack[0]].column == 33)
  }

  @Test func `inlined calls share their address, and so does recursion`() throws {
    let reading = TSanReading(
      """
      WARNING: ThreadSanitizer: data race (pid=7)
        Write of size 4 at 0x10 by thread T2:
          #0 quack /src/duck.c:1:3 (pond+0x10) (BuildId: 289ee39f)
          #1 wade /src/duck.c:2:3 (pond+0x10)
          #2 dive /src/duck.c:3:3 (pond+0x10)
          #3 dive /src/duck.c:3:3 (pond+0x10)
          #4 swim /src/duck.c:4:3 (pond+0x30)
          #5 rest /src/duck.c:5:3 (lake+0x30)
      """)
    let stack = try #require(reading.reports.first?.accesses.first?.stack)
    let inlined = reading.frames.frames(of: stack).map(\.isInlined)
    #expect(inlined == [true, true, false, false, false, false])
  }
}
