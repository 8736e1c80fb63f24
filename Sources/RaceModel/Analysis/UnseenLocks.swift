/// Locks that a detector does not see.
struct UnseenLocks {
  /// Languages whose own locks are atomics and system calls to ThreadSanitizer, which lists those of pthreads alone.
  ///
  /// Source: std/src/sys/sync/mutex/futex.rs of Rust; Synchronization/Mutex/LinuxImpl.swift of Swift.
  private static let endings = [".rs", ".swift"]

  /// What the functions of regions of OpenMP have in their names, and those of its runtimes: `main._omp_fn.0` of GCC,
  /// `main.omp_outlined` of Clang, `GOMP_parallel`, `__kmp_fork_call`.
  private static let regions = [
    "._omp_fn.", "omp_outlined", "GOMP_", "__kmp_", "__kmpc_", ".omp_task_entry.",
  ]
  private static let runtimes = ["libgomp.so", "libomp.so", "libiomp5.so"]

  private let report: Report
  private let frames: FrameTable
  /// Whether a side runs in a region of OpenMP: asked once, of all stacks of a report that may have thousands.
  let isOpenMP: Bool

  init(_ report: Report, _ frames: FrameTable) {
    (self.report, self.frames) = (report, frames)
    isOpenMP = Self.isOpenMP(report, frames)
  }

  /// Whether a side runs in a region of OpenMP, whose locks, barriers and critical sections are its runtime's own.
  static func isOpenMP(_ report: Report, _ frames: FrameTable) -> Bool {
    guard report.detector.profile.openMP != nil else { return false }
    // Most stacks have the same frames.
    let asked = Set(report.accesses.lazy.compactMap(\.stack).joined())
    return asked.contains { id in
      let frame = frames[id]
      return frame.function.map { name in regions.contains { name.contains($0) } } == true
        || frame.module.map { module in runtimes.contains { lastComponent(module).hasPrefix($0) } } == true
    }
  }

  /// Whether an access of which no locks are printed may be made under one all the same.
  func mayBeHeld(_ access: Access) -> Bool {
    if isOpenMP { return true }
    guard report.detector.profile.missesFutexLocks, let stack = access.stack, !stack.isEmpty else {
      return false
    }
    // Where no frame has a name, the language is not known.
    if stack.allSatisfy({ frames[$0].function == nil && frames[$0].file == nil }) { return true }
    return stack.contains { id in
      let frame = frames[id]
      // What the compiler of Swift has made has no file of the program.
      return frame.file.map { file in Self.endings.contains { file.hasSuffix($0) } } == true
        || frame.function?.hasPrefix("$s") == true || frame.file?.hasSuffix("<compiler-generated>") == true
        || frame.module.map { lastComponent($0).hasPrefix("libswift") } == true
    }
  }
}
