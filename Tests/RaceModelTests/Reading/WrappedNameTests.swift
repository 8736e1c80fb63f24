import Testing

@testable import RaceModel

/// Frames and descriptions of memory that a mail program has wrapped into three lines and more. `¦` is where a line was
/// wrapped.
@Suite struct `Names and blocks wrapped into several lines` {
  private static func whole(_ text: String) -> String { text.replacing("¦", with: " ") }
  private static func wrapped(_ text: String) -> String { text.replacing("¦", with: "\n") }

  private static func prefixed(_ text: String, _ prefix: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { prefix + $0 }.joined(separator: "\n")
  }

  // MARK: Helgrind

  private static let helgrind = """
    ==7== Possible data race during read of size 8 at 0x4D76D40 by¦thread #1
    ==7== Locks held: none
    ==7==    at 0x109408: withdraw (m.cpp:21)
    ==7==
    ==7== This conflicts with a previous write of size 8 by thread #2
    ==7== Locks held: none
    ==7==    at 0x109376: deposit (m.cpp:17)
    ==7==    by 0x109371:¦std::thread::_State_impl<std::thread::_Invoker<std::tuple<main::{lambda()#1}>¦> >::_M_run() (std_thread.h:210)
    ==7==    by 0x4938578:¦std::thread::_M_start_thread(std::unique_ptr<std::thread::_State,¦std::default_delete<std::thread::_State> >, void (*)()) (in¦/usr/lib/x86_64-linux-gnu/libstdc++.so.6.0.30)
    ==7==    by 0x10939B: void¦shop::Pool<int>::apply<0ul>(std::_Index_tuple<0ul>)¦(pool.h:252)
    ==7==    by 0x484C7D6: a_rather_long_name_of_a_function_that_starts_threads¦(in¦/usr/lib/x86_64-linux-gnu/a-library-of-threads.so.6)
    ==7==    by 0x4BA6B4F: clone (clone.S:100)
    ==7==  Address 0x4d76d40 is 192 bytes inside a block of size 216¦alloc'd
    ==7==    at 0x4843F6F: operator new(unsigned long) (in¦/usr/libexec/valgrind/vgpreload_helgrind-amd64-linux.so)
    ==7==    by 0x4AC5375: main (m.cpp:347)
    ==7==  Block was alloc'd by thread #1

    """

  private static let helgrindStacks = [
    "withdraw m.cpp:21",
    [
      "deposit m.cpp:17",
      "std::thread::_State_impl<std::thread::_Invoker<std::tuple<main::{lambda()#1}> > >::_M_run() "
        + "std_thread.h:210",
      "std::thread::_M_start_thread(std::unique_ptr<std::thread::_State, "
        + "std::default_delete<std::thread::_State> >, void (*)()) (/usr/lib/x86_64-linux-gnu/libstdc++.so.6.0.30)",
      "void shop::Pool<int>::apply<0ul>(std::_Index_tuple<0ul>) pool.h:252",
      "a_rather_long_name_of_a_function_that_starts_threads "
        + "(/usr/lib/x86_64-linux-gnu/a-library-of-threads.so.6)",
      "clone clone.S:100",
    ].joined(separator: " | "),
  ]

