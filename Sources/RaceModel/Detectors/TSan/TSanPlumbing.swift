/// Frames of a ThreadSanitizer stack that never stand for an access when another frame can.
///
/// The program's own code is what is left: a race inside a container of the standard library is shown
/// where the program called it.
enum TSanPlumbing {
  /// All rules; a frame is plumbing when one of them holds.
  static let rules = prefixes + names + AllocatorWrappers.rules

  private static let prefixes: [PlumbingRule] = [
    .paths("compiler-rt/lib/", "the detector's runtime, Clang's"),
    .paths("libsanitizer/", "the detector's runtime, GCC's"),
    .paths("tsan_interceptors", "the detector's runtime where its paths are cut"),
    .paths("sanitizer_common_interceptors", "the detector's runtime where its paths are cut"),
    .functions("__tsan", "the detector's runtime"),
    .functions("__sanitizer", "the detector's runtime"),
    .functions("__interceptor_", "functions of libc that the detector replaces"),
    .functions("___interceptor_", "functions of libc that the detector replaces on Apple's systems"),
    .functions("_____interceptor_", "functions of libdispatch that the detector replaces"),
    .modules("libtsan.so", "the detector's runtime as a library"),
    .modules("libclang_rt.tsan", "the detector's runtime as a library"),

    .functions("operator new", "allocators"),
    .functions("operator delete", "allocators"),
    .functions("_Znw", "allocators, mangled"),
    .functions("_Zna", "allocators, mangled"),
    .functions("_Zdl", "allocators, mangled"),
    .functions("_Zda", "allocators, mangled"),
    .unplacedPrefix("pthread_", "threads and locks of libc"),
    .unplacedPrefix("wrap_", "functions of libc that the detector replaces on Apple's systems"),
    .modules("libc.so", "libc"),
    .modules("libpthread", "libc's threads"),
    .modules("libsystem_", "Apple's libc"),
    .modules("ld-linux", "the loader"),
    .modules("ld-musl", "musl libc and its loader"),
    .modules("[vdso]", "system calls"),
    .paths("/sysdeps/", "sources of glibc"),
    .paths("csu/libc-start.c", "sources of glibc"),
    .paths("/x86_64-linux-gnu/bits/", "headers of glibc"),
    .paths("/aarch64-linux-gnu/bits/", "headers of glibc"),

    .functions("std::", "the standard library of C++ or Rust"),
    .functions("_ZSt", "the standard library of C++, mangled"),
    .functions("_ZNSt", "the standard library of C++, mangled"),
    .functions("_ZNKSt", "the standard library of C++, mangled"),
    .functions("__gnu_cxx::", "the standard library of GCC"),
    .functions("__gthread_", "the standard library of GCC"),
    .paths("/include/c++/", "headers of the standard library of C++"),
    .paths("/libcxx/", "sources of the standard library of Clang"),
    .paths("/libstdc++-v3/", "sources of the standard library of GCC"),
    .modules("libstdc++.", "the standard library of GCC"),
    .modules("libc++", "the standard library of Clang"),

    .functions("__kmp", "the runtime of OpenMP"),
    .functions("GOMP_", "the runtime of OpenMP"),
    .functions("gomp_", "the runtime of OpenMP"),
    .functions(".omp_task_entry.", "the entry that the compiler makes for a task of OpenMP"),
    .modules("libomp.", "the runtime of OpenMP"),
    .modules("libgomp.", "the runtime of OpenMP"),
    .modules("libarcher.", "the detector's tool for OpenMP"),

    .functions("swift_", "the runtime of Swift"),
    PlumbingRule(match: .swiftLibrary, what: "the standard library of Swift"),
    .functions("$sIe", "thunks that the compiler of Swift made"),
    .functions("Swift.", "the standard library of Swift, demangled"),
    .functions("reabstraction thunk helper", "thunks that the compiler of Swift made"),
    .functions("partial apply forwarder for reabstraction thunk", "thunks that the compiler of Swift made"),
    .unplacedPrefix("$sS", "the standard library of Swift"),
    .unplacedPrefix("$s10Foundation", "Foundation"),
    .unplacedPrefix("_dispatch_", "Grand Central Dispatch"),
    .unplacedPrefix("dispatch_", "Grand Central Dispatch"),
    .functions("$s6XCTest", "the test runner"),
    .files("<compiler-generated>", "what the compiler of Swift made"),
    .modules("libswift", "the runtime of Swift"),
    .modules("libdispatch", "Grand Central Dispatch"),
    .modules("libFoundation", "Foundation"),
    .modules("libXCTest", "the test runner"),
    .modules("CoreFoundation", "Apple's frameworks"),
    .modules("libobjc.", "the runtime of Objective-C"),

    .paths("/rustc/", "the standard library of Rust"),
    .paths("/library/core/src/", "the standard library of Rust"),
    .paths("/library/alloc/src/", "the standard library of Rust"),
    .paths("/library/std/src/", "the standard library of Rust"),
    .paths("/hashbrown-", "the hash tables of Rust's standard library"),
    .functions("hashbrown::", "the hash tables of Rust's standard library"),
    .functions("<hashbrown::", "the hash tables of Rust's standard library"),
    .functions("__rust_", "the runtime of Rust"),
    .functions("__rustc", "the runtime of Rust"),
    .unplacedPrefix("core::", "the standard library of Rust without its sources"),
    .unplacedPrefix("alloc::", "the standard library of Rust without its sources"),
    .unplacedPrefix("<core::", "the standard library of Rust without its sources"),
    .unplacedPrefix("<alloc::", "the standard library of Rust without its sources"),
    .functions("<std::", "the standard library of Rust"),

    .functions("caml_", "the runtime of OCaml"),
    .functions("camlStdlib", "the standard library of OCaml"),
    .functions("camlCamlinternal", "the standard library of OCaml"),
  ]

