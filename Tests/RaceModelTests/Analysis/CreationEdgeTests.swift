import Testing

@testable import RaceModel

@Suite struct `How a thread came to be` {
  /// The functions of a creation stack, innermost first.
  @Test(
    arguments: [
      ("pthread_create", CreationEdge.pthread),
      ("pthread_create;std::thread::_M_start_thread;hatch", .stdThread),
      ("pthread_create;std::thread::_M_start_thread;std::async;hatch", .stdAsync),
      ("pthread_create;std::sys::pal::unix::thread::Thread::new;std::thread::Builder::spawn;hatch", .rust),
      ("pthread_create;GOMP_parallel;hatch", .openMP),
      ("pthread_create;pthread_create;thrd_create;hatch", .c11),
      ("pthread_creat;hatch", nil),
    ] as [(String, CreationEdge?)])
  func `is told by the most telling function`(_ stack: String, _ edge: CreationEdge?) throws {
    let frames = stack.split(separator: ";").enumerated().map { "    #\($0) \($1) a.cpp:4 (a+0x1\($0))" }
    let log = try ReadLog(
      """
      WARNING: ThreadSanitizer: data race (pid=7)
        Write of size 4 at 0x10 by thread T1:
          #0 take a.cpp:4 (a+0x11)

        Previous read of size 4 at 0x10 by main thread:
          #0 look a.cpp:9 (a+0x12)

        Thread T1 (tid=8, running) created by main thread at:
      \(frames.joined(separator: "\n"))

      """)
    let detail = try #require(log.entries.first.flatMap { log.detailed($0) })
    let thread = try #require(detail.report.thread(ThreadName(.thread, 1)))
    #expect(CreationEdge(thread, detail.report, detail.frames) == edge)
  }
}