  @Test func `a report of Helgrind about C++`() throws {
    #expect(try ReadLog(Self.whole(Self.helgrind)).stacks == Self.helgrindStacks)
    for chunkSize in [1, 7, 64, 1 << 20] {
      let log = try ReadLog(Self.wrapped(Self.helgrind), chunkSize: chunkSize)
      #expect(log.stacks == Self.helgrindStacks, "\(chunkSize)")
      #expect(log.entries.map(\.isComplete) == [true], "\(chunkSize)")
      #expect(log.contradictions == [], "\(chunkSize)")
      let report = try #require(log.entries.first.flatMap { log.detailed($0) }?.report)
      #expect(report.sections.isEmpty, "\(chunkSize)")
      let location = try #require(report.locations.first)
      #expect(
        location.text
          == "Address 0x4d76d40 is 192 bytes inside a block of size 216 alloc'd Block was alloc'd by thread #1"
      )
      #expect(location.thread == .main)
      #expect(location.stack?.count == 2)
    }
  }

  @Test func `the same, quoted after it was wrapped`() throws {
    let log = try ReadLog(Self.prefixed(Self.wrapped(Self.helgrind), "> "))
    #expect(log.stacks == Self.helgrindStacks)
    #expect(log.entries.map(\.isComplete) == [true])
  }

  /// The dashes may be wrapped, too: then nothing is before the line that opens the report.
  @Test(arguments: ["==7== ", "==7==\n"])
  func `a lock above the title`(_ prefix: String) throws {
    let text = """
      \(prefix)----------------------------------------------------------------
      ==7==
      ==7==  Lock at 0x4D76C80 was first observed
      ==7==    at 0x484976E: pthread_mutex_lock (hg_intercepts.c:900)
      ==7==    by 0x109371:¦std::thread::_State_impl<std::thread::_Invoker<std::tuple<main::{lambda()#1}>¦> >::_M_run() (std_thread.h:210)
      ==7==    by 0x4B271F4: start_thread (pthread_create.c:442)
      ==7==  Address 0x4d76c80 is 0 bytes inside a block of size 1,216¦alloc'd
      ==7==    at 0x4843F6F: operator new(unsigned long) (vg_replace.c:1)
      ==7==  Block was alloc'd by thread #1
      ==7==
      ==7== Possible data race during read of size 8 at 0x4D76D40 by thread #1
      ==7== Locks held: 1, at address 0x4D76C80
      ==7==    at 0x109408: withdraw (m.cpp:21)
      ==7==
      ==7== This conflicts with a previous write of size 8 by thread #2
      ==7== Locks held: none
      ==7==    at 0x109376: deposit (m.cpp:17)

      """
    let log = try ReadLog(Self.wrapped(text))
    #expect(log.stacks == ["withdraw m.cpp:21", "deposit m.cpp:17"])
    #expect(log.entries.map(\.kind) == [.dataRace])
    #expect(log.entries.map(\.isComplete) == [true])
    let report = try #require(log.entries.first.flatMap { log.detailed($0) }?.report)
    #expect(report.locks.map { $0.created?.count } == [3])
    #expect(
      report.sections.map(\.title) == [
        "Address 0x4d76c80 is 0 bytes inside a block of size 1,216 alloc'd Block was alloc'd by thread #1"
      ])
    #expect(report.sections.map { $0.stack?.count } == [1])
  }

  @Test func `the variable of a description`() throws {
    let text = """
      ==7== Possible data race during read of size 8 at 0x10C040 by thread #1
      ==7== Locks held: none
      ==7==    at 0x109300: knead (dough.c:7)
      ==7==  Location 0x10c040 is 0 bytes inside global¦var "dough"
      ==7==  declared at dough.c:2

      """
    let log = try ReadLog(Self.wrapped(text))
    let report = try #require(log.entries.first.flatMap { log.detailed($0) }?.report)
    #expect(
      report.locations.map(\.text) == [
        #"Location 0x10c040 is 0 bytes inside global var "dough" declared at dough.c:2"#
      ])
  }

  /// What Valgrind prints below it is not the end of a block.
  @Test func `a description that ends with a size`() throws {
    let text = """
      ==7== Possible data race during read of size 8 at 0x4D76D40 by thread #1
      ==7== Locks held: none
      ==7==    at 0x109408: withdraw (m.cpp:21)
      ==7==  Address 0x4d76d40 is 192 bytes inside a block of size 216
      ==7==  Block was alloc'd by thread #1

      """
    let log = try ReadLog(text)
    let report = try #require(log.entries.first.flatMap { log.detailed($0) }?.report)
    #expect(report.locations.map(\.thread) == [.main])
    #expect(report.locations.map(\.size) == [216])
  }

  // MARK: ThreadSanitizer

  private static let tsan = """
    WARNING: ThreadSanitizer: data race (pid=7)
      Write of size 8 at 0x7b4c00000d60 by main thread:
        #0 std::__invoke_result<main::$_0>::type¦std::__invoke<main::$_0>(main::$_0&&)¦/usr/include/c++/12/bits/invoke.h:96:14 (mutexes+0xfdf13)
        #1 void¦shop::Pool<int>::apply<0ul>(std::_Index_tuple<0ul>)¦/src/shop/pool.h:252:13 (mutexes+0xfdf14)
        #2 void¦shop::Pool<int>::drain(int) const /src/shop/pool.h:260:3¦(mutexes+0xfdf15)
        #3 shop_worker¦../../../../src/libsanitizer/tsan/tsan_interceptors_posix.cpp:647¦(libtsan.so.2+0x3ebb8)
        #4 main /src/shop/main.cpp:9 (mutexes+0xfdf16)

      Previous read of size 8 at 0x7b4c00000d60 by thread T1:
        #0 shop::Leader::read() /src/shop/pool.h:9:3 (mutexes+0xfdf17)

    """

  private static let tsanStacks = [
    [
      "std::__invoke_result<main::$_0>::type std::__invoke<main::$_0>(main::$_0&&) "
        + "/usr/include/c++/12/bits/invoke.h:96:14 (mutexes+0xfdf13)",
      "void shop::Pool<int>::apply<0ul>(std::_Index_tuple<0ul>) /src/shop/pool.h:252:13 (mutexes+0xfdf14)",
      "void shop::Pool<int>::drain(int) const /src/shop/pool.h:260:3 (mutexes+0xfdf15)",
      "shop_worker ../../../../src/libsanitizer/tsan/tsan_interceptors_posix.cpp:647 (libtsan.so.2+0x3ebb8)",
      "main /src/shop/main.cpp:9 (mutexes+0xfdf16)",
    ].joined(separator: " | "),
    "shop::Leader::read() /src/shop/pool.h:9:3 (mutexes+0xfdf17)",
  ]

  @Test(arguments: ["", "> "])
  func `a report of ThreadSanitizer about C++`(_ prefix: String) throws {
    #expect(try ReadLog(Self.whole(Self.tsan)).stacks == Self.tsanStacks)
    for chunkSize in [1, 7, 64, 1 << 20] {
      let log = try ReadLog(Self.prefixed(Self.wrapped(Self.tsan), prefix), chunkSize: chunkSize)
      #expect(log.stacks == Self.tsanStacks, "\(chunkSize)")
      #expect(log.contradictions == [], "\(chunkSize)")
      #expect(log.entries.allSatisfy { log.detailed($0)?.report.notes.isEmpty == true }, "\(chunkSize)")
    }
  }

  @Test(arguments: ["", "> "])
  func `a frame right below a title`(_ prefix: String) throws {
    let text = """
      ==================
      WARNING: ThreadSanitizer: signal-unsafe call inside of a signal (pid=1115)
          #0 malloc
      ../../../../src/libsanitizer/tsan/tsan_interceptors_posix.cpp:647
      (libtsan.so.2+0x3ebb8)
          #1 log_it /src/sig/sig.c:11 (sig+0x12d4)
          #2 on_usr1 /src/sig/sig.c:12 (sig+0x12d5)

      SUMMARY: ThreadSanitizer: signal-unsafe call inside of a signal
      /src/sig/sig.c:11 in log_it
      ==================
      """
    let log = try ReadLog(Self.prefixed(text, prefix))
    #expect(
      log.outline == """
        2-11 signal-unsafe call inside of a signal [signal-unsafe] pid 1115
          subject: signal-unsafe call inside of a signal
            3 malloc ../../../../src/libsanitizer/tsan/tsan_interceptors_posix.cpp:647
          summary: SUMMARY: ThreadSanitizer: signal-unsafe call inside of a signal /src/sig/sig.c:11 in log_it
        """)
    #expect(log.contradictions == [])
  }

  /// In the encoding of mails the process would be `(pid=3D7)`.
  @Test(arguments: ["", "> "])
  func `a type of Rust behind its equals sign`(_ prefix: String) throws {
    let text = """
      WARNING: ThreadSanitizer: data race (pid=7)
        Write of size 4 at 0x7b0400000010 by thread T1:
          #0 <alloc::boxed::Box<dyn core::ops::function::FnOnce<(), Output =¦()>> as core::ops::FnOnce<()>>::call_once /src/boxed.rs:12:9¦(mill+0xd3f41)
          #1 grind /src/mill.rs:50:3 (mill+0xd4011)

        Previous read of size 4 at 0x7b0400000010 by main thread:
          #0 sieve /src/mill.rs:18:7 (mill+0xd3e10)

        Thread T1 'miller' (tid=2358580, running) created by main thread at:
          #0 pthread_create <null> (mill+0x53a1d)

      """
    let whole = try ReadLog(Self.prefixed(Self.whole(text), prefix))
    let log = try ReadLog(Self.prefixed(Self.wrapped(text), prefix))
    #expect(log.stacks == whole.stacks)
    #expect(log.stacks.first?.contains("FnOnce<(), Output = ()>> as core::ops") == true)
    #expect(log.entries.map(\.isComplete) == [true])
    let report = try #require(log.entries.first.flatMap { log.detailed($0) }?.report)
    #expect(report.threads.compactMap(\.tid) == [2_358_580])
  }

  @Test func `what a program prints below a frame is no name without a place behind it`() throws {
    let text = """
      WARNING: ThreadSanitizer: data race (pid=7)
        Write of size 8 at 0x7b4c00000d60 by main thread:
          #0 take
      shop::take(int)
          #1 main /src/shop/main.cpp:9 (mutexes+0xfdf16)

      """
    let log = try ReadLog(text)
    #expect(log.stacks == ["take | main /src/shop/main.cpp:9 (mutexes+0xfdf16)"])
    let report = try #require(log.entries.first.flatMap { log.detailed($0) }?.report)
    #expect(report.notes.map(\.text) == ["shop::take(int)"])
  }
}
