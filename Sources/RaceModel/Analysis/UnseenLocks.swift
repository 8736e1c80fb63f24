/// Locks of a report that its detector does not see.
struct UnseenLocks {
  /// Languages whose own locks are atomics and system calls to ThreadSanitizer, which lists those of pthreads alone.
  ///
  /// Source: std/src/sys/sync/mutex/futex.rs of Rust; Synchronization/Mutex/LinuxImpl.swift of Swift.
  private static let endings = [".rs", ".swift"]

  /// What the functions of regions of OpenMP have in their names, and those of its runtimes: `main._omp_fn.0` of GCC,
  /// `main.omp_outlined` of Clang, `GOMP_parallel`, `__kmp_fork_call`.
  private static let regions: [StaticString] = [
    "._omp_fn.", "omp_outlined", "GOMP_", "__kmp_", "__kmpc_", ".omp_task_entry.",
  ]
  private static let runtimes = ["libgomp.so", "libomp.so", "libiomp5.so"]

  /// Whether a side runs in a region of OpenMP, whose locks, barriers and critical sections are its runtime's own.
  let isOpenMP: Bool

  /// Looks at the stacks of all accesses once: a report may have thousands.
  init(_ report: Report, _ frames: FrameTable) {
    isOpenMP = report.detector.profile.openMP != nil && Self.hasRegion(report, frames)
  }

  private static func hasRegion(_ report: Report, _ frames: FrameTable) -> Bool {
    var asked: Set<FrameTable.ID> = []
    return report.accesses.contains { access in
      access.stack?.contains { asked.insert($0).inserted && isRegion(frames[$0]) } ?? false
    }
  }

  private static func isRegion(_ frame: Frame) -> Bool {
    if let name = frame.function, regions.contains(where: { name.hasBytes(of: $0) }) { return true }
    guard let file = frame.module.map({ lastComponent($0) }) else { return false }
    return runtimes.contains { file.hasPrefix($0) }
  }

  /// Whether an access of which no locks are printed may be made under one all the same.
  func mayBeHeld(_ access: Access, _ report: Report, _ frames: FrameTable) -> Bool {
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
