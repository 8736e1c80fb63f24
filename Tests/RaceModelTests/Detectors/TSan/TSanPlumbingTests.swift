import Testing

@testable import RaceModel

@Suite struct `Plumbing of ThreadSanitizer` {
  @Test(arguments: [
    "memcpy <null> (pond+0x1)",
    "read <null> (pond+0x1)",
    "free ../../../../src/libsanitizer/tsan/tsan_interceptors_posix.cpp:706 (libtsan.so.2+0x1)",
    "quack /llvm/compiler-rt/lib/tsan/rtl/tsan_interceptors_posix.cpp:706:3 (pond+0x1)",
    "pthread_create tsan_interceptors.cc:683 (pond+0x1)",
    "__interceptor_malloc <null> (pond+0x1)",
    "__tsan_memset <null> (pond+0x1)",
    "operator new(unsigned long) <null> (pond+0x1)",
    "_Znwm <null> (pond+0x1)",
    "std::vector<int>::push_back(int const&) /usr/include/c++/12/bits/stl_vector.h:1 (pond+0x1)",
    "_M_invoke<0> /usr/include/c++/12/bits/std_thread.h:252 (pond+0x1)",
    "<null> <null> (libstdc++.so.6+0x1)",
    "<null> <null> (/usr/lib/libc.so.6+0x1)",
    "swift_retain <null> (pond+0x1)",
    "$ss20_withUnsafeGuts <null> (pond+0x1)",
    // Made for a type in the program.
    "$sSa6appendyyxnFSi_Tg5 /src/duck.swift:3:1 (pond+0x1)",
    "$sSD_7defaultq_x_q_yXKtciMSS_SaySiGTg5 /src/duck.swift:3:1 (pond+0x1)",
    "generic specialization <Swift.Int> of Swift.Array.append(__owned A) -> () /src/duck.swift:3:1 (pond+0x1)",
    "$s4pondyyFTR /<compiler-generated> (pond+0x1)",
    "_dispatch_continuation_pop crtstuff.c (libdispatch.so+0x1)",
    "<alloc::vec::Vec<u8>>::push /rustc/5980/library/alloc/src/vec/mod.rs:1:2 (pond+0x1)",
    "core::ptr::write <null> (pond+0x1)",
    "<hashbrown::raw::RawTable>::find /deps/hashbrown-0.16.1/src/raw/mod.rs:1:2 (pond+0x1)",
    "caml_start_program <null> (pond+0x1)",
    "camlStdlib__Domain$body_741 domain.ml:266 (pond+0x1)",
    "__kmp_invoke_microtask <null> (libomp.so+0x1)",
  ])
  func `is not the program's code`(_ text: String) throws {
    #expect(try #require(TSanReading.frame("#0 " + text)).isPlumbing)
  }

  @Test(arguments: [
    "main /src/duck.c:3:1 (pond+0x1)",
    // The file distinguishes the program's function from libc's.
    "read /src/duck.c:3:1 (pond+0x1)",
    "send(Duck&) /src/duck.cpp:3:1 (pond+0x1)",
    "readDuck <null> (pond+0x1)",
    "core::Duck::quack() /src/core/duck.cpp:3:1 (pond+0x1)",
    "boost::asio::post() /usr/include/boost/asio/post.hpp:3 (pond+0x1)",
    "<null> <null> (pond+0x1)",
    "$s4pond4DuckC5quackyyF /src/duck.swift:3:1 (pond+0x1)",
    // An extension of a type of the library, and a type of the program.
    "$sSa4pondE4fishSiyF /src/duck.swift:3:1 (pond+0x1)",
    "$sSa4pondE4fishSiyFSi_Tg5 /src/duck.swift:3 (pond+0x1)",
    "generic specialization <Swift.Int> of pond.Duck.quack(A) -> () /src/duck.swift:3:1 (pond+0x1)",
    "<wet::Pond as core::ops::FnOnce>::call_once /src/lib.rs:3:1 (pond+0x1)",
    "camlPond$quack_274 pond.ml:8 (pond+0x1)",
    ".omp_outlined. /src/duck.c:3:1 (pond+0x1)",
  ])
  func `does not include the program's code by mistake`(_ text: String) throws {
    #expect(try !#require(TSanReading.frame("#0 " + text)).isPlumbing)
  }

  @Test func `represents an access only when nothing else can`() throws {
    let reading = TSanReading(
      """
      WARNING: ThreadSanitizer: data race (pid=7)
        Write of size 4 at 0x10 by main thread:
          #0 memcpy <null> (pond+0x10)
          #1 wade /src/duck.c:2:3 (pond+0x20)

        Previous read of size 4 at 0x10 by main thread:
          #0 memcpy <null> (pond+0x10)
          #1 <null> <null> (libc.so.6+0x20)
      """)
    #expect(reading.reports.first?.accesses.map { reading.site($0) } == ["wade", "memcpy"])
  }

  @Test func `the table agrees with the rules one by one`() {
    let table = PlumbingTable(TSanPlumbing.rules)
    let functions = [
      "malloc", "std::sort", "main", "caml_alloc", "wrap_open", "core::f", "", "operator new[]",
    ]
    for function in functions {
      for file in ["", "/src/duck.c", "/usr/include/c++/12/bits/stl_algo.h"] {
        for module in ["", "pond", "/lib/libc.so.6"] {
          let bytes = Array((function + file + module).utf8)
          let names = FrameNames(
            function: 0..<function.utf8.count,
            file: function.utf8.count..<function.utf8.count + file.utf8.count,
            module: function.utf8.count + file.utf8.count..<bytes.count)
          let expected = TSanPlumbing.rules.contains { $0.holds(names, in: bytes.span) }
          #expect(table.contains(names, in: bytes.span) == expected, "\(function) \(file) \(module)")
        }
      }
    }
  }
}
