/// Locks that a detector does not see.
enum UnseenLocks {
  /// Languages whose own locks are atomics and system calls to ThreadSanitizer, which lists those of pthreads alone.
  ///
  /// Source: std/src/sys/sync/mutex/futex.rs of Rust; Synchronization/Mutex/LinuxImpl.swift of Swift.
  private static let endings = [".rs", ".swift"]

  /// Whether an access of which no locks are printed may be made under one all the same.
  static func mayBeHeld(_ access: Access, _ report: Report, _ frames: FrameTable) -> Bool {
    guard report.detector == .tsan, let site = access.siteIndex, let stack = access.stack, site < stack.count,
      let file = frames[stack[site]].file
    else { return false }
    return endings.contains { file.hasSuffix($0) }
  }
}