  /// Functions of libc that the detector replaces; where its runtime is linked into the program, only
  /// their names tell them.
  private static let names: [PlumbingRule] =
    PlumbingRule.unplaced(allocators, "allocators")
    + PlumbingRule.unplaced(strings, "memory and strings of libc")
    + PlumbingRule.unplaced(files, "files and sockets of libc")
    + PlumbingRule.unplaced(sleeping, "sleeping")
    + PlumbingRule.unplaced(processes, "processes and signals of libc")

  private static let allocators: [StaticString] = [
    "malloc", "free", "calloc", "realloc", "reallocarray", "memalign", "aligned_alloc", "posix_memalign",
    "valloc", "strdup", "strndup", "malloc_usable_size", "mmap", "munmap",
  ]

  private static let strings: [StaticString] = [
    "memcpy", "memmove", "memset", "memcmp", "memchr", "memrchr", "memmem", "bcopy", "bzero", "bcmp",
    "strlen", "strnlen", "strcpy", "strncpy", "strcat", "strncat", "strcmp", "strncmp", "strcasecmp",
    "strncasecmp", "strchr", "strrchr", "strchrnul", "strstr", "strtol", "strtoul", "strtoll", "strerror",
    "printf", "fprintf", "vprintf", "vfprintf", "sprintf", "snprintf", "vsnprintf", "sscanf", "puts", "fputs",
    "putchar", "fwrite", "fread", "qsort", "gmtime", "localtime", "ctime", "strftime", "getenv", "setenv",
  ]

  private static let files: [StaticString] = [
    "open", "open64", "openat", "creat", "close", "read", "write", "pread", "pwrite", "pread64", "pwrite64",
    "readv", "writev", "lseek", "fopen", "fclose", "fflush", "fdopen", "dup", "dup2", "dup3", "pipe", "pipe2",
    "fcntl", "ioctl", "poll", "ppoll", "select", "epoll_create", "epoll_create1", "epoll_ctl", "epoll_wait",
    "epoll_pwait", "eventfd", "timerfd_create", "inotify_init", "socket", "socketpair", "bind", "listen",
    "accept", "accept4", "connect", "shutdown", "send", "sendto", "sendmsg", "recv", "recvfrom", "recvmsg",
    "stat", "fstat", "opendir", "readdir", "closedir", "unlink", "rmdir", "tmpfile",
  ]

  private static let sleeping: [StaticString] = [
    "sleep", "usleep", "nanosleep", "clock_nanosleep", "sched_yield",
  ]

  private static let processes: [StaticString] = [
    "fork", "vfork", "kill", "raise", "abort", "exit", "atexit", "__cxa_atexit", "__cxa_guard_acquire",
    "__cxa_guard_release", "on_exit", "signal", "sigaction", "setjmp", "longjmp", "sem_init", "sem_destroy",
    "sem_wait", "sem_trywait", "sem_timedwait", "sem_post", "dl_iterate_phdr", "start_thread", "clone",
    "clone3", "thread_start", "_pthread_start", "_start", "start", "__libc_start_main",
    "__libc_start_call_main", "call_init",
  ]

  private static let table = PlumbingTable(rules)

  /// Whether a frame is plumbing.
  static func contains(_ frame: FrameNames, in text: Span<UInt8>) -> Bool { table.contains(frame, in: text) }
}
