/// Frames of a stack under Valgrind that never stand for an access when another frame can.
enum ValgrindPlumbing {
  /// The rules; a frame is plumbing when one of them holds, or its file is one of `headers`.
  static let rules: [PlumbingRule] =
    [
      .modules("vgpreload_", "Valgrind's own stand-ins for malloc, memcpy, pthread_create"),
      .files("hg_intercepts.c", "Helgrind's stand-ins for the thread library"),
      .files("drd_pthread_intercepts.c", "DRD's stand-ins for the thread library"),
      .files("vg_replace_malloc.c", "Valgrind's stand-ins for malloc and new"),
      .files("vg_replace_strmem.c", "Valgrind's stand-ins for memcpy and strlen"),
      .modules("libc.so", "the C library"),
      .modules("libc-", "the C library"),
      .modules("libpthread", "the thread library"),
      .modules("ld-linux", "the dynamic linker"),
      .modules("ld-", "the dynamic linker"),
      .modules("libstdc++", "the C++ library"),
      .modules("libc++", "the C++ library"),
      .modules("libgcc_s", "the compiler's library"),
      .functions("(below main)", "the start of the program"),
      .functions("__libc_", "the start of the program"),
      .functions("call_init", "the start of the program"),
      .functions("pthread_", "the thread library"),
      .functions("__pthread_", "the thread library"),
      .functions("__gthread_", "the C++ library's way to the thread library"),
      .files("pthread_create.c", "the start of a thread"),
      .files("clone.S", "the start of a thread"),
      .files("clone3.S", "the start of a thread"),
      .files("clone-internal.c", "the start of a thread"),
      .files("libc-start.c", "the start of the program"),
      .files("libc_start_call_main.h", "the start of the program"),
      .functions("std::", "the C++ library"),
      .functions("void std::", "the C++ library"),
      .functions("__gnu_cxx::", "the C++ library"),
    ] + AllocatorWrappers.rules

  /// Headers whose functions Valgrind prints by their bare names: threads, locks, containers, smart
  /// pointers, strings, streams of GCC's library.
  static let headers: [StaticString] = [
    "algorithmfwd.h", "alloc_traits.h", "allocated_ptr.h", "allocator.h", "array", "atomic", "atomic_base.h",
    "atomicity.h", "basic_ios.h", "basic_string.h", "basic_string.tcc", "char_traits.h", "condition_variable",
    "coroutine", "cpp_type_traits.h", "deque.tcc", "forward_list.h", "functional", "future", "gthr-default.h",
    "hashtable.h", "hashtable_policy.h", "invoke.h", "list.tcc", "memoryfwd.h", "move.h", "mutex",
    "new_allocator.h", "ostream", "ostream_insert.h", "predefined_ops.h", "ptr_traits.h", "semaphore",
    "shared_mutex", "shared_ptr.h", "shared_ptr_atomic.h", "shared_ptr_base.h", "std_function.h",
    "std_mutex.h", "std_thread.h", "stl_algo.h", "stl_algobase.h", "stl_construct.h", "stl_deque.h",
    "stl_function.h", "stl_iterator.h", "stl_list.h", "stl_map.h", "stl_multimap.h", "stl_pair.h",
    "stl_queue.h", "stl_set.h", "stl_stack.h", "stl_tree.h", "stl_uninitialized.h", "stl_vector.h", "thread",
    "this_thread_sleep.h", "tuple", "unique_lock.h", "unique_ptr.h", "unordered_map.h", "unordered_set.h",
    "vector.tcc",
  ]

  /// The rules, and one for each of the headers.
  static let all = rules + headers.map { .files($0, "the C++ library's headers") }

  private static let table = PlumbingTable(rules)

  /// Whether a frame is plumbing.
  static func contains(_ frame: FrameNames, in text: Span<UInt8>) -> Bool {
    if table.contains(frame, in: text) { return true }
    // Most files can be told from that library's headers by their endings.
    let name =
      (text.last(0x2F, in: frame.file).map { $0 + 1 } ?? frame.file.lowerBound)..<frame.file.upperBound
    guard text.ends(".h", in: name) || text.ends(".tcc", in: name) || text.last(0x2E, in: name) == nil else {
      return false
    }
    return headers.contains { PlumbingRule.files($0, "the C++ library's headers").holds(frame, in: text) }
  }
}
